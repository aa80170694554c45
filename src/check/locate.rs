//! Where in a file a key or a value stands.

use toml::de::{DeTable, DeValue};

/// One step on the way to a value: a key, or a place in an array.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Step<'a> {
    /// A key of a table.
    Key(&'a str),
    /// A place in an array.
    Index(usize),
}

/// The byte at which the value at `path` begins in `text`; as far as the path
/// leads when something on it is missing, `None` when nothing is there.
#[must_use]
pub(crate) fn locate(text: &str, path: &[Step<'_>]) -> Option<usize> {
    let document = DeTable::parse(text).ok()?;
    let (Step::Key(first), rest) = path.split_first()? else { return None };
    let (key, value) = document.get_ref().get_key_value(*first)?;
    let mut offset = key.span().start;
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
        let Some((start, value)) = next else { return Some(offset) };
        offset = start;
        here = value;
    }
    Some(offset)
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
