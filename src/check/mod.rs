//! What is wrong in a glossary: a table of named rules, each a function from
//! the whole glossary to findings. The build script, the tests and users run
//! the same table.

pub mod finding;
mod locate;
mod rules;

pub use finding::{Finding, Level};
pub use rules::{COMMAND_WORDS, RULES};

use crate::source::Source;

/// A rule: its name, what it asks for, and the function that looks for breaches.
pub struct Rule {
    /// The name in brackets behind each finding.
    pub name: &'static str,
    /// What it asks for, and why.
    pub explanation: &'static str,
    /// Looks through the whole glossary.
    pub(crate) find: fn(&Glance<'_>, &mut Vec<Finding>),
}

/// The glossary as the rules see it.
pub(crate) struct Glance<'s> {
    /// What was read.
    pub(crate) source: &'s Source,
    /// Ids that may be named, besides those read.
    pub(crate) known_ids: &'s dyn Fn(&str) -> bool,
}

/// Runs every rule over `source`; `known_ids` tells of ids that live elsewhere.
///
/// Findings come sorted by file and place, together with those of the reading.
#[must_use]
pub fn check(source: &Source, known_ids: &dyn Fn(&str) -> bool) -> Vec<Finding> {
    let glance = Glance { source, known_ids };
    let mut findings = source.findings.clone();
    for rule in RULES {
        (rule.find)(&glance, &mut findings);
    }
    findings.sort();
    findings.dedup();
    findings
}
