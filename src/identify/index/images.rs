//! Image repositories, and whose they are.

use std::borrow::Cow;

use super::{Owners, Table};
use crate::entry::Entry;
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
pub(in crate::identify) struct Images<'g> {
    /// By path without the registry.
    paths: Table<Cow<'g, str>, Owners>,
    /// By the one name of an official image.
    names: Table<Cow<'g, str>, Owners>,
    /// By a last part that carries the entry's name and is no other's.
    tails: Table<Cow<'g, str>, Option<Owner>>,
}

impl<'g> Images<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        for image in entry.identify.images.iter().filter_map(|image| Image::parse(image)) {
            self.add_path(owner, &entry.id, image.path);
        }
    }

    fn add_path(&mut self, owner: Owner, id: &str, path: Cow<'g, str>) {
        let (before, last) = last_parts(&path);
        let has_folder = before.is_some();
        if before.is_none_or(|before| before == "library") {
            push(&mut self.names, tail(&path, last.len()), owner);
        }
        if !has_folder {
            return;
        }
        if last.contains('-') && last.len() > 8 && last.contains(id) {
            let claim = self.tails.entry(tail(&path, last.len())).or_insert(Some(owner));
            if claim.is_some_and(|other| other != owner) {
                *claim = None;
            }
        }
        push(&mut self.paths, path, owner);
    }

    /// Whose `image` is, and how sure that is: the tail of the path tells,
    /// whatever registry or mirror stands before it.
    pub(in crate::identify) fn owners(&self, image: &Image<'_>) -> (&[Owner], Strength) {
        let mut tail = &*image.path;
        while let Some((_, shorter)) = tail.split_once('/') {
            if let Some(owners) = self.paths.get(tail) {
                return (owners, Strength::High);
            }
            tail = shorter;
        }
        let (before, last) = last_parts(&image.path);
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
                self.paths.get(&*format!("{owner}/{rest}"))
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

/// The last part of `path`, and the one before it.
fn last_parts(path: &str) -> (Option<&str>, &str) {
    match path.rsplit_once('/') {
        Some((before, last)) => (Some(before.rsplit('/').next().unwrap_or(before)), last),
        None => (None, path),
    }
}

/// The last `length` bytes of `path`.
fn tail<'g>(path: &Cow<'g, str>, length: usize) -> Cow<'g, str> {
    let start = path.len() - length;
    match path {
        Cow::Borrowed(path) => Cow::Borrowed(&path[start..]),
        Cow::Owned(path) => Cow::Owned(path[start..].to_owned()),
    }
}

fn push<'g>(map: &mut Table<Cow<'g, str>, Owners>, key: Cow<'g, str>, owner: Owner) {
    let owners = map.entry(key).or_default();
    if !owners.contains(&owner) {
        owners.push(owner);
    }
}
