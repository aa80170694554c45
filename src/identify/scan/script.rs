//! Commands as shells, makefiles and pipelines call them.

use std::borrow::Cow;

use super::Scan;
use super::continued::Continued;
use super::installs::Installer;
use super::shell::Shell;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::line::lines;

/// What quoted text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::identify) enum Quotes {
    /// Words of a command.
    Words,
    /// Commands, as in `sh 'helm upgrade'`.
    Commands,
}

/// Words before a command that call it.
const CALLERS: [&str; 26] = [
    "sudo",
    "exec",
    "time",
    "env",
    "then",
    "do",
    "if",
    "elif",
    "else",
    "while",
    "until",
    "!",
    "xargs",
    "nohup",
    "eval",
    "RUN",
    "CMD",
    "ENTRYPOINT",
    "&&",
    "||",
    "watch",
    "timeout",
    "retry",
    "sh",
    "bash",
    "ash",
];

/// How many arguments of a command are looked at.
const MOST_ARGUMENTS: usize = 256;

/// Looks for commands in every line of `text`.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str, quotes: Quotes) {
    // Manifests stand in heredocs, but also in other text.
    let has_manifests = memchr::memmem::find(text.as_bytes(), b"apiVersion:").is_some();
    let mut shell = Shell::new(quotes, 0);
    if has_manifests {
        shell = shell.with_objects();
    }
    for (line, number) in lines(text) {
        scan.shell(&mut shell, line, number);
    }
    scan.end_shell(&mut shell);
}

impl Scan<'_, '_> {
    /// Looks for commands in a line, and in all that it goes on with: what is
    /// installed or run may stand on the last line.
    pub(super) fn script_line(&mut self, continued: &mut Continued, line: &str, number: u32, quotes: Quotes) {
        self.commands(line, number, quotes);
        if let Some((whole, first)) = continued.take(line, number) {
            self.commands(&whole, first, quotes);
        }
    }

    /// Looks for commands, and what they take from elsewhere, in one line.
    pub(in crate::identify) fn commands(&mut self, line: &str, number: u32, quotes: Quotes) {
        self.source(line, number);
        let line = with_tools(line);
        let line = line.split_once(" # ").map_or(&*line, |(code, _)| code);
        let is_end = |c: char| {
            matches!(c, '|' | ';' | '&' | '`' | '(' | ')')
                || (quotes == Quotes::Commands && matches!(c, '\'' | '"'))
        };
        for part in line.split(is_end) {
            self.command(part, number);
        }
    }

    /// Looks at one command with its arguments.
    fn command(&mut self, part: &str, number: u32) {
        let mut words = part
            .split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',' | '[' | ']'))
            .filter(|word| !word.is_empty());
        let mut is_called = false;
        let program = loop {
            let Some(word) = words.next() else { return };
            if is_called && word.starts_with('-') {
                continue;
            }
            let word = word.trim_start_matches(['@', '-', '+', '^', '\\']);
            let is_setting = word
                .split_once('=')
                .is_some_and(|(name, _)| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'));
            if CALLERS.contains(&file_name(word)) {
                is_called = true;
            } else if !(word.is_empty()
                || is_setting
                || is_called && word.bytes().all(|b| b.is_ascii_digit()))
            {
                break word;
            }
        };
        let name = file_name(program);
        let name = name.strip_suffix(".exe").unwrap_or(name);
        let installer = Installer::of(name);
        if installer.is_none() && !self.index.commands.knows(name) {
            return;
        }
        let arguments: Vec<&str> = words.take(MOST_ARGUMENTS).collect();
        if let Some(installer) = installer {
            self.installed(installer, &arguments, number);
        }
        // `["helm"]="value"`: an assignment, whose name stands in brackets and quotes.
        if arguments.first().is_some_and(|word| word.starts_with('=')) {
            return;
        }
        for (owner, strength, word) in self.index.commands.owners(name, &arguments) {
            self.found.add(owner, Sign::Command, strength, number, &format!("{name} {word}"));
        }
        match name {
            "docker" | "podman" | "nerdctl" => self.run_images(&arguments, number),
            "helm" => self.installed_charts(&arguments, number),
            "kubectl" => {
                for argument in &arguments {
                    if let Some(image) = argument.strip_prefix("--image=") {
                        self.image(image, number, Strength::Medium);
                    }
                }
            }
            _ => {}
        }
    }

    /// The images that a container is run from.
    fn run_images(&mut self, arguments: &[&str], number: u32) {
        let takes = |word: &&str| matches!(*word, "run" | "pull" | "create");
        let Some(at) = arguments.iter().position(takes) else { return };
        for word in &arguments[at + 1..] {
            if !word.starts_with('-') && word.contains(['/', ':']) && !word.starts_with(['/', '.', '$']) {
                self.image(word, number, Strength::High);
            }
        }
    }

    /// The charts that are installed.
    fn installed_charts(&mut self, arguments: &[&str], number: u32) {
        let takes = |word: &&str| matches!(*word, "install" | "upgrade" | "template" | "pull" | "show");
        let Some(at) = arguments.iter().position(takes) else { return };
        let mut words = arguments[at + 1..].iter().peekable();
        let has_repository =
            arguments.contains(&"--repo") || arguments.iter().any(|word| word.starts_with("--repo="));
        let mut plain = 0;
        while let Some(word) = words.next() {
            if word.starts_with("--") && !word.contains('=') && TAKING.contains(word) {
                words.next();
            } else if !word.starts_with('-') {
                plain += 1;
                // `repository/chart`, or a name behind the release where the repository is an option.
                if (word.contains('/') && !word.contains("..")) || (has_repository && plain == 2) {
                    self.chart(word, number, Strength::High);
                }
            }
        }
    }
}

/// A program without the folder in which it is.
fn file_name(program: &str) -> &str {
    program.rsplit('/').next().unwrap_or(program)
}

/// Options of helm that take the next word, which could be read as a chart.
const TAKING: [&str; 10] = [
    "--namespace",
    "--values",
    "--set",
    "--set-string",
    "--set-file",
    "--version",
    "--repo",
    "--timeout",
    "--kube-context",
    "--post-renderer",
];

/// `line` with the variables that stand for tools as their names: `$(KUSTOMIZE) build`.
fn with_tools(line: &str) -> Cow<'_, str> {
    if memchr::memchr(b'$', line.as_bytes()).is_none() {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        let name = tail
            .strip_prefix("$(")
            .map(|name| (name, ')'))
            .or_else(|| tail.strip_prefix("${").map(|name| (name, '}')));
        let name = name.and_then(|(name, close)| name.split_once(close));
        match name {
            Some((name, after)) if is_variable(name) => {
                out.push_str(&name.to_ascii_lowercase().replace('_', "-"));
                rest = after;
            }
            _ => {
                out.push('$');
                rest = &tail[1..];
            }
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn is_variable(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::with_tools;

    #[test]
    fn variables_of_tools_are_tools() {
        assert_eq!(with_tools("$(KUSTOMIZE) build | ${KUBECTL} apply"), "kustomize build | kubectl apply");
        assert_eq!(with_tools("$(shell helm version) $x"), "$(shell helm version) $x");
    }
}
