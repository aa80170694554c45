//! Where in a file a key or a value stands.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One step on the way to a value: a key, or a place in an array.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    /// A key of a table.
    Key(&'a str),
    /// A place in an array.
    Index(usize),
}

/// The byte at which the value at `path` begins in `text`, of a value in a
/// table that of its key; as far as the path leads when something on it is
/// missing, `None` when nothing is there.
#[must_use]
pub(crate) fn locate(text: &str, path: &[Step<'_>]) -> Option<usize> {
    follow(text, path).map(|place| place.start)
}

/// The bytes of the value at `path` in `text`.
#[must_use]
pub(crate) fn span(text: &str, path: &[Step<'_>]) -> Option<Range<usize>> {
    follow(text, path).map(|place| place.value)
}

/// Where a path leads.
struct Place {
    /// Where the key begins, of an item the item.
    start: usize,
    /// The bytes of the value.
    value: Range<usize>,
}

fn follow(text: &str, path: &[Step<'_>]) -> Option<Place> {
    let document = DeTable::parse(text).ok()?;
    let (Step::Key(first), rest) = path.split_first()? else { return None };
    let (key, value) = document.get_ref().get_key_value(*first)?;
    let mut start = key.span().start;
    let mut here = value;
    for step in rest {
        let next = match (step, here.get_ref()) {
            (Step::Key(key), DeValue::Table(table)) => {
                table.get_key_value(*key).map(|(key, value)| (key.span().start, value))
            }
            (Step::Index(index), DeValue::Array(array)) => {
                array.get(*index).map(|value| (value.span().start, value))
            }
            _ => None,
        };
        let Some(next) = next else { break };
        (start, here) = next;
    }
    Some(Place { start, value: here.span() })
}

/// A text in quotes.
pub(crate) struct Quoted {
    /// Its bytes, with the quotes.
    pub(crate) span: Range<usize>,
    /// What it says.
    pub(crate) says: String,
    /// Whether it is an item of a list.
    pub(crate) is_item: bool,
}

/// Every text in quotes that `text` holds.
#[must_use]
pub(crate) fn quoted(text: &str) -> Vec<Quoted> {
    fn walk(value: &Spanned<DeValue<'_>>, is_item: bool, found: &mut Vec<Quoted>) {
        match value.get_ref() {
            DeValue::String(says) => {
                found.push(Quoted { span: value.span(), says: says.clone().into_owned(), is_item });
            }
            DeValue::Array(items) => items.iter().for_each(|item| walk(item, true, found)),
            DeValue::Table(table) => table.values().for_each(|value| walk(value, false, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    if let Ok(document) = DeTable::parse(text) {
        document.get_ref().values().for_each(|value| walk(value, false, &mut found));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{Step, locate};

    #[test]
    fn finds_keys_and_items() {
        let text = "name = 'x'\n[relations]\nworks-with = ['a', 'b']\n";
        assert_eq!(locate(text, &[Step::Key("name")]), Some(0));
        assert_eq!(locate(text, &[Step::Key("why")]), None);
        let path = [Step::Key("relations"), Step::Key("works-with"), Step::Index(1)];
        assert_eq!(&text[locate(text, &path).expect("it is there")..][..3], "'b'");
        let beyond = [Step::Key("relations"), Step::Key("no-such")];
        assert_eq!(&text[locate(text, &beyond).expect("it is there")..][..9], "relations");
    }
}
