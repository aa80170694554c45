//! A patch: the keys of an entry or category that a file changes, laid over
//! what stands below it. Lists grow without repeating, tables merge, in a list
//! those of one id, single values are replaced, and `[remove]` names what goes.

use std::path::Path;

use serde::Serialize;
use serde::de::DeserializeOwned;
use toml::de::DeTable;
use toml::{Table, Value};

use super::Parsed;
use super::document::document;
use super::misfit::misfit;
use crate::finding::Finding;

/// The key under which a patch names what goes.
pub const REMOVE: &str = "remove";

/// What a patch file says.
#[derive(Clone, Debug, Default)]
pub struct Patch {
    /// The keys with their new values.
    pub changes: Table,
    /// What goes, in the shape of the entry: a list of items or keys, or `true` for all of it.
    pub remove: Table,
}

impl Patch {
    /// Takes `text` apart.
    ///
    /// # Errors
    /// When it is no TOML, or `remove` is no table.
    pub fn parse(path: &Path, text: &str) -> Result<Self, Finding> {
        let mut changes: Table = toml::from_str(text).map_err(|error| {
            let offset = error.span().map_or(0, |span| span.start);
            misfit(path, text, offset, error.message())
        })?;
        let remove = match changes.remove(REMOVE) {
            None => Table::new(),
            Some(Value::Table(remove)) => remove,
            Some(_) => {
                let sentence =
                    "`remove` is a table in the shape of an entry, such as remove.tags = [\"old\"]";
                return Err(Finding::error(
                    path,
                    text,
                    key_offset(text, REMOVE),
                    "patch",
                    sentence.to_owned(),
                ));
            }
        };
        Ok(Self { changes, remove })
    }

    /// The keys that it touches, the tables' with a dot.
    #[must_use]
    pub fn keys(&self) -> Vec<String> {
        let mut keys = Vec::new();
        for (key, value) in self.changes.iter().chain(&self.remove) {
            match value {
                Value::Table(table) => keys.extend(table.keys().map(|inner| format!("{key}.{inner}"))),
                _ => keys.push(key.clone()),
            }
        }
        keys.sort();
        keys.dedup();
        keys
    }
}

/// `base` with the patch in `parsed` laid over it.
///
/// # Errors
/// A finding at each key that does not fit an entry or category.
pub fn patched<T: Serialize + DeserializeOwned>(base: &T, parsed: &Parsed<Patch>) -> Result<T, Vec<Finding>> {
    let document = document(base);
    let patch = &parsed.value;
    match laid_over(document.clone(), patch).try_into() {
        Ok(value) => Ok(value),
        Err(_) => Err(misfits::<T>(&document, parsed)),
    }
}

/// What `remove` names in `patch` that `base` has not.
#[must_use]
pub fn not_there<T: Serialize>(base: &T, patch: &Patch) -> Vec<String> {
    remove(&mut document(base), &patch.remove)
}

fn laid_over(mut document: Table, patch: &Patch) -> Table {
    remove(&mut document, &patch.remove);
    merge(&mut document, patch.changes.clone());
    document
}

/// The keys of a patch that do not fit, found by laying them over `base` one by one.
fn misfits<T: DeserializeOwned>(base: &Table, parsed: &Parsed<Patch>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (changes, key) in single(&parsed.value.changes) {
        let alone = Patch { changes, remove: Table::new() };
        if let Err(error) = laid_over(base.clone(), &alone).try_into::<T>() {
            let named = named_in(error.message()).and_then(|name| find_key(&parsed.text, name));
            let offset = named.or_else(|| find_key(&parsed.text, key)).unwrap_or_default();
            findings.push(misfit(&parsed.path, &parsed.text, offset, error.message()));
        }
    }
    if findings.is_empty() {
        let text = "what is left after `remove` is no entry: it takes something that an entry needs";
        let offset = key_offset(&parsed.text, REMOVE);
        findings.push(Finding::error(&parsed.path, &parsed.text, offset, "patch", text.to_owned()));
    }
    findings
}

/// Each key of `changes` in a table of its own, also those of its tables.
fn single(changes: &Table) -> Vec<(Table, &str)> {
    let mut alone = Vec::new();
    for (key, value) in changes {
        match value {
            Value::Table(inner) if !inner.is_empty() => alone.extend(inner.iter().map(|(name, value)| {
                let inner = Table::from_iter([(name.clone(), value.clone())]);
                (Table::from_iter([(key.clone(), Value::Table(inner))]), name.as_str())
            })),
            value => alone.push((Table::from_iter([(key.clone(), value.clone())]), key.as_str())),
        }
    }
    alone
}

fn merge(base: &mut Table, changes: Table) {
    for (key, change) in changes {
        match (base.get_mut(&key), change) {
            (Some(Value::Table(below)), Value::Table(change)) => merge(below, change),
            (Some(Value::Array(below)), Value::Array(items)) => {
                for item in items {
                    merge_item(below, item);
                }
            }
            (_, change) => drop(base.insert(key, change)),
        }
    }
}

/// Adds `item` to a list: over the one of the same id, if it has one, and never twice.
fn merge_item(below: &mut Vec<Value>, item: Value) {
    let id = item.get("id");
    let same = below.iter().position(|other| id.is_some() && other.get("id") == id);
    match (same.and_then(|place| below[place].as_table_mut()), item) {
        (Some(same), Value::Table(changes)) => merge(same, changes),
        (_, item) => {
            if !below.contains(&item) {
                below.push(item);
            }
        }
    }
}

/// Takes out of `base` what `wanted` names, and tells what was not there.
fn remove(base: &mut Table, wanted: &Table) -> Vec<String> {
    let mut missing = Vec::new();
    for (key, what) in wanted {
        match (base.get_mut(key), what) {
            (Some(_), Value::Boolean(true)) => drop(base.remove(key)),
            (Some(Value::Table(below)), Value::Table(inner)) => {
                missing.extend(remove(below, inner).into_iter().map(|name| format!("{key}.{name}")));
            }
            (Some(below), Value::Array(names)) => {
                for name in names.iter().filter_map(Value::as_str) {
                    if !remove_item(below, name) {
                        missing.push(format!("{key}: {name}"));
                    }
                }
            }
            _ => missing.push(key.clone()),
        }
    }
    missing
}

/// Takes the item or key `name` out of a list or table; an item that is a table goes by any of its texts.
fn remove_item(value: &mut Value, name: &str) -> bool {
    match value {
        Value::Table(table) => table.remove(name).is_some(),
        Value::Array(items) => {
            let before = items.len();
            items.retain(|item| match item {
                Value::String(text) => text != name,
                Value::Table(table) => table.values().all(|value| value.as_str() != Some(name)),
                _ => true,
            });
            items.len() < before
        }
        _ => false,
    }
}

/// The first name in backticks in a parser's message.
fn named_in(message: &str) -> Option<&str> {
    message.split('`').nth(1)
}

/// Where the top-level key `key` stands.
pub(crate) fn key_offset(text: &str, key: &str) -> usize {
    let document = DeTable::parse(text).ok();
    let found = document.as_ref().and_then(|document| document.get_ref().get_key_value(key));
    found.map_or(0, |(key, _)| key.span().start)
}

/// Where a key called `name` stands, in whatever table.
pub(crate) fn find_key(text: &str, name: &str) -> Option<usize> {
    fn within(table: &DeTable<'_>, name: &str) -> Option<usize> {
        let here = table.get_key_value(name).map(|(key, _)| key.span().start);
        here.or_else(|| {
            table.values().find_map(|value| match value.get_ref() {
                toml::de::DeValue::Table(inner) => within(inner, name),
                _ => None,
            })
        })
    }
    within(DeTable::parse(text).ok()?.get_ref(), name)
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{Patch, not_there, patched};
    use crate::entry::{Category, Entry};
    use crate::finding::Finding;
    use crate::source::Parsed;

    fn entry() -> Entry {
        toml::from_str(
            "name = 'Helm'\naliases = ['helm3']\nsummary = 'old'\n[links]\nhome = 'https://helm.sh'\n\
             [relations]\nalternatives = ['kustomize', 'carvel']\n",
        )
        .expect("an entry")
    }

    fn lay(text: &str) -> Result<Entry, String> {
        let path = PathBuf::from("helm.patch.toml");
        let value = Patch::parse(&path, text).map_err(|finding| finding.to_string())?;
        let parsed = Parsed { path, text: text.to_owned(), value };
        let all = |findings: Vec<Finding>| findings.iter().map(ToString::to_string).collect::<Vec<_>>();
        patched(&entry(), &parsed).map_err(|findings| all(findings).join("\n"))
    }

    #[test]
    fn lists_grow_tables_merge_values_are_replaced() {
        let patched =
            lay("summary = 'new'\naliases = ['helm3', 'our-helm']\n[links]\ndocs = 'https://wiki'\n\
             [remove]\nrelations.alternatives = ['carvel']\n")
            .expect("it fits");
        assert_eq!(patched.summary, "new");
        assert_eq!(*patched.aliases, ["helm3", "our-helm"]);
        assert_eq!(patched.links.home.as_deref(), Some("https://helm.sh"));
        assert_eq!(patched.links.docs.as_deref(), Some("https://wiki"));
        assert_eq!(*patched.relations.alternatives, ["kustomize"]);
    }

    #[test]
    fn a_misfit_is_shown_in_the_patch() {
        let wrong = lay("name = 'x'\n[links]\nhomepage = 'y'\n").expect_err("there is no such key");
        assert!(wrong.starts_with("helm.patch.toml:3:1: error: there is no key `homepage` here"), "{wrong}");
        let wrong = lay("name = 'x'\ntags = 3\n").expect_err("no list");
        assert!(wrong.starts_with("helm.patch.toml:2:1: error: invalid type"), "{wrong}");
        assert!(lay("remove = 'x'").is_err());
        let wrong =
            lay("nme = 'x'\n[links]\nhomepage = 'y'\nrep = 'z'\n").expect_err("there are no such keys");
        assert_eq!(wrong.lines().count(), 3, "{wrong}");
    }

    #[test]
    fn items_of_one_id_merge() {
        let base: Category =
            toml::from_str("[[dimensions]]\nid = 'proxy'\nname = 'Proxy'\nvalues = ['Envoy']\n")
                .expect("it fits");
        let text =
            "[[dimensions]]\nid = 'proxy'\nvalues = ['ours']\n[[dimensions]]\nid = 'owner'\n".to_owned();
        let path = PathBuf::from("_category.patch.toml");
        let value = Patch::parse(&path, &text).expect("it parses");
        let patched = patched(&base, &Parsed { path, text, value }).expect("it fits");
        let [proxy, owner] = &*patched.dimensions else { panic!("{patched:?}") };
        assert_eq!((&*proxy.name, &*owner.id), ("Proxy", "owner"));
        assert_eq!(*proxy.values, ["Envoy", "ours"]);
    }

    #[test]
    fn what_is_not_there_cannot_go() {
        let patch =
            Patch::parse(Path::new("x"), "[remove]\naliases = ['helm9']\nwhy = true\n").expect("it parses");
        assert_eq!(not_there(&entry(), &patch), ["aliases: helm9", "why"]);
    }
}
