//! Entries by need: full text, ranked, each with the passage that matched.

mod index;
mod passage;
mod query;
pub(crate) mod stems;

use std::collections::HashMap;

use serde::Serialize;

use crate::card::Card;
use crate::entry::{Entry, Kind};
use crate::glossary::Glossary;
use crate::key::key;
use crate::suggest::nearest;
use index::Index;
pub use passage::Passage;
use query::{Query, Word};
use stems::Field;

/// What limits a search.
#[derive(Clone, Debug, Default)]
pub struct Limits<'a> {
    /// Only these categories; all when there is none.
    pub categories: Vec<&'a str>,
    /// Only these kinds; all when there is none.
    pub kinds: Vec<Kind>,
    /// At most so many hits; all for 0.
    pub most: usize,
}

/// The entries that answer a question, best first.
#[derive(Clone, Debug, Serialize)]
pub struct Found<'g> {
    /// The question as typed.
    pub question: String,
    /// The entries.
    pub entries: Vec<Hit<'g>>,
    /// How many there are beyond those shown.
    pub more: usize,
    /// Words of the glossary near to those asked for, when there is no entry.
    pub near: Vec<&'g str>,
}

/// An entry that answers a question.
#[derive(Clone, Debug, Serialize)]
pub struct Hit<'g> {
    /// The entry.
    #[serde(flatten)]
    pub card: Card<'g>,
    /// How well it answers; only the order has a meaning.
    pub score: f64,
    /// Why it is here: the passage that matched.
    pub passage: Passage,
}

/// What a word counts in each field, in the order of [`Field::ALL`]: names over
/// aliases over summaries over tags over text.
const WEIGHTS: [f64; 8] = [6.5, 5.5, 5.0, 6.0, 3.5, 3.0, 2.0, 1.5];

/// What a synonym counts against the word itself.
const SYNONYM: f64 = 0.45;

/// What an entry counts when it has come to an end.
const RETIRED: f64 = 0.4;

/// What a concept counts when the words name no product.
const CONCEPT: f64 = 1.08;

/// What an entry counts that is named by a word that is not wanted.
const UNWANTED: f64 = 0.1;

/// What a synonym counts when it is asked how many of the words an entry has.
const SYNONYM_COVERS: f64 = 0.8;

/// What an entry counts of which a whole name stands in the question.
const WHOLE_NAME: f64 = 1.15;

/// What it adds that all the words stand in one sentence, as a part of the score.
const TOGETHER: f64 = 1.8;

/// How many of the best are read again for words that stand together.
const READ_AGAIN: usize = 80;

/// By how much more an entry counts that many others name: a tenth for ten.
const POPULARITY: f64 = 24.0;

/// What being named by the whole question adds, in names of average weight.
const NAMED: f64 = 3.0;

/// The entries of `glossary` that answer `question`, best first.
#[must_use]
pub fn search<'g>(glossary: &'g Glossary, question: &str, limits: &Limits<'_>) -> Found<'g> {
    let query = Query::new(question);
    let index = Index::new(glossary);
    let mut scores: HashMap<usize, (f64, f64)> = HashMap::new();
    for word in &query.words {
        for (entry, (score, covers)) in word_scores(word, &index) {
            let sum = scores.entry(entry).or_default();
            sum.0 += score;
            sum.1 += covers;
        }
    }
    let names_product = glossary.named(question).iter().any(|(_, entry)| entry.kind.is_comparable());
    let is_wanted = |entry: &Entry| {
        (limits.categories.is_empty() || limits.categories.contains(&&*entry.category))
            && (limits.kinds.is_empty() || limits.kinds.contains(&entry.kind))
            && query.phrases.iter().all(|phrase| passage::has_phrase(entry, phrase))
    };
    let mut ranked: Vec<(f64, &Entry)> = scores
        .into_iter()
        .map(|(number, (sum, matched))| (sum, matched, index.entries[number]))
        .filter(|(.., entry)| is_wanted(entry))
        .map(|(sum, matched, entry)| {
            (score(glossary, entry, sum, matched, &query, question, names_product), entry)
        })
        .collect();
    sort(&mut ranked);
    for (score, entry) in ranked.iter_mut().take(READ_AGAIN) {
        *score *= 1.0 + TOGETHER * passage::togetherness(entry, &query);
    }
    sort(&mut ranked);

    let most = if limits.most == 0 { ranked.len() } else { limits.most };
    let more = ranked.len().saturating_sub(most);
    let near = if ranked.is_empty() { near_words(&query) } else { Vec::new() };
    let hits = ranked.into_iter().take(most).map(|(score, entry)| Hit {
        card: Card::new(glossary, entry),
        score: (score * 100.0).round() / 100.0,
        passage: passage::best(entry, &query),
    });
    Found { question: question.to_owned(), entries: hits.collect(), more, near }
}

/// Best first, and by id among equals.
fn sort(ranked: &mut [(f64, &Entry)]) {
    ranked.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.id.cmp(&other.id)));
}

/// What `word` counts for each entry that it or a synonym stands in: the best
/// field, more for a rare word (Robertson and Sparck Jones' inverse document
/// frequency), a little more for standing in several fields; and how far it
/// covers the word.
fn word_scores(word: &Word, index: &Index<'_>) -> HashMap<usize, (f64, f64)> {
    let mut scores = HashMap::new();
    let own_rarity = rarity(&word.stem, index);
    let stems = std::iter::once((&word.stem, 1.0)).chain(word.synonyms.iter().map(|stem| (stem, SYNONYM)));
    for (stem, factor) in stems {
        // A rare synonym tells no more than the word that was asked for.
        let rarity = rarity(stem, index).min(own_rarity);
        let postings = index.postings(stem);
        for posting in postings {
            let weights = Field::ALL.iter().zip(WEIGHTS).filter(|(field, _)| posting.is_in(**field));
            let (best, sum) =
                weights.fold((0.0, 0.0), |(best, sum), (_, weight)| (f64::max(best, weight), sum + weight));
            let score = factor * rarity * (best + 0.25 * (sum - best));
            let covers = if factor < 1.0 { SYNONYM_COVERS } else { 1.0 };
            let known = scores.entry(posting.entry).or_insert((0.0, 0.0));
            *known = (f64::max(known.0, score), f64::max(known.1, covers));
        }
    }
    scores
}

/// How much a stem tells: more, the fewer of all entries have it.
fn rarity(stem: &str, index: &Index<'_>) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are fewer than 65,536 entries")]
    let (all, with) = (index.entries.len() as f64, index.postings(stem).count() as f64);
    ((all - with + 0.5) / (with + 0.5)).ln_1p()
}

fn score(
    glossary: &Glossary,
    entry: &Entry,
    sum: f64,
    matched: f64,
    query: &Query,
    question: &str,
    names_product: bool,
) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "a question has few words, an entry few neighbours")]
    let (words, weight) = (query.words.len() as f64, glossary.weight(entry) as f64);
    // All words are wanted: a missing one costs more than it would have brought.
    let coverage = (matched / words).powi(2);
    let is_idea = !entry.kind.is_comparable() && entry.kind != Kind::Component;
    let mut score = sum * coverage * (1.0 + weight.ln_1p() / POPULARITY);
    if entry.names().any(|(_, name)| key(name) == key(question)) {
        score += NAMED * 10.0 * words;
    }
    if is_idea && !names_product {
        score *= CONCEPT;
    }
    if entry.names().any(|(_, name)| query.holds(name)) {
        score *= WHOLE_NAME;
    }
    if entry.names().any(|(_, name)| query.refuses(name)) {
        score *= UNWANTED;
    }
    if entry.is_retired() {
        score *= RETIRED;
    }
    score
}

/// The words of the glossary near to those of the question.
fn near_words(query: &Query) -> Vec<&'static str> {
    // A stem of a single entry is as likely a slip of ours.
    let common = || index::stems().filter(|stem| index::builtin_postings(stem).nth(1).is_some());
    let mut near: Vec<&str> = query.words.iter().flat_map(|word| nearest(&word.typed, common())).collect();
    near.dedup();
    near.truncate(crate::suggest::MOST);
    near
}
