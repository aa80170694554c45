//! Objects and definitions of Kubernetes' API: `apiVersion`, `kind`, and names of definitions.

use crate::identify::evidence::{Sightings, Sign, Strength};
use crate::identify::index::{Index, Usage};
use crate::identify::reference::HOLE;

/// The kind whose objects define kinds.
pub(super) const DEFINITION: &str = "CustomResourceDefinition";

/// Notes an object with this `apiVersion` and `kind`.
pub(in crate::identify) fn object(
    index: &Index<'_>,
    found: &mut Sightings,
    (api_version, line): (&str, u32),
    kind: &str,
    limit: Strength,
) {
    let Some(group) = group_of(api_version) else { return };
    // Only a kind tells an object from other files with an `apiVersion`.
    if group.is_empty() && kind.is_empty() {
        return;
    }
    let strength = if kind.is_empty() { Strength::Medium } else { Strength::High }.at_most(limit);
    let owners = index.api_groups.owners(group, kind, Usage::Object);
    for &owner in &owners {
        let text = if kind.is_empty() { api_version.to_owned() } else { format!("{api_version} {kind}") };
        found.add(owner, Sign::ApiGroup, strength, line, &text);
    }
    if owners.is_empty() && is_foreign_group(group) && is_kind(kind) {
        found.add_stranger(group, kind, line);
    }
}

/// Notes the definition called `name`: `certificates.cert-manager.io`. Whether it is one.
pub(in crate::identify) fn definition(
    index: &Index<'_>,
    found: &mut Sightings,
    name: &str,
    line: u32,
    strength: Strength,
) -> bool {
    let Some((resource, group)) = name.split_once('.') else { return false };
    let is_resource = !resource.is_empty()
        && resource.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if !is_resource || !is_foreign_group(group) {
        return false;
    }
    let owners = index.api_groups.owners(group, resource, Usage::Definition);
    for &owner in &owners {
        found.add(owner, Sign::Crd, strength, line, name);
    }
    if owners.is_empty() {
        found.add_stranger(group, resource, line);
    }
    true
}

/// The group of `group/version`, empty for Kubernetes' own `v1`; `None` where it is none.
fn group_of(api_version: &str) -> Option<&str> {
    if api_version.contains([HOLE, ' ', '$']) {
        // `group/{{ version }}` still tells the group.
        let (group, _) = api_version.split_once('/')?;
        return (!group.contains([HOLE, ' ', '$'])).then_some(group);
    }
    match api_version.split_once('/') {
        Some((group, version)) => (!version.contains('/') && is_version(version)).then_some(group),
        None => (api_version == "v1").then_some(""),
    }
}

fn is_version(text: &str) -> bool {
    text.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || text.chars().all(|c| c.is_ascii_digit() || c == '.')
}

/// Whether `group` is a domain, as groups outside Kubernetes must be.
fn is_foreign_group(group: &str) -> bool {
    group.contains('.')
        && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.')
        && !group.starts_with('.')
        && !group.ends_with('.')
        && !group.contains("..")
}

/// Whether `text` can be a kind: one word in camel case.
fn is_kind(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase()) && text.chars().all(|c| c.is_ascii_alphanumeric())
}
