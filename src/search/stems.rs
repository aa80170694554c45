//! The words of a text as search compares them: lower-case stems, each with the
//! field that it stands in. The build script indexes with the same functions
//! that a query goes through.

use rust_stemmers::Stemmer;

/// Where in an entry a word stands; the order is that of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// The id and the name.
    Name,
    /// Aliases and acronyms.
    Alias,
    /// The summary.
    Summary,
    /// What people want who do not know its name.
    Need,
    /// Tags, and the name of the category.
    Tag,
    /// The problem that it solves.
    Why,
    /// When to choose it, and what its commands do.
    Use,
    /// The description.
    Text,
}

impl Field {
    /// Every field.
    pub(crate) const ALL: [Self; 8] =
        [Self::Name, Self::Alias, Self::Summary, Self::Need, Self::Tag, Self::Why, Self::Use, Self::Text];

    /// The bit that says that a word stands in this field.
    pub(crate) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The words of `text`: runs of letters and digits, with signs that belong to names.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '+' | '#')))
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// The stem of one word.
pub(crate) fn stem(stemmer: &Stemmer, word: &str) -> String {
    stemmer.stem(&word.to_lowercase()).into_owned()
}
