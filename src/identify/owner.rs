//! Whose an API group, the name of a definition or an image reference is.

use super::evidence::Strength;
use super::index::{Index, Owners, Usage};
use super::reference::Image;
use super::scan::is_version;
use crate::entry::{Entry, Kind};
use crate::glossary::Glossary;

/// How `kubectl get crd -o name` begins the name of a definition.
const DEFINITION: &str = "customresourcedefinition.apiextensions.k8s.io/";

/// The entries that `term` belongs to: `argoproj.io`, `argoproj.io/v1alpha1`, `apps/v1`,
/// `certificates.cert-manager.io`, `quay.io/jetstack/cert-manager-controller:v1.15`.
///
/// Anything else belongs to nobody, and is told at once.
#[must_use]
pub fn owners<'g>(glossary: &'g Glossary, term: &str) -> Vec<&'g Entry> {
    let term = term.trim();
    let term = term.strip_prefix(DEFINITION).unwrap_or(term);
    if term.contains(char::is_whitespace) || !term.contains(['.', '/', ':']) {
        return Vec::new();
    }
    let index = Index::new(glossary);
    let (group, version) = term.split_once('/').unwrap_or((term, ""));
    let group = group.to_lowercase();
    // Only a version tells the group `apps` from any other word.
    let may_be_group = group.contains('.') || is_version(version);
    let mut owners = if may_be_group { group_owners(&index, &group) } else { Owners::new() };
    if owners.is_empty() {
        owners = image_owners(&index, term);
    }
    let entries: Vec<&Entry> = owners.into_iter().filter_map(|owner| index.entry(owner)).collect();
    match (&entries[..], group.split_once('.')) {
        ([entry], Some((resource, _))) if entry.id == "kubernetes" => {
            object(glossary, resource).map_or(entries, |object| vec![object])
        }
        _ => entries,
    }
}

/// The entry of the object of Kubernetes' own that its API calls `resource`.
fn object<'g>(glossary: &'g Glossary, resource: &str) -> Option<&'g Entry> {
    let mut named = glossary.named(resource).into_iter().map(|(_, entry)| entry);
    named.find(|entry| entry.kind == Kind::Object)
}

/// Whose `name` is as a group, or else as the definition `resource.group`.
fn group_owners(index: &Index<'_>, name: &str) -> Owners {
    let groups = &index.api_groups;
    match name.split_once('.') {
        // `rollouts.argoproj.io` is of the family `*.argoproj.io`, but no group of it.
        Some((resource, group)) if !groups.names(name) && groups.names(group) => {
            groups.owners(group, resource, Usage::Object)
        }
        _ if groups.knows(name) => groups.everybody(name),
        Some((resource, group)) => groups.owners(group, resource, Usage::Object),
        None => Owners::new(),
    }
}

/// Whose the image that `term` refers to is.
fn image_owners(index: &Index<'_>, term: &str) -> Owners {
    let Some(image) = Image::parse(term) else { return Owners::new() };
    let (owners, strength) = index.image(&image);
    if strength > Strength::Low { owners.into() } else { Owners::new() }
}
