//! Objects and definitions of Kubernetes' API: `apiVersion`, `kind`, and names of definitions.

use crate::identify::evidence::{Sightings, Sign, Strength};
use crate::identify::index::{Index, Usage};
use crate::identify::line::Line;
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
    let text = if kind.is_empty() { api_version.to_owned() } else { [api_version, " ", kind].concat() };
    for &owner in &owners {
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

/// Whether `text` is a version as API groups have them: `v1alpha1`.
pub(in crate::identify) fn is_version(text: &str) -> bool {
    text.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || (!text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || c == '.'))
}

/// Whether `group` is a domain, as groups outside Kubernetes must be.
fn is_foreign_group(group: &str) -> bool {
    group.contains('.')
        && group.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.')
        && !group.starts_with('.')
        && !group.contains("..")
        // No domain ends in a number, as versions do.
        && group.rsplit('.').next().is_some_and(|last| last.starts_with(|c: char| c.is_ascii_lowercase()))
}

/// Whether `text` can be a kind: one word in camel case.
fn is_kind(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_uppercase()) && text.chars().all(|c| c.is_ascii_alphanumeric())
}

/// The head of an object that stands among other text: in a heredoc, in HCL.
#[derive(Debug, Default)]
pub(super) struct Head<'t> {
    api_version: Option<(&'t str, u32)>,
    kind: Option<(&'t str, u32)>,
}

impl<'t> Head<'t> {
    /// How many lines may stand between the one and the other.
    const NEAR: u32 = 3;

    /// Takes in `line`; the `apiVersion` and the `kind` where both have been seen.
    pub(super) fn take(&mut self, line: &Line<'t>, number: u32) -> Option<((&'t str, u32), &'t str)> {
        match line.key {
            "apiVersion" => self.api_version = Some((line.value, number)),
            "kind" => self.kind = Some((line.value, number)),
            _ => return None,
        }
        let ((api_version, at), (kind, of)) = self.api_version.zip(self.kind)?;
        if at.abs_diff(of) > Self::NEAR {
            return None;
        }
        *self = Self::default();
        Some(((api_version, at), kind))
    }
}

#[cfg(test)]
mod tests {
    use super::{Head, is_foreign_group};
    use crate::identify::line::Line;

    #[test]
    fn groups_are_domains() {
        assert!(is_foreign_group("cert-manager.io") && is_foreign_group("a.k8s.io"));
        for text in ["30.0", "v5.0.4", "apps", ".io", "a..io", "a.io."] {
            assert!(!is_foreign_group(text), "{text}");
        }
    }

    #[test]
    fn heads_are_told_from_far_apart_lines() {
        let mut head = Head::default();
        let mut take = |text, number| head.take(&Line::parse(text).expect("a line"), number);
        assert_eq!(take("kind = \"A\"", 1), None);
        assert_eq!(take("name = \"x\"", 2), None);
        assert_eq!(take("apiVersion = \"x.io/v1\"", 3), Some((("x.io/v1", 3), "A")));
        assert_eq!(take("apiVersion: x.io/v1", 4), None);
        assert_eq!(take("kind: A", 40), None);
        assert_eq!(take("apiVersion: y.io/v1", 41), Some((("y.io/v1", 41), "A")));
    }
}
