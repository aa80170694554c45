//! Rules about what gives an entry away in a repository.

use super::error;
use crate::check::locate::Step;
use crate::check::{Finding, Glance};
use crate::entry::{REGISTRIES, SHORTEST_MARKER};

pub(super) fn evidence(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let evidence = &parsed.value.identify;
        let mut add = |key, at, text| {
            let path = [Step::Key("identify"), Step::Key(key), Step::Index(at)];
            findings.push(error(parsed, &path, "evidence", text));
        };
        // That an item says nothing at all is told by another rule.
        for (at, marker) in
            evidence.markers.iter().enumerate().filter(|(_, marker)| !marker.trim().is_empty())
        {
            if marker.trim_end().len() < SHORTEST_MARKER {
                let text =
                    format!("`{marker}` begins too many lines: write {SHORTEST_MARKER} letters or more");
                add("markers", at, text);
            }
        }
        for (at, package) in evidence.packages.iter().enumerate().filter(|(_, name)| !name.trim().is_empty())
        {
            let is_whole = package
                .split_once(':')
                .is_some_and(|(registry, name)| REGISTRIES.contains(&registry) && !name.is_empty());
            if !is_whole {
                let known = REGISTRIES.join(", ");
                let text = format!(
                    "`{package}` names no registry that is known: write one before a colon ({known})"
                );
                add("packages", at, text);
            }
        }
    }
}
