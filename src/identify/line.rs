//! One line of configuration: how deep it stands, its key, its value.

use std::borrow::Cow;

use super::reference::{HOLE, alphanumeric_and};

/// A line with what can be told of it without its neighbours.
#[expect(clippy::struct_excessive_bools, reason = "each is told of a line by itself")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'t> {
    /// The column of the key, or of the text where there is none.
    pub(super) indent: usize,
    /// Whether it begins an item of a list, and at which column the dash stands.
    pub(super) dash: Option<usize>,
    /// The key, without quotes; empty where there is none.
    pub(super) key: &'t str,
    /// The value, without quotes, comma and comment; the whole text where there is no key.
    pub(super) value: &'t str,
    /// Whether the value stands in quotes.
    pub(super) is_quoted: bool,
    /// Whether the value has a slash.
    pub(super) has_slash: bool,
    /// Whether the key is written as those of labels are.
    pub(super) is_label: bool,
    /// Whether it is written as most are: a key, and at most one value, which opens nothing.
    pub(super) is_plain: bool,
}

impl<'t> Line<'t> {
    /// Takes `raw` apart; `None` for empty lines and comments.
    pub(super) fn parse(raw: &'t str) -> Option<Self> {
        let (indent, text) = indented(raw);
        Self::parse_at(indent, text)
    }

    /// Takes apart the line of which `text` stands at the column `indent`.
    #[inline]
    pub(super) fn parse_at(indent: usize, text: &'t str) -> Option<Self> {
        let (mut at, mut rest) = (indent, text);
        let mut dash = None;
        while let [b'-', b' ' | b'\t', ..] = rest.as_bytes() {
            dash.get_or_insert(at);
            let item = rest[1..].trim_ascii_start();
            at += rest.len() - item.len();
            rest = item;
        }
        match rest.as_bytes() {
            [] | [b'#', ..] | [b'/', b'/', ..] => return None,
            _ => {}
        }
        if let Some(line) = plain(at, dash, rest) {
            return Some(line);
        }
        let (key, value) = split(rest).unwrap_or(("", rest));
        let is_quoted = value.trim_ascii_start().starts_with(['"', '\'', '`']);
        let value = bare(value);
        let has_slash = find(b'/', value).is_some();
        let is_label = is_label(key);
        Some(Self { indent: at, dash, key, value, is_quoted, has_slash, is_label, is_plain: false })
    }

    /// Whether the value opens a block of plain text: `|`, `>-` and their like.
    pub(super) fn opens_text(&self) -> bool {
        let value = self.value.as_bytes();
        matches!(value.first(), Some(b'|' | b'>'))
            && value.len() <= 4
            && value[1..].iter().all(|byte| matches!(byte, b'-' | b'+' | b'0'..=b'9'))
    }
}

/// At which column the text of `line` stands, and the text.
pub(super) fn indented(line: &str) -> (usize, &str) {
    let mut rest = line;
    // Most lines begin with spaces, by the pair.
    while let Some(behind) = rest.strip_prefix("    ") {
        rest = behind;
    }
    let text = rest.trim_ascii_start();
    (line.len() - text.len(), text.trim_ascii_end())
}

/// What a byte is in a key.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// Keys without quotes have none.
    Other,
    /// It is of any key.
    Key,
    /// It stands between the words of labels and annotations.
    Label,
}

/// What every byte is in a key.
const BYTES: [Byte; 256] = {
    let is_key = alphanumeric_and(b"_-./$@*~");
    let mut bytes = [Byte::Other; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        bytes[byte as usize] = match byte {
            b'/' | b'-' | b'.' => Byte::Label,
            _ if is_key[byte as usize] => Byte::Key,
            _ => Byte::Other,
        };
        byte += 1;
    }
    bytes
};

/// How many bytes of a key `bytes` begin with, and whether it is written as labels and
/// annotations are, of more than one word.
fn key_length(bytes: &[u8]) -> (usize, bool) {
    let mut is_label = false;
    for (at, byte) in bytes.iter().enumerate() {
        match BYTES[usize::from(*byte)] {
            Byte::Other => return (at, is_label),
            Byte::Key => {}
            Byte::Label => is_label = true,
        }
    }
    (bytes.len(), is_label)
}

/// Whether `key` is written as labels and annotations are, of more than one word.
pub(super) fn is_label(key: &str) -> bool {
    key.bytes().any(|byte| BYTES[usize::from(byte)] == Byte::Label)
}

/// What bytes of a value say of it.
mod mark {
    /// It has a slash.
    pub(super) const SLASH: u8 = 1;
    /// It may have a comment behind it.
    pub(super) const HASH: u8 = 2;
    /// It has a quote in it.
    pub(super) const QUOTE: u8 = 4;
}

/// What each byte of a value says of it.
const MARKS: [u8; 256] = {
    let mut marks = [0; 256];
    marks[b'/' as usize] = mark::SLASH;
    marks[b'#' as usize] = mark::HASH;
    marks[b'"' as usize] = mark::QUOTE;
    marks
};

/// The line of which `rest` stands at the column `indent`, where it is written as most
/// are: `key:`, `key: value`, `key: "value"`, and nothing else. What [`split`] and
/// [`bare`] make of it, sooner.
fn plain(indent: usize, dash: Option<usize>, rest: &str) -> Option<Line<'_>> {
    let (end, is_label) = key_length(rest.as_bytes());
    let value = rest[end..].strip_prefix(':').filter(|_| end > 0)?;
    let (value, other, is_quoted) = match value.as_bytes() {
        [] => (value, mark::HASH, false),
        [b' ', b'"', .., b'"'] => (&value[2..value.len() - 1], mark::QUOTE, true),
        [b' ', first, .., last] if first.is_ascii_alphanumeric() && last.is_ascii_alphanumeric() => {
            (&value[1..], mark::HASH, false)
        }
        [b' ', only] if only.is_ascii_alphanumeric() => (&value[1..], mark::HASH, false),
        _ => return None,
    };
    let marks = value.bytes().fold(0, |marks, byte| marks | MARKS[usize::from(byte)]);
    let has_slash = marks & mark::SLASH > 0;
    let key = &rest[..end];
    (marks & other == 0).then_some(Line {
        indent,
        dash,
        key,
        value,
        is_quoted,
        has_slash,
        is_label,
        is_plain: true,
    })
}

/// The key and the value of `rest`, where it has a key.
fn split(rest: &str) -> Option<(&str, &str)> {
    let bytes = rest.as_bytes();
    if let quote @ (b'"' | b'\'') = bytes[0] {
        let end = memchr::memchr(quote, &bytes[1..])? + 1;
        let after = rest[end + 1..].trim_start();
        let value = after.strip_prefix([':', '='])?;
        return Some((&rest[1..end], value.strip_prefix(':').unwrap_or(value)));
    }
    let (mut end, _) = key_length(bytes);
    if end == 0 {
        return None;
    }
    // `key: value` and the `key:: value` of Jsonnet; `key = value` of HCL and TOML.
    // `key+: value` adds to what Jsonnet inherits.
    let colon = end + usize::from(bytes.get(end) == Some(&b'+'));
    if bytes.get(colon) == Some(&b':') {
        let after = &rest[colon + 1..];
        let after = after.strip_prefix(':').unwrap_or(after);
        return matches!(after.as_bytes(), [] | [b' ' | b'\t' | b'\'' | b'"' | b'[', ..])
            .then_some((&rest[..end], after));
    }
    let key = end;
    end += bytes[end..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
    let after = rest[end..].strip_prefix('=')?;
    (!after.starts_with('=')).then_some((&rest[..key], after))
}

/// The first key of `text`, with what follows it, where another key follows at
/// once, as CUE has it: `spec: container: image: "redis:7"`.
pub(super) fn in_a_row(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = split(text).filter(|_| !text.is_empty())?;
    let rest = rest.trim_ascii_start();
    let is_row = !rest.is_empty() && split(rest).is_some();
    is_row.then(|| (text[..text.len() - rest.len()].trim_ascii_end(), rest))
}

/// The items of a list on one line: `["sh", '-c', x]`.
pub(super) fn items(list: &str) -> impl Iterator<Item = &str> {
    let list = list.strip_prefix('[').unwrap_or(list);
    let mut rest = list.strip_suffix(']').unwrap_or(list);
    std::iter::from_fn(move || {
        rest = rest.trim_ascii_start();
        let (item, after) = match rest.as_bytes() {
            [] => return None,
            [quote @ (b'"' | b'\''), quoted @ ..] => {
                let end = memchr::memchr(*quote, quoted).unwrap_or(quoted.len());
                (&rest[1..=end], rest.get(end + 2..).unwrap_or_default())
            }
            _ => rest.split_at(rest.find(',').unwrap_or(rest.len())),
        };
        rest = after.split_once(',').map_or("", |(_, next)| next);
        Some(item.trim_ascii())
    })
}

/// A value without what stands around it.
pub(super) fn bare(value: &str) -> &str {
    let value = value.trim_ascii();
    // An anchor or a tag says nothing of the value.
    let value = match value.as_bytes().first() {
        Some(b'&' | b'!') => value.split_once(' ').map_or("", |(_, rest)| rest.trim_start()),
        _ => value,
    };
    let value = match value.as_bytes().last() {
        Some(b',' | b';') => value.trim_end_matches([',', ';']),
        _ => value,
    };
    if let Some(quote @ (b'"' | b'\'' | b'`')) = value.as_bytes().first()
        && let Some(end) = find(*quote, &value[1..])
    {
        return &value[1..=end];
    }
    if find(b'#', value).is_none() {
        return value;
    }
    memchr::memchr_iter(b'#', value.as_bytes())
        .find(|at| *at > 0 && value.as_bytes()[at - 1] == b' ')
        .map_or(value, |at| value[..at].trim_ascii_end())
}

/// Shorter text is looked through sooner than a search with vectors begins.
const SHORT: usize = 24;

/// Where in `text` the first `byte` stands.
pub(super) fn find(byte: u8, text: &str) -> Option<usize> {
    if text.len() > SHORT {
        return memchr::memchr(byte, text.as_bytes());
    }
    text.bytes().position(|other| other == byte)
}

/// The lines of `text` with their numbers, from 1.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (&str, u32)> {
    let mut ends = memchr::memchr_iter(b'\n', text.as_bytes());
    let (mut start, mut number) = (0, 0);
    std::iter::from_fn(move || {
        let rest = text.get(start..)?;
        let line = ends.next().map_or(rest, |end| &rest[..end - start]);
        start += line.len() + 1;
        number += 1;
        Some((line.strip_suffix('\r').unwrap_or(line), number))
    })
}

/// Whether any line of `text` may have a template in it.
pub(super) fn has_templates(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr_iter(b'{', bytes).any(|at| matches!(bytes.get(at + 1), Some(b'{' | b'%')))
}

/// `line` with every `{{ ... }}` as a hole; `None` where nothing else stands on it.
pub(super) fn without_templates(line: &str) -> Option<Cow<'_, str>> {
    let bytes = line.as_bytes();
    let mut braces = memchr::memchr_iter(b'{', bytes);
    if !braces.any(|at| bytes.get(at + 1) == Some(&b'{')) {
        return (!line.trim_ascii_start().starts_with("{%")).then_some(Cow::Borrowed(line));
    }
    let trimmed = line.trim_ascii();
    if trimmed.starts_with("{{") && trimmed.find("}}").is_none_or(|end| end + 2 == trimmed.len()) {
        return None;
    }
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find("{{") {
        out.push_str(&rest[..at]);
        out.push(HOLE);
        rest = rest[at..].find("}}").map_or("", |end| &rest[at + end + 2..]);
    }
    out.push_str(rest);
    Some(Cow::Owned(out))
}

#[cfg(test)]
mod tests {
    use super::{Line, bare, in_a_row, is_label, items, plain, split, without_templates};

    fn parts(raw: &str) -> Option<(usize, &str, &str)> {
        Line::parse(raw).map(|line| (line.indent, line.key, line.value))
    }

    #[test]
    fn keys_and_values_in_every_spelling() {
        assert_eq!(parts("  image: redis:7 # cache"), Some((2, "image", "redis:7")));
        assert_eq!(parts("  - image: 'redis:7'"), Some((4, "image", "redis:7")));
        assert_eq!(parts("  \"image\": \"redis:7\","), Some((2, "image", "redis:7")));
        assert_eq!(parts("image = \"redis:7\""), Some((0, "image", "redis:7")));
        assert_eq!(parts("image:: 'redis:7',"), Some((0, "image", "redis:7")));
        assert_eq!(parts("_images+:: {"), Some((0, "_images", "{")));
        assert_eq!(parts("image+: 'redis:7',"), Some((0, "image", "redis:7")));
        assert_eq!(parts("prometheus.io/scrape: \"true\""), Some((0, "prometheus.io/scrape", "true")));
        assert_eq!(parts("x: &anchor redis"), Some((0, "x", "redis")));
        assert_eq!(parts("- just text"), Some((2, "", "just text")));
        assert_eq!(parts("- https://example.org/x"), Some((2, "", "https://example.org/x")));
        assert_eq!(parts("# comment"), None);
        assert_eq!(parts("   "), None);
    }

    #[test]
    fn what_is_plain_is_read_as_all_else() {
        for text in [
            "a:",
            "a: b",
            "a: bc",
            "a: \"b c\"",
            "image: redis:7",
            "a.b/c: \"\"",
            "x: 1,2",
            "k: a-b=c",
            "i: a/b:1",
        ] {
            let (key, value) = split(text).expect("there is a key");
            let line = plain(2, None, text).expect("the line is plain");
            assert_eq!((line.indent, line.dash, line.key, line.value), (2, None, key, bare(value)), "{text}");
            let is = (line.is_quoted, line.has_slash, line.is_label);
            assert_eq!(is, (value.contains('"'), line.value.contains('/'), is_label(key)), "{text}");
        }
        for text in [
            "a: b # c",
            "a: \"b\" \"c\"",
            "a: b,",
            "a:  b",
            "a: &x b",
            "a: 'b'",
            "a:b",
            ": b",
            "a: \"",
            "a: ",
        ] {
            assert_eq!(plain(0, None, text), None, "{text}");
        }
    }

    #[test]
    fn keys_in_a_row_and_items() {
        assert_eq!(in_a_row("a: b: \"x: y\""), Some(("a:", "b: \"x: y\"")));
        assert_eq!(in_a_row("\"a\": b: {"), Some(("\"a\":", "b: {")));
        assert_eq!(in_a_row("a: \"b: c\""), None);
        assert_eq!(in_a_row("a: {"), None);
        let all = |list| items(list).collect::<Vec<_>>();
        assert_eq!(all("[\"sh\", '-c', \"a, b\", x ]"), ["sh", "-c", "a, b", "x"]);
        assert_eq!(all("[\"open"), ["open"]);
        assert!(all("[]").is_empty() && all("").is_empty());
    }

    #[test]
    fn templates_leave_holes() {
        assert_eq!(without_templates("{{- if .Values.x }}"), None);
        assert_eq!(without_templates("image: {{ .r }}/a/b:{{ .t }}").as_deref(), Some("image: ~/a/b:~"));
        assert_eq!(without_templates("a: {{ broken").as_deref(), Some("a: ~"));
        assert_eq!(without_templates("{% if x %}"), None);
        assert_eq!(without_templates("plain").as_deref(), Some("plain"));
    }
}
