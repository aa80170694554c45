//! The search index: for each stem the entries that it stands in, as bytes that
//! the program reads in place.
//!
//! Layout, all numbers little-endian: the number of stems (u32); for each stem,
//! sorted, where its text ends (u32) and where its postings end (u32, counted in
//! postings); the texts one after the other; the postings, each the entry's
//! number (u16) and a byte with a bit for each field.

use std::collections::BTreeMap;

use rust_stemmers::{Algorithm, Stemmer};

use crate::source::Source;
use crate::stems::{fields, stem, words};

/// The index over `source`, whose entries are sorted by id.
pub(crate) fn index(source: &Source) -> Vec<u8> {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut postings: BTreeMap<String, BTreeMap<u16, u8>> = BTreeMap::new();
    for (number, parsed) in source.entries.iter().enumerate() {
        let number = u16::try_from(number).expect("there are fewer than 65,536 entries");
        let entry = &parsed.value;
        let category = source.categories.iter().find(|category| category.value.id == entry.category);
        let category_name = category.map_or("", |category| &category.value.name);
        for (field, text) in fields(entry, category_name) {
            for stem in words(text).map(|word| stem(&stemmer, word)) {
                *postings.entry(stem).or_default().entry(number).or_default() |= field.bit();
            }
        }
    }
    let mut bytes = Vec::new();
    let number = |number: usize| u32::try_from(number).expect("the index is below 4 GiB").to_le_bytes();
    bytes.extend(number(postings.len()));
    let (mut text_end, mut postings_end) = (0, 0);
    for (stem, entries) in &postings {
        text_end += stem.len();
        postings_end += entries.len();
        bytes.extend(number(text_end));
        bytes.extend(number(postings_end));
    }
    for stem in postings.keys() {
        bytes.extend(stem.as_bytes());
    }
    for (entry, fields) in postings.values().flatten() {
        bytes.extend(entry.to_le_bytes());
        bytes.push(*fields);
    }
    bytes
}
