//! A typed name becomes an entry, several, or what may have been meant.

use crate::entry::{Entry, NameClass};
use crate::glossary::Glossary;
use crate::identify::owner::owners;
use crate::suggest::{Suggestion, reordered, suggest};

/// What a typed term leads to.
#[derive(Clone, Debug)]
pub struct Lookup<'g> {
    /// The term as typed.
    pub term: String,
    /// The entries: one, or every meaning of an ambiguous word, the usual one first.
    pub entries: Vec<&'g Entry>,
    /// How the term belongs to the first entry; none where it is no name of it.
    pub class: Option<NameClass>,
    /// What may have been meant, when there is no entry.
    pub suggestions: Vec<Suggestion<'g>>,
    /// The entries that the single words name, when the whole names none.
    pub words: Vec<&'g Entry>,
}

/// Looks `term` up: an id, name, alias or acronym in any spelling, or
/// `category/id`, which is never ambiguous; else the owners of an API group, a
/// custom resource definition or an image.
#[must_use]
pub fn lookup<'g>(glossary: &'g Glossary, term: &str) -> Lookup<'g> {
    let mut lookup = Lookup {
        term: term.to_owned(),
        entries: Vec::new(),
        class: None,
        suggestions: Vec::new(),
        words: Vec::new(),
    };
    if let Some(entry) = by_path(glossary, term) {
        lookup.entries.push(entry);
        lookup.class = Some(NameClass::Id);
        return lookup;
    }
    let named = glossary.called(term);
    if named.is_empty() {
        lookup.entries = owners(glossary, term);
        if !lookup.entries.is_empty() {
            return lookup;
        }
        lookup.suggestions = reordered(glossary, term);
        if lookup.suggestions.is_empty() {
            lookup.words = by_words(glossary, term);
            lookup.suggestions = suggest(glossary, term);
        }
        return lookup;
    }
    lookup.class = named.first().map(|(class, _)| *class);
    lookup.entries = named.into_iter().map(|(_, entry)| entry).collect();
    lookup
}

/// The entry that `category/id` names.
fn by_path<'g>(glossary: &'g Glossary, term: &str) -> Option<&'g Entry> {
    let (category, id) = term.trim().split_once('/')?;
    glossary.get(id).filter(|entry| entry.category == category)
}

/// The entries that the words lead to one by one, when all of several do and can
/// be compared: somebody asked for two things at once.
fn by_words<'g>(glossary: &'g Glossary, term: &str) -> Vec<&'g Entry> {
    let words: Vec<&str> = term.split_whitespace().collect();
    if words.len() > 2 * LONGEST {
        return Vec::new();
    }
    let terms = terms(glossary, &words);
    let found: Option<Vec<&Entry>> =
        terms.iter().map(|term| glossary.called(term).first().map(|(_, entry)| *entry)).collect();
    let is_choice =
        |found: &Vec<&Entry>| found.len() > 1 && found.iter().all(|entry| entry.kind.is_comparable());
    found.filter(is_choice).unwrap_or_default()
}

/// How many words the longest name is taken to have.
const LONGEST: usize = 5;

/// Words that stand between names: "istio vs linkerd".
const BETWEEN: [&str; 5] = ["vs", "vs.", "versus", "or", "and"];

/// The terms that `words` are, read from the left: the longest run of them that
/// is a name, else the word alone; what stands between names is none.
#[must_use]
pub fn terms(glossary: &Glossary, words: &[&str]) -> Vec<String> {
    let words: Vec<&str> = words
        .iter()
        .copied()
        .filter(|word| !BETWEEN.iter().any(|between| between.eq_ignore_ascii_case(word)))
        .collect();
    let mut terms = Vec::new();
    let mut rest = &words[..];
    while !rest.is_empty() {
        let is_name = |count: &usize| !glossary.called(&rest[..*count].join(" ")).is_empty();
        let count = (2..=rest.len().min(LONGEST)).rev().find(is_name).unwrap_or(1);
        let (term, behind) = rest.split_at(count);
        terms.push(term.join(" "));
        rest = behind;
    }
    // Two words that are one name may be meant as two: "compare kubernetes service".
    if terms.len() < 2 { words.into_iter().map(str::to_owned).collect() } else { terms }
}

#[cfg(test)]
mod tests {
    use super::terms;
    use crate::glossary::Glossary;

    #[test]
    fn the_longest_run_of_words_is_a_term() {
        let glossary = Glossary::builtin();
        assert_eq!(terms(&glossary, &["argo", "cd", "vs", "flux"]), ["argo cd", "flux"]);
        assert_eq!(terms(&glossary, &["istio", "versus", "linkerd"]), ["istio", "linkerd"]);
        assert_eq!(terms(&glossary, &["istio", "service", "mesh"]), ["istio", "service mesh"]);
        assert_eq!(terms(&glossary, &["service", "mesh"]), ["service", "mesh"]);
        assert_eq!(terms(&glossary, &["cert", "manager", "vault"]), ["cert manager", "vault"]);
    }
}
