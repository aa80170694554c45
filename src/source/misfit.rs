//! What a parser says of a file that does not fit, as a sentence that tells
//! what to do: the key or value that was meant, where one is near.

use std::path::Path;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use crate::finding::Finding;

/// Beyond so many misfits of one file nobody reads on.
const MOST: usize = 20;

/// Everything in `text` that fits no `T`, of which `first` is what was met first.
///
/// What does not fit is taken out, and the rest is tried again.
#[must_use]
pub(super) fn misfits<T: DeserializeOwned>(path: &Path, text: &str, first: &toml::de::Error) -> Vec<Finding> {
    let offset = |error: &toml::de::Error| error.span().map_or(0, |span| span.start);
    let mut findings = vec![misfit(path, text, offset(first), first.message())];
    let Ok(mut document) = DeTable::parse(text) else { return findings };
    let mut at = offset(first);
    while findings.len() < MOST && take_out(document.get_mut(), at) {
        let Err(error) = T::deserialize(Deserializer::from(document.clone())) else { break };
        at = offset(&error);
        // What is missing may be what was taken out.
        if !error.message().starts_with("missing field") {
            findings.push(misfit(path, text, at, error.message()));
        }
    }
    findings
}

/// Takes the innermost key or item that stands at byte `at` out of `table`.
fn take_out(table: &mut DeTable<'_>, at: usize) -> bool {
    let mut found = None;
    for (key, value) in table.iter_mut() {
        if key.span().contains(&at) {
            found = Some(key.clone());
        } else if take_out_of_value(value, at) {
            return true;
        } else if value.span().contains(&at) {
            found = Some(key.clone());
        }
    }
    found.is_some_and(|key| table.remove(&key).is_some())
}

fn take_out_of_value(value: &mut Spanned<DeValue<'_>>, at: usize) -> bool {
    match value.get_mut() {
        DeValue::Table(table) => take_out(table, at),
        DeValue::Array(items) => items.iter_mut().any(|item| take_out_of_value(item, at)),
        _ => false,
    }
}

/// The finding for a parser's `message` at `offset` of `text`.
#[must_use]
pub(super) fn misfit(path: &Path, text: &str, offset: usize, message: &str) -> Finding {
    let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let (rule, what) = if message.starts_with("unknown field") {
        ("unknown-key", "key")
    } else if message.starts_with("unknown variant") {
        ("unknown-value", "value")
    } else {
        return Finding::error(path, text, offset, "toml", message);
    };
    let mut names = message.split('`').skip(1).step_by(2);
    let wrong = names.next().unwrap_or_default();
    let known: Vec<&str> = names.collect();
    let sentence = match nearest(wrong, known.iter().copied()) {
        Some(near) => format!("there is no {what} `{wrong}` here: did you mean `{near}`?"),
        None => format!("there is no {what} `{wrong}` here: there are {}", known.join(", ")),
    };
    Finding::error(path, text, offset, rule, sentence)
}

/// The name among `known` that is a slip or two away from `wrong`.
pub(crate) fn nearest<'k>(wrong: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let plain = |name: &str| name.replace('_', "-").to_lowercase();
    let wrong = plain(wrong);
    let near = known.into_iter().map(|name| (strsim::osa_distance(&wrong, &plain(name)), name)).min()?;
    (near.0 <= (wrong.len() / 3).clamp(1, 3)).then_some(near.1)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::misfit;

    #[test]
    fn a_near_name_is_offered() {
        let said = |message: &str| misfit(Path::new("x"), "", 0, message).text;
        assert_eq!(
            said("unknown field `use_when`, expected one of `why`, `use-when`"),
            "there is no key `use_when` here: did you mean `use-when`?"
        );
        assert_eq!(
            said("unknown variant `tool`, expected one of `project`, `product`"),
            "there is no value `tool` here: there are project, product"
        );
        assert_eq!(said("key\n with no value"), "key with no value");
    }
}
