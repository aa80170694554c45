//! Words that look like terms, by their capitals, and are not known.

use std::ops::Range;

use super::prose::{Sort, stretches};
use super::{Document, Lines, Unknown};
use crate::glossary::Glossary;

/// Capitals that are no terms.
const PLAIN: [&str; 12] =
    ["OK", "TODO", "FIXME", "NOTE", "PDF", "AM", "PM", "US", "UK", "EU", "FAQ", "README"];

/// Adds the words of `document` that look like terms to `unknown`; `known` are
/// the bytes where names of the glossary stand.
pub(super) fn collect(
    glossary: &Glossary,
    document: &Document,
    known: &[Range<usize>],
    unknown: &mut Vec<Unknown>,
) {
    let mut lines = Lines::new(document);
    for stretch in stretches(&document.text, super::is_markdown(&document.name)) {
        if stretch.sort == Sort::Block {
            continue;
        }
        let text = &document.text[stretch.range.clone()];
        for (at, word) in words(text) {
            let start = stretch.range.start + at;
            let is_known =
                known.iter().any(|range| range.contains(&start)) || !glossary.named(word).is_empty();
            if is_known || !looks_like_term(text, at, word) {
                continue;
            }
            match unknown.iter_mut().find(|other| other.word == word) {
                Some(other) => other.count += 1,
                None => unknown.push(Unknown { word: word.to_owned(), count: 1, place: lines.place(start) }),
            }
        }
    }
}

/// The words of a text with the byte that each begins at.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split(|c: char| !(c.is_alphanumeric() || c == '-'));
    parts
        .map(move |word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
        .filter(|(_, word)| word.len() > 1)
}

/// Capitals within a word, or a capital that no sentence begins with.
fn looks_like_term(text: &str, at: usize, word: &str) -> bool {
    let capitals = word.chars().filter(|c| c.is_uppercase()).count();
    let begins_upper = word.starts_with(char::is_uppercase);
    let before = text[..at].trim_end_matches([' ', '"', '(', '*', '_', '\n']);
    let begins_sentence = before.is_empty() || before.ends_with(['.', '!', '?', ':']);
    let is_name = capitals >= 2 || (capitals == 1 && !begins_upper) || (begins_upper && !begins_sentence);
    is_name && !PLAIN.contains(&word) && word.chars().any(char::is_alphabetic)
}
