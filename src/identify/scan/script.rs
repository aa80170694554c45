//! Commands as shells, makefiles and pipelines call them.

use std::borrow::Cow;

use super::Scan;
use super::continued::Continued;
use super::installs::Installer;
use super::shell::Shell;
use super::values::ends_in_image;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::form::{ending, file_name};
use crate::identify::line::lines;
use crate::identify::reference::is_of_variable;

/// What quoted text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::identify) enum Quotes {
    /// Words of a command.
    Words,
    /// Commands, as in `sh 'helm upgrade'`.
    Commands,
}

/// Words before a command that call it.
const CALLERS: [&str; 30] = [
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
    // What follows is set.
    "export",
    "local",
    "readonly",
    "declare",
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
        let knows = |name: &str| self.index.commands().knows(name) || Installer::of(name).is_some();
        let line = with_tools(line, knows);
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
        let mut words = words(part).peekable();
        let mut is_called = false;
        let program = loop {
            let Some(word) = words.next() else { return };
            if is_called && word.starts_with('-') {
                continue;
            }
            let word = word.trim_start_matches(['@', '-', '+', '^', '\\']);
            let setting = word.split_once('=').filter(|(name, _)| is_name(name));
            let is_assigned = words.peek().is_some_and(|next| matches!(*next, "=" | "?=" | ":=" | "::="));
            if CALLERS.contains(&file_name(word)) {
                is_called = true;
            } else if word == "ssh" {
                pass_over_host(&mut words);
                is_called = true;
            } else if let Some((name, value)) = setting {
                if ends_in_image(name) && value.contains(['/', ':']) {
                    self.image(value, number, Strength::Medium);
                }
            } else if is_assigned && is_name(word) {
                // What a variable is set to may be a command.
                words.next();
            } else if !(word.is_empty() || is_called && word.bytes().all(|b| b.is_ascii_digit())) {
                break word;
            }
        };
        // What a language installs for itself is often called as another program is.
        if program.contains("vendor/bin/") || program.contains(".composer/") {
            return;
        }
        let name = file_name(program);
        let name = name.strip_suffix(".exe").unwrap_or(name);
        let installer = Installer::of(name);
        if installer.is_none() && !self.index.commands().knows(name) {
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
        for (owner, strength, word) in self.index.commands().owners(name, &arguments) {
            self.found.add(owner, Sign::Command, strength, number, &format!("{name} {word}"));
        }
        match name {
            "docker" | "podman" | "nerdctl" => self.run_images(&arguments, number),
            "helm" => {
                self.installed_charts(&arguments, number);
                self.settings_of_charts(&arguments, number);
            }
            "cilium" => self.settings_of_charts(&arguments, number),
            "eksctl" | "aws" if arguments.iter().any(|word| word.ends_with("addon")) => {
                self.addon_of_cluster(&arguments, number);
            }
            "kubectl" => self.named_images(&arguments, number, Strength::Medium),
            "kind" | "k3d" => self.named_images(&arguments, number, Strength::High),
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

    /// The images that an option names.
    fn named_images(&mut self, arguments: &[&str], number: u32, limit: Strength) {
        for (at, argument) in arguments.iter().enumerate() {
            let next = || arguments.get(at + 1).copied();
            let image = match *argument {
                "--image" | "-i" => next().filter(|word| word.contains(['/', ':'])),
                argument => argument.strip_prefix("--image="),
            };
            if let Some(image) = image {
                self.image(image, number, limit);
            }
        }
    }

    /// The settings that switch parts of a chart on or off: `--set ui.enabled=true,grafana.enabled=false`.
    fn settings_of_charts(&mut self, arguments: &[&str], number: u32) {
        for (path, value) in arguments.iter().filter_map(|argument| argument.split_once('=')) {
            // `--set=ui.enabled=true`
            let (path, value) =
                if path == "--set" { value.split_once('=').unwrap_or_default() } else { (path, value) };
            let is_on = value == "true";
            let path = path.strip_suffix(".enabled").or_else(|| path.strip_suffix(".enable"));
            if let Some(path) = path.filter(|_| is_on || value == "false") {
                let path = path.strip_suffix(".install").unwrap_or(path);
                let mut keys = path.rsplit('.');
                let (part, whole) = (keys.next().unwrap_or(path), keys.next().unwrap_or_default());
                self.switch(whole, part, is_on, number, Strength::Medium);
            }
        }
    }

    /// The addon of a cluster that is created: `eksctl create addon --name`, `aws eks create-addon --addon-name`.
    fn addon_of_cluster(&mut self, arguments: &[&str], number: u32) {
        let at = arguments.iter().position(|word| matches!(*word, "--name" | "--addon-name"));
        if let Some(name) = at.and_then(|at| arguments.get(at + 1)) {
            self.chart(name, number, Strength::High);
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
            if TAKING.contains(word) {
                words.next();
            } else if !word.starts_with('-') {
                plain += 1;
                // `repository/chart`, or a name behind the release where the repository is an option.
                let is_chart = (word.contains('/') && !word.contains("..")) || (has_repository && plain == 2);
                // What lies packed at an address has been seen as such.
                let is_packed = word.contains("://") && ending(word) == "tgz";
                if is_chart && !is_packed && !word.contains('\\') {
                    self.chart(word, number, Strength::High);
                }
                // The release, the chart: what follows is neither.
                if plain == 2 {
                    return;
                }
            }
        }
    }
}

/// Whether a variable can be called `word`.
fn is_name(word: &str) -> bool {
    word.bytes().all(is_of_variable)
}

/// The words of a command without the quotes around them; one inside a word is of it.
fn words(part: &str) -> impl Iterator<Item = &str> {
    let bytes = part.as_bytes();
    let is_gap = |byte: Option<&u8>| {
        byte.is_none_or(|byte| {
            byte.is_ascii_whitespace() || matches!(byte, b',' | b'[' | b']' | b'"' | b'\'')
        })
    };
    let is_end = move |(at, c): (usize, char)| match c {
        ',' | '[' | ']' => true,
        '"' | '\'' => {
            let before = at.checked_sub(1).and_then(|at| bytes.get(at));
            is_gap(before) || before == Some(&b'=') || is_gap(bytes.get(at + 1))
        }
        c => c.is_whitespace(),
    };
    let mut rest = part.char_indices();
    std::iter::from_fn(move || {
        let (start, _) = rest.find(|place| !is_end(*place))?;
        let end = rest.find(|place| is_end(*place)).map_or(part.len(), |(end, _)| end);
        Some(&part[start..end])
    })
}

/// Passes over the options and the host of `ssh`: what follows runs there.
fn pass_over_host<'w>(words: &mut impl Iterator<Item = &'w str>) {
    const TAKING: &str = "bcDEeFIiJLlmOopQRSWw";
    while let Some(word) = words.next() {
        match word.strip_prefix('-') {
            Some(option) if option.len() == 1 && TAKING.contains(option) => {
                words.next();
            }
            Some(_) => {}
            None => return,
        }
    }
}

/// Options of helm that take the next word, which could be read as a chart.
const TAKING: [&str; 32] = [
    "--namespace",
    "-n",
    "--values",
    "-f",
    "--set",
    "--set-string",
    "--set-file",
    "--set-json",
    "--set-literal",
    "--version",
    "--repo",
    "--timeout",
    "--kube-context",
    "--kubeconfig",
    "--kube-version",
    "--api-versions",
    "-a",
    "--post-renderer",
    "--post-renderer-args",
    "--history-max",
    "--description",
    "--username",
    "--password",
    "--ca-file",
    "--output",
    "-o",
    "--output-dir",
    "--show-only",
    "-s",
    "--destination",
    "-d",
    "--untardir",
];

/// How variables of tools end that are not called as the tool is.
const ENDINGS: [&str; 5] = ["-cmd", "-bin", "-cli", "-command", "-binary"];

/// `line` with the variables that stand for tools as their names: `$(KUSTOMIZE) build`,
/// `$KUBECTL apply`, `${HELM_BIN} upgrade`; and with those of make in braces, since
/// parentheses end a command.
fn with_tools(line: &str, knows: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if memchr::memchr(b'$', line.as_bytes()).is_none() {
        return Cow::Borrowed(line);
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        let is_first =
            out.ends_with(|c: char| c.is_whitespace() || "\"'`(|;&@-".contains(c)) || out.is_empty();
        let Some((name, after)) = variable(tail) else {
            out.push('$');
            rest = tail;
            continue;
        };
        let tool = name.to_ascii_lowercase().replace('_', "-");
        let short = ENDINGS.iter().find_map(|ending| tool.strip_suffix(ending)).unwrap_or(&tool);
        if is_first && is_behind_word(after) && knows(short) {
            out.push_str(short);
        } else if tail.starts_with('(') {
            out.push_str("${");
            out.push_str(name);
            out.push('}');
        } else {
            out.push('$');
            out.push_str(&tail[..tail.len() - after.len()]);
        }
        rest = after;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The name of the variable that `text` begins with behind its sign, and what follows it.
fn variable(text: &str) -> Option<(&str, &str)> {
    let close = match text.as_bytes().first()? {
        b'(' => ")",
        b'{' => "}",
        _ => "",
    };
    let inner = &text[close.len()..];
    let (name, behind) = inner.split_at(inner.bytes().take_while(|byte| is_of_variable(*byte)).count());
    let after = behind.strip_prefix(close)?;
    is_variable(name).then_some((name, after))
}

/// Whether a word ends before `text`.
fn is_behind_word(text: &str) -> bool {
    text.is_empty() || text.starts_with(|c: char| c.is_whitespace() || "\"'`)|;&".contains(c))
}

fn is_variable(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_')
}

#[cfg(test)]
mod tests {
    use super::{with_tools, words};

    #[test]
    fn quotes_in_a_word_are_of_it() {
        let all = |text| words(text).collect::<Vec<_>>();
        assert_eq!(all("A=\"helm upgrade\" 'x y'"), ["A=", "helm", "upgrade", "x", "y"]);
        assert_eq!(all("--set a.\"b\\.c/d\"=1 [\"x\", \"y\"]"), ["--set", "a.\"b\\.c/d\"=1", "x", "y"]);
        assert!(all("\" '").is_empty());
    }

    #[test]
    fn variables_of_tools_are_tools() {
        let with_tools =
            |text| with_tools(text, |name| matches!(name, "kustomize" | "kubectl" | "helm" | "pack"));
        assert_eq!(with_tools("$(KUSTOMIZE) build | ${KUBECTL} apply"), "kustomize build | kubectl apply");
        assert_eq!(with_tools("\"$HELM_BIN\" x; $(PACK_CMD) y"), "\"helm\" x; pack y");
        assert_eq!(with_tools("run x:$(TAG) $(HELM).tgz"), "run x:${TAG} ${HELM}.tgz");
        for text in
            ["$(shell helm version) $x", "docker run ${HELM}/redis:7 $A.b", "$", "${A", "mongosh $URI"]
        {
            assert_eq!(with_tools(text), text);
        }
    }
}
