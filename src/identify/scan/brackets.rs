//! The brackets that are open at a line of HCL, each with the key before it.

use crate::identify::evidence::{Mark, Sightings};

/// A bracket that is open.
#[derive(Debug)]
struct Open<'t> {
    bracket: u8,
    /// The key or the word that it is behind; empty behind another bracket.
    key: &'t str,
    /// Whether it is the value of the key, not a block.
    is_value: bool,
    /// Whether what is in it says of itself that it is switched off.
    is_off: bool,
    start: Mark,
}

/// How many open brackets are told apart.
const DEEPEST: usize = 64;

/// The open brackets, outermost first.
#[derive(Debug, Default)]
pub(super) struct Brackets<'t> {
    open: Vec<Open<'t>>,
    /// How many more are open.
    deeper: usize,
    /// What had been found before the line, until a bracket is opened on it: what a
    /// block's head gives away is the block's.
    line: Option<Mark>,
}

impl<'t> Brackets<'t> {
    /// Begins a line, before anything of it is looked at.
    pub(super) fn begin_line(&mut self, found: &Sightings) {
        self.line = Some(found.mark());
    }

    /// Closes what is closed before anything else on the line `text`; what stands behind that.
    pub(super) fn close_before(&mut self, text: &'t str, found: &mut Sightings) -> &'t str {
        let behind = text.trim_start_matches(['}', ']', ')', ',', ' ']);
        for byte in text[..text.len() - behind.len()].bytes() {
            self.take(byte, "", found);
        }
        behind
    }

    /// Opens and closes what is opened and closed on the line `text`.
    pub(super) fn take_all(&mut self, text: &'t str, found: &mut Sightings) {
        let mut is_quoted = false;
        let mut head = text;
        for (at, byte) in text.bytes().enumerate() {
            match byte {
                b'"' => is_quoted = !is_quoted,
                _ if is_quoted => {}
                b'#' => break,
                b'/' if text.as_bytes().get(at + 1) == Some(&b'/') => break,
                b'{' | b'[' | b'(' | b'}' | b']' | b')' => {
                    self.take(byte, head, found);
                    // Only the first is the line's own.
                    head = "";
                }
                _ => {}
            }
        }
    }

    /// Opens or closes what `bracket` does, which stands behind `head`.
    pub(super) fn take(&mut self, bracket: u8, head: &'t str, found: &mut Sightings) {
        match bracket {
            b'{' | b'[' | b'(' if self.open.len() == DEEPEST => self.deeper += 1,
            b'}' | b']' | b')' if self.deeper > 0 => self.deeper -= 1,
            b'{' | b'[' | b'(' => {
                let key = first_word(head);
                let rest = head.trim_start_matches('"').get(key.len()..).unwrap_or_default();
                let is_value = rest.trim_start_matches(['"', ' ', '\t']).starts_with(['=', ':']);
                let start = self.line.take().unwrap_or_else(|| found.mark());
                self.open.push(Open { bracket, key, is_value, is_off: false, start });
            }
            b'}' | b']' | b')' => {
                if let Some(open) = self.open.pop()
                    && open.is_off
                {
                    found.forget_since(open.start);
                }
            }
            _ => {}
        }
    }

    /// Whether the innermost block is `block`, at the outermost level.
    pub(super) fn is_in(&self, block: &str) -> bool {
        matches!(&self.open[..], [open] if open.key == block)
    }

    /// The key whose value is the innermost list, through functions that make one; empty in a map.
    pub(super) fn list(&self) -> &'t str {
        let lists = self.open.iter().rev().take_while(|open| open.bracket != b'{');
        lists.map(|open| open.key).find(|key| !key.is_empty()).unwrap_or_default()
    }

    /// The key whose value is the innermost map.
    pub(super) fn map(&self) -> Option<&'t str> {
        self.open.last().filter(|open| open.bracket == b'{' && open.is_value).map(|open| open.key)
    }

    /// Notes that the innermost map, or a block in another, says of itself that it is switched off.
    pub(super) fn switch_off(&mut self) {
        let is_inner = self.open.len() > 1;
        if let Some(open) = self.open.last_mut().filter(|open| open.is_value || is_inner) {
            open.is_off = true;
        }
    }
}

/// The first word of `text`, without quotes.
pub(super) fn first_word(text: &str) -> &str {
    match text.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next().unwrap_or_default(),
        None => text.split([' ', '\t', '=', ':', '{', '[', '(']).next().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::Brackets;
    use crate::identify::evidence::Sightings;

    #[test]
    fn brackets_know_their_keys() {
        let (many, end) = ("{".repeat(1000), "}".repeat(1000));
        let (mut brackets, mut found) = (Brackets::default(), Sightings::default());
        brackets.take_all("terraform {", &mut found);
        assert!(brackets.is_in("terraform") && brackets.map().is_none());
        brackets.take_all("\"cert-manager\" = { # {", &mut found);
        assert_eq!((brackets.map(), brackets.is_in("terraform")), (Some("cert-manager"), false));
        brackets.take_all("inline = concat([", &mut found);
        assert_eq!((brackets.list(), brackets.map()), ("inline", None));
        assert_eq!(brackets.close_before("]), x {", &mut found), "x {");
        assert_eq!((brackets.list(), brackets.map()), ("", Some("cert-manager")));
        brackets.take_all("\"}\"", &mut found);
        assert_eq!(brackets.map(), Some("cert-manager"));
        assert_eq!(brackets.close_before("}}}}", &mut found), "");
        assert!(brackets.map().is_none());
        brackets.take_all(&many, &mut found);
        assert_eq!(brackets.open.len(), super::DEEPEST);
        brackets.take_all(&end, &mut found);
        assert!(brackets.open.is_empty());
    }
}
