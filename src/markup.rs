//! The little markup that a description may hold: `code` in backticks, *words*
//! that it introduces between stars, and `[text](id)` links to other entries;
//! and the characters no text may hold.

use std::borrow::Cow;

/// A piece of a marked-up text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Plain words.
    Plain(&'t str),
    /// What stood in backticks.
    Code(&'t str),
    /// What stood between stars.
    Emphasis(&'t str),
    /// A link: the words shown, and the id they lead to.
    Link(&'t str, &'t str),
}

/// Splits `text` into its pieces; an unclosed mark is plain text.
pub fn pieces(text: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (piece, after) = next_piece(rest);
        rest = after;
        Some(piece)
    })
}

fn next_piece(text: &str) -> (Piece<'_>, &str) {
    if let Some(marked) = marked_piece(text) {
        return marked;
    }
    let mut from = text.chars().next().map_or(0, char::len_utf8);
    while let Some(at) = text[from..].find(['`', '[', '*']).map(|at| from + at) {
        // A star within a word is one of a pattern.
        let is_open = !text[at..].starts_with('*') || text[..at].ends_with([' ', '\n', '(']);
        if is_open && marked_piece(&text[at..]).is_some() {
            return (Piece::Plain(&text[..at]), &text[at..]);
        }
        from = at + 1;
    }
    (Piece::Plain(text), "")
}

/// The code, emphasis or link that `text` begins with, and what follows it.
fn marked_piece(text: &str) -> Option<(Piece<'_>, &str)> {
    if let Some(rest) = text.strip_prefix('`') {
        let (code, after) = rest.split_once('`')?;
        return Some((Piece::Code(code), after));
    }
    if let Some(rest) = text.strip_prefix('*') {
        let (words, after) = rest.split_at(rest.find(['*', '`', '[', '\n'])?);
        let after = after.strip_prefix('*')?;
        let is_whole = words.starts_with(char::is_alphanumeric)
            && words.ends_with(char::is_alphanumeric)
            && !after.starts_with(char::is_alphanumeric);
        return is_whole.then_some((Piece::Emphasis(words), after));
    }
    let rest = text.strip_prefix('[')?;
    let (label, rest) = rest.split_at(rest.find(['[', ']', '\n'])?);
    let rest = rest.strip_prefix("](")?;
    let is_id = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let (id, after) = rest.split_at(rest.find(|c| !is_id(c))?);
    let after = after.strip_prefix(')').filter(|_| !id.is_empty())?;
    Some((Piece::Link(label, id), after))
}

/// The ids that `text` links to, in order.
pub fn links(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).filter_map(|piece| if let Piece::Link(_, id) = piece { Some(id) } else { None })
}

/// Whether `address` is one of the web, and nothing that a program would run.
#[must_use]
pub fn is_web(address: &str) -> bool {
    address.starts_with("https://") || address.starts_with("http://")
}

/// Whether a character could drive a terminal or hide what is written:
/// control characters but tab and newline, and the bidirectional controls
/// (Unicode Standard Annex 9).
#[must_use]
pub fn is_unsafe(character: char) -> bool {
    (character.is_control() && !matches!(character, '\n' | '\t'))
        || matches!(character, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}')
}

/// `text` with every unsafe character written as its number.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unsafe) {
        return Cow::Borrowed(text);
    }
    let mut visible = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unsafe(character) {
            visible.extend(character.escape_unicode());
        } else {
            visible.push(character);
        }
    }
    Cow::Owned(visible)
}

#[cfg(test)]
mod tests {
    use super::{Piece, is_unsafe, links, pieces};

    #[test]
    fn text_splits_into_pieces() {
        let text = "Runs `helm list` in a [pod](pod), see [1] and a ` alone";
        let expected = [
            Piece::Plain("Runs "),
            Piece::Code("helm list"),
            Piece::Plain(" in a "),
            Piece::Link("pod", "pod"),
            Piece::Plain(", see [1] and a ` alone"),
        ];
        assert_eq!(pieces(text).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn stars_set_off_words_and_are_patterns_elsewhere() {
        let expected = [
            Piece::Plain("A "),
            Piece::Emphasis("term or two"),
            Piece::Plain(", *.yaml, a*b*c and 2 * 3 * 4"),
        ];
        assert_eq!(pieces("A *term or two*, *.yaml, a*b*c and 2 * 3 * 4").collect::<Vec<_>>(), expected);
    }

    #[test]
    fn links_are_listed_in_order() {
        assert_eq!(links("[a](x) [b](y-2) [c](https://z)").collect::<Vec<_>>(), ["x", "y-2"]);
    }

    #[test]
    fn escape_and_direction_are_unsafe() {
        assert!(is_unsafe('\u{1b}') && is_unsafe('\u{202e}') && is_unsafe('\u{7}'));
        assert!(!is_unsafe('\n') && !is_unsafe('\u{e9}'));
    }
}
