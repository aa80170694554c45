//! Lines that nothing else writes, and whose they are.

use smallvec::SmallVec;

use super::Table;
use crate::entry::{Entry, SHORTEST_MARKER};
use crate::identify::evidence::Owner;
use crate::identify::reference::among;

/// How many bytes of a line choose the markers to compare.
const HEAD: usize = SHORTEST_MARKER;

/// Behind how many bytes the next one tells whether any marker goes on as the line does:
/// `value` does not go on as `valueFiles`.
const BEHIND: usize = 5;

/// Into how many parts the markers are divided: most lines find theirs empty.
const PARTS: usize = 1 << 12;

/// How many bytes behind the key choose among long markers, of which `name: ` begins many.
const MORE: usize = 4;

/// How far behind a line's beginning they are looked for.
const FARTHEST: usize = 48;

/// How many [`long_head`]s are told apart before they are looked up.
const HEADS: usize = 1 << 14;

/// Beginnings of lines, by their first bytes.
#[derive(Debug)]
pub(in crate::identify) struct Markers<'g> {
    /// For each part, where its short markers are, from 1: a small table that stays at hand.
    parts: Vec<u16>,
    /// For each such place a bit for every byte that may follow the [`BEHIND`] first ones.
    next: Vec<u64>,
    /// The markers of one part each that have no [`long_head`].
    short: Vec<Vec<(&'g str, Owner)>>,
    /// The others, by that.
    long: Table<u64, SmallVec<[(&'g str, Owner); 1]>>,
    /// For each head a bit, [`bit_of`], whether any of the others has it: most lines have none.
    heads: Vec<u64>,
}

impl Default for Markers<'_> {
    fn default() -> Self {
        Self {
            parts: vec![0; PARTS],
            next: Vec::new(),
            short: Vec::new(),
            long: Table::default(),
            heads: vec![0; HEADS / 64],
        }
    }
}

impl<'g> Markers<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        for marker in entry.identify.markers.iter() {
            let marker = marker.trim_end();
            let Some(part) = part(marker) else { continue };
            if self.parts[part] == 0 {
                self.next.push(0);
                self.short.push(Vec::new());
                // There are no more than PARTS of them.
                self.parts[part] = u16::try_from(self.short.len()).unwrap_or_default();
            }
            let place = usize::from(self.parts[part]) - 1;
            // For one space there may be several.
            let is_stiff = !marker.as_bytes().iter().take(BEHIND).any(|byte| *byte == b' ');
            self.next[place] |= if is_stiff { next_bit(marker) } else { u64::MAX };
            match long_head(marker) {
                None => self.short[place].push((marker, owner)),
                Some(head) => {
                    let (word, bit) = bit_of(head);
                    self.heads[word] |= bit;
                    self.long.entry(head).or_default().push((marker, owner));
                }
            }
        }
    }

    /// Tells `found` whose the trimmed `line` is, with the marker that says so. One
    /// space in a marker fits any number of them in the line, and a quote behind them.
    #[inline]
    pub(in crate::identify) fn find(&self, line: &str, found: impl FnMut(&'g str, Owner)) {
        let place = part(line).map_or(0, |part| usize::from(self.parts[part]));
        if place > 0 && self.next[place - 1] & next_bit(line) > 0 {
            self.find_in(place - 1, line, found);
        }
    }

    /// The same among the markers at `place`, which begin as `line` does.
    fn find_in(&self, place: usize, line: &str, mut found: impl FnMut(&'g str, Owner)) {
        let mut check = |(marker, owner): &(&'g str, Owner)| {
            if begins(line, marker) {
                found(marker, *owner);
            }
        };
        self.short[place].iter().for_each(&mut check);
        let head = long_head(line).filter(|head| {
            let (word, bit) = bit_of(*head);
            self.heads[word] & bit > 0
        });
        if let Some(long) = head.and_then(|head| self.long.get(&head)) {
            long.iter().for_each(check);
        }
    }
}

/// A bit for the byte that follows the first of `text`; every bit where none does.
#[inline]
fn next_bit(text: &str) -> u64 {
    match text.as_bytes().get(BEHIND) {
        // One stands for the other.
        Some(b'\t' | b' ') => 1 << b' ',
        Some(byte) => 1 << (byte % 64),
        None => u64::MAX,
    }
}

/// The bytes that part a key from its value or may stand around that.
const PARTS_VALUE: [bool; 256] = among(b" \t\"':=");

/// The first [`HEAD`] bytes of `text` and [`MORE`] behind its key as a number, without
/// what parts the one from the other and the spaces and quotes of which [`begins`] passes
/// over some; none when there are fewer.
#[inline]
fn long_head(text: &str) -> Option<u64> {
    let parts = |byte: u8| PARTS_VALUE[usize::from(byte)];
    let (head, rest) = text.as_bytes().split_first_chunk::<HEAD>()?;
    // A dash begins an item, in which the key comes behind the first space.
    let mut is_behind_key = head[0] != b'-' && (parts(head[1]) || parts(head[2]) || parts(head[3]));
    let mut head = u64::from(u32::from_le_bytes(*head));
    let mut count = 0;
    for byte in rest.iter().take(FARTHEST) {
        if parts(*byte) {
            is_behind_key = true;
        } else if is_behind_key {
            head = head << 8 | u64::from(*byte);
            count += 1;
            if count == MORE {
                return Some(head);
            }
        }
    }
    None
}

/// The place of a [`long_head`] among [`HEADS`]: the word that its bit is in, and the bit.
fn bit_of(head: u64) -> (usize, u64) {
    // Fibonacci hashing, as in `part`.
    let mixed = head.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - HEADS.ilog2());
    (usize::try_from(mixed / 64).unwrap_or_default(), 1 << (mixed % 64))
}

/// The part in which the markers are that begin as `line` does.
fn part(line: &str) -> Option<usize> {
    let head = u32::from_le_bytes(*line.as_bytes().first_chunk::<HEAD>()?);
    // Fibonacci hashing: the upper bits of the product are well mixed.
    Some((head.wrapping_mul(0x9e37_79b1) >> (u32::BITS - PARTS.ilog2())) as usize)
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
        assert_ne!(long_head("Kind: AWS::SQS::"), head);
        assert_eq!(long_head("name:  \"'a"), None);
        assert_eq!(long_head("- name: WEB_IMAGE"), long_head("- name:  'WEB_PORT'"));
        assert_ne!(long_head("- name: WEB_IMAGE"), long_head("- name: APP_IMAGE"));
        assert_eq!(long_head("id: shop"), long_head("id:  shopping"));
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
