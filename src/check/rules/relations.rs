//! Rules about relations: they lead to other entries, and never round in a circle.

use std::collections::{BTreeSet, HashMap};

use super::error;
use crate::check::locate::Step;
use crate::check::{Finding, Glance};
use crate::entry::Entry;
use crate::relation::Relation;
use crate::source::misfit::nearest;

pub(super) fn references(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let here: BTreeSet<&str> = glance.entries.iter().map(|parsed| &*parsed.value.id).collect();
    let exists = |id: &str| here.contains(id) || glance.below.entry(id).is_some();
    let near = |id: &str| {
        let near = nearest(id, here.iter().copied()).map(str::to_owned).or_else(|| glance.below.near(id));
        near.map_or_else(String::new, |near| format!(": did you mean `{near}`?"))
    };
    for parsed in &glance.entries {
        let entry = &parsed.value;
        for (relation, id) in entry.relations.all() {
            let place = entry.relations.of(relation).position(|other| other == id).unwrap_or_default();
            let item = if relation == Relation::ConfusedWith { Step::Key(id) } else { Step::Index(place) };
            let path = [Step::Key("relations"), Step::Key(relation.as_str()), item];
            if *id == entry.id {
                findings.push(error(parsed, &path, "reference", format!("`{id}` stands to itself")));
            } else if !exists(id) {
                findings.push(error(
                    parsed,
                    &path,
                    "reference",
                    format!("there is no entry `{id}`{}", near(id)),
                ));
            }
        }
        let controller = entry.object.iter().map(|object| &*object.controlled_by).filter(|id| !id.is_empty());
        let sides = entry.standard.iter().flat_map(|standard| standard.sides.iter());
        let sides = sides.flat_map(|side| side.by.iter()).map(|id| &**id);
        let texts = crate::markup::links(&entry.description);
        let implied = entry.identify.implies.iter().map(|id| ("identify", &**id));
        let named =
            controller.map(|id| ("object", id)).chain(sides.map(|id| ("standard", id))).chain(implied);
        for (place, id) in named.chain(texts.map(|id| ("description", id))) {
            let text = if id == entry.id {
                format!("`{id}` names itself")
            } else if exists(id) {
                continue;
            } else {
                format!("there is no entry `{id}`{}", near(id))
            };
            findings.push(error(parsed, &[Step::Key(place)], "reference", text));
        }
    }
}

pub(super) fn cycles(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let here: HashMap<&str, &Entry> =
        glance.entries.iter().map(|parsed| (&*parsed.value.id, &parsed.value)).collect();
    let entry = |id: &str| here.get(id).copied().or_else(|| glance.below.entry(id));
    for parsed in &glance.entries {
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<&str> = vec![&parsed.value.id];
        while let Some(id) = waiting.pop() {
            for next in entry(id).into_iter().flat_map(|entry| entry.relations.read_first.iter()) {
                if *next == parsed.value.id {
                    let text = format!("`{id}`, to be read before this, says to read this first");
                    let path = [Step::Key("relations"), Step::Key("read-first")];
                    findings.push(error(parsed, &path, "cycle", text));
                } else if seen.insert(&**next) {
                    waiting.push(next);
                }
            }
        }
    }
}
