//! Whether a name that is also plain English means the technology: by how it is
//! written, and by what stands beside it.

use std::collections::{BTreeSet, VecDeque};
use std::ops::Range;

use super::names::Name;
use super::prose::Sort;
use crate::entry::Kind;

/// A name found in a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence<'t, 'g> {
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// As it stands there.
    pub(super) text: &'t str,
    /// The name that it is.
    pub(super) name: Name<'g>,
    /// What it stands in.
    pub(super) sort: Sort,
    /// The paragraph that it stands in.
    pub(super) paragraph: usize,
}

/// The evidence that is enough.
const ENOUGH: i32 = 3;

/// How many different unmistakable terms make a document one of this field.
const FIELD: usize = 2;

/// How many technologies in a row make a list.
const LIST: usize = 3;

/// Within how many bytes two names stand next to each other, and near.
const NEXT: usize = 25;
const NEAR: usize = 80;

/// How many names away one is looked for that supports another.
const REACH: usize = 8;

/// Takes from `found`, in the order of the document, what means the technology.
pub(super) fn meant<'t, 'g>(document: &str, found: Vec<Occurrence<'t, 'g>>) -> Vec<Occurrence<'t, 'g>> {
    let own: Vec<i32> = found.iter().map(|occurrence| own_evidence(document, occurrence)).collect();
    let mut is_meant: Vec<bool> = found.iter().map(is_unmistakable).collect();
    for list in lists(document, &found) {
        is_meant[list].fill(true);
    }
    let telling =
        found.iter().zip(&is_meant).filter(|(occurrence, is_meant)| **is_meant && tells_field(occurrence));
    let terms: BTreeSet<&str> = telling.map(|(occurrence, _)| &*occurrence.name.entry.id).collect();
    let field = i32::from(terms.len() >= FIELD);
    // What is meant supports its neighbours, so that a list is taken whole.
    let mut waiting: VecDeque<usize> = (0..found.len()).collect();
    while let Some(at) = waiting.pop_front() {
        if !is_meant[at]
            && may_count(&found[at])
            && own[at] + field + beside(document, &found, &is_meant, field, at) >= ENOUGH
        {
            is_meant[at] = true;
            let around = at.saturating_sub(REACH)..(at + REACH + 1).min(found.len());
            waiting.extend(around.filter(|other| !is_meant[*other]));
        }
    }
    found
        .into_iter()
        .zip(is_meant)
        .filter(|(_, is_meant)| *is_meant)
        .map(|(occurrence, _)| occurrence)
        .collect()
}

/// The enumerations of technologies: "helm, flux and vault" is none of ships.
fn lists(document: &str, found: &[Occurrence<'_, '_>]) -> Vec<Range<usize>> {
    let is_technology =
        |occurrence: &Occurrence<'_, '_>| may_count(occurrence) && occurrence.name.entry.kind.is_comparable();
    let belong = |pair: &[Occurrence<'_, '_>]| {
        pair.iter().all(is_technology)
            && pair[0].name.entry.id != pair[1].name.entry.id
            && document.get(pair[0].end..pair[1].start).is_some_and(is_list_gap)
    };
    let mut lists = Vec::new();
    let mut first = 0;
    for end in 1..=found.len() {
        let goes_on = end < found.len() && belong(&found[end - 1..=end]);
        if !goes_on {
            if end - first >= LIST {
                lists.push(first..end);
            }
            first = end;
        }
    }
    lists
}

/// Whether a name is one in any text: no English word, and not short letters by chance.
fn is_unmistakable(occurrence: &Occurrence<'_, '_>) -> bool {
    let Occurrence { name, text, .. } = occurrence;
    may_count(occurrence)
        && !name.is_english
        && (!name.is_short() || (name.is_spelled(text) && has_capital(text)))
}

/// Whether a name tells that a document is of this field: `kernel`, `API` and
/// `HTTP` stand in any text on computers, and Prometheus in one on Greece.
fn tells_field(occurrence: &Occurrence<'_, '_>) -> bool {
    let Occurrence { name, text, .. } = occurrence;
    let is_of_field = match name.entry.kind {
        Kind::Object => is_camel_case(text),
        kind => kind.is_comparable() || kind == Kind::Component,
    };
    is_of_field && !may_be_person(occurrence)
}

/// Whether the name may be meant that technology took from a myth, a person or
/// a place; those are never written small.
fn may_be_person(occurrence: &Occurrence<'_, '_>) -> bool {
    occurrence.name.is_proper && has_capital(occurrence.text)
}

/// Whether a capital follows a small letter: `StatefulSet`.
fn is_camel_case(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
}

/// Whether a name can be meant at all here: in a block of code ordinary words
/// are keys and values.
fn may_count(occurrence: &Occurrence<'_, '_>) -> bool {
    let Occurrence { name, text, sort, .. } = occurrence;
    let is_mark = *sort == Sort::Code;
    (*sort != Sort::Block || !name.is_english && !name.is_short())
        && (!name.is_short() || is_mark || name.is_spelled(text))
}

fn has_capital(text: &str) -> bool {
    text.chars().any(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// What speaks for it by itself: marked as code, a link, spelled as a name.
fn own_evidence(document: &str, occurrence: &Occurrence<'_, '_>) -> i32 {
    let marks = match occurrence.sort {
        Sort::Code | Sort::Link => ENOUGH,
        Sort::Prose | Sort::Block => 0,
    };
    let is_named = has_capital(occurrence.name.written) && occurrence.name.is_spelled(occurrence.text);
    let spelling = match (is_named, begins_sentence(document, occurrence.start)) {
        (true, false) => 2,
        (true, true) => 1,
        (false, _) => 0,
    };
    let is_english_use = !is_named && is_followed_as_english(document, occurrence.end);
    // "Skaffold builds": another word for an idea is English unless it is marked.
    let is_other_word =
        !is_named && !occurrence.name.entry.kind.is_comparable() && is_alias(&occurrence.name);
    marks + spelling - if is_english_use || is_other_word { 4 } else { 0 }
}

/// Words behind a name that make it plain English: "a kind of", "the draft
/// that", "watch it", "deploy the".
const ENGLISH_FOLLOWERS: [&str; 16] = [
    "of", "that", "it", "them", "the", "a", "an", "this", "these", "those", "your", "our", "my", "its",
    "their", "all",
];

fn is_followed_as_english(document: &str, end: usize) -> bool {
    let follows = document[end..].strip_prefix([' ', '\n']).unwrap_or_default();
    let word = follows.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    ENGLISH_FOLLOWERS.contains(&word)
}

/// Whether the name is neither what its entry is called nor its id.
fn is_alias(name: &Name<'_>) -> bool {
    !name.written.eq_ignore_ascii_case(&name.entry.name) && name.written != name.entry.id
}

fn begins_sentence(document: &str, start: usize) -> bool {
    let before =
        document[..start].trim_end_matches([' ', '\t', '"', '(', '*', '_', '#', '-', '>', '\u{201c}']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n'])
}

/// What the nearest names in the same paragraph that are meant say for it.
fn beside(document: &str, found: &[Occurrence<'_, '_>], is_meant: &[bool], field: i32, at: usize) -> i32 {
    let here = &found[at];
    let distance = |other: &Occurrence<'_, '_>| {
        if other.end <= here.start { here.start - other.end } else { other.start.saturating_sub(here.end) }
    };
    let is_telling = |other: &Occurrence<'_, '_>| field > 0 || !may_be_person(other);
    let is_near = |number: &usize| {
        is_meant[*number] && found[*number].paragraph == here.paragraph && is_telling(&found[*number])
    };
    let is_other = |number: &usize| found[*number].name.entry.id != here.name.entry.id;
    let before = (0..at).rev().take(REACH).find(|number| is_near(number) && is_other(number));
    let after = (at + 1..found.len()).take(REACH).find(|number| is_near(number) && is_other(number));
    let each = |number: Option<usize>| {
        number.map_or(0, |number| {
            let other = &found[number];
            let gap = if other.end <= here.start {
                &document[other.end..here.start]
            } else {
                &document[here.end..other.start]
            };
            match distance(other) {
                distance if distance <= NEXT || is_list_gap(gap) => 2,
                distance if distance <= NEAR => 1,
                _ => 0,
            }
        })
    };
    // Between two names of a list, both count.
    each(before) + each(after)
}

/// Whether only what parts the items of a list stands between.
fn is_list_gap(gap: &str) -> bool {
    gap.len() <= 12
        && gap
            .split(|c: char| c.is_whitespace() || ",;/()&*`-".contains(c))
            .all(|word| matches!(word, "" | "and" | "or" | "with" | "vs"))
}
