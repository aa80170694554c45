//! The index that the build script made, read in place; its layout is told there.

use super::stems::Field;

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

/// Every stem, in order.
pub(super) fn stems() -> impl Iterator<Item = &'static str> {
    (0..count()).map(stem)
}

/// The postings of `wanted`; none when no entry has it.
pub(super) fn postings(wanted: &str) -> impl Iterator<Item = Posting> {
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
        match stem(middle).cmp(wanted) {
            std::cmp::Ordering::Equal => return Some(middle),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

fn stem(number: usize) -> &'static str {
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
    use super::{postings, stems};

    #[test]
    fn every_stem_is_found_again() {
        let all: Vec<&str> = stems().collect();
        assert!(all.len() > 1000 && all.is_sorted());
        assert!(all.iter().all(|stem| postings(stem).next().is_some()));
        assert!(postings("nosuchstem").next().is_none());
    }
}
