//! Lines that nothing else writes, and whose they are.

use crate::entry::Entry;
use crate::identify::evidence::Owner;

/// How many bytes of a line choose the markers to compare.
const HEAD: usize = 3;

/// Into how many parts the markers are divided: most lines find theirs empty.
const PARTS: usize = 1 << 12;

/// How many bytes more choose among the long markers of one part, of which
/// `name: ` begins many.
const LONG: usize = 10;

/// Beginnings of lines, by their first bytes.
#[derive(Debug)]
pub(in crate::identify) struct Markers<'g> {
    /// For each part, where its markers are: a small table that stays at hand.
    parts: Vec<u16>,
    /// The markers of one part each; those of every empty part come first.
    markers: Vec<Part<'g>>,
}

/// The markers that begin alike.
#[derive(Clone, Debug, Default)]
struct Part<'g> {
    short: Vec<(&'g str, Owner)>,
    /// Those with [`LONG`] bytes, in the order of these.
    long: Vec<([u8; LONG], &'g str, Owner)>,
}

impl Default for Markers<'_> {
    fn default() -> Self {
        Self { parts: vec![0; PARTS], markers: vec![Part::default()] }
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
                self.markers.push(Part::default());
            }
            let part = &mut self.markers[usize::from(self.parts[part])];
            match long_head(marker) {
                None => part.short.push((marker, owner)),
                Some(head) => {
                    let place = part.long.partition_point(|(other, ..)| *other <= head);
                    part.long.insert(place, (head, marker, owner));
                }
            }
        }
    }

    /// Whose the trimmed `line` is, with the marker that says so. One space
    /// in a marker fits any number of them in the line, and a quote behind them.
    pub(in crate::identify) fn owners(&self, line: &str) -> impl Iterator<Item = (&'g str, Owner)> {
        let place = part(line).map_or(0, |part| usize::from(self.parts[part]));
        let part = &self.markers[place];
        let long = if part.long.is_empty() { None } else { long_head(line) };
        let long = long.map_or(&[][..], |head| {
            let start = part.long.partition_point(|(other, ..)| *other < head);
            let end = start + part.long[start..].partition_point(|(other, ..)| *other == head);
            &part.long[start..end]
        });
        let long = long.iter().map(|(_, marker, owner)| (*marker, *owner));
        part.short.iter().copied().chain(long).filter(move |(marker, _)| begins(line, marker))
    }
}

/// The first bytes of `text` with single spaces and no quotes behind them, as
/// [`begins`] passes over; none when there are fewer.
fn long_head(text: &str) -> Option<[u8; LONG]> {
    let mut head = [0; LONG];
    let mut count = 0;
    let mut is_behind_space = false;
    for byte in text.bytes() {
        let is_space = matches!(byte, b' ' | b'\t');
        if is_behind_space && (is_space || matches!(byte, b'"' | b'\'')) {
            continue;
        }
        is_behind_space = is_space;
        head[count] = if is_space { b' ' } else { byte };
        count += 1;
        if count == LONG {
            return Some(head);
        }
    }
    None
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
    use super::{begins, long_head};

    #[test]
    fn what_fits_has_the_same_head() {
        let head = long_head("Type: AWS::SQS::");
        assert!(head.is_some());
        for line in ["Type:   AWS::SQS::Queue", "Type: \"AWS::SQS::Queue\"", "Type:\tAWS::SQS::Queue"] {
            assert_eq!(long_head(line), head, "{line}");
        }
        assert_eq!(long_head("name: a"), None);
    }

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
