//! What layers there are: each place, whether it is there, why it is looked
//! at, what lies in it and what is wrong in it.

use std::path::Path;

use serde::Serialize;

use super::Layers;
use super::place::{Place, short};
use crate::finding::{Finding, Level};
use crate::source::{Role, files};

/// Every place of a layer.
#[derive(Clone, Debug, Serialize)]
pub struct Inventory {
    /// The lowest first.
    pub layers: Vec<Found>,
}

/// A place and what lies there.
#[derive(Clone, Debug, Serialize)]
pub struct Found {
    /// Whose it is.
    pub layer: &'static str,
    /// The folder; nothing for what is in the program.
    pub folder: Option<String>,
    /// What named it.
    pub why: String,
    /// Whether it is there.
    pub exists: bool,
    /// Whether it is read.
    pub used: bool,
    /// How many whole entries without an error.
    pub entries: usize,
    /// How many patches without an error.
    pub patches: usize,
    /// How many descriptions of categories without an error.
    pub categories: usize,
    /// What is wrong in it.
    pub findings: Vec<Finding>,
}

/// What lies in each of `places`, above what is in the program.
#[must_use]
pub fn inventory(places: &[Place], builtin_entries: usize, builtin_categories: usize) -> Inventory {
    let builtin = Found {
        layer: "builtin",
        folder: None,
        why: "in the program".to_owned(),
        exists: true,
        used: true,
        entries: builtin_entries,
        patches: 0,
        categories: builtin_categories,
        findings: Vec::new(),
    };
    let findings = Layers::new(places).map(|layers| {
        layers.whole();
        layers.categories();
        layers.findings()
    });
    let findings = findings.unwrap_or_default();
    let found = places.iter().map(|place| found(place, &findings));
    Inventory { layers: std::iter::once(builtin).chain(found).collect() }
}

fn found(place: &Place, findings: &[Finding]) -> Found {
    let exists = place.is_there();
    // What cannot be read is among the findings of reading it all.
    let roles = if exists { files(&place.folder, &mut Vec::new()) } else { Vec::new() };
    let is_wrong =
        |path: &Path| findings.iter().any(|finding| finding.level == Level::Error && finding.file == path);
    let count = |is_counted: fn(&Role) -> bool| {
        roles.iter().filter(|(path, role)| is_counted(role) && !is_wrong(path)).count()
    };
    Found {
        layer: place.owner.as_str(),
        folder: Some(short(&place.folder)),
        why: place.why.clone(),
        exists,
        used: exists && !place.is_left_out,
        entries: count(|role| matches!(role, Role::Entry(..))),
        patches: count(|role| matches!(role, Role::Patch(_) | Role::CategoryPatch(_))),
        categories: count(|role| matches!(role, Role::Category(_))),
        findings: findings
            .iter()
            .filter(|finding| finding.file.starts_with(&place.folder))
            .cloned()
            .collect(),
    }
}
