//! Whose an API group, the name of a definition or an image reference is.

use super::evidence::Strength;
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
    let mut owners = if index.api_groups.knows(&group) && group.contains('.') {
        index.api_groups.everybody(&group)
    } else {
        Vec::new()
    };
    if owners.is_empty() {
        owners = definition(&index, &group);
    }
    if owners.is_empty() {
        if let Some(image) = Image::parse(term) {
            let (found, strength) = index.images.owners(&image);
            if strength > Strength::Low {
                owners = found.to_vec();
            }
        }
    }
    owners.into_iter().filter_map(|owner| index.entry(owner)).collect()
}

/// Whose the definition `resource.group` is.
fn definition(index: &Index<'_>, name: &str) -> Vec<super::evidence::Owner> {
    name.split_once('.')
        .map(|(resource, group)| index.api_groups.owners(group, resource, Usage::Object))
        .unwrap_or_default()
}
