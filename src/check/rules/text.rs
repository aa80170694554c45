//! Rules about what is written: complete, of a readable length, without
//! praise, and without characters that do more than be read.

use std::collections::{BTreeMap, BTreeSet};

use super::{error, warning};
use crate::check::locate::{Quoted, Step, quoted, span};
use crate::check::{Finding, Glance};
use crate::entry::{Dimension, Entry};
use crate::markup::is_unsafe;
use crate::source::file::is_id;

pub(super) fn required(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let entry = &parsed.value;
        let fields = [
            ("name", entry.name.is_empty()),
            ("summary", entry.summary.is_empty()),
            ("description", entry.description.is_empty()),
            ("checked.on", entry.checked.on.is_none()),
            ("checked.sources", entry.checked.sources.is_empty()),
        ];
        for (field, missing) in fields {
            if missing {
                findings.push(error(parsed, &[], "required", format!("`{field}` is missing")));
            }
        }
    }
    for parsed in &glance.source.categories {
        let category = &parsed.value;
        let mut missing = |path: &[Step<'_>], fields: &[(&str, &str)]| {
            for (field, _) in fields.iter().filter(|(_, value)| value.trim().is_empty()) {
                findings.push(error(parsed, path, "required", format!("`{field}` is missing")));
            }
        };
        missing(&[], &[("name", &category.name), ("summary", &category.summary)]);
        for (at, dimension) in category.dimensions.iter().enumerate() {
            let Dimension { id, name, question, .. } = dimension;
            let path = [Step::Key("dimensions"), Step::Index(at)];
            missing(&path, &[("id", id), ("name", name), ("question", question)]);
        }
    }
}

pub(super) fn groups(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    if let Some(parsed) = &glance.source.groups {
        let groups = &parsed.value.groups;
        for (at, group) in groups.iter().enumerate() {
            let text = if !is_id(&group.id) {
                format!("`{}` is no id: write small letters, digits and hyphens", group.id)
            } else if groups[..at].iter().any(|other| other.id == group.id) {
                format!("the group `{}` stands twice: once is enough", group.id)
            } else if group.name.trim().is_empty() || group.summary.trim().is_empty() {
                format!("the group `{}` has no name or no summary", group.id)
            } else {
                continue;
            };
            findings.push(error(parsed, &[Step::Key("groups"), Step::Index(at)], "group", text));
        }
    }
}

/// What a template leaves to be written.
const UNWRITTEN: &str = "TODO";

pub(super) fn drafts(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for (path, text) in glance.texts() {
        for Quoted { span, .. } in quoted(text) {
            if let Some(at) = text[span.clone()].find(UNWRITTEN) {
                let sentence = format!("{UNWRITTEN} is left: write what belongs here");
                findings.push(Finding::warning(path, text, span.start + at, "draft", sentence));
            }
        }
    }
}

pub(super) fn empty_items(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for (path, text) in glance.texts() {
        for empty in quoted(text).iter().filter(|quoted| quoted.is_item && quoted.says.trim().is_empty()) {
            let sentence = "an item of a list is empty: fill it in, or drop it".to_owned();
            findings.push(Finding::error(path, text, empty.span.start, "empty-item", sentence));
        }
    }
}

/// The shortest and the longest summary, in characters.
const SUMMARY: std::ops::RangeInclusive<usize> = 40..=110;

/// The most characters of a text that stands on one or two lines of a page.
const TWO_LINES: usize = 150;

pub(super) fn lengths(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let entry = &parsed.value;
        let length = entry.summary.chars().count();
        if length > 0 && !SUMMARY.contains(&length) {
            let (shortest, longest) = (SUMMARY.start(), SUMMARY.end());
            let text = format!("the summary has {length} characters: write {shortest} to {longest}");
            findings.push(warning(parsed, &[Step::Key("summary")], "summary", text));
        }
        for (path, text) in short_texts(entry) {
            let length = text.chars().count();
            if length > TWO_LINES {
                let text = format!("this has {length} characters: write {TWO_LINES} at the most");
                findings.push(warning(parsed, &path, "length", text));
            }
        }
    }
}

/// A text with the way to it.
type Placed<'e> = (Vec<Step<'static>>, &'e str);

/// The texts of an entry that stand on one or two lines of a page.
fn short_texts(entry: &Entry) -> Vec<Placed<'_>> {
    let mut texts = vec![(vec![Step::Key("why")], &*entry.why)];
    for (key, list) in [("use-when", &entry.use_when), ("avoid-when", &entry.avoid_when)] {
        texts.extend(
            list.iter().enumerate().map(|(at, text)| (vec![Step::Key(key), Step::Index(at)], &**text)),
        );
    }
    let watch = entry.watch.iter().enumerate();
    texts.extend(
        watch.map(|(at, watch)| (vec![Step::Key("watch"), Step::Index(at), Step::Key("text")], &*watch.text)),
    );
    texts.extend(entry.team.iter().map(|team| (vec![Step::Key("team"), Step::Key("note")], &*team.note)));
    texts
}

/// Words that praise instead of telling: what is left when they go is what can be checked.
const PRAISE: [&str; 26] = [
    "amazing",
    "awesome",
    "battle-tested",
    "best-in-class",
    "blazing",
    "blazingly",
    "cutting-edge",
    "effortless",
    "effortlessly",
    "elegant",
    "enterprise-grade",
    "game-changer",
    "game-changing",
    "industry-leading",
    "leading-edge",
    "next-gen",
    "next-generation",
    "powerful",
    "revolutionary",
    "robust",
    "seamless",
    "seamlessly",
    "simply",
    "state-of-the-art",
    "unparalleled",
    "world-class",
];

pub(super) fn praise(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let entry = &parsed.value;
        let texts = [("summary", &entry.summary), ("why", &entry.why), ("description", &entry.description)];
        for (field, text) in texts {
            let words = text.split(|c: char| !c.is_alphanumeric() && c != '-');
            // Where the last word of praise ended, so that each is marked in its place.
            let mut from = span(&parsed.text, &[Step::Key(field)]).unwrap_or_default();
            for word in words.filter(|word| PRAISE.contains(&&*word.to_lowercase())) {
                let text = format!("`{word}` praises: say what it does, in a number or a fact");
                let Some(at) = parsed.text[from.clone()].find(word) else {
                    findings.push(warning(parsed, &[Step::Key(field)], "praise", text));
                    continue;
                };
                findings.push(Finding::warning(&parsed.path, &parsed.text, from.start + at, "praise", text));
                from.start += at + word.len();
            }
        }
    }
}

pub(super) fn unsafe_characters(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for (path, text) in glance.texts() {
        // One finding for each character, where it stands first.
        let mut shown: BTreeMap<char, (usize, usize)> = BTreeMap::new();
        for (offset, character) in text.char_indices().filter(|(_, c)| is_unsafe(*c)) {
            shown.entry(character).or_insert((offset, 0)).1 += 1;
        }
        for (character, (offset, count)) in &shown {
            let times = if *count > 1 { format!(" ({count} times)") } else { String::new() };
            let sentence =
                format!("the character U+{:04X} does not belong in a text{times}", u32::from(*character));
            findings.push(Finding::error(path, text, *offset, "unsafe-character", sentence));
        }
        // What TOML writes as an escape is found in what the file says.
        let mut says = BTreeSet::new();
        if let Ok(table) = toml::from_str::<toml::Table>(text) {
            collect_unsafe(&toml::Value::Table(table), &mut says);
        }
        for character in says.iter().filter(|character| !shown.contains_key(character)) {
            let offset = text.find('\\').unwrap_or_default();
            let sentence = format!(
                "an escape writes the character U+{:04X}, which does not belong in a text",
                u32::from(*character)
            );
            findings.push(Finding::error(path, text, offset, "unsafe-character", sentence));
        }
    }
}

/// Adds the unsafe characters that `value` holds to `found`.
fn collect_unsafe(value: &toml::Value, found: &mut BTreeSet<char>) {
    match value {
        toml::Value::String(says) => found.extend(says.chars().filter(|c| is_unsafe(*c))),
        toml::Value::Array(items) => items.iter().for_each(|item| collect_unsafe(item, found)),
        toml::Value::Table(table) => table.values().for_each(|item| collect_unsafe(item, found)),
        _ => {}
    }
}
