//! The passage of an entry that answers a question best, and what in it matched.

use rust_stemmers::{Algorithm, Stemmer};
use serde::Serialize;

use super::query::{Query, squeezed};
use super::stems::stem;
use crate::entry::Entry;
use crate::markup::{Piece, pieces};

/// A sentence of an entry, in pieces.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// The key of the entry that it stands under.
    pub field: &'static str,
    /// The sentence.
    pub text: String,
    /// The words of the sentence that matched.
    pub matched: Vec<String>,
}

/// The sentence of `entry` in which most of the question stands; the summary
/// among equals.
pub(super) fn best(entry: &Entry, query: &Query) -> Passage {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut best = Passage {
        field: "summary",
        text: entry.summary.to_string(),
        matched: matches(&stemmer, &entry.summary, query),
    };
    let mut best_count = distinct(&stemmer, &best.matched);
    for (field, text) in texts(entry) {
        let plain = plain(text);
        for sentence in sentences(&plain) {
            let matched = matches(&stemmer, sentence, query);
            let count = distinct(&stemmer, &matched);
            if count > best_count {
                best_count = count;
                best = Passage { field, text: sentence.to_owned(), matched };
            }
        }
    }
    best
}

/// Whether `phrase`, lower-case with single spaces, stands in an entry.
pub(super) fn has_phrase(entry: &Entry, phrase: &str) -> bool {
    let names = entry.names().map(|(_, name)| name);
    let summary = std::iter::once(&*entry.summary);
    let texts = texts(entry).into_iter().map(|(_, text)| text);
    names.chain(summary).chain(texts).any(|text| squeezed(&plain(text)).contains(phrase))
}

/// The texts of `entry` that have sentences, with their keys.
pub(super) fn texts(entry: &Entry) -> Vec<(&'static str, &str)> {
    let mut texts = vec![("why", &*entry.why), ("description", &*entry.description)];
    texts.extend(entry.use_when.iter().map(|reason| ("use-when", &**reason)));
    texts.extend(entry.commands.iter().map(|command| ("commands", &*command.does)));
    texts.extend(entry.aliases.iter().map(|alias| ("aliases", &**alias)));
    texts
}

/// `text` without its marks, on one line.
pub(super) fn plain(text: &str) -> String {
    let plain: String = pieces(text)
        .map(|piece| match piece {
            Piece::Plain(text) | Piece::Code(text) | Piece::Emphasis(text) | Piece::Link(text, _) => text,
        })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sentences of a plain text.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(". ").map(str::trim)
}

fn matches(stemmer: &Stemmer, sentence: &str, query: &Query) -> Vec<String> {
    super::stems::words(sentence).filter(|word| query.has(&stem(stemmer, word))).map(str::to_owned).collect()
}

/// How many different words these are.
fn distinct(stemmer: &Stemmer, words: &[String]) -> usize {
    let mut stems: Vec<String> = words.iter().map(|word| stem(stemmer, word)).collect();
    stems.sort_unstable();
    stems.dedup();
    stems.len()
}
