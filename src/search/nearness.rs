//! How near the phrases of an entry are to a question: what people need, what
//! it is called, what it is, and the sentences of its text.

use rust_stemmers::{Algorithm, Stemmer};

use super::passage::{plain, sentences, texts};
use super::query::Query;
use super::stems::{stem, words};
use crate::entry::Entry;

/// What a phrase of each sort counts, measured on the questions of the tests.
const NEED: f64 = 1.5;
const NAME: f64 = 0.5;
const SUMMARY: f64 = 0.6;
const SENTENCE: f64 = 0.4;

/// What the part of the question that a summary holds counts; the rest is how
/// little else it speaks of.
const HELD: f64 = 0.6;

/// What a synonym in a phrase counts against the word itself.
const SYNONYM: f64 = 0.84;

/// A question whose words are weighed.
pub(super) struct Weighed<'q> {
    query: &'q Query,
    /// Each word's weight, and their sum.
    weights: &'q [f64],
    all: f64,
}

impl<'q> Weighed<'q> {
    /// `query` with the weight of each of its words.
    pub(super) fn new(query: &'q Query, weights: &'q [f64]) -> Self {
        let all = weights.iter().sum::<f64>().max(f64::MIN_POSITIVE);
        Self { query, weights, all }
    }

    /// How near the nearest phrase of `entry` is: 0 when none shares a word.
    ///
    /// `rarity` weighs any stem. Short phrases are compared by the cosine of
    /// their vectors (Salton's vector space model, with the root of the weights,
    /// so that a rare word does not decide alone), so that words beyond the
    /// question count against them; of a sentence only the part of the question
    /// that it holds counts.
    pub(super) fn nearness(&self, entry: &Entry, rarity: impl Fn(&str) -> f64) -> f64 {
        let stemmer = Stemmer::create(Algorithm::English);
        let stems = |text: &str| -> Vec<String> {
            let mut stems: Vec<String> = words(text).map(|word| stem(&stemmer, word)).collect();
            stems.sort_unstable();
            stems.dedup();
            stems
        };
        let cosine = |stems: &[String]| {
            let shared = self.shared(stems);
            if shared == 0.0 {
                return 0.0;
            }
            let own: f64 = stems.iter().map(|stem| rarity(stem)).sum();
            shared / (self.all * own.max(f64::MIN_POSITIVE)).sqrt()
        };
        let need = entry.needs.iter().map(|need| cosine(&stems(need))).fold(0.0, f64::max);
        let names = entry.names().map(|(_, name)| cosine(&stems(name)));
        let name = names.fold(0.0, f64::max);
        let summary = stems(&entry.summary);
        let summary = HELD * self.shared(&summary) / self.all + (1.0 - HELD) * cosine(&summary);
        let texts = texts(entry);
        let plain: Vec<String> = texts.iter().map(|(_, text)| plain(text)).collect();
        let sentences = plain.iter().flat_map(|text| sentences(text));
        let sentence = sentences.map(|text| self.shared(&stems(text)) / self.all).fold(0.0, f64::max);
        [NEED * need, NAME * name, SUMMARY * summary, SENTENCE * sentence].into_iter().fold(0.0, f64::max)
    }

    /// What of the question's weight stands among `stems`, which are sorted.
    fn shared(&self, stems: &[String]) -> f64 {
        let holds = |stem: &String| stems.binary_search(stem).is_ok();
        let words = self.query.words.iter().zip(self.weights);
        words
            .map(|(word, weight)| match () {
                () if holds(&word.stem) => *weight,
                () if word.synonyms.iter().any(holds) => weight * SYNONYM,
                () => 0.0,
            })
            .sum()
    }
}
