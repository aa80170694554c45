//! A command that stands as a list of words, with the arguments that stand
//! beside it under a key of their own.

use super::role::Role;

/// The words of one mapping, in whichever order its keys come.
#[derive(Debug, Default)]
pub(super) struct Words<'t> {
    command: Vec<&'t str>,
    arguments: Vec<&'t str>,
    /// The line on which the words begin.
    line: u32,
    /// The column of their keys.
    column: usize,
}

impl<'t> Words<'t> {
    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.line == 0
    }

    /// Whether a line at `column` no longer belongs to the mapping of the words.
    pub(super) fn end_at(&self, column: usize) -> bool {
        column < self.column && !self.is_empty()
    }

    /// Whether a key with this `role` at `column` begins another command.
    pub(super) fn end_before(&self, role: Role, column: usize) -> bool {
        let is_taken = match role {
            Role::Command => !self.command.is_empty(),
            Role::Arguments => !self.arguments.is_empty(),
            _ => return false,
        };
        !self.is_empty() && (is_taken || column != self.column)
    }

    /// Notes that words follow the key at `column`.
    pub(super) fn begin(&mut self, column: usize, line: u32) {
        if self.is_empty() {
            (self.column, self.line) = (column, line);
        }
    }

    /// Adds one word of what is a `role`.
    pub(super) fn add(&mut self, role: Role, word: &'t str) {
        match role {
            _ if self.is_empty() => {}
            Role::Command => self.command.push(word),
            Role::Arguments => self.arguments.push(word),
            _ => {}
        }
    }

    /// The commands that the words make, and the line on which they begin.
    /// Arguments without a command are the image's own program's.
    pub(super) fn take(&mut self) -> (Vec<String>, u32) {
        let words = std::mem::take(self);
        let is_call = !words.command.is_empty() || words.arguments.first().is_some_and(|word| is_shell(word));
        let all = [words.command, words.arguments].concat();
        let commands = match all.split_first() {
            _ if !is_call => Vec::new(),
            // `sh -c "..."`: the last word is what runs.
            Some((first, rest)) if is_shell(first) => rest.iter().map(ToString::to_string).collect(),
            _ => vec![all.join(" ")],
        };
        (commands, words.line)
    }
}

fn is_shell(program: &str) -> bool {
    program.rsplit('/').next().is_some_and(|name| matches!(name, "sh" | "bash" | "ash"))
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::identify::scan::role::Role;

    fn commands(command: &[&'static str], arguments: &[&'static str]) -> Vec<String> {
        let mut words = Words::default();
        words.begin(2, 7);
        for word in arguments {
            words.add(Role::Arguments, word);
        }
        for word in command {
            words.add(Role::Command, word);
        }
        let (commands, line) = words.take();
        assert_eq!((line, words.is_empty()), (7, true));
        commands
    }

    #[test]
    fn arguments_follow_their_command() {
        assert_eq!(commands(&["vllm"], &["serve", "m"]), ["vllm serve m"]);
        assert_eq!(commands(&["/bin/sh", "-c"], &["trivy image x"]), ["-c", "trivy image x"]);
        assert_eq!(commands(&[], &["bash", "-c", "helm lint"]), ["-c", "helm lint"]);
        assert!(commands(&[], &["serve", "m"]).is_empty());
    }
}
