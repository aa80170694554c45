//! Image repositories, and whose they are.

use std::collections::HashMap;

use crate::identify::evidence::{Owner, Strength};
use crate::identify::reference::Image;

/// Who repackages the images of others under their plain names.
const REPACKAGERS: [&str; 9] = [
    "library",
    "bitnami",
    "bitnamilegacy",
    "bitnamisecure",
    "chainguard",
    "rapidfort",
    "ubuntu",
    "dhi",
    "containers",
];

/// Image repositories, and whose they are.
#[derive(Debug, Default)]
pub(in crate::identify) struct Images {
    /// By path without the registry.
    paths: HashMap<String, Vec<Owner>>,
    /// By the one name of an official image.
    names: HashMap<String, Vec<Owner>>,
    /// By a last part that carries the entry's name and is no other's.
    tails: HashMap<String, Option<Owner>>,
}

impl Images {
    pub(super) fn add(&mut self, owner: Owner, id: &str, image: &str) {
        let Some(Image { path, .. }) = Image::parse(image) else { return };
        let Some(last) = path.last() else { return };
        if path.len() == 1 || path[path.len() - 2] == "library" {
            push(&mut self.names, last, owner);
        }
        if path.len() > 1 {
            let same = |other: &Option<Owner>| other.is_none_or(|other| other != owner);
            if last.contains(id) && last.contains('-') && last.len() > 8 {
                self.tails
                    .entry(last.clone())
                    .and_modify(|other| {
                        if same(other) {
                            *other = None;
                        }
                    })
                    .or_insert(Some(owner));
            }
            push(&mut self.paths, &path.join("/"), owner);
        }
    }

    /// Whose `image` is, and how sure that is: the tail of the path tells,
    /// whatever registry or mirror stands before it.
    pub(in crate::identify) fn owners(&self, image: &Image) -> (&[Owner], Strength) {
        let path = &image.path;
        for start in 0..path.len().saturating_sub(1) {
            if let Some(owners) = self.paths.get(&path[start..].join("/")) {
                return (owners, Strength::High);
            }
        }
        let Some(last) = path.last() else { return (&[], Strength::Low) };
        let before = path.len().checked_sub(2).map(|at| &*path[at]);
        if before.is_none_or(|before| REPACKAGERS.contains(&before))
            && let Some(owners) = self.names.get(last)
        {
            return (owners, Strength::High);
        }
        if let Some(mirrored) = last.strip_prefix("mirrored-") {
            return self.mirrored(mirrored);
        }
        match self.tails.get(last) {
            Some(Some(owner)) => (std::slice::from_ref(owner), Strength::Medium),
            _ => (&[], Strength::Low),
        }
    }

    /// Rancher's mirrors: `rancher/mirrored-coredns-coredns` is `coredns/coredns`.
    fn mirrored(&self, name: &str) -> (&[Owner], Strength) {
        for (at, _) in name.match_indices('-') {
            let (owner, rest) = (&name[..at], &name[at + 1..]);
            let known = if owner == "library" {
                self.names.get(rest)
            } else {
                self.paths.get(&format!("{owner}/{rest}"))
            };
            if let Some(owners) = known {
                return (owners, Strength::High);
            }
        }
        match self.tails.get(name) {
            Some(Some(owner)) => (std::slice::from_ref(owner), Strength::High),
            _ => (&[], Strength::Low),
        }
    }
}

fn push(map: &mut HashMap<String, Vec<Owner>>, key: &str, owner: Owner) {
    let owners = map.entry(key.to_owned()).or_default();
    if !owners.contains(&owner) {
        owners.push(owner);
    }
}
