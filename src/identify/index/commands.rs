//! Programs as they are called in scripts, and whose they are.

use super::{Owners, Table};
use crate::entry::{Entry, Text};
use crate::identify::evidence::{Owner, Strength};

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
    words: Vec<&'g str>,
    subcommands: &'g [Text],
}

impl<'g> Commands<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        let evidence = &entry.identify;
        for command in evidence.commands.iter() {
            let mut words = command.split_whitespace();
            let Some(program) = words.next() else { continue };
            let name = program.rsplit('/').next().unwrap_or(program);
            let call = Call { owner, words: words.collect(), subcommands: &evidence.subcommands };
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

impl Call<'_> {
    fn fits<'a>(&self, program: &str, arguments: &[&'a str]) -> Option<(Strength, &'a str)> {
        if !self.words.is_empty() {
            let is_said = self.words.iter().zip(arguments).all(|(word, argument)| word == argument);
            return (is_said && arguments.len() >= self.words.len())
                .then(|| (Strength::Medium, arguments[0]));
        }
        let known =
            arguments.iter().take(REACH).find(|argument| self.subcommands.iter().any(|s| s == *argument));
        if let Some(word) = known {
            return Some((Strength::Medium, word));
        }
        let first = arguments.first()?;
        let is_used = first.starts_with(['-', '.', '/', '$']) || first.contains(['/', '=']);
        // A plain word as a name is more often a word.
        let is_odd = program.contains(['-', '_', '.'])
            || program.len() > 6
            || program.bytes().any(|b| b.is_ascii_digit());
        match (self.subcommands.is_empty(), is_used) {
            (true, true) if is_odd => Some((Strength::Medium, first)),
            (true, true) => Some((Strength::Low, first)),
            _ => None,
        }
    }
}
