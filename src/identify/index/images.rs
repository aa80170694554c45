//! Image repositories, and whose they are.

use std::borrow::Cow;

use super::{Owners, Table, claim};
use crate::entry::Entry;
use crate::identify::evidence::{Owner, Strength};
use crate::identify::reference::{Image, before_dash};

/// Who repackages the images of others under their plain names.
const REPACKAGERS: [&str; 27] = [
    "library",
    "bitnami",
    "bitnamilegacy",
    "bitnamisecure",
    "chainguard",
    "rapidfort",
    "ubuntu",
    "dhi",
    "containers",
    "openshift",
    "sclorg",
    "centos7",
    "rhel8",
    "rhel9",
    "rhel10",
    "ubi8",
    "ubi9",
    "3rdparty",
    "thirdparty",
    "third-party",
    "mirror",
    "mirrors",
    "dockerhub",
    "docker-hub",
    "linuxserver",
    "home-operations",
    "onedr0p",
];

/// What processors' names an image's name may end in.
const PROCESSORS: [&str; 7] = ["-amd64", "-arm64", "-arm", "-ppc64le", "-s390x", "-riscv64", "-x86_64"];

/// A shorter name is more often somebody's own.
const LONG: usize = 8;

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
            claim(self.names.entry(tail(&path, last.len())).or_default(), owner);
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
        claim(self.paths.entry(path).or_default(), owner);
    }

    /// Whether an entry names the image at `path`, with the folder before it.
    pub(super) fn names(&self, path: &str) -> bool {
        self.paths.contains_key(path)
    }

    /// Whose `image` is, and how sure that is: the tail of the path tells,
    /// whatever registry or mirror stands before it. What nobody claims is that
    /// of the `ids` which it is called after.
    pub(super) fn owners<'a>(
        &'a self,
        image: &Image<'_>,
        ids: &'a Table<&'g str, Owner>,
    ) -> (&'a [Owner], Strength) {
        let path = without_processor(&image.path);
        for path in [&*image.path, path] {
            let (owners, strength) = self.claimed(path);
            if !owners.is_empty() {
                return (owners, strength);
            }
        }
        let (before, last) = last_parts(path);
        let is_repackaged = before.is_some_and(|before| REPACKAGERS.contains(&before));
        let name = if is_repackaged { without_version(last) } else { without_docker(last) };
        let Some(owner) = ids.get(name) else { return (&[], Strength::Low) };
        let is_named = name.len() >= LONG || name.contains('-');
        let strength = match before {
            _ if is_repackaged => Strength::High,
            // Its registry is filled in elsewhere.
            None if image.has_host => Strength::Medium,
            Some(_) if is_named => Strength::Medium,
            _ => Strength::Low,
        };
        (std::slice::from_ref(owner), strength)
    }

    /// Who claims the image at `path`.
    fn claimed(&self, path: &str) -> (&[Owner], Strength) {
        let mut tail = path;
        while let Some((_, shorter)) = tail.split_once('/') {
            if let Some(owners) = self.paths.get(tail) {
                return (owners, Strength::High);
            }
            tail = shorter;
        }
        let (before, last) = last_parts(path);
        let name = if before.is_some() { without_version(last) } else { last };
        if before.is_none_or(|before| REPACKAGERS.contains(&before))
            && let Some(owners) = self.names.get(last).or_else(|| self.names.get(name))
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

/// `path` without the processor that the image is for.
fn without_processor(path: &str) -> &str {
    PROCESSORS.iter().find_map(|end| path.strip_suffix(end)).unwrap_or(path)
}

/// `name` without the version and the system that repackagers write behind it:
/// `postgresql-15`, `redis-7-c9s`.
fn without_version(name: &str) -> &str {
    before_dash(name, |rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// `name` without the word for an image that some write beside it.
fn without_docker(name: &str) -> &str {
    let name = name.strip_prefix("docker-").unwrap_or(name);
    name.strip_suffix("-docker").unwrap_or(name)
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
