//! What was asked, taken apart: words with their synonyms, and phrases.

use std::collections::BTreeSet;

use rust_stemmers::{Algorithm, Stemmer};

use super::stems::{stem, words};

/// Groups of words that mean nearly the same.
const SYNONYMS: &str = include_str!("data/synonyms.txt");

/// Words that tell nothing.
const STOPWORDS: &str = include_str!("data/stopwords.txt");

/// Words that turn the next one round.
const NEGATIONS: [&str; 3] = ["without", "not", "except"];

/// One word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As typed.
    pub(super) typed: String,
    /// What is looked for.
    pub(super) stem: String,
    /// What is looked for at a lower weight.
    pub(super) synonyms: BTreeSet<String>,
}

impl Word {
    /// What is looked for where `text` was typed.
    fn new(stemmer: &Stemmer, text: &str) -> Self {
        let stem = stem(stemmer, text);
        let synonyms = synonyms(stemmer, &stem);
        Self { typed: text.to_owned(), stem, synonyms }
    }

    /// The same word typed, with `text` looked for in its place.
    pub(super) fn meaning(&self, text: &str) -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        Self { typed: self.typed.clone(), ..Self::new(&stemmer, text) }
    }

    /// Whether `stem` is this word or one of its synonyms.
    pub(super) fn is(&self, stem: &str) -> bool {
        self.stem == stem || self.synonyms.contains(stem)
    }
}

/// A question.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    /// The words that tell something, each once.
    pub(super) words: Vec<Word>,
    /// The stems that are not wanted: what follows "without" or "not".
    pub(super) unwanted: BTreeSet<String>,
    /// Phrases in quotes, lower-case, all of which must stand in an entry.
    pub(super) phrases: Vec<String>,
}

impl Query {
    /// Takes `text` apart; a quotation mark without its pair is passed over.
    pub(super) fn new(text: &str) -> Self {
        let stemmer = Stemmer::create(Algorithm::English);
        let mut query = Self::default();
        let text = &joined(text);
        let is_paired = text.matches('"').count().is_multiple_of(2);
        for (number, part) in text.split('"').enumerate() {
            let is_quoted = is_paired && number % 2 == 1;
            if is_quoted && !part.trim().is_empty() {
                query.phrases.push(squeezed(part));
            }
        }
        let mut all: Vec<&str> = Vec::new();
        let mut is_negated = false;
        for word in words(text) {
            all.push(word);
            // "A pod not starting" is about starting all the same.
            if is_negated && !is_stopword(word) {
                query.unwanted.insert(stem(&stemmer, word));
                is_negated = false;
            }
            is_negated |= NEGATIONS.iter().any(|negation| negation.eq_ignore_ascii_case(word));
        }
        let telling: Vec<&str> = all.iter().copied().filter(|word| !is_stopword(word)).collect();
        // "To be or not to be" is a question, too.
        for word in if telling.is_empty() { all } else { telling } {
            let word = Word::new(&stemmer, word);
            if query.words.iter().all(|other| other.stem != word.stem) {
                query.words.push(word);
            }
        }
        query
    }

    /// Of how many words `name` is made when all of them stand in the question; else 0.
    pub(super) fn holds(&self, name: &str) -> usize {
        let stemmer = Stemmer::create(Algorithm::English);
        let is_asked = |stem: &str| self.words.iter().any(|word| word.stem == stem);
        let is_held = words(name).all(|word| is_asked(&stem(&stemmer, word)));
        if is_held { words(name).count() } else { 0 }
    }

    /// Whether all of `name` is what is not wanted.
    pub(super) fn refuses(&self, name: &str) -> bool {
        let stemmer = Stemmer::create(Algorithm::English);
        !self.unwanted.is_empty() && words(name).all(|word| self.unwanted.contains(&stem(&stemmer, word)))
    }

    /// Whether `stem` is one of the words or their synonyms.
    pub(super) fn has(&self, stem: &str) -> bool {
        self.words.iter().any(|word| word.is(stem))
    }
}

/// Verbs in two words that are written as one where they are names.
const TWO_WORDS: [[&str; 2]; 9] = [
    ["log", "in"],
    ["log", "on"],
    ["sign", "in"],
    ["roll", "back"],
    ["shut", "down"],
    ["set", "up"],
    ["back", "up"],
    ["fail", "over"],
    ["time", "out"],
];

/// `text` with such verbs in one word: nobody who wants to log in asks for logs.
fn joined(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    let mut last = "";
    for word in text.split_whitespace() {
        let is_verb =
            |pair: &[&str; 2]| pair[0].eq_ignore_ascii_case(last) && pair[1].eq_ignore_ascii_case(word);
        if !joined.is_empty() && !TWO_WORDS.iter().any(is_verb) {
            joined.push(' ');
        }
        joined.push_str(word);
        last = word;
    }
    joined
}

/// `text` in lower case with single spaces.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn is_stopword(word: &str) -> bool {
    STOPWORDS.split_whitespace().any(|stopword| stopword.eq_ignore_ascii_case(word))
}

fn synonyms(stemmer: &Stemmer, wanted: &str) -> BTreeSet<String> {
    let mut synonyms = BTreeSet::new();
    for line in SYNONYMS.lines().filter(|line| !line.starts_with('#')) {
        let group: Vec<String> = line.split_whitespace().map(|word| stem(stemmer, word)).collect();
        if group.iter().any(|stem| stem == wanted) {
            synonyms.extend(group);
        }
    }
    synonyms.remove(wanted);
    synonyms
}

#[cfg(test)]
mod tests {
    use super::Query;

    #[test]
    fn a_question_becomes_words_and_phrases() {
        let query = Query::new("Something to encrypt traffic \"between  Pods\"");
        let stems: Vec<&str> = query.words.iter().map(|word| &*word.stem).collect();
        assert_eq!(stems, ["encrypt", "traffic", "pod"]);
        assert_eq!(query.phrases, ["between pods"]);
        assert!(query.words[0].synonyms.contains("mtls"));
    }

    #[test]
    fn what_is_not_wanted_is_asked_about_and_refused_by_name() {
        let query = Query::new("an ingress without the nginx controller");
        assert!(query.has("nginx") && query.refuses("NGINX") && !query.refuses("ingress-nginx"));
        assert!(!query.refuses("controller"));
    }

    #[test]
    fn verbs_in_two_words_are_one() {
        let stems = |text: &str| Query::new(text).words.into_iter().map(|word| word.stem).collect::<Vec<_>>();
        assert_eq!(stems("log in to a cluster"), ["login", "cluster"]);
        assert_eq!(stems("roll back"), ["rollback"]);
    }

    #[test]
    fn only_stopwords_are_words_all_the_same() {
        assert_eq!(Query::new("what is it").words.len(), 3);
        assert!(Query::new("\"").words.is_empty());
    }
}
