//! The categories and groups of all layers: one file for each folder, however
//! many entries lie in it.

use std::collections::BTreeMap;

use super::clean::{harmless, is_harmless, visible};
use super::{Layer, OWN_GROUP};
use crate::builtin;
use crate::entry::{Category, Group};
use crate::finding::Finding;
use crate::source::patch::{Patch, patched};
use crate::source::{self, CATEGORY_FILE, CATEGORY_PATCH, GROUPS_FILE, Parsed};

/// The categories and groups of all layers.
#[derive(Debug, Default)]
pub(crate) struct Categories {
    /// By id.
    pub(crate) all: Vec<Category>,
    /// In the order in which they are shown.
    pub(crate) groups: Vec<Group>,
    pub(super) findings: Vec<Finding>,
}

impl Categories {
    /// Reads what each folder of `layers` says of itself.
    pub(super) fn read(layers: &[Layer]) -> Self {
        let mut findings = Vec::new();
        let mut groups = builtin::GROUPS.to_vec();
        let known = builtin::CATEGORIES.iter();
        let mut categories: BTreeMap<String, Category> =
            known.map(|category| (category.id.to_string(), category.clone())).collect();
        for layer in layers {
            let file = layer.folder.join(GROUPS_FILE);
            if file.is_file() {
                match source::groups(&file) {
                    Ok(own) => add_groups(&mut groups, harmless(&own.text, own.value).groups),
                    Err(wrong) => findings.extend(wrong),
                }
            }
            for folder in layer.folders() {
                if let Err(wrong) = lay(layer, folder, &mut categories) {
                    findings.extend(wrong);
                }
            }
        }
        let mut categories: Vec<Category> = categories.into_values().collect();
        // What no group shows would be found by nobody.
        for category in &mut categories {
            if groups.iter().all(|group| group.id != category.group) {
                if groups.iter().all(|group| group.id != OWN_GROUP.id) {
                    groups.push(OWN_GROUP);
                }
                category.group = OWN_GROUP.id;
            }
        }
        Self { all: categories, groups, findings }
    }
}

fn add_groups(groups: &mut Vec<Group>, own: Vec<Group>) {
    for group in own {
        match groups.iter_mut().find(|other| other.id == group.id) {
            Some(other) => *other = group,
            None => groups.push(group),
        }
    }
}

/// Lays what `folder` of `layer` says of its category over what is known.
fn lay(layer: &Layer, folder: &str, categories: &mut BTreeMap<String, Category>) -> Result<(), Vec<Finding>> {
    let file = layer.folder.join(folder).join(CATEGORY_FILE);
    if file.symlink_metadata().is_ok() {
        let Parsed { text, value, .. } = source::category(&file, folder)?;
        let category = Category { id: folder.to_owned().into(), ..harmless(&text, value) };
        categories.insert(folder.to_owned(), category);
    } else {
        categories.entry(folder.to_owned()).or_insert_with(|| Category {
            id: folder.to_owned().into(),
            name: folder.replace('-', " ").into(),
            ..Category::default()
        });
    }
    let file = layer.folder.join(folder).join(CATEGORY_PATCH);
    if file.symlink_metadata().is_ok() {
        let mut parsed = source::read_patch(&file)?;
        if !is_harmless(&parsed.text) {
            parsed = parsed.map(|patch| Patch { changes: visible(patch.changes), remove: patch.remove });
        }
        if let Some(below) = categories.get(folder) {
            let category = Category { id: below.id.clone(), ..patched(below, &parsed)? };
            categories.insert(folder.to_owned(), category);
        }
    }
    Ok(())
}
