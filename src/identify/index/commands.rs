//! Programs as they are called in scripts, and whose they are.

use std::borrow::Cow;

use super::{Owners, Table};
use crate::entry::{Entry, Text};
use crate::identify::evidence::{Owner, Strength};
use crate::identify::form::file_name;

/// How far behind a program its subcommand is looked for: global options may stand between.
const REACH: usize = 7;

/// Programs as they are called in scripts, and whose they are.
#[derive(Debug, Default)]
pub(in crate::identify) struct Commands<'g> {
    programs: Table<&'g str, Vec<Call<'g>>>,
}

#[derive(Debug)]
struct Call<'g> {
    owner: Owner,
    /// Words that must follow at once: `buildx` of `docker buildx`.
    words: Vec<Cow<'g, str>>,
    subcommands: &'g [Text],
}

impl<'g> Commands<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        let evidence = &entry.identify;
        for command in evidence.commands.iter() {
            let mut words = command.split_whitespace();
            let Some(program) = words.next() else { continue };
            let name = file_name(program);
            let subcommands = &evidence.subcommands;
            if let Some(plugin) = name.strip_prefix("kubectl-") {
                let call = Call { owner, words: plugin_words(plugin), subcommands };
                self.programs.entry("kubectl").or_default().push(call);
            }
            let call = Call { owner, words: words.map(Cow::Borrowed).collect(), subcommands };
            self.programs.entry(name).or_default().push(call);
        }
    }

    /// Whether any entry has a program of this name.
    pub(in crate::identify) fn knows(&self, program: &str) -> bool {
        self.programs.contains_key(program)
    }

    /// Who has a program of this name.
    pub(in crate::identify) fn programs(&self, name: &str) -> Owners {
        let calls = self.programs.get(name).into_iter().flatten();
        let mut owners: Owners = calls.filter(|call| call.words.is_empty()).map(|call| call.owner).collect();
        owners.dedup();
        owners
    }

    /// Whose the call of `program` with `arguments` is, with the word that tells.
    ///
    /// A name alone proves little (`kind` is a word): a known subcommand must
    /// follow; where a program has none, an option or a file.
    pub(in crate::identify) fn owners<'a>(
        &self,
        program: &str,
        arguments: &[&'a str],
    ) -> Vec<(Owner, Strength, &'a str)> {
        let calls = self.programs.get(program).into_iter().flatten();
        calls
            .filter_map(|call| call.fits(program, arguments).map(|(s, word)| (call.owner, s, word)))
            .collect()
    }
}

/// The words by which kubectl is told to run the program `kubectl-` with `name` behind
/// it: a dash parts words, an underscore is a dash in one.
///
/// Source: <https://kubernetes.io/docs/tasks/extend-kubectl/kubectl-plugins/>
fn plugin_words(name: &str) -> Vec<Cow<'_, str>> {
    name.split('-')
        .map(|word| if word.contains('_') { Cow::Owned(word.replace('_', "-")) } else { Cow::Borrowed(word) })
        .collect()
}

impl Call<'_> {
    fn fits<'a>(&self, program: &str, arguments: &[&'a str]) -> Option<(Strength, &'a str)> {
        if !self.words.is_empty() {
            let is_said = self.words.iter().zip(arguments).all(|(word, argument)| word == argument);
            return (is_said && arguments.len() >= self.words.len())
                .then(|| (Strength::Medium, arguments[0]));
        }
        if let Some(word) = subcommand(arguments, |word| self.subcommands.iter().any(|s| s == word)) {
            let strength = if COMMON.contains(&word) { Strength::Low } else { Strength::Medium };
            return Some((strength, word));
        }
        let first = arguments.first()?;
        let is_used = first.starts_with(['-', '.', '/', '$']) || first.contains(['/', '=']);
        match (is_used, is_odd(program)) {
            (true, true) => Some((Strength::Medium, first)),
            (true, false) if self.subcommands.is_empty() => Some((Strength::Low, first)),
            _ => None,
        }
    }
}

/// Subcommands that nearly every program has.
const COMMON: [&str; 3] = ["version", "completion", "help"];

/// The word among the first `arguments` that is known as a subcommand: only options
/// and their values, paths and variables stand before it, no other word.
fn subcommand<'a>(arguments: &[&'a str], is_known: impl Fn(&str) -> bool) -> Option<&'a str> {
    let mut is_behind_option = false;
    for word in arguments.iter().take(REACH) {
        if is_known(word) {
            return Some(word);
        }
        let is_option = word.starts_with('-');
        let is_plain = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        if is_plain && !is_option && !is_behind_option {
            return None;
        }
        is_behind_option = is_option && !word.contains('=');
    }
    None
}

/// Whether `program` is called as no word is: a plain word is more often a word.
fn is_odd(program: &str) -> bool {
    let has = |bytes: &[u8]| program.bytes().any(|byte| bytes.contains(&byte));
    has(b"-_.0123456789") || program.len() > 6 || (program.len() > 2 && !has(b"aeiou"))
}

#[cfg(test)]
mod tests {
    use super::{is_odd, plugin_words, subcommand};

    #[test]
    fn plugins_of_kubectl_are_called_by_words() {
        assert_eq!(plugin_words("argo-rollouts"), ["argo", "rollouts"]);
        assert_eq!(plugin_words("oidc_login"), ["oidc-login"]);
    }

    #[test]
    fn only_options_stand_before_a_subcommand() {
        let found = |text: &'static str| {
            let words: Vec<&str> = text.split(' ').collect();
            subcommand(&words, |word| word == "get")
        };
        for text in ["get pods", "-n prod get pods", "--context=x get", "--debug get", "$OPTIONS get"] {
            assert_eq!(found(text), Some("get"), "{text}");
        }
        for text in ["kvs get x", "resource list get", "-n prod kvs get", "a"] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn names_that_are_no_words() {
        assert!(is_odd("kpt") && is_odd("k9s") && is_odd("kubectl") && is_odd("func-e"));
        assert!(!is_odd("helm") && !is_odd("kind") && !is_odd("cf"));
    }
}
