//! Rules about names: each leads to one entry, and none is a command.

use std::collections::HashMap;

use super::{COMMAND_WORDS, error, warning};
use crate::check::locate::Step;
use crate::check::{Finding, Glance};
use crate::entry::Entry;
use crate::key::{key, letters};
use crate::source::ENTRY_ENDING;

pub(super) fn aliases(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let mut owners: HashMap<String, &str> = HashMap::new();
    for parsed in &glance.entries {
        let entry = &parsed.value;
        if let Some(other) = owners.insert(letters(&entry.id), &entry.id).filter(|other| *other != entry.id) {
            let text = format!("the id is the same name as the entry `{other}`: rename one of the two");
            findings.push(error(parsed, &[Step::Key("name")], "alias", text));
        }
    }
    for pair in glance.source.entries.windows(2) {
        // Entries come sorted by id.
        let [first, second] = pair else { continue };
        if first.value.id == second.value.id {
            let other = file_in_layer(&first.value);
            let text = format!("{other} is the entry `{}`, too: keep one of the two", second.value.id);
            findings.push(error(second, &[Step::Key("name")], "alias", text));
        }
    }
    for parsed in &glance.entries {
        let entry = &parsed.value;
        let name = std::iter::once((&entry.name, vec![Step::Key("name")]));
        let aliases = entry.aliases.iter().enumerate();
        let aliases = aliases.map(|(at, alias)| (alias, vec![Step::Key("aliases"), Step::Index(at)]));
        for (name, path) in name.chain(aliases) {
            let key = letters(name);
            let owner = owners.get(&key).copied().or_else(|| glance.below.owner(&key));
            match owner {
                Some(other) if other != entry.id => {
                    let text = format!(
                        "`{name}` already leads to `{other}`: drop it here, or make it an acronym in both"
                    );
                    findings.push(error(parsed, &path, "alias", text));
                }
                _ => drop(owners.insert(key, &entry.id)),
            }
        }
    }
}

/// Where the file of `entry` lies in its layer.
fn file_in_layer(entry: &Entry) -> String {
    let folder = if entry.category.is_empty() { String::new() } else { format!("{}/", entry.category) };
    format!("{folder}{}{ENTRY_ENDING}", entry.id)
}

pub(super) fn command_words(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let names = std::iter::once(&parsed.value.id).chain(parsed.value.aliases.iter());
        for name in names {
            if COMMAND_WORDS.contains(&&*name.to_lowercase()) {
                let text = format!("`{name}` is a command of cnref: choose a longer name");
                findings.push(error(parsed, &[Step::Key("aliases")], "command-word", text));
            }
        }
    }
}

pub(super) fn repetitions(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let entry = &parsed.value;
        let mut seen = vec![key(&entry.id), key(&entry.name)];
        for (at, alias) in entry.aliases.iter().enumerate() {
            if seen.contains(&key(alias)) {
                let path = [Step::Key("aliases"), Step::Index(at)];
                let text =
                    format!("`{alias}` is the id, the name or another alias in another spelling: drop it");
                findings.push(warning(parsed, &path, "repetition", text));
            }
            seen.push(key(alias));
        }
        let mut named: Vec<(&str, &str)> = Vec::new();
        for (relation, id) in entry.relations.all() {
            if named.contains(&(relation.as_str(), id)) {
                let path = [Step::Key("relations"), Step::Key(relation.as_str())];
                let text = format!("`{id}` stands twice in `{}`: once is enough", relation.as_str());
                findings.push(warning(parsed, &path, "repetition", text));
            }
            named.push((relation.as_str(), id));
        }
    }
    for parsed in &glance.source.categories {
        let dimensions = &parsed.value.dimensions;
        for (at, dimension) in dimensions.iter().enumerate() {
            let path = [Step::Key("dimensions"), Step::Index(at)];
            if dimensions[..at].iter().any(|other| other.id == dimension.id) {
                let text = format!("the question `{}` stands twice: once is enough", dimension.id);
                findings.push(error(parsed, &path, "repetition", text));
            }
            for (place, value) in dimension.values.iter().enumerate() {
                if dimension.values[..place].contains(value) {
                    let path = [path[0], path[1], Step::Key("values"), Step::Index(place)];
                    let text = format!("the value `{value}` stands twice: once is enough");
                    findings.push(warning(parsed, &path, "repetition", text));
                }
            }
        }
    }
}
