//! Entries by need: full text, ranked, each with the passage that matched.

mod index;
mod nearness;
mod passage;
mod query;
mod rival;
pub(crate) mod stems;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use crate::card::Card;
use crate::entry::{Entry, Kind, NameClass};
use crate::glossary::Glossary;
use crate::suggest::nearest;
use index::Index;
use nearness::Weighed;
pub use passage::Passage;
use query::{Query, Word};
use rival::Rival;
use stems::{Field, words};

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
    pub near: Vec<String>,
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
/// aliases over summaries over tags over text. What people need is written in
/// their words, and counts most.
///
/// This and the factors below were measured on the questions of the tests.
const WEIGHTS: [f64; 8] = [6.5, 5.5, 5.0, 9.0, 3.5, 3.0, 2.0, 1.5];

/// What all other fields of a word count beside the best.
const OTHER_FIELDS: f64 = 0.35;

/// What a synonym counts against the word itself.
const SYNONYM: f64 = 0.45;

/// What a synonym counts when it is asked how many of the words an entry has.
const SYNONYM_COVERS: f64 = 0.8;

/// What a word deep in the text counts for the same.
const TEXT_COVERS: f64 = 0.5;

/// The most that a word tells: one in a score of entries may be an everyday
/// word that the glossary seldom uses.
const RAREST: f64 = 4.0;

/// What an entry counts when it has come to an end.
const RETIRED: f64 = 0.4;

/// What a concept counts when the words name no product.
const CONCEPT: f64 = 1.02;

/// What an entry counts that is named by a word that is not wanted.
const UNWANTED: f64 = 0.1;

/// What an entry counts of which a name of one, two or more words stands in the question.
const WHOLE_NAME: [f64; 3] = [1.0, 1.2, 1.4];

/// What an entry counts whose category's name stands in the question.
const CATEGORY: f64 = 1.3;

/// What a phrase adds that says what was asked, as a part of the score.
const PHRASE: f64 = 2.0;

/// How many of the best are read again, phrase by phrase.
const READ_AGAIN: usize = 40;

/// By how much more an entry counts that many others name: a tenth for ten.
const POPULARITY: f64 = 24.0;

/// What an entry is above all others that is named by the whole question.
const NAMED: f64 = 10_000.0;

/// The entries of `glossary` that answer `question`, best first.
#[must_use]
pub fn search<'g>(glossary: &'g Glossary, question: &str, limits: &Limits<'_>) -> Found<'g> {
    let rival = Rival::of(glossary, question);
    let mut query = Query::new(rival.as_ref().map_or(question, |rival| &rival.rest));
    let index = Index::new(glossary);
    mend_slips(&mut query, &index);
    let is_wanted = |entry: &Entry| {
        (limits.categories.is_empty() || limits.categories.contains(&&*entry.category))
            && (limits.kinds.is_empty() || limits.kinds.contains(&entry.kind))
            && query.phrases.iter().all(|phrase| passage::has_phrase(entry, phrase))
    };
    let named = glossary.named(question);
    let mut ranked = ranked(glossary, &query, &index, &named);
    ranked.retain(|(_, entry)| is_wanted(entry));
    if let Some(rival) = &rival {
        prefer_alternatives(&mut ranked, rival, &query);
        ranked.retain(|(_, entry)| is_wanted(entry));
    }
    for (score, entry) in &mut ranked {
        *score += if named.iter().any(|(_, named)| named.id == entry.id) { NAMED } else { 0.0 };
    }
    sort(&mut ranked);

    let most = if limits.most == 0 { ranked.len() } else { limits.most };
    let more = ranked.len().saturating_sub(most);
    let near = if ranked.is_empty() { near_words(&query, &index) } else { Vec::new() };
    let hits = ranked.into_iter().take(most).map(|(score, entry)| Hit {
        card: Card::new(glossary, entry),
        score: (score * 100.0).round() / 100.0,
        passage: passage::best(entry, &query),
    });
    Found { question: question.to_owned(), entries: hits.collect(), more, near }
}

/// Every entry that has one of the words, with its score; the best were read again.
fn ranked<'g>(
    glossary: &'g Glossary,
    query: &Query,
    index: &Index<'g>,
    named: &[(NameClass, &Entry)],
) -> Vec<(f64, &'g Entry)> {
    let weights = weights(query, index);
    let asked: f64 = weights.iter().sum();
    let mut sums: HashMap<usize, (f64, f64)> = HashMap::new();
    for (word, weight) in query.words.iter().zip(&weights) {
        for (entry, (score, covers)) in word_scores(word, *weight, index) {
            let sum = sums.entry(entry).or_default();
            sum.0 += score;
            sum.1 += covers * weight;
        }
    }
    let mut ranked: Vec<(f64, &Entry)> = sums
        .into_iter()
        .map(|(number, (sum, covered))| (sum, covered / asked, index.entries[number]))
        .map(|(sum, coverage, entry)| (base_score(glossary, entry, sum, coverage), entry))
        .collect();
    sort(&mut ranked);
    let names_product = named.iter().any(|(_, entry)| entry.kind.is_comparable());
    let weighed = Weighed::new(query, &weights);
    for (score, entry) in ranked.iter_mut().take(READ_AGAIN) {
        *score *= 1.0 + PHRASE * weighed.nearness(entry, |stem| rarity(stem, index));
        *score *= factor(glossary, entry, query, names_product);
    }
    ranked
}

/// Puts what takes the place of a rival above all else, by what else was asked,
/// else in the entry's own order; and the rival itself far below.
fn prefer_alternatives<'g>(ranked: &mut Vec<(f64, &'g Entry)>, rival: &Rival<'g>, query: &Query) {
    let top = ranked.iter().map(|(score, _)| *score).fold(1.0, f64::max);
    for (place, alternative) in rival.alternatives.iter().enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "an entry has few alternatives")]
        let order = if query.words.is_empty() { 1.0 / (place + 1) as f64 } else { 0.0 };
        let bonus = (top + order) * if alternative.is_retired() { RETIRED } else { 1.0 };
        match ranked.iter_mut().find(|(_, entry)| entry.id == alternative.id) {
            Some((score, _)) => *score += bonus,
            None => ranked.push((bonus, alternative)),
        }
    }
    for (score, _) in ranked.iter_mut().filter(|(_, entry)| entry.id == rival.entry.id) {
        *score *= UNWANTED;
    }
}

/// Best first, and by id among equals.
fn sort(ranked: &mut [(f64, &Entry)]) {
    ranked.sort_by(|(a, one), (b, other)| b.total_cmp(a).then_with(|| one.id.cmp(&other.id)));
}

/// What `word` counts for each entry that it or a synonym stands in: the best
/// field, more for a rare word (Robertson and Sparck Jones' inverse document
/// frequency), a little more for standing in several fields; and how far it
/// covers the word.
fn word_scores(word: &Word, own_rarity: f64, index: &Index<'_>) -> HashMap<usize, (f64, f64)> {
    let mut scores = HashMap::new();
    let stems = std::iter::once((&word.stem, 1.0)).chain(word.synonyms.iter().map(|stem| (stem, SYNONYM)));
    for (stem, factor) in stems {
        // A rare synonym tells no more than the word that was asked for.
        let rarity = rarity(stem, index).min(own_rarity);
        let postings = index.postings(stem);
        for posting in postings {
            let weights = Field::ALL.iter().zip(WEIGHTS).filter(|(field, _)| posting.is_in(**field));
            let (best, sum) =
                weights.fold((0.0, 0.0), |(best, sum), (_, weight)| (f64::max(best, weight), sum + weight));
            let score = factor * rarity * (best + OTHER_FIELDS * (sum - best));
            let depth = if best < WEIGHTS[Field::Why as usize] { TEXT_COVERS } else { 1.0 };
            let covers = if factor < 1.0 { SYNONYM_COVERS } else { 1.0 } * depth;
            let known = scores.entry(posting.entry).or_insert((0.0, 0.0));
            *known = (f64::max(known.0, score), f64::max(known.1, covers));
        }
    }
    scores
}

/// How much each word of a question tells; one that stands in no entry, and is
/// known by its synonyms at best, half of what the most telling does.
fn weights(query: &Query, index: &Index<'_>) -> Vec<f64> {
    let rarities = query.words.iter().map(|word| index.has(&word.stem).then(|| rarity(&word.stem, index)));
    let rarities: Vec<Option<f64>> = rarities.collect();
    let most = rarities.iter().flatten().copied().fold(0.0, f64::max);
    let unknown = if most > 0.0 { most / 2.0 } else { 1.0 };
    rarities.into_iter().map(|rarity| rarity.unwrap_or(unknown)).collect()
}

/// How much a stem tells: more, the fewer of all entries have it.
fn rarity(stem: &str, index: &Index<'_>) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "there are fewer than 65,536 entries")]
    let (all, with) = (index.entries.len() as f64, index.postings(stem).count() as f64);
    libm::log1p((all - with + 0.5) / (with + 0.5)).min(RAREST)
}

/// The score of `entry` from its words, of which it has that part of the
/// question: all are wanted, so that a missing one costs more than it would
/// have brought.
fn base_score(glossary: &Glossary, entry: &Entry, sum: f64, coverage: f64) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "an entry has few neighbours")]
    let weight = glossary.weight(entry) as f64;
    let standing = if entry.is_retired() { RETIRED } else { 1.0 };
    sum * coverage.powi(2) * (1.0 + libm::log1p(weight) / POPULARITY) * standing
}

/// What an entry counts for what it is and how it is called.
fn factor(glossary: &Glossary, entry: &Entry, query: &Query, names_product: bool) -> f64 {
    let mut factor = 1.0;
    let is_idea = !entry.kind.is_comparable() && entry.kind != Kind::Component;
    if is_idea && !names_product {
        factor *= CONCEPT;
    }
    let held = entry.names().map(|(_, name)| query.holds(name)).max().unwrap_or(0);
    if held > 0 {
        factor *= WHOLE_NAME[held.min(WHOLE_NAME.len()) - 1];
    }
    let category = glossary.category(&entry.category).map_or("", |category| &category.name);
    if query.holds(category) > 1 {
        factor *= CATEGORY;
    }
    if entry.names().any(|(_, name)| query.refuses(name)) {
        factor *= UNWANTED;
    }
    factor
}

/// Beside words that are known, takes for one that stands nowhere the nearest that does.
fn mend_slips(query: &mut Query, index: &Index<'_>) {
    let is_known =
        |word: &Word| std::iter::once(&word.stem).chain(&word.synonyms).any(|stem| index.has(stem));
    if !query.words.iter().any(is_known) || query.words.iter().all(is_known) {
        return;
    }
    let vocabulary = vocabulary(index);
    for word in query.words.iter_mut().filter(|word| !is_known(word)) {
        let near = nearest(&word.typed, vocabulary.iter().map(String::as_str));
        if let Some(near) = near.first() {
            *word = word.meaning(near);
        }
    }
}

/// The words of the glossary near to those of the question.
fn near_words(query: &Query, index: &Index<'_>) -> Vec<String> {
    let vocabulary = vocabulary(index);
    let near = |word: &Word| nearest(&word.typed, vocabulary.iter().map(String::as_str));
    let mut near: Vec<String> = query.words.iter().flat_map(near).map(str::to_owned).collect();
    near.dedup();
    near.truncate(crate::suggest::MOST);
    near
}

/// The words that people type: of names, of needs, of tags and of summaries,
/// but those of a single summary, which are as likely a slip of ours.
fn vocabulary(index: &Index<'_>) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for entry in &index.entries {
        let certain = entry.names().map(|(_, name)| name).chain(entry.tags.iter().map(|tag| &**tag));
        for word in certain.flat_map(words) {
            *counts.entry(word.to_lowercase()).or_default() += 2;
        }
        let running = entry.needs.iter().map(|need| &**need).chain([&*entry.summary]);
        for word in running.flat_map(words) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(word, _)| word).collect()
}
