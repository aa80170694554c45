//! The names to look for in a text: one automaton over all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::entry::Entry;
use crate::glossary::Glossary;

/// Names that are also plain English words.
const ENGLISH: &str = include_str!("data/english.txt");

/// Names that were a person's, a place's or a myth's before.
const PROPER: &str = include_str!("data/proper.txt");

/// The longest name that counts only as it is written: `CD` is one, `cd` is a command.
const SHORT: usize = 3;

/// A name that leads to an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'g> {
    /// As the entry writes it.
    pub(super) written: &'g str,
    /// The entry.
    pub(super) entry: &'g Entry,
    /// Whether it means something else in plain English.
    pub(super) is_english: bool,
    /// Whether it was a person's, a place's or a myth's before.
    pub(super) is_proper: bool,
}

impl Name<'_> {
    /// Whether `found` is spelled as the name is, not merely with the same letters.
    pub(super) fn is_spelled(&self, found: &str) -> bool {
        found == self.written || found.strip_suffix('s') == Some(self.written)
    }

    /// Whether it is so short that only its own spelling can mean it.
    pub(super) fn is_short(&self) -> bool {
        self.written.len() <= SHORT
    }
}

/// All names of a glossary, to be found in one pass.
pub(super) struct Names<'g> {
    automaton: AhoCorasick,
    names: Vec<Name<'g>>,
}

impl<'g> Names<'g> {
    /// The names of `glossary`; of a shared one the usual meaning.
    pub(super) fn new(glossary: &'g Glossary) -> Option<Self> {
        let (english, proper) = (words(ENGLISH), words(PROPER));
        let mut patterns: BTreeMap<String, Name<'g>> = BTreeMap::new();
        for entry in glossary.entries() {
            for (class, written) in entry.names() {
                let lower = written.to_lowercase();
                let spaced = lower.replace('-', " ");
                let (is_english, is_proper) = (english.contains(&*lower), proper.contains(&*lower));
                for pattern in [lower, spaced] {
                    let name = Name { written, entry, is_english, is_proper };
                    let known = patterns.entry(pattern).or_insert(name);
                    let rank =
                        |name: &Name<'_>, class| (class, std::cmp::Reverse(glossary.weight(name.entry)));
                    let known_class = class_of(known);
                    // The spelling of the name matters more than that of the id.
                    let is_own_spelling = known.entry.id == entry.id && written == &*entry.name;
                    if is_own_spelling
                        || rank(&name, Some(class)) < rank(known, known_class) && known.entry.id != entry.id
                    {
                        *known = name;
                    }
                }
            }
        }
        let (patterns, names): (Vec<String>, Vec<Name<'g>>) = patterns.into_iter().unzip();
        let builder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(patterns);
        builder.ok().map(|automaton| Self { automaton, names })
    }

    /// The names that stand in `text` as whole words, longest first, with their bytes.
    pub(super) fn find<'n>(&'n self, text: &'n str) -> impl Iterator<Item = (Range<usize>, &'n Name<'g>)> {
        self.automaton.find_iter(text).filter_map(move |found| {
            let end = with_plural(text, found.end());
            is_whole(text, found.start(), end)
                .then(|| (found.start()..end, &self.names[found.pattern().as_usize()]))
        })
    }
}

/// The words of a list, one a line; `#` begins a comment.
fn words(list: &str) -> BTreeSet<&str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

/// How the written name belongs to its entry.
fn class_of(name: &Name<'_>) -> Option<crate::entry::NameClass> {
    name.entry.names().find(|(_, written)| *written == name.written).map(|(class, _)| class)
}

/// The end of a word that goes on with a plural ending only.
fn with_plural(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    match rest.strip_prefix('s').filter(|rest| ends(rest)) {
        Some(_) => end + 1,
        None => end,
    }
}

/// Whether no letter, digit or sign that belongs to a longer word stands at
/// either side: `helm.sh/chart`, `nginx-unprivileged` and `my-app` are such.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let mut after = text[end..].chars();
    let (next, second) = (after.next(), after.next());
    let joins = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | '@' | '$' | '\\');
    let joins_before = before.is_some_and(|c| joins(c) || c == '.');
    let joins_after = next.is_some_and(|c| {
        // A dot or slash joins only when a word follows; a hyphen may make "Kubernetes-native".
        c.is_alphanumeric()
            || matches!(c, '_' | '@')
            || (matches!(c, '.' | '/') && second.is_some_and(char::is_alphanumeric))
    });
    !joins_before && !joins_after
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::glossary::Glossary;

    fn ids(text: &str) -> Vec<String> {
        let glossary = Glossary::builtin();
        let names = Names::new(&glossary).expect("the names make an automaton");
        names.find(text).map(|(_, name)| name.entry.id.to_string()).collect()
    }

    #[test]
    fn whole_words_longest_first() {
        assert_eq!(ids("Service Meshes? The service mesh."), ["service-mesh"]);
        assert_eq!(ids("StatefulSets and gRPC"), ["statefulset", "grpc"]);
        assert_eq!(ids("helmet, overhelm, helm_x"), [""; 0]);
        assert_eq!(ids("Kubernetes-native"), ["kubernetes"]);
    }
}
