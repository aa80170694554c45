//! Entries side by side: what all entries can be asked, then the questions of
//! their category.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::card::Card;
use crate::entry::{Dimension, Entry};
use crate::glossary::Glossary;
use crate::relation::Relation;

/// Entries side by side.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison<'g> {
    /// The category whose questions are answered, when all are of one.
    pub category: Option<&'g str>,
    /// What is compared.
    pub entries: Vec<Card<'g>>,
    /// What to know before reading: that some stack, or that categories differ.
    pub notices: Vec<String>,
    /// The rows.
    pub rows: Vec<Row<'g>>,
    /// When to choose which, and when to think twice.
    pub choice: Vec<Choice<'g>>,
}

/// One question and everybody's answer.
#[derive(Clone, Debug, Serialize)]
pub struct Row<'g> {
    /// The dimension's id, or the common row's.
    pub id: &'g str,
    /// The label.
    pub name: &'g str,
    /// The question in words; empty for a common row.
    pub question: &'g str,
    /// One answer for each entry; empty where there is none.
    pub values: Vec<String>,
    /// Whether all answers are equal.
    pub same: bool,
}

/// When to choose an entry.
#[derive(Clone, Debug, Serialize)]
pub struct Choice<'g> {
    /// The entry.
    pub id: &'g str,
    /// Its name.
    pub name: &'g str,
    /// When to choose it.
    pub use_when: &'g [crate::entry::Text],
    /// When to think twice.
    pub avoid_when: &'g [crate::entry::Text],
}

/// Compares `entries`, each of which is looked at once.
#[must_use]
pub fn compare<'g>(glossary: &'g Glossary, entries: &[&'g Entry]) -> Comparison<'g> {
    let categories: BTreeSet<&str> = entries.iter().map(|entry| &*entry.category).collect();
    let category =
        if categories.len() == 1 { categories.first().and_then(|id| glossary.category(id)) } else { None };
    let dimensions = category.map_or(&[][..], |category| &category.dimensions);
    let (first, others): (Vec<&Dimension>, Vec<&Dimension>) =
        dimensions.iter().partition(|dimension| dimension.first);
    let mut rows: Vec<Row<'g>> = first.into_iter().map(|dimension| answers(dimension, entries)).collect();
    rows.extend(common_rows(glossary, entries));
    rows.extend(others.into_iter().map(|dimension| answers(dimension, entries)));
    rows.retain(|row| row.values.iter().any(|value| !value.is_empty()));

    let mut notices = stacks(glossary, entries);
    if category.is_none() {
        let names = entries.iter().map(|entry| {
            let name = glossary.category(&entry.category).map_or(&*entry.category, |category| &category.name);
            format!("{} ({name})", entry.name)
        });
        let names = names.collect::<Vec<_>>().join(", ");
        notices
            .push(format!("These are of different categories, so only common facts are compared: {names}."));
    }
    Comparison {
        category: category.map(|category| &*category.id),
        entries: entries.iter().map(|entry| Card::new(glossary, entry)).collect(),
        notices,
        rows,
        choice: entries
            .iter()
            .map(|entry| Choice {
                id: &entry.id,
                name: &entry.name,
                use_when: &entry.use_when,
                avoid_when: &entry.avoid_when,
            })
            .collect(),
    }
}

/// The entries of a category that can be compared: those that answer questions, by
/// id, what has come to its end last.
#[must_use]
pub fn members<'g>(glossary: &'g Glossary, category: &str) -> Vec<&'g Entry> {
    let is_member = |entry: &&Entry| {
        entry.category == category && (entry.kind.is_comparable() || !entry.compare.is_empty())
    };
    let mut members: Vec<&Entry> = glossary.entries().filter(is_member).collect();
    members.sort_by_key(|entry| entry.is_retired());
    members
}

fn answers<'g>(dimension: &'g Dimension, entries: &[&'g Entry]) -> Row<'g> {
    let values = entries.iter().map(|entry| {
        let answer = entry.compare.iter().find(|(id, _)| *id == dimension.id);
        answer.map(|(_, answer)| answer.to_string()).unwrap_or_default()
    });
    row(&dimension.id, &dimension.name, &dimension.question, values.collect())
}

fn common_rows<'g>(glossary: &'g Glossary, entries: &[&'g Entry]) -> [Row<'g>; 6] {
    let each =
        |value: &dyn Fn(&Entry) -> String| entries.iter().map(|entry| value(entry)).collect::<Vec<_>>();
    let project = |value: fn(&crate::entry::Project) -> String| {
        each(&|entry: &Entry| entry.project.as_ref().map(value).unwrap_or_default())
    };
    let needs = |entry: &Entry| {
        let needs = glossary.related(entry, Relation::BuiltOn);
        needs.iter().map(|need| &*need.name).collect::<Vec<_>>().join(", ")
    };
    [
        row("what", "What", "", each(&|entry| entry.summary.to_string())),
        row("status", "Status", "", each(&standing)),
        row("license", "Licence", "", project(|project| project.license.to_string())),
        row("languages", "Written in", "", project(|project| project.languages.join(", "))),
        row("needs", "Needs", "", each(&needs)),
        row(
            "checked",
            "As of",
            "",
            each(&|entry| entry.checked.on.map(|day| day.to_string()).unwrap_or_default()),
        ),
    ]
}

/// How an entry stands, in words: its level in the foundation, and its status.
#[must_use]
pub fn standing(entry: &Entry) -> String {
    let maturity = entry.maturity().map(|maturity| format!("CNCF {}", maturity.as_str()));
    let status = entry.status().map(|status| status.as_str().to_owned());
    maturity.into_iter().chain(status).collect::<Vec<_>>().join(", ")
}

fn row<'g>(id: &'g str, name: &'g str, question: &'g str, values: Vec<String>) -> Row<'g> {
    let same = values.windows(2).all(|pair| pair[0] == pair[1]);
    Row { id, name, question, values, same }
}

/// A sentence for each pair that stands one upon the other rather than side by side.
fn stacks(glossary: &Glossary, entries: &[&Entry]) -> Vec<String> {
    let mut notices = Vec::new();
    for upper in entries {
        for lower in entries.iter().filter(|lower| lower.id != upper.id) {
            if rests_on(glossary, upper, lower) {
                notices.push(format!(
                    "{} is built on {}: they stack rather than compete.",
                    upper.name, lower.name
                ));
            } else if upper.relations.part_of.contains(&lower.id) {
                notices.push(format!("{} is part of {}: they belong together.", upper.name, lower.name));
            }
        }
    }
    notices
}

/// Whether `upper` cannot run without `lower`, directly or through others.
fn rests_on(glossary: &Glossary, upper: &Entry, lower: &Entry) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![upper];
    while let Some(entry) = waiting.pop() {
        for id in entry.relations.built_on.iter() {
            if *id == lower.id {
                return true;
            }
            if seen.insert(id) {
                waiting.extend(glossary.get(id));
            }
        }
    }
    false
}
