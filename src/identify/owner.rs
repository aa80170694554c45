//! Whose an API group, the name of a definition or an image reference is.

use super::evidence::{Owner, Strength};
use super::index::{Index, Usage};
use super::reference::Image;
use crate::entry::Entry;
use crate::glossary::Glossary;

/// The entries that `term` belongs to: `argoproj.io`, `argoproj.io/v1alpha1`,
/// `certificates.cert-manager.io`, `quay.io/jetstack/cert-manager-controller:v1.15`.
///
/// Anything else belongs to nobody, and is told at once.
#[must_use]
pub fn owners<'g>(glossary: &'g Glossary, term: &str) -> Vec<&'g Entry> {
    let term = term.trim();
    if term.contains(char::is_whitespace) || !term.contains(['.', '/', ':']) {
        return Vec::new();
    }
    let index = Index::new(glossary);
    let group = term.split_once('/').map_or(term, |(group, _)| group).to_lowercase();
    let owners = group_owners(&index, &group);
    let owners = if owners.is_empty() { image_owners(&index, term) } else { owners };
    owners.into_iter().filter_map(|owner| index.entry(owner)).collect()
}

/// Whose `name` is as a group, or else as the definition `resource.group`.
fn group_owners(index: &Index<'_>, name: &str) -> Vec<Owner> {
    let groups = &index.api_groups;
    if !name.contains('.') {
        return Vec::new();
    }
    match name.split_once('.') {
        // `rollouts.argoproj.io` is of the family `*.argoproj.io`, but no group of it.
        Some((resource, group)) if !groups.names(name) && groups.names(group) => {
            groups.owners(group, resource, Usage::Object)
        }
        _ if groups.knows(name) => groups.everybody(name),
        Some((resource, group)) => groups.owners(group, resource, Usage::Object),
        None => Vec::new(),
    }
}

/// Whose the image that `term` refers to is.
fn image_owners(index: &Index<'_>, term: &str) -> Vec<Owner> {
    let Some(image) = Image::parse(term) else { return Vec::new() };
    let (owners, strength) = index.images.owners(&image);
    if strength > Strength::Low { owners.to_vec() } else { Vec::new() }
}
