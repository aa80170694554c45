//! Words that look like terms, by their capitals, and are not known.

use std::collections::HashMap;
use std::ops::Range;

use super::prose::{Sort, stretches};
use super::{Document, Place, Unknown};
use crate::glossary::Glossary;
use crate::line_number::Lines;

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
    let mut lines = Lines::new(&document.text);
    let mut places: HashMap<String, usize> =
        unknown.iter().enumerate().map(|(at, unknown)| (unknown.word.clone(), at)).collect();
    for stretch in stretches(&document.text, super::is_markdown(&document.name)) {
        if stretch.sort == Sort::Block {
            continue;
        }
        let text = &document.text[stretch.range.clone()];
        for (at, word) in words(text) {
            let start = stretch.range.start + at;
            // In the order of the document, and apart from each other.
            let before = known.partition_point(|range| range.start <= start);
            let is_known = before > 0 && known[before - 1].contains(&start);
            if is_known || !looks_like_term(text, at, word) {
                continue;
            }
            if let Some(place) = places.get(word) {
                unknown[*place].count += 1;
            } else if glossary.named(word).is_empty() {
                places.insert(word.to_owned(), unknown.len());
                let place = Place { file: document.name.clone(), line: lines.line(start) };
                unknown.push(Unknown { word: word.to_owned(), count: 1, place });
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
