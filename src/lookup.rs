//! A typed name becomes an entry, several, or what may have been meant.

use crate::entry::{Entry, NameClass};
use crate::glossary::Glossary;
use crate::identify::owner::owners;
use crate::suggest::{Suggestion, suggest};

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
        lookup.words = by_words(glossary, term);
        lookup.suggestions = suggest(glossary, term);
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

/// The entries that each word alone leads to, when all of several words do:
/// somebody asked for two things at once.
fn by_words<'g>(glossary: &'g Glossary, term: &str) -> Vec<&'g Entry> {
    let words: Vec<&str> = term.split_whitespace().collect();
    if words.len() < 2 || words.len() > 8 {
        return Vec::new();
    }
    let found: Option<Vec<&Entry>> =
        words.iter().map(|word| glossary.called(word).first().map(|(_, entry)| *entry)).collect();
    found.unwrap_or_default()
}
