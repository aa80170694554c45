//! The table of rules, and the function behind each.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::locate::{Step, locate};
use super::{Finding, Glance, Level, Rule};
use crate::entry::{ALWAYS, Answer, Dimension, Entry, SCALE};
use crate::key::letters;
use crate::source::Parsed;

/// Every rule, by name.
pub const RULES: &[Rule] = &[
    Rule {
        name: "alias",
        explanation: "A name, id or alias leads to one entry alone, whatever its spelling; \
                      an abbreviation that several entries share is an acronym.",
        find: aliases,
    },
    Rule {
        name: "category",
        explanation: "Every folder has a _category.toml, and its group is one of the known groups.",
        find: categories,
    },
    Rule {
        name: "command-word",
        explanation: "An id or alias that is also a subcommand could not be looked up by itself.",
        find: command_words,
    },
    Rule {
        name: "compare",
        explanation: "Projects, products and services answer every question of their category, \
                      in its vocabulary.",
        find: comparisons,
    },
    Rule {
        name: "cycle",
        explanation: "What one must read first leads down to words that need nothing, never back up.",
        find: cycles,
    },
    Rule { name: "link", explanation: "Links and sources are https addresses.", find: links },
    Rule {
        name: "reference",
        explanation: "A relation or a link in a text names an entry that exists, and never its own.",
        find: references,
    },
    Rule {
        name: "required",
        explanation: "An entry has a name, a summary and a description, the day of its last check and a source.",
        find: required,
    },
    Rule {
        name: "summary",
        explanation: "A summary says what the thing is in 40 to 110 characters, so that it fits one line of a list.",
        find: summaries,
    },
    Rule {
        name: "unsafe-character",
        explanation: "Control and bidirectional characters could drive a terminal or hide what is written.",
        find: unsafe_characters,
    },
];

/// Words that are commands and so cannot be names.
pub const COMMAND_WORDS: &[&str] = &[
    "categories",
    "check",
    "compare",
    "completions",
    "config",
    "edit",
    "export",
    "gloss",
    "graph",
    "help",
    "identify",
    "import",
    "layers",
    "list",
    "man",
    "new",
    "open",
    "path",
    "random",
    "related",
    "schema",
    "search",
    "show",
    "stale",
];

/// The shortest and the longest summary, in characters.
const SUMMARY: std::ops::RangeInclusive<usize> = 40..=110;

/// An error in `parsed`, at the value that `path` leads to.
fn error<T>(parsed: &Parsed<T>, path: &[Step<'_>], rule: &'static str, text: String) -> Finding {
    Finding::error(&parsed.path, &parsed.text, locate(&parsed.text, path), rule, text)
}

fn aliases(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let mut owners: HashMap<String, &str> = HashMap::new();
    for parsed in &glance.source.entries {
        let entry = &parsed.value;
        if let Some(other) = owners.insert(letters(&entry.id), &entry.id) {
            let text = format!("the id is the same name as the entry `{other}`: rename one of the two");
            findings.push(error(parsed, &[Step::Key("name")], "alias", text));
        }
    }
    for parsed in &glance.source.entries {
        let entry = &parsed.value;
        let name = std::iter::once((&entry.name, vec![Step::Key("name")]));
        let aliases = entry.aliases.iter().enumerate();
        let aliases = aliases.map(|(at, alias)| (alias, vec![Step::Key("aliases"), Step::Index(at)]));
        for (name, path) in name.chain(aliases) {
            match owners.insert(letters(name), &entry.id) {
                Some(other) if other != entry.id => {
                    let text = format!(
                        "`{name}` already leads to `{other}`: drop it here, or make it an acronym in both"
                    );
                    findings.push(error(parsed, &path, "alias", text));
                    owners.insert(letters(name), other);
                }
                _ => {}
            }
        }
    }
}

fn categories(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let source = glance.source;
    let known: BTreeSet<&str> = source.categories.iter().map(|parsed| &*parsed.value.id).collect();
    for parsed in &source.entries {
        if !known.contains(&*parsed.value.category) {
            let text =
                format!("the folder `{}` has no {}", parsed.value.category, crate::source::CATEGORY_FILE);
            findings.push(error(parsed, &[], "category", text));
        }
    }
    for parsed in &source.categories {
        if !source.groups.iter().any(|group| group.id == parsed.value.group) {
            let text = format!(
                "there is no group `{}`: name one of {}",
                parsed.value.group,
                crate::source::GROUPS_FILE
            );
            findings.push(error(parsed, &[Step::Key("group")], "category", text));
        }
    }
}

fn command_words(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.source.entries {
        let names = std::iter::once(&parsed.value.id).chain(parsed.value.aliases.iter());
        for name in names {
            if COMMAND_WORDS.contains(&&*name.to_lowercase()) {
                let text = format!("`{name}` is a command of cnref: choose a longer name");
                findings.push(error(parsed, &[Step::Key("aliases")], "command-word", text));
            }
        }
    }
}

fn comparisons(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let categories: BTreeMap<&str, &[Dimension]> = glance
        .source
        .categories
        .iter()
        .map(|parsed| (&*parsed.value.id, &*parsed.value.dimensions))
        .collect();
    for parsed in &glance.source.entries {
        let dimensions = categories.get(&*parsed.value.category).copied().unwrap_or_default();
        for (id, answer) in parsed.value.compare.iter() {
            let path = [Step::Key("compare"), Step::Key(id)];
            match dimensions.iter().find(|dimension| dimension.id == *id) {
                None => {
                    let text = format!("`{id}` is no question of the category `{}`", parsed.value.category);
                    findings.push(error(parsed, &path, "compare", text));
                }
                Some(dimension) => {
                    let wrong = wrong_answers(dimension, answer);
                    findings.extend(wrong.map(|text| error(parsed, &path, "compare", text)));
                }
            }
        }
        if parsed.value.kind.is_comparable() {
            for dimension in dimensions {
                if !parsed.value.compare.iter().any(|(id, _)| *id == dimension.id) {
                    let text = format!("`{}` is not answered: {}", dimension.id, dimension.question);
                    findings.push(error(parsed, &[Step::Key("compare")], "compare", text));
                }
            }
        }
    }
}

/// What is wrong with `answer` to the question of `dimension`.
fn wrong_answers(dimension: &Dimension, answer: &Answer) -> impl Iterator<Item = String> {
    let scale: Vec<&str> = SCALE.to_vec();
    let values: Vec<&str> = dimension.values.iter().map(|value| &**value).collect();
    let allowed = if dimension.scale { scale } else { values };
    let is_list = matches!(answer, Answer::Several(_));
    let list = (is_list && !dimension.set)
        .then(|| format!("`{}` takes one value: write it without brackets", dimension.id));
    let values = answer.values().iter().filter_map(move |value| {
        let bare = without_note(value);
        let known = allowed.is_empty() || allowed.contains(&bare) || ALWAYS.contains(&bare);
        (!known).then(|| format!("`{bare}` is not among the values: {}", allowed.join(", ")))
    });
    list.into_iter().chain(values)
}

/// A value without the note in parentheses behind it.
pub(crate) fn without_note(value: &str) -> &str {
    if value.ends_with(')') { value.split_once(" (").map_or(value, |(bare, _)| bare) } else { value }
}

fn cycles(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let first: HashMap<&str, &Entry> =
        glance.source.entries.iter().map(|parsed| (&*parsed.value.id, &parsed.value)).collect();
    for parsed in &glance.source.entries {
        let mut seen = BTreeSet::new();
        let mut waiting: Vec<&str> = vec![&parsed.value.id];
        while let Some(id) = waiting.pop() {
            for next in first.get(id).into_iter().flat_map(|entry| entry.relations.read_first.iter()) {
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

fn links(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.source.entries {
        let entry = &parsed.value;
        let own = [("home", &entry.links.home), ("docs", &entry.links.docs), ("repo", &entry.links.repo)];
        let own = own.into_iter().filter_map(|(name, link)| {
            link.as_ref().map(|link| (link, vec![Step::Key("links"), Step::Key(name)]))
        });
        let sources = entry
            .checked
            .sources
            .iter()
            .enumerate()
            .map(|(at, link)| (link, vec![Step::Key("checked"), Step::Key("sources"), Step::Index(at)]));
        let watch = entry.watch.iter().enumerate().map(|(at, watch)| {
            (&watch.source, vec![Step::Key("watch"), Step::Index(at), Step::Key("source")])
        });
        for (link, path) in own.chain(sources).chain(watch) {
            if !link.starts_with("https://") || link.contains(char::is_whitespace) {
                let text = format!("`{link}` is not an https address");
                findings.push(error(parsed, &path, "link", text));
            }
        }
    }
}

fn references(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let here: BTreeSet<&str> = glance.source.entries.iter().map(|parsed| &*parsed.value.id).collect();
    let exists = |id: &str| here.contains(id) || (glance.known_ids)(id);
    for parsed in &glance.source.entries {
        let entry = &parsed.value;
        for (relation, id) in entry.relations.all() {
            let path = [Step::Key("relations"), Step::Key(relation.as_str())];
            if *id == entry.id {
                findings.push(error(parsed, &path, "reference", format!("`{id}` stands to itself")));
            } else if !exists(id) {
                findings.push(error(parsed, &path, "reference", format!("there is no entry `{id}`")));
            }
        }
        let controller = entry.object.iter().map(|object| &*object.controlled_by).filter(|id| !id.is_empty());
        let sides = entry.standard.iter().flat_map(|standard| standard.sides.iter());
        let sides = sides.flat_map(|side| side.by.iter()).map(|id| &**id);
        let texts = crate::markup::links(&entry.description);
        let named = controller.map(|id| ("object", id)).chain(sides.map(|id| ("standard", id)));
        for (place, id) in named.chain(texts.map(|id| ("description", id))) {
            if id == entry.id || !exists(id) {
                let text = format!("there is no other entry `{id}`");
                findings.push(error(parsed, &[Step::Key(place)], "reference", text));
            }
        }
    }
}

fn required(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.source.entries {
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
}

fn summaries(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.source.entries {
        let length = parsed.value.summary.chars().count();
        if !parsed.value.summary.is_empty() && !SUMMARY.contains(&length) {
            let (shortest, longest) = (SUMMARY.start(), SUMMARY.end());
            let text = format!("the summary has {length} characters: write {shortest} to {longest}");
            let mut finding = error(parsed, &[Step::Key("summary")], "summary", text);
            finding.level = Level::Warning;
            findings.push(finding);
        }
    }
}

fn unsafe_characters(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let entries = glance.source.entries.iter().map(|parsed| (&parsed.path, &parsed.text));
    let categories = glance.source.categories.iter().map(|parsed| (&parsed.path, &parsed.text));
    for (path, source) in entries.chain(categories) {
        for (offset, character) in source.char_indices() {
            if crate::markup::is_unsafe(character) {
                let text = format!("the character U+{:04X} does not belong in a text", u32::from(character));
                findings.push(Finding::error(path, source, offset, "unsafe-character", text));
            }
        }
    }
}
