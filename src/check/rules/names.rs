//! Rules about names: each leads to one entry, and none is a command.

use std::collections::HashMap;

use super::{COMMAND_WORDS, error, warning};
use crate::check::locate::Step;
use crate::check::{Finding, Glance};
use crate::key::{key, letters};

pub(super) fn aliases(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let mut owners: HashMap<String, &str> = HashMap::new();
    for parsed in &glance.entries {
        let entry = &parsed.value;
        if let Some(other) = owners.insert(letters(&entry.id), &entry.id).filter(|other| *other != entry.id) {
            let text = format!("the id is the same name as the entry `{other}`: rename one of the two");
            findings.push(error(parsed, &[Step::Key("name")], "alias", text));
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
}
