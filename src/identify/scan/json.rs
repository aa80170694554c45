//! The strings of JSON, with the depth at which they stand: braces tell what
//! stands where, however the text is indented, and comments are passed over.

/// A string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece<'t> {
    /// In how many mappings and lists it stands.
    pub(super) depth: usize,
    /// Whether it is a key.
    pub(super) is_key: bool,
    /// What stands between its quotes.
    pub(super) text: &'t str,
    /// The line, from 1.
    pub(super) line: u32,
}

/// Every string of `text`, one after the other.
pub(super) fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let bytes = text.as_bytes();
    let (mut at, mut line, mut depth) = (0, 1, 0_usize);
    std::iter::from_fn(move || {
        loop {
            let byte = *bytes.get(at)?;
            at += 1;
            match byte {
                b'\n' => line += 1,
                b'{' | b'[' => depth += 1,
                b'}' | b']' => depth = depth.saturating_sub(1),
                b'/' if bytes.get(at) == Some(&b'/') => {
                    at = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
                }
                b'"' => {
                    let start = at;
                    at = end_of_string(bytes, start);
                    let text = &text[start..at];
                    at += usize::from(bytes.get(at) == Some(&b'"'));
                    let behind = bytes.iter().skip(at).find(|byte| !byte.is_ascii_whitespace());
                    return Some(Piece { depth, is_key: behind == Some(&b':'), text, line });
                }
                _ => {}
            }
        }
    })
}

/// Where the string that begins at `start` ends: at its quote, at the latest at
/// the end of the line.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' | b'\n' => return at,
            b'\\' if bytes.get(at + 1).is_some_and(|byte| byte.is_ascii() && *byte != b'\n') => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn strings_with_depth_and_line() {
        let text = "{ // \"no\"\n \"a\\\"b\" : [\n\"c\"], \"d\": {\"e\": \"f\"}, \"open\n}";
        let found: Vec<_> = pieces(text).map(|p| (p.depth, p.is_key, p.text, p.line)).collect();
        assert_eq!(
            found,
            [
                (1, true, "a\\\"b", 2),
                (2, false, "c", 3),
                (1, true, "d", 3),
                (2, true, "e", 3),
                (2, false, "f", 3),
                (1, false, "open", 3)
            ]
        );
        assert_eq!(pieces("\"open\\").count(), 1);
        assert_eq!(pieces("}}}\"\\é").count(), 1);
    }
}
