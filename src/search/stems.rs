//! The words of a text as search compares them: lower-case stems, each with the
//! field that it stands in. The build script indexes with the same functions
//! that a query goes through.

use rust_stemmers::Stemmer;

use crate::entry::Entry;

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

/// The texts of an entry with the field that each belongs to.
pub(crate) fn fields<'e>(entry: &'e Entry, category_name: &'e str) -> Vec<(Field, &'e str)> {
    let mut fields = vec![
        (Field::Name, &*entry.id),
        (Field::Name, &*entry.name),
        (Field::Summary, &*entry.summary),
        (Field::Tag, category_name),
        (Field::Why, &*entry.why),
        (Field::Text, &*entry.description),
    ];
    let mut add = |field: Field, text: &'e str| fields.push((field, text));
    entry.aliases.iter().chain(entry.acronyms.iter()).for_each(|name| add(Field::Alias, name));
    entry.needs.iter().for_each(|need| add(Field::Need, need));
    entry.tags.iter().for_each(|tag| add(Field::Tag, tag));
    entry.use_when.iter().for_each(|reason| add(Field::Use, reason));
    entry.commands.iter().for_each(|command| add(Field::Use, &command.does));
    entry.standard.iter().for_each(|standard| add(Field::Use, &standard.governs));
    entry.watch.iter().for_each(|watch| add(Field::Text, &watch.text));
    fields
}
