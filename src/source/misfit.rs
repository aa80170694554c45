//! What a parser says of a file that does not fit, as a sentence that tells
//! what to do: the key or value that was meant, where one is near.

use std::path::Path;

use crate::check::Finding;

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
    let wrong = wrong.replace('_', "-").to_lowercase();
    let near = known.into_iter().map(|name| (strsim::osa_distance(&wrong, name), name)).min()?;
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
