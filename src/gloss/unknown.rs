//! Words that look like terms, by their capitals, and are not known.

use std::collections::HashMap;

use super::evidence::Occurrence;
use super::reading::{Reading, Sort};
use super::surroundings::{ABBREVIATION, begins_sentence};
use super::{Document, Place, Unknown};
use crate::glossary::Glossary;
use crate::line_number::Lines;

/// Capitals that are no terms.
const PLAIN: [&str; 44] = [
    "OK",
    "TODO",
    "FIXME",
    "NOTE",
    "PDF",
    "AM",
    "PM",
    "US",
    "UK",
    "EU",
    "FAQ",
    "README",
    "TBD",
    "ID",
    "NOT",
    "MUST",
    "MAY",
    "AND",
    "OR",
    "IF",
    "UTC",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "English",
    "Internet",
    "SHOULD",
    "WIP",
];

/// Adds the words of a document that look like terms to `unknown`; `known` are
/// the names of the glossary that stand there.
pub(super) fn collect(
    glossary: &Glossary,
    document: &Document,
    reading: &Reading,
    known: &[Occurrence<'_, '_>],
    unknown: &mut Vec<Unknown>,
) {
    let mut lines = Lines::new(&document.text);
    let mut places: HashMap<String, usize> =
        unknown.iter().enumerate().map(|(at, unknown)| (unknown.word.clone(), at)).collect();
    let mut known = known.iter().peekable();
    for stretch in &reading.stretches {
        if !matches!(stretch.sort, Sort::Prose | Sort::Link(_)) {
            continue;
        }
        let text = &reading.text[..stretch.range.end];
        let mut name: Option<std::ops::Range<usize>> = None;
        let mut found = Vec::new();
        for word in words(text, stretch.range.start) {
            // In the order of the document, and apart from each other.
            while known.peek().is_some_and(|one| one.end <= word.start) {
                known.next();
            }
            let is_known = known.peek().is_some_and(|one| one.start < word.end);
            let shape = if is_known { Shape::Plain } else { Shape::of(text, word.clone()) };
            match (&mut name, shape) {
                // "Foo Mesh" is one name.
                (Some(name), Shape::Name | Shape::Capitalised) if &text[name.end..word.start] == " " => {
                    name.end = word.end;
                }
                (_, Shape::Name) => found.extend(name.replace(word)),
                _ => found.extend(name.take()),
            }
        }
        found.extend(name);
        for range in found {
            let word = &text[range.clone()];
            if let Some(place) = places.get(word) {
                unknown[*place].count += 1;
            } else if glossary.named(word).is_empty() {
                places.insert(word.to_owned(), unknown.len());
                let place =
                    Place { file: document.name.clone(), line: lines.line(reading.place(range.start)) };
                unknown.push(Unknown { word: word.to_owned(), count: 1, place });
            }
        }
    }
}

/// The words of a text from byte `start` on.
fn words(text: &str, start: usize) -> impl Iterator<Item = std::ops::Range<usize>> {
    let parts =
        text[start..].split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '@')));
    parts.filter_map(move |part| {
        let from = part.as_ptr() as usize - text.as_ptr() as usize;
        let word = part.trim_end_matches(['.', '-', '/']);
        (!word.is_empty()).then(|| from..from + word.len())
    })
}

/// How a word looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// As a name: an abbreviation, capitals within, or a capital that no sentence explains.
    Name,
    /// With a capital that a name before it may go on with.
    Capitalised,
    /// As any word.
    Plain,
}

impl Shape {
    /// The shape of the word at `range` of `text`.
    fn of(text: &str, range: std::ops::Range<usize>) -> Self {
        let word = &text[range.clone()];
        let is_word = word.chars().all(|c| c.is_alphanumeric() || c == '-');
        if !is_word || PLAIN.contains(&word) {
            return Self::Plain;
        }
        let letters: Vec<char> = word.chars().filter(|c| c.is_alphabetic()).collect();
        let capitals = letters.iter().filter(|c| c.is_uppercase()).count();
        let is_abbreviation = word.starts_with(char::is_uppercase)
            && (2..=ABBREVIATION).contains(&word.len())
            && capitals >= 2
            && capitals == letters.len();
        let is_camel_case = letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase());
        let is_capitalised =
            word.len() > 2 && letters.len() > capitals && word.starts_with(char::is_uppercase);
        if is_abbreviation || is_camel_case && !word.contains('-') {
            Self::Name
        } else if !is_capitalised {
            Self::Plain
        } else if begins_sentence(text, range.start) {
            Self::Capitalised
        } else {
            Self::Name
        }
    }
}
