//! What must hold of the whole glossary.

mod common;

use std::collections::BTreeSet;

use cnref::entry::{Entry, Maturity};
use cnref::glossary::Glossary;
use cnref::lookup::lookup;
use common::cnref;

/// Words heard at a conference, each with the entry that answers it.
const NOTEBOOK: &str = include_str!("data/notebook.txt");

/// Words that people type.
const TYPED: &str = include_str!("data/typed.txt");

/// Maturity and dates of the projects of the Cloud Native Computing Foundation
/// as of 2026-08-07, from <https://github.com/cncf/landscape>.
const CNCF: &str = include_str!("data/cncf-projects.csv");

#[test]
fn every_word_that_people_type_is_answered() {
    let glossary = Glossary::builtin();
    let is_missing = |word: &&str| lookup(&glossary, word).entries.is_empty();
    let words = TYPED.lines().filter(|line| !line.starts_with('#'));
    let missing: Vec<&str> = words.filter(is_missing).collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn every_word_of_the_notebook_is_answered() {
    let glossary = Glossary::builtin();
    let mut wrong = Vec::new();
    for line in NOTEBOOK.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (words, id) = line.split_once(" = ").expect("words = id");
        for word in words.split(", ") {
            let found = lookup(&glossary, word);
            if found.entries.iter().all(|entry| entry.id != id) {
                let ids: Vec<&str> = found.entries.iter().map(|entry| &*entry.id).collect();
                wrong.push(format!("{word} -> {ids:?} instead of {id}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn maturity_and_dates_are_those_of_the_foundation() {
    let glossary = Glossary::builtin();
    let mut rows = csv::Reader::from_reader(CNCF.as_bytes());
    let mut wrong = Vec::new();
    let mut projects = BTreeSet::new();
    for row in rows.records() {
        let row = row.expect("the facts are whole");
        let says = [&row[2], &row[3], &row[4], &row[5], &row[6]].map(str::to_owned);
        match glossary.get(&row[0]) {
            Some(entry) if standing(entry) == says => {}
            Some(entry) => wrong.push(format!("{}: {:?} instead of {says:?}", entry.id, standing(entry))),
            None => wrong.push(format!("{} ({}) has no entry", &row[0], &row[1])),
        }
        projects.insert(row[0].to_owned());
    }
    let others = glossary.entries().filter(|entry| entry.cncf.is_some() && !projects.contains(&*entry.id));
    wrong.extend(others.map(|entry| format!("{} is no project of the foundation", entry.id)));
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(projects.len(), 255);
}

fn standing(entry: &Entry) -> [String; 5] {
    let Some(cncf) = &entry.cncf else { return [const { String::new() }; 5] };
    let day = |day: Option<cnref::entry::Date>| day.map(|day| day.to_string()).unwrap_or_default();
    [
        cncf.maturity.as_str().to_owned(),
        day(cncf.accepted),
        day(cncf.incubating),
        day(cncf.graduated),
        day(cncf.archived),
    ]
}

#[test]
fn what_is_archived_says_what_came_after() {
    let glossary = Glossary::builtin();
    for entry in glossary.entries().filter(|entry| entry.maturity() == Some(Maturity::Archived)) {
        let relations = &entry.relations;
        let text = format!("{} {}", entry.description, entry.summary).to_lowercase();
        let speaks = ["archiv", "discontinued", "no longer", "retired", "merged", "successor"];
        assert!(
            !relations.replaced_by.is_empty()
                || !relations.alternatives.is_empty()
                || speaks.iter().any(|word| text.contains(word)),
            "{}",
            entry.id
        );
    }
}

#[test]
fn the_example_of_the_contract_is_an_entry_of_the_glossary() {
    let readme = include_str!("../glossary/README.md");
    let example =
        readme.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    let entry: Entry = toml::from_str(example).expect("the example is an entry");
    let glossary = Glossary::builtin();
    for id in entry.relations.all().map(|(_, id)| id) {
        assert!(glossary.get(id).is_some(), "{id}");
    }
    assert!(!entry.checked.sources.is_empty());
}

#[test]
fn machine_output_is_the_same_in_every_run() {
    let once = cnref(&["list", "-o", "json"]).answer();
    assert_eq!(cnref(&["list", "-o", "json"]).env("LC_ALL", "de_DE").answer(), once);
}

#[test]
fn no_name_is_lost_to_another_spelling() {
    let glossary = Glossary::builtin();
    for entry in glossary.entries() {
        for (_, name) in entry.names() {
            for spelling in [name.to_uppercase(), name.replace('-', " "), name.replace(' ', "_")] {
                let found = glossary.named(&spelling);
                assert!(found.iter().any(|(_, other)| other.id == entry.id), "{spelling} -> {}", entry.id);
            }
        }
    }
}
