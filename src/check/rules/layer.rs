//! Rules about layers: a patch has something to change, and a public entry is
//! not redefined by the way.

use super::warning;
use crate::check::locate::{Step, locate};
use crate::check::{Finding, Glance};
use crate::source::CATEGORY_PATCH;
use crate::source::patch::{REMOVE, not_there, patched};

pub(super) fn patches(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let source = glance.source;
    for (id, parsed) in &source.patches {
        let own = source.entries.iter().find(|entry| entry.value.id == *id).map(|entry| &entry.value);
        let Some(base) = own.or_else(|| glance.below.entry(id)) else {
            let text = format!("there is no entry `{id}` to patch: name the file after an id that exists");
            findings.push(Finding::error(&parsed.path, &parsed.text, 0, "patch", text));
            continue;
        };
        for missing in not_there(base, &parsed.value) {
            let offset = locate(&parsed.text, &[Step::Key(REMOVE)]).unwrap_or_default();
            let text = format!("`{id}` has nothing to remove at `{missing}`");
            findings.push(Finding::error(&parsed.path, &parsed.text, offset, "patch", text));
        }
    }
    for (id, parsed) in &source.category_patches {
        match glance.category(id).map(|category| patched(category, parsed)) {
            Some(Ok(_)) => {}
            Some(Err(wrong)) => findings.extend(wrong),
            None => {
                let text = format!("there is no category `{id}` to patch");
                findings.push(Finding::error(&parsed.path, &parsed.text, 0, "patch", text));
            }
        }
    }
}

pub(super) fn redefinitions(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.source.entries {
        let id = &parsed.value.id;
        if glance.below.entry(id).is_some() {
            let text = format!(
                "this stands in place of the whole entry `{id}` below: write {id}.patch.toml, or excuse it with a reason"
            );
            findings.push(warning(parsed, &[Step::Key("name")], "redefinition", text));
        }
    }
    for parsed in &glance.source.categories {
        let id = &parsed.value.id;
        // What no file describes has no summary.
        if glance.below.category(id).is_some_and(|category| !category.summary.is_empty()) {
            let text = format!(
                "this stands in place of the category `{id}` below: write {CATEGORY_PATCH}, or excuse it with a reason"
            );
            findings.push(warning(parsed, &[Step::Key("name")], "redefinition", text));
        }
    }
    if let Some(parsed) = &glance.source.groups {
        for (at, group) in parsed.value.groups.iter().enumerate() {
            if glance.below.has_group(&group.id) {
                let text = format!(
                    "this stands in place of the group `{}` below: name it otherwise, or excuse it with a reason",
                    group.id
                );
                findings.push(warning(parsed, &[Step::Key("groups"), Step::Index(at)], "redefinition", text));
            }
        }
    }
}
