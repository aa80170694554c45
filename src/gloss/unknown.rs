//! Words that look like terms, by their capitals, and are not known.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::evidence::Occurrence;
use super::reading::{Reading, Sort};
use super::surroundings::{ABBREVIATION, begins_sentence, is_list_gap};
use super::{Document, Place, Unknown};
use crate::glossary::Glossary;
use crate::line_number::Lines;

/// Capitals that are no terms.
const PLAIN: [&str; 56] = [
    "OK",
    "TODO",
    "FIXME",
    "NOTE",
    "PDF",
    "AM",
    "PM",
    "US",
    "USA",
    "UK",
    "EU",
    "FAQ",
    "README",
    "TBD",
    "ID",
    "IDs",
    "UI",
    "URL",
    "PR",
    "PRs",
    "NOT",
    "MUST",
    "SHOULD",
    "MAY",
    "AND",
    "OR",
    "IF",
    "UTC",
    "GET",
    "PUT",
    "POST",
    "DELETE",
    "PATCH",
    "WIP",
    "IMHO",
    "OS",
    "CPU",
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
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "English",
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
    for range in names(reading, known) {
        let name = &reading.text[range.clone()];
        if let Some(place) = places.get(name) {
            unknown[*place].count += 1;
        } else if glossary.named(name).is_empty() {
            places.insert(name.to_owned(), unknown.len());
            let place = Place { file: document.name.clone(), line: lines.line(reading.place(range.start)) };
            unknown.push(Unknown { word: name.to_owned(), count: 1, place });
        }
    }
}

/// Where the names stand that are not among `known`: "Foo Mesh" is one.
fn names(reading: &Reading, known: &[Occurrence<'_, '_>]) -> Vec<Range<usize>> {
    let text = &*reading.text;
    let is_running = |sort: &Sort| match sort {
        Sort::Prose => true,
        Sort::Link(address) => !address.starts_with('#'),
        _ => false,
    };
    let running = || reading.stretches.iter().filter(|stretch| is_running(&stretch.sort));
    let all = || running().flat_map(|stretch| words(text, stretch.range.clone()));
    // What also stands there in small letters is a word.
    let small: HashSet<&str> =
        all().map(|range| &text[range]).filter(|word| word.starts_with(char::is_lowercase)).collect();
    let is_word = |name: &Range<usize>| {
        text[name.clone()].split(' ').all(|word| !is_marked(word) && small.contains(&*word.to_lowercase()))
    };
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut known = known.iter().peekable();
    // Where the last name ended, known or not.
    let mut last = 0;
    for word in all() {
        // In the order of the document, and apart from each other.
        while let Some(one) = known.next_if(|one| one.end <= word.start) {
            last = last.max(one.end);
        }
        if PLAIN.contains(&&text[word.clone()]) {
            continue;
        }
        let is_capitalised = is_capitalised(&text[word.clone()]);
        let is_name = is_marked(&text[word.clone()])
            || is_capitalised && (follows_word(text, word.start) || is_in_list(&text[last..word.start]));
        let here = known.peek().filter(|one| one.start < word.end);
        match names.last_mut() {
            // The mesh of the "Foo Mesh" is known as another word.
            Some(name)
                if is_capitalised
                    && here.is_none_or(|one| one.name.is_english)
                    && &text[name.end..word.start] == " " =>
            {
                name.end = word.end;
            }
            _ if is_name && here.is_none() => names.push(word.clone()),
            _ => continue,
        }
        last = word.end;
    }
    names.retain(|name| !is_word(name));
    names
}

/// The words of a part of a text; what is part of a path or an address is none.
fn words(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let is_joined = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '@' | '#');
    text[range].split(move |c| !is_joined(c)).filter_map(move |part| {
        let from = part.as_ptr() as usize - text.as_ptr() as usize;
        let word = part.trim_end_matches(['.', '-', '/']);
        let is_word = !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '-');
        is_word.then(|| from..from + word.len())
    })
}

/// Whether a word is an abbreviation, or has capitals within.
fn is_marked(word: &str) -> bool {
    let letters = || word.chars().filter(|c| c.is_alphabetic());
    let is_abbreviation = (2..=ABBREVIATION).contains(&word.len())
        && word.starts_with(char::is_uppercase)
        && letters().count() > 1
        && letters().all(char::is_uppercase);
    let is_camel_case =
        letters().zip(letters().skip(1)).any(|(one, next)| one.is_lowercase() && next.is_uppercase());
    is_abbreviation || is_camel_case && !word.contains('-') && letters().count() > 2
}

fn is_capitalised(word: &str) -> bool {
    word.len() > 2 && word.starts_with(char::is_uppercase) && word.chars().any(char::is_lowercase)
}

/// Whether a name before and one after `gap` belong to one sentence's list.
fn is_in_list(gap: &str) -> bool {
    is_list_gap(gap) && !gap.contains('\n')
}

/// Whether a word in small letters stands before byte `start`, so that nothing
/// but its being a name explains a capital there.
fn follows_word(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches([' ', '(', '"', '\u{201c}', ',']);
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(char::is_lowercase) && !begins_sentence(text, start)
}

#[cfg(test)]
mod tests {
    use super::super::gloss;
    use super::Document;
    use crate::glossary::Glossary;

    fn unknown(text: &str) -> Vec<String> {
        let document = Document { name: "-".into(), text: text.into() };
        let glossary = Glossary::builtin();
        gloss(&glossary, &[document], true).unknown.into_iter().map(|unknown| unknown.word).collect()
    }

    #[test]
    fn names_by_their_capitals() {
        let found = unknown("We run XYZOperator, the Foo Mesh, Quux and [Frobnitz](https://a.b) on QQX.");
        assert_eq!(found, ["XYZOperator", "Foo Mesh", "Quux", "Frobnitz", "QQX"]);
    }

    #[test]
    fn other_capitals_are_no_names() {
        let text = "---\nTitle: Bar\n---\n# The Design Goals\n\n- Motivation: see [Related Work](#w) in June, 8:30 PM.\n\
                    - Graph of the Server. The server is a Server at https://Foo.bar/Baz and Foo/Bar.\n";
        assert_eq!(unknown(text), [""; 0]);
    }
}
