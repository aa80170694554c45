//! Texts in quotes on one line, with what stands around them.

/// A text in quotes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Quoted<'t> {
    /// What stands between the quote before and this one.
    pub(super) before: &'t str,
    pub(super) text: &'t str,
    /// All that follows on the line.
    pub(super) after: &'t str,
}

/// The texts of `line` in single or double quotes.
pub(super) fn quoted(line: &str) -> impl Iterator<Item = Quoted<'_>> {
    let mut rest = line;
    std::iter::from_fn(move || {
        let start = memchr::memchr2(b'"', b'\'', rest.as_bytes())?;
        let (before, quote) = (&rest[..start], rest.as_bytes()[start]);
        let inner = &rest[start + 1..];
        let end = memchr::memchr(quote, inner.as_bytes())?;
        rest = &inner[end + 1..];
        Some(Quoted { before, text: &inner[..end], after: rest })
    })
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_in_quotes_are_text() {
        let texts: Vec<&str> = quoted(r#"a "b 'c'" d 'e' 'open"#).map(|quoted| quoted.text).collect();
        assert_eq!(texts, ["b 'c'", "e"]);
        let first = quoted("x: 'y', z").next().map(|quoted| (quoted.before, quoted.after));
        assert_eq!(first, Some(("x: ", ", z")));
    }
}
