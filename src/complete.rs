//! What can stand under the cursor of a shell: commands, options, values, and
//! the terms themselves.

use std::collections::BTreeSet;

use clap::{Arg, Command};

use crate::check::RULES;
use crate::cli::{find_option, taking_next};
use crate::entry::Entry;
use crate::glossary::Glossary;
use crate::key::key;
use crate::list::{languages, licenses};

/// The hidden command that the scripts call.
pub const COMMAND: &str = "__complete";

/// The candidate that asks the script for the shell's own completion of paths.
pub const PATHS: &str = ":paths";

/// What a shell can show of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The value.
    ValueOnly,
    /// The value, a tab, and a summary.
    WithSummary,
}

/// One thing that can stand under the cursor.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// What is put there.
    pub value: String,
    /// What it is.
    pub summary: String,
}

impl Candidate {
    fn new(value: impl Into<String>, summary: impl Into<String>) -> Self {
        Self { value: value.into(), summary: summary.into() }
    }
}

/// What can stand in place of the last of `words`, which follow the program's name.
#[must_use]
pub fn complete(glossary: &Glossary, command: &Command, words: &[String]) -> Vec<Candidate> {
    let (partial, before) =
        words.split_last().map_or(("", &[][..]), |(last, before)| (last.as_str(), before));
    let place = Place::of(command, before);
    if let Some(option) = place.awaited {
        return values(glossary, option, partial.strip_prefix('=').unwrap_or(partial));
    }
    if let Some((name, value)) =
        partial.split_once('=').filter(|(name, _)| name.starts_with("--") && place.has_options)
    {
        let option = find_option(place.command, name).or_else(|| find_option(command, name));
        let found = option.map(|option| values(glossary, option, value)).unwrap_or_default();
        return found.into_iter().map(|c| Candidate::new(format!("{name}={}", c.value), c.summary)).collect();
    }
    if partial.starts_with('-') && place.has_options {
        return options(command, place.command, partial);
    }
    if !place.names_command {
        let mut candidates =
            if place.positionals.is_empty() { subcommands(command, partial) } else { Vec::new() };
        candidates.extend(term(glossary, &place.positionals, partial));
        return candidates;
    }
    let Some(argument) = positional(place.command, place.positionals.len()) else { return Vec::new() };
    match argument.get_id().as_str() {
        "terms" => term(glossary, &place.positionals, partial),
        "names" => rivals(glossary, &place.positionals, partial),
        _ => values(glossary, argument, partial),
    }
}

/// Where in the command line the cursor stands.
struct Place<'c, 'w> {
    /// The command whose arguments are typed.
    command: &'c Command,
    /// Whether a command was named, or the words are a term.
    names_command: bool,
    /// Whether options can still come, that is, no `--` was typed.
    has_options: bool,
    /// The option whose value is awaited.
    awaited: Option<&'c Arg>,
    /// The words that are neither options nor their values.
    positionals: Vec<&'w str>,
}

impl<'c, 'w> Place<'c, 'w> {
    fn of(root: &'c Command, before: &'w [String]) -> Self {
        let mut place = Place {
            command: root,
            names_command: false,
            has_options: true,
            awaited: None,
            positionals: Vec::new(),
        };
        for word in before {
            // Bash makes a word of the `=` in `--option=value`.
            if word == "=" && place.awaited.is_some() {
                continue;
            }
            if place.awaited.take().is_some() {
                continue;
            }
            if place.has_options && word == "--" {
                place.has_options = false;
            } else if place.has_options && word.starts_with('-') && word.len() > 1 {
                place.awaited = taking_next(place.command, word).or_else(|| taking_next(root, word));
            } else if let Some(sub) = place.find_subcommand(word) {
                place.command = sub;
                place.names_command = true;
            } else {
                place.positionals.push(word);
            }
        }
        place
    }

    fn find_subcommand(&self, word: &str) -> Option<&'c Command> {
        let can_be_one = !self.names_command && self.has_options && self.positionals.is_empty();
        if can_be_one { self.command.get_subcommands().find(|sub| sub.get_name() == word) } else { None }
    }
}

/// The positional argument after `typed` others; one that repeats takes all that follow.
fn positional(command: &Command, typed: usize) -> Option<&Arg> {
    let positionals: Vec<&Arg> = command.get_positionals().collect();
    positionals
        .get(typed)
        .or(positionals.last().filter(|last| {
            matches!(last.get_action(), clap::ArgAction::Append)
                || last.get_num_args().is_some_and(|n| n.max_values() > 1)
        }))
        .copied()
}

fn first_line(text: Option<&clap::builder::StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default().lines().next().unwrap_or_default().to_owned()
}

fn subcommands(command: &Command, partial: &str) -> Vec<Candidate> {
    let named =
        command.get_subcommands().filter(|sub| !sub.is_hide_set() && sub.get_name().starts_with(partial));
    named.map(|sub| Candidate::new(sub.get_name(), first_line(sub.get_about()))).collect()
}

fn options(root: &Command, command: &Command, partial: &str) -> Vec<Candidate> {
    // Without a command the words are a term, which `show` answers.
    let show = root.find_subcommand("show").filter(|_| command.get_name() == root.get_name());
    let arguments = command.get_arguments().chain(show.into_iter().flat_map(Command::get_arguments));
    let globals = root.get_arguments().filter(|argument| argument.is_global_set());
    let mut seen = BTreeSet::new();
    let mut found: Vec<Candidate> = arguments
        .chain(globals)
        .filter(|argument| !argument.is_hide_set())
        .filter_map(|argument| Some((format!("--{}", argument.get_long()?), first_line(argument.get_help()))))
        .chain([("--help".to_owned(), "Print help".to_owned())])
        .filter(|(name, _)| name.starts_with(partial) && seen.insert(name.clone()))
        .map(|(name, help)| Candidate::new(name, help))
        .collect();
    found.sort();
    found
}

/// What an argument can be: its fixed values, else what the glossary knows.
fn values(glossary: &Glossary, argument: &Arg, partial: &str) -> Vec<Candidate> {
    let fixed = argument.get_possible_values();
    let lower = partial.to_lowercase();
    let mut found: Vec<Candidate> = match argument.get_id().as_str() {
        _ if !fixed.is_empty() => {
            fixed.iter().map(|value| Candidate::new(value.get_name(), first_line(value.get_help()))).collect()
        }
        "categories" | "category" => {
            let groups = glossary.groups().iter().map(|group| Candidate::new(&*group.id, &*group.summary));
            let categories = glossary.categories().iter();
            groups
                .chain(categories.map(|category| Candidate::new(&*category.id, &*category.summary)))
                .collect()
        }
        "explain" => RULES.iter().map(|rule| Candidate::new(rule.name, rule.explanation)).collect(),
        "tags" => distinct(glossary, |entry| entry.tags.iter().map(|tag| &**tag).collect()),
        "languages" => distinct(glossary, languages),
        "licenses" => distinct(glossary, licenses),
        _ => match argument.get_value_hint() {
            clap::ValueHint::AnyPath | clap::ValueHint::FilePath | clap::ValueHint::DirPath => {
                return vec![Candidate::new(PATHS, "")];
            }
            _ => Vec::new(),
        },
    };
    found.retain(|candidate| candidate.value.to_lowercase().starts_with(&lower));
    found
}

fn distinct<'g>(glossary: &'g Glossary, of: impl Fn(&'g Entry) -> Vec<&'g str>) -> Vec<Candidate> {
    let values: BTreeSet<&str> = glossary.entries().flat_map(of).filter(|value| !value.is_empty()).collect();
    values.into_iter().map(|value| Candidate::new(value, "")).collect()
}

/// The next word of a term that begins with the words `typed`.
fn term(glossary: &Glossary, typed: &[&str], partial: &str) -> Vec<Candidate> {
    if typed.is_empty() {
        return names(glossary, partial, |_| true);
    }
    let typed: Vec<String> = typed.iter().flat_map(|word| word.split(['-', '_', ' '])).map(key).collect();
    let partial = key_prefix(partial);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for entry in glossary.entries() {
        for (_, name) in entry.names() {
            let words: Vec<&str> = name.split(|c: char| c == '-' || c.is_whitespace()).collect();
            let begins = words.len() > typed.len()
                && words.iter().zip(&typed).all(|(word, typed)| key(word) == *typed);
            if !begins {
                continue;
            }
            let next = words[typed.len()].to_lowercase();
            if next.starts_with(&partial) && seen.insert(next.clone()) {
                found.push(Candidate::new(next, &*entry.summary));
            }
        }
    }
    found
}

fn key_prefix(partial: &str) -> String {
    partial.to_lowercase().trim_matches(['"', '\'']).to_owned()
}

/// The most files of large layers that are opened for their summaries.
const MOST_OPENED: usize = 100;

/// Ids, then other names of one word, that begin with `partial`.
fn names(glossary: &Glossary, partial: &str, is_wanted: impl Fn(&Entry) -> bool) -> Vec<Candidate> {
    let partial = key_prefix(partial);
    let wanted = || glossary.entries().filter(|entry| is_wanted(entry));
    let mut found: Vec<Candidate> = wanted()
        .filter(|entry| entry.id.starts_with(&partial))
        .map(|entry| Candidate::new(&*entry.id, &*entry.summary))
        .collect();
    let unread: Vec<String> =
        glossary.unread_ids().into_iter().filter(|id| id.starts_with(&partial)).collect();
    for (number, id) in unread.into_iter().enumerate() {
        let entry = if number < MOST_OPENED { glossary.get(&id) } else { None };
        let (is_fit, summary) = entry.map_or((true, ""), |entry| (is_wanted(entry), &entry.summary));
        if is_fit {
            found.push(Candidate::new(&*id, summary));
        }
    }
    if partial.is_empty() {
        return found;
    }
    let ids: BTreeSet<String> = found.iter().map(|candidate| candidate.value.clone()).collect();
    let mut others = BTreeSet::new();
    for entry in wanted().filter(|entry| !ids.contains(&*entry.id)) {
        for (_, name) in entry.names() {
            let name = name.to_lowercase();
            let is_word = !name.contains(|c: char| c.is_whitespace() || "\"'()$&|;<>*?".contains(c));
            if is_word && name.starts_with(&partial) && !ids.contains(&name) {
                others.insert(Candidate::new(name, format!("{}: {}", entry.name, entry.summary)));
            }
        }
    }
    found.extend(others);
    found.dedup_by(|one, other| one.value == other.value);
    found
}

/// What can be compared with what was named: the same category first.
fn rivals(glossary: &Glossary, typed: &[&str], partial: &str) -> Vec<Candidate> {
    let named: Vec<&Entry> =
        typed.iter().filter_map(|word| glossary.called(word).first().map(|(_, entry)| *entry)).collect();
    let is_new = |entry: &Entry| named.iter().all(|other| other.id != entry.id);
    let is_same = |entry: &Entry| named.iter().any(|other| other.category == entry.category);
    let mut found = names(glossary, partial, |entry| is_new(entry) && is_same(entry));
    if found.is_empty() || !partial.is_empty() {
        found.extend(names(glossary, partial, |entry| is_new(entry) && !is_same(entry)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::complete;
    use crate::cli;
    use crate::glossary::Glossary;

    fn values(line: &[&str]) -> Vec<String> {
        let words: Vec<String> = line.iter().map(|word| (*word).to_owned()).collect();
        complete(&Glossary::builtin(), &cli::command(), &words).into_iter().map(|c| c.value).collect()
    }

    #[test]
    fn terms_and_commands_at_the_start() {
        assert!(values(&["hel"]).contains(&"helm".to_owned()));
        assert_eq!(values(&["categ"]), ["categories"]);
    }

    #[test]
    fn the_second_word_of_a_term() {
        assert!(values(&["service", "me"]).contains(&"mesh".to_owned()));
    }

    #[test]
    fn options_and_their_values() {
        assert_eq!(values(&["list", "--mat"]), ["--maturity"]);
        assert_eq!(values(&["list", "--maturity", "gr"]), ["graduated"]);
        assert_eq!(values(&["list", "--maturity=gr"]), ["--maturity=graduated"]);
        assert_eq!(values(&["-o", "js"]), ["json"]);
        assert_eq!(values(&["-qo", "js"]), ["json"]);
        assert_eq!(values(&["--colour", "al"]), ["always"]);
        assert_eq!(values(&["list", "--license", "Apache-2"]), ["Apache-2.0"]);
        assert!(values(&["helm", "--fu"]).contains(&"--full".to_owned()));
        assert!(values(&["list", "--category", "service-m"]).contains(&"service-mesh".to_owned()));
    }

    #[test]
    fn a_rival_is_of_the_same_category_and_another() {
        let rivals = values(&["compare", "istio", ""]);
        assert!(rivals.contains(&"linkerd".to_owned()));
        assert!(!rivals.contains(&"istio".to_owned()) && !rivals.contains(&"helm".to_owned()));
        assert!(values(&["compare", "istio", "hel"]).contains(&"helm".to_owned()));
    }
}
