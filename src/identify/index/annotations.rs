//! Labels and annotations, and whose they are.

use super::{Claims, Owners, Table};
use crate::entry::Entry;
use crate::identify::evidence::Owner;

/// Labels and annotations, and whose they are.
#[derive(Debug, Default)]
pub(in crate::identify) struct Annotations<'g> {
    /// A whole key.
    keys: Claims<'g>,
    /// The part before the slash.
    domains: Claims<'g>,
    /// The parent of the part before the slash.
    parents: Claims<'g>,
    /// How a key begins, by what stands before its first dot or slash.
    beginnings: Table<&'g str, Vec<(&'g str, Owner)>>,
}

impl<'g> Annotations<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        for pattern in entry.identify.annotations.iter() {
            if let Some(domain) = pattern.strip_suffix("/*") {
                match domain.strip_prefix("*.") {
                    Some(parent) => self.parents.entry(parent).or_default().push(owner),
                    None => self.domains.entry(domain).or_default().push(owner),
                }
            } else if let Some(beginning) = pattern.strip_suffix('*') {
                self.beginnings.entry(head(beginning)).or_default().push((beginning, owner));
            } else {
                self.keys.entry(pattern).or_default().push(owner);
            }
        }
    }

    /// Whose the label or annotation `key` is.
    pub(in crate::identify) fn owners(&self, key: &str) -> Owners {
        if let Some(owners) = self.keys.get(key) {
            return owners.clone();
        }
        let begun = self.beginnings.get(head(key)).into_iter().flatten();
        let begun: Owners =
            begun.filter(|(beginning, _)| key.starts_with(beginning)).map(|(_, owner)| *owner).collect();
        if !begun.is_empty() {
            return begun;
        }
        let Some((domain, _)) = key.split_once('/') else { return Owners::new() };
        if let Some(owners) = self.domains.get(domain) {
            return owners.clone();
        }
        let mut rest = domain;
        while let Some((_, parent)) = rest.split_once('.') {
            if let Some(owners) = self.parents.get(parent) {
                return owners.clone();
            }
            rest = parent;
        }
        Owners::new()
    }
}

/// What stands before the first dot or slash.
fn head(key: &str) -> &str {
    key.split(['.', '/']).next().unwrap_or(key)
}
