//! The whole glossary as Rust source: entries, categories, groups, the sorted
//! table of names, and the inverse of every relation.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::entry::{Entry, NameClass};
use crate::key::{key, letters};
use crate::literal::{Literal, PRELUDE};
use crate::relation::Relation;
use crate::source::Source;

/// Rust source for `source`, whose entries are sorted by id.
pub(crate) fn table(source: &Source) -> String {
    let entries: Vec<&Entry> = source.entries.iter().map(|parsed| &parsed.value).collect();
    let mut out = String::from(PRELUDE);
    write_entries(&entries, &mut out);
    write_texts("IDS", entries.iter().map(|entry| &*entry.id), &mut out);
    write_names(&entries, &mut out);
    write_inverse(&entries, &mut out);
    write_list("CATEGORIES", "Category", source.categories.iter().map(|parsed| &parsed.value), &mut out);
    write_list("GROUPS", "Group", source.groups().iter(), &mut out);
    out
}

/// One static for each entry, which the compiler can work on piece by piece,
/// and the list of them.
fn write_entries(entries: &[&Entry], out: &mut String) {
    for (number, entry) in entries.iter().enumerate() {
        let _ = write!(out, "static E{number}: Entry = ");
        entry.write(out);
        out.push_str(";\n");
    }
    let _ = write!(out, "pub(crate) static ENTRIES: [&Entry; {}] = [", entries.len());
    for number in 0..entries.len() {
        let _ = write!(out, "&E{number},");
    }
    out.push_str("];\n");
}

/// Every name's letters, sorted for binary search, with the number of its entry,
/// and its key where that is no name of another entry; names that lead to one
/// entry alone come before shared acronyms.
fn write_names(entries: &[&Entry], out: &mut String) {
    let all = || {
        entries.iter().enumerate().flat_map(|(number, entry)| entry.names().map(move |name| (number, name)))
    };
    let mut names: BTreeSet<(String, NameClass, usize)> =
        all().map(|(number, (class, name))| (letters(name), class, number)).collect();
    let exact: BTreeSet<String> = names.iter().map(|(letters, ..)| letters.clone()).collect();
    let keys = all().map(|(number, (class, name))| (key(name), class, number));
    names.extend(keys.filter(|(key, ..)| !exact.contains(key)));
    names.retain(|(key, ..)| !key.is_empty());
    write_texts("NAMES", names.iter().map(|(key, ..)| &**key), out);
    let _ = write!(out, "pub(crate) static OWNERS: [(NameClass, u16); {}] = [", names.len());
    for (_, class, number) in names {
        let _ = write!(out, "(NameClass::{class:?},{number}),");
    }
    out.push_str("];\n");
}

/// Sorted texts, one after the other, and where each ends.
fn write_texts<'t>(name: &str, texts: impl Iterator<Item = &'t str>, out: &mut String) {
    let (mut all, mut ends) = (String::new(), String::new());
    for text in texts {
        all.push_str(text);
        let _ = write!(ends, "{},", all.len());
    }
    let _ = writeln!(out, "pub(crate) static {name}: Texts = Texts {{ all: {all:?}, ends: &[{ends}] }};");
}

/// For each entry, who names it and in which relation.
fn write_inverse(entries: &[&Entry], out: &mut String) {
    let numbers: BTreeMap<&str, usize> =
        entries.iter().enumerate().map(|(number, entry)| (&*entry.id, number)).collect();
    let mut inverse: Vec<Vec<(Relation, usize)>> = vec![Vec::new(); entries.len()];
    for (number, entry) in entries.iter().enumerate() {
        for (relation, id) in entry.relations.all() {
            if let Some(&target) = numbers.get(&**id) {
                inverse[target].push((relation, number));
            }
        }
    }
    let _ = write!(out, "pub(crate) static INVERSE: [&[(Relation, u16)]; {}] = [", entries.len());
    for mut pairs in inverse {
        pairs.sort_unstable();
        out.push_str("&[");
        for (relation, number) in pairs {
            let _ = write!(out, "(Relation::{relation:?},{number}),");
        }
        out.push_str("],");
    }
    out.push_str("];\n");
}

fn write_list<'v, T: Literal + 'v>(
    name: &str,
    kind: &str,
    values: impl Iterator<Item = &'v T>,
    out: &mut String,
) {
    let _ = write!(out, "pub(crate) static {name}: &[{kind}] = &[");
    for value in values {
        value.write(out);
        out.push(',');
    }
    out.push_str("];\n");
}
