//! The index that the build script made, read in place (its layout is told
//! there), and the same for what layers bring, made when it is asked for.

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::thread;

use rust_stemmers::{Algorithm, Stemmer};

use super::stems::{Field, fields, stem, words};
use crate::builtin;
use crate::entry::Entry;
use crate::glossary::Glossary;

static INDEX: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/index.bin"));

/// The bytes of one posting: an entry's number and its fields.
const POSTING: usize = 3;

/// A stem that stands in an entry, and in which fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Posting {
    /// The entry's place among all entries by id.
    pub(super) entry: usize,
    fields: u8,
}

impl Posting {
    /// Whether the stem stands in this field.
    pub(super) fn is_in(self, field: Field) -> bool {
        self.fields & field.bit() != 0
    }
}

/// The index over a glossary: the built-in one, and what layers bring.
pub(super) struct Index<'g> {
    /// The entries by id, which postings count.
    pub(super) entries: Vec<&'g Entry>,
    /// Where built-in entries stand that no layer has changed; none where no layer is.
    places: Option<Vec<Option<usize>>>,
    /// The postings of entries that layers brought or changed.
    own: HashMap<String, Vec<Posting>>,
}

impl<'g> Index<'g> {
    /// The index over `glossary`; entries of layers are read anew, on all cores.
    pub(super) fn new(glossary: &'g Glossary) -> Self {
        let entries: Vec<&Entry> = glossary.entries().collect();
        let own: Vec<usize> =
            (0..entries.len()).filter(|place| !glossary.origins(entries[*place]).is_empty()).collect();
        if own.is_empty() {
            return Self { entries, places: None, own: HashMap::new() };
        }
        let untouched = |id: &str| {
            let place = entries.binary_search_by(|entry| (*entry.id).cmp(id)).ok()?;
            own.binary_search(&place).is_err().then_some(place)
        };
        let places = builtin::ENTRIES.iter().map(|entry| untouched(&entry.id)).collect();
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let own = thread::scope(|scope| {
            let read = |part: &[usize]| own_postings(glossary, &entries, part);
            let parts: Vec<_> =
                own.chunks(own.len().div_ceil(cores)).map(|part| scope.spawn(move || read(part))).collect();
            let mut all: HashMap<String, Vec<Posting>> = HashMap::new();
            let parts =
                parts.into_iter().map(|part| part.join().unwrap_or_else(|panic| resume_unwind(panic)));
            for (stem, postings) in parts.flatten() {
                all.entry(stem).or_default().extend(postings);
            }
            all
        });
        Self { entries, places: Some(places), own }
    }

    /// Whether `stem` stands in any entry.
    pub(super) fn has(&self, stem: &str) -> bool {
        self.postings(stem).next().is_some()
    }

    /// Where `stem` stands.
    pub(super) fn postings(&self, stem: &str) -> impl Iterator<Item = Posting> {
        let builtin = builtin_postings(stem).filter_map(|posting| match &self.places {
            None => Some(posting),
            Some(places) => Some(Posting { entry: places[posting.entry]?, ..posting }),
        });
        builtin.chain(self.own.get(stem).into_iter().flatten().copied())
    }
}

/// The postings of the entries at `part`.
fn own_postings(glossary: &Glossary, entries: &[&Entry], part: &[usize]) -> HashMap<String, Vec<Posting>> {
    let stemmer = Stemmer::create(Algorithm::English);
    let mut own: HashMap<String, Vec<Posting>> = HashMap::new();
    for &place in part {
        let entry = entries[place];
        let category = glossary.category(&entry.category).map_or("", |category| &category.name);
        for (field, text) in fields(entry, category) {
            for stem in words(text).map(|word| stem(&stemmer, word)) {
                let postings = own.entry(stem).or_default();
                match postings.last_mut().filter(|last| last.entry == place) {
                    Some(last) => last.fields |= field.bit(),
                    None => postings.push(Posting { entry: place, fields: field.bit() }),
                }
            }
        }
    }
    own
}

/// Where `wanted` stands in the built-in glossary; none when no entry has it.
pub(super) fn builtin_postings(wanted: &str) -> impl Iterator<Item = Posting> + use<> {
    let place = place(wanted);
    let range = place.map_or(0..0, |place| end(place, 1)..end(place + 1, 1));
    let start = texts() + end(count(), 0);
    range.map(move |number| {
        let at = start + number * POSTING;
        Posting { entry: usize::from(u16::from_le_bytes([INDEX[at], INDEX[at + 1]])), fields: INDEX[at + 2] }
    })
}

fn place(wanted: &str) -> Option<usize> {
    let (mut low, mut high) = (0, count());
    while low < high {
        let middle = usize::midpoint(low, high);
        match stem_at(middle).cmp(wanted) {
            std::cmp::Ordering::Equal => return Some(middle),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

fn stem_at(number: usize) -> &'static str {
    let bytes = &INDEX[texts() + end(number, 0)..texts() + end(number + 1, 0)];
    std::str::from_utf8(bytes).unwrap_or_default()
}

fn count() -> usize {
    number(0)
}

/// Where the texts begin.
fn texts() -> usize {
    4 + count() * 8
}

/// Where the text (column 0) or the postings (column 1) of all stems before `stem` end.
fn end(stem: usize, column: usize) -> usize {
    if stem == 0 { 0 } else { number(4 + (stem - 1) * 8 + column * 4) }
}

fn number(at: usize) -> usize {
    u32::from_le_bytes([INDEX[at], INDEX[at + 1], INDEX[at + 2], INDEX[at + 3]]) as usize
}

#[cfg(test)]
mod tests {
    use super::{builtin_postings, count, stem_at};

    #[test]
    fn every_stem_is_found_again() {
        let all: Vec<&str> = (0..count()).map(stem_at).collect();
        assert!(all.len() > 1000 && all.is_sorted());
        assert!(all.iter().all(|stem| builtin_postings(stem).next().is_some()));
        assert!(builtin_postings("nosuchstem").next().is_none());
    }
}
