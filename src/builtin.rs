//! The glossary that is part of the program, as the build script wrote it.

use crate::entry::Entry;

#[allow(clippy::wildcard_imports, clippy::redundant_pub_crate, reason = "written by the build script")]
mod table {
    include!(concat!(env!("OUT_DIR"), "/glossary.rs"));
}

pub(crate) use table::{CATEGORIES, ENTRIES, GROUPS, INVERSE, NAMES};

/// The place of the entry with this id.
pub(crate) fn number(id: &str) -> Option<usize> {
    ENTRIES.binary_search_by(|entry| (*entry.id).cmp(id)).ok()
}

/// The entry with this id.
pub(crate) fn entry(id: &str) -> Option<&'static Entry> {
    number(id).map(|number| ENTRIES[number])
}
