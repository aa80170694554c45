//! Addresses that things are taken from, and whose they are.

use super::{Lowered, Table};
use crate::entry::{Entry, Kind};
use crate::identify::evidence::Owner;

/// How the address of a repository on GitHub begins.
const GITHUB: &str = "github.com/";

/// Addresses that things are taken from, and whose they are.
#[derive(Debug, Default)]
pub(in crate::identify) struct Sources<'g> {
    /// Repositories on GitHub that entries name as a place to take them from.
    told: Lowered,
    /// The repositories in which they are developed.
    own: Lowered,
    /// Elsewhere: what follows the host, by that.
    hosts: Table<&'g str, Vec<(&'g str, Owner)>>,
}

impl<'g> Sources<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        for source in entry.identify.sources.iter() {
            if let Some(repository) = source.strip_prefix(GITHUB) {
                self.told.entry(repository.to_lowercase()).or_default().push(owner);
            } else {
                let (host, path) = source.split_once('/').unwrap_or((source, ""));
                self.hosts.entry(host).or_default().push((path, owner));
            }
        }
        // Ideas and objects only point to where they are described.
        if matches!(entry.kind, Kind::Object | Kind::Concept | Kind::Organization) {
            return;
        }
        let repo = entry.links.repo.as_deref().and_then(|repo| repo.strip_prefix("https://github.com/"));
        let is_whole = |repo: &&str| repo.split('/').count() == 2;
        if let Some(repo) = repo.filter(is_whole).map(|repo| repo.trim_end_matches('/')) {
            self.own.entry(repo.to_lowercase()).or_default().push(owner);
        }
    }

    /// Who comes from the repository `owner/name` on GitHub.
    pub(super) fn repository(&self, repository: &str) -> &[Owner] {
        let owners = self.told.get(repository).or_else(|| self.own.get(repository));
        owners.map(|owners| &owners[..]).unwrap_or_default()
    }

    /// Who is taken from `address`, a host with what follows it.
    pub(super) fn address(&self, address: &str) -> Option<Owner> {
        let (host, path) = address.split_once('/').unwrap_or((address, ""));
        let known = self.hosts.get(host)?;
        known.iter().find(|(start, _)| begins(path, start)).map(|(_, owner)| *owner)
    }
}

/// Whether `path` begins with the whole parts of `start`.
fn begins(path: &str, start: &str) -> bool {
    let Some(rest) = path.strip_prefix(start) else { return false };
    start.is_empty() || start.ends_with('/') || !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::begins;

    #[test]
    fn paths_begin_with_whole_parts() {
        assert!(begins("install", "install") && begins("install-edge", "install") && begins("x/y", ""));
        assert!(begins("terraform/1.2", "terraform") && !begins("terraformer/1.2", "terraform"));
    }
}
