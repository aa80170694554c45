//! Lines that nothing else writes, and whose they are.

use std::collections::HashMap;

use crate::identify::evidence::Owner;

/// How many bytes of a line choose the markers to compare.
const HEAD: usize = 3;

/// Beginnings of lines, by their first bytes.
#[derive(Debug, Default)]
pub(in crate::identify) struct Markers<'g> {
    heads: HashMap<[u8; HEAD], Vec<(&'g str, Owner)>>,
}

impl<'g> Markers<'g> {
    pub(super) fn add(&mut self, owner: Owner, marker: &'g str) {
        if let Some(head) = marker.as_bytes().first_chunk() {
            self.heads.entry(*head).or_default().push((marker, owner));
        }
    }

    /// Whose the trimmed `line` is, with the marker that says so. One space
    /// in a marker fits any number of them in the line.
    pub(in crate::identify) fn owners(&self, line: &str) -> impl Iterator<Item = (&'g str, Owner)> {
        let head = line.as_bytes().first_chunk::<HEAD>();
        let markers = head.and_then(|head| self.heads.get(head)).into_iter().flatten();
        markers.filter(move |(marker, _)| begins(line, marker)).copied()
    }
}

fn begins(line: &str, marker: &str) -> bool {
    if line.starts_with(marker) {
        return true;
    }
    let mut words = marker.split(' ').peekable();
    let mut rest = line;
    while let Some(word) = words.next() {
        let Some(after) = rest.strip_prefix(word) else { return false };
        rest = after;
        if words.peek().is_some() {
            if !rest.starts_with([' ', '\t']) {
                return false;
            }
            rest = rest.trim_start();
        }
    }
    true
}
