//! One thing that is wrong in a glossary file: a value, to be counted, sorted
//! and printed in any form.

use std::path::{Path, PathBuf};

use serde::Serialize;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The file cannot be used, or says something wrong.
    Error,
    /// The file can be used, but should be put right.
    Warning,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Finding {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The column, in characters from 1.
    pub column: usize,
    /// How bad it is.
    pub level: Level,
    /// What is wrong and what to do, in one sentence.
    pub text: String,
    /// The rule's name.
    pub rule: &'static str,
    /// Whether the place is that of the fault, and not just the file's beginning.
    #[serde(skip)]
    pub is_placed: bool,
}

impl std::fmt::Display for Finding {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let level = match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
        };
        let Self { file, line, column, text, rule, .. } = self;
        write!(f, "{}:{line}:{column}: {level}: {text} [{rule}]", file.display())
    }
}

impl Finding {
    /// An error at byte `offset` of `source`, the text of `file`.
    #[must_use]
    pub fn error(file: &Path, source: &str, offset: usize, rule: &'static str, text: String) -> Self {
        let (line, column) = position(source, offset);
        Self { file: file.to_owned(), line, column, level: Level::Error, text, rule, is_placed: true }
    }

    /// A warning at byte `offset` of `source`, the text of `file`.
    #[must_use]
    pub fn warning(file: &Path, source: &str, offset: usize, rule: &'static str, text: String) -> Self {
        Self { level: Level::Warning, ..Self::error(file, source, offset, rule, text) }
    }
}

/// Line and column, both from 1, of byte `offset` in `source`.
#[must_use]
pub fn position(source: &str, offset: usize) -> (usize, usize) {
    let offset = source.floor_char_boundary(offset.min(source.len()));
    let before = &source[..offset];
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
}

#[cfg(test)]
mod tests {
    use super::position;

    #[test]
    fn positions_count_characters_from_one() {
        assert_eq!(position("name = 1\nkind = 2", 0), (1, 1));
        assert_eq!(position("name = 1\nkind = 2", 9), (2, 1));
        assert_eq!(position("\u{e9}\u{e9}x", 4), (1, 3));
        assert_eq!(position("short", 99), (1, 6));
    }
}
