//! Rules about layers: a patch has something to change, and a public entry is
//! not redefined by the way.

use super::warning;
use crate::check::locate::{Step, locate};
use crate::check::{Finding, Glance};
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
            Some(Err(finding)) => findings.push(finding),
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
}
