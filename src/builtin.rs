//! The glossary that is part of the program, as the build script wrote it.

use crate::entry::{Entry, NameClass};

#[allow(clippy::wildcard_imports, clippy::redundant_pub_crate, reason = "written by the build script")]
mod table {
    use super::Texts;

    include!(concat!(env!("OUT_DIR"), "/glossary.rs"));
}

pub(crate) use table::{CATEGORIES, ENTRIES, GROUPS, INVERSE};
use table::{IDS, NAMES, OWNERS};

/// Sorted texts that lie side by side: a search touches a few pages of memory,
/// where texts of their own would cost a page for each look.
struct Texts {
    /// All of them.
    all: &'static str,
    /// Where each ends.
    ends: &'static [u32],
}

impl Texts {
    fn at(&self, place: usize) -> &'static str {
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[place] as usize]
    }

    /// The first place whose text is not before `wanted`.
    fn start(&self, wanted: &str) -> usize {
        let (mut low, mut high) = (0, self.ends.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if self.at(middle) < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    fn place(&self, wanted: &str) -> Option<usize> {
        let start = self.start(wanted);
        (start < self.ends.len() && self.at(start) == wanted).then_some(start)
    }
}

/// The place of the entry with this id.
pub(crate) fn number(id: &str) -> Option<usize> {
    IDS.place(id)
}

/// The entry with this id.
pub(crate) fn entry(id: &str) -> Option<&'static Entry> {
    number(id).map(|number| ENTRIES[number])
}

/// Every name's key, sorted, with how it belongs and the place of the entry it leads to.
pub(crate) fn names() -> impl ExactSizeIterator<Item = (&'static str, NameClass, usize)> {
    (0..OWNERS.len()).map(|place| (NAMES.at(place), OWNERS[place].0, usize::from(OWNERS[place].1)))
}

/// The entries that a name with this key leads to.
pub(crate) fn named(key: &str) -> impl Iterator<Item = (NameClass, &'static Entry)> {
    let start = NAMES.start(key);
    let equal = (start..OWNERS.len()).take_while(move |place| NAMES.at(*place) == key);
    equal.map(|place| (OWNERS[place].0, ENTRIES[usize::from(OWNERS[place].1)]))
}

/// Whether a name has this key.
pub(crate) fn has_name(key: &str) -> bool {
    NAMES.place(key).is_some()
}
