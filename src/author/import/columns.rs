//! Which columns of a table hold the terms and what they mean.

/// What a header calls the column of terms.
const TERMS: [&str; 9] =
    ["term", "name", "word", "acronym", "abbreviation", "abbr", "abbr.", "short form", "title"];

/// What a header calls the column of definitions.
const DEFINITIONS: [&str; 9] = [
    "definition",
    "description",
    "meaning",
    "summary",
    "explanation",
    "full form",
    "long form",
    "full name",
    "stands for",
];

/// The places of two columns, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    /// The terms.
    pub(super) term: usize,
    /// What they mean.
    pub(super) definition: usize,
}

impl Default for Columns {
    fn default() -> Self {
        Self { term: 0, definition: 1 }
    }
}

impl Columns {
    /// The columns that the cells of a header name; `None` when they are those of a term.
    pub(super) fn named<T: AsRef<str>>(header: &[T]) -> Option<Self> {
        let called = |names: &[&str]| {
            header.iter().position(|cell| names.contains(&&*cell.as_ref().trim().to_lowercase()))
        };
        let term = called(&TERMS)?;
        Some(Self { term, definition: called(&DEFINITIONS).unwrap_or(term + 1) })
    }
}
