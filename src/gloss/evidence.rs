//! Whether a name that is also plain English means the technology: by how it is
//! written, and by what stands beside it.

use std::collections::BTreeSet;

use super::names::Name;
use super::prose::Sort;

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
const FIELD: usize = 3;

/// Within how many bytes two names stand next to each other, and near.
const NEXT: usize = 25;
const NEAR: usize = 80;

/// Takes from `found`, in the order of the document, what means the technology.
pub(super) fn meant<'t, 'g>(document: &str, found: Vec<Occurrence<'t, 'g>>) -> Vec<Occurrence<'t, 'g>> {
    let own: Vec<i32> = found.iter().map(|occurrence| own_evidence(document, occurrence)).collect();
    let mut is_meant: Vec<bool> = found.iter().map(is_unmistakable).collect();
    let unmistakable = found.iter().zip(&is_meant).filter(|(_, is_meant)| **is_meant);
    let terms: BTreeSet<&str> = unmistakable.map(|(occurrence, _)| &*occurrence.name.entry.id).collect();
    let field = i32::from(terms.len() >= FIELD);
    // What is meant supports its neighbours, so that a list is taken whole.
    loop {
        let mut has_changed = false;
        for at in 0..found.len() {
            if !is_meant[at]
                && may_count(&found[at])
                && own[at] + field + beside(document, &found, &is_meant, at) >= ENOUGH
            {
                is_meant[at] = true;
                has_changed = true;
            }
        }
        if !has_changed {
            break;
        }
    }
    found
        .into_iter()
        .zip(is_meant)
        .filter(|(_, is_meant)| *is_meant)
        .map(|(occurrence, _)| occurrence)
        .collect()
}

/// Whether a name is one in any text: no English word, and not short letters by chance.
fn is_unmistakable(occurrence: &Occurrence<'_, '_>) -> bool {
    let Occurrence { name, text, .. } = occurrence;
    may_count(occurrence)
        && !name.is_english
        && (!name.is_short() || (name.is_spelled(text) && has_capital(text)))
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
    // "A kind of", "the draft of": English.
    let follows = document[occurrence.end..].trim_start();
    let is_english_use = !is_named && (follows.starts_with("of ") || follows.starts_with("that "));
    marks + spelling - if is_english_use { 4 } else { 0 }
}

fn begins_sentence(document: &str, start: usize) -> bool {
    let before =
        document[..start].trim_end_matches([' ', '\t', '"', '(', '*', '_', '#', '-', '>', '\u{201c}']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n'])
}

/// What the nearest names in the same paragraph that are meant say for it.
fn beside(document: &str, found: &[Occurrence<'_, '_>], is_meant: &[bool], at: usize) -> i32 {
    let here = &found[at];
    let distance = |other: &Occurrence<'_, '_>| {
        if other.end <= here.start { here.start - other.end } else { other.start.saturating_sub(here.end) }
    };
    let is_near = |number: &usize| is_meant[*number] && found[*number].paragraph == here.paragraph;
    let is_other = |number: &usize| found[*number].name.entry.id != here.name.entry.id;
    let before = (0..at).rev().take(8).find(|number| is_near(number) && is_other(number));
    let after = (at + 1..found.len()).take(8).find(|number| is_near(number) && is_other(number));
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
