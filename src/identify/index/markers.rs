//! Lines that nothing else writes, and whose they are.

use crate::entry::Entry;
use crate::identify::evidence::Owner;

/// How many bytes of a line choose the markers to compare.
const HEAD: usize = 3;

/// Into how many parts the markers are divided: most lines find theirs empty.
const PARTS: usize = 1 << 12;

/// Beginnings of lines, by their first bytes.
#[derive(Debug)]
pub(in crate::identify) struct Markers<'g> {
    /// For each part, where its markers are: a small table that stays at hand.
    parts: Vec<u16>,
    /// The markers of one part each; those of every empty part come first.
    markers: Vec<Vec<(&'g str, Owner)>>,
}

impl Default for Markers<'_> {
    fn default() -> Self {
        Self { parts: vec![0; PARTS], markers: vec![Vec::new()] }
    }
}

impl<'g> Markers<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        for marker in entry.identify.markers.iter() {
            let marker = marker.trim_end();
            let Some(part) = part(marker) else { continue };
            if self.parts[part] == 0 {
                // There are no more than PARTS of them.
                self.parts[part] = u16::try_from(self.markers.len()).unwrap_or_default();
                self.markers.push(Vec::new());
            }
            self.markers[usize::from(self.parts[part])].push((marker, owner));
        }
    }

    /// Whose the trimmed `line` is, with the marker that says so. One space
    /// in a marker fits any number of them in the line, and a quote behind them.
    pub(in crate::identify) fn owners(&self, line: &str) -> impl Iterator<Item = (&'g str, Owner)> {
        let place = part(line).map_or(0, |part| usize::from(self.parts[part]));
        let markers = self.markers[place].iter();
        markers.filter(move |(marker, _)| begins(line, marker)).copied()
    }
}

/// The part in which the markers are that begin as `line` does.
fn part(line: &str) -> Option<usize> {
    let [a, b, c] = line.as_bytes().first_chunk::<HEAD>()?.map(usize::from);
    Some((a ^ (b << 3) ^ (c << 5)) % PARTS)
}

/// Whether `line` begins with `marker`, byte by byte: nearly every line differs at once.
fn begins(line: &str, marker: &str) -> bool {
    let mut rest = line.as_bytes();
    let mut wanted = marker.as_bytes();
    while let Some((byte, next)) = wanted.split_first() {
        let Some((first, after)) = rest.split_first() else { return false };
        rest = match (byte, first) {
            (b' ', b' ' | b'\t') => without_quote(after.trim_ascii_start(), next),
            _ if byte == first => after,
            _ => return false,
        };
        wanted = next;
    }
    true
}

/// `value` without the quote before it, which says nothing where none is `wanted`.
fn without_quote<'l>(value: &'l [u8], wanted: &[u8]) -> &'l [u8] {
    match (value, wanted.first()) {
        ([quote @ (b'"' | b'\''), rest @ ..], Some(next)) if next != quote => rest,
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::begins;

    #[test]
    fn a_space_fits_any_number_of_them_and_a_quote() {
        assert!(begins("policy     = \"x\"", "policy = \"x\""));
        assert!(begins("Type: A::B", "Type: A::"));
        assert!(!begins("Type:A::B", "Type: A::"));
        assert!(begins("Type: \"A::B\"", "Type: A::") && begins("Type: 'A::B'", "Type: 'A::"));
        assert!(!begins("Type: ''A::B'", "Type: A::"));
        assert!(!begins("Ty", "Type"));
    }
}
