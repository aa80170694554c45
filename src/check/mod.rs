//! What must hold of a glossary: a table of named rules, each a plain function
//! that adds findings. The build script, the tests and users run the same table.

mod excuse;
mod locate;
mod rules;

use std::path::PathBuf;

pub use crate::finding::{Finding, Level};
pub use rules::{COMMAND_WORDS, RULES};

use crate::entry::{Category, Date, Entry};
use crate::source::patch::patched;
use crate::source::{Parsed, Source};

/// A rule: its name, what it asks for, and the function that looks for breaches.
pub struct Rule {
    /// The name in brackets behind each finding.
    pub name: &'static str,
    /// What it asks for, and why.
    pub explanation: &'static str,
    /// What breaks it, and what would be right.
    pub example: &'static str,
    /// Looks through the whole glossary.
    pub(crate) find: fn(&Glance<'_>, &mut Vec<Finding>),
}

/// What a folder is laid over: the built-in glossary and the layers below, or nothing.
pub trait Below {
    /// The entry with this id.
    fn entry(&self, id: &str) -> Option<&Entry>;
    /// The category with this id.
    fn category(&self, id: &str) -> Option<&Category>;
    /// Whether there is a group with this id.
    fn has_group(&self, id: &str) -> bool;
    /// The id of the entry that alone owns the name with this key.
    fn owner(&self, key: &str) -> Option<&str>;
    /// The id of the entry that `id`, which is none, may have meant.
    fn near(&self, id: &str) -> Option<String>;
}

/// Nothing below: the glossary stands by itself.
pub struct Nothing;

impl Below for Nothing {
    fn entry(&self, _: &str) -> Option<&Entry> {
        None
    }

    fn category(&self, _: &str) -> Option<&Category> {
        None
    }

    fn has_group(&self, _: &str) -> bool {
        false
    }

    fn owner(&self, _: &str) -> Option<&str> {
        None
    }

    fn near(&self, _: &str) -> Option<String> {
        None
    }
}

/// The glossary as the rules see it.
pub(crate) struct Glance<'s> {
    /// What was read.
    pub(crate) source: &'s Source,
    /// The entries as written, and those below as the patches make them.
    pub(crate) entries: Vec<&'s Parsed<Entry>>,
    /// What it is laid over.
    pub(crate) below: &'s dyn Below,
    /// Today, unless the answer must not depend on it.
    pub(crate) today: Option<Date>,
}

impl<'s> Glance<'s> {
    /// The category with this id, here or below.
    pub(crate) fn category(&self, id: &str) -> Option<&Category> {
        let own = self.source.categories.iter().find(|parsed| parsed.value.id == id);
        own.map(|parsed| &parsed.value).or_else(|| self.below.category(id))
    }

    /// Every file that was understood, with its text.
    pub(crate) fn texts(&self) -> impl Iterator<Item = (&'s PathBuf, &'s str)> + use<'s> {
        let source = self.source;
        let entries = source.entries.iter().map(|parsed| (&parsed.path, &*parsed.text));
        let categories = source.categories.iter().map(|parsed| (&parsed.path, &*parsed.text));
        let patches = source.patches.iter().chain(&source.category_patches);
        let groups = source.groups.iter().map(|parsed| (&parsed.path, &*parsed.text));
        groups
            .chain(entries)
            .chain(categories)
            .chain(patches.map(|(_, parsed)| (&parsed.path, &*parsed.text)))
    }
}

/// Runs every rule over `source`, which is laid over `below`.
///
/// Findings come sorted by file and place, together with those of the reading
/// and without those that a file excuses.
#[must_use]
pub fn check(source: &Source, below: &dyn Below, today: Option<Date>) -> Vec<Finding> {
    let mut findings = source.findings.clone();
    let views = patched_entries(source, below, &mut findings);
    let entries = source.entries.iter().chain(&views).collect();
    let glance = Glance { source, entries, below, today };
    for rule in RULES {
        (rule.find)(&glance, &mut findings);
    }
    // What a patch does not touch is not its fault.
    findings.retain(|finding| finding.is_placed || views.iter().all(|view| view.path != finding.file));
    excuse::apply(&glance, &mut findings);
    findings.sort();
    findings.dedup();
    findings
}

/// The entries as the patches of `source` make them, each in the place of its patch.
fn patched_entries(source: &Source, below: &dyn Below, findings: &mut Vec<Finding>) -> Vec<Parsed<Entry>> {
    let mut views = Vec::new();
    for (id, patch) in &source.patches {
        let own = source.entries.iter().find(|parsed| parsed.value.id == *id);
        let Some(base) = own.map(|parsed| &parsed.value).or_else(|| below.entry(id)) else { continue };
        match patched(base, patch) {
            Ok(value) => {
                let (id, category) = (base.id.clone(), base.category.clone());
                let value = Entry { id, category, ..value };
                views.push(Parsed { path: patch.path.clone(), text: patch.text.clone(), value });
            }
            Err(wrong) => findings.extend(wrong),
        }
    }
    views
}
