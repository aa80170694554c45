//! What each rule asks for.

use serde::Serialize;

use crate::check::RULES;
use crate::error::Error;
use crate::suggest::nearest;

/// Rules with what they ask for.
#[derive(Clone, Debug, Serialize)]
pub struct Explained {
    /// By name.
    pub rules: Vec<ExplainedRule>,
}

/// A rule with what it asks for.
#[derive(Clone, Debug, Serialize)]
pub struct ExplainedRule {
    /// The name in brackets behind a finding.
    pub id: &'static str,
    /// What it asks for, and why.
    pub explanation: &'static str,
    /// What breaks it, and what would be right.
    pub example: &'static str,
}

/// The rule called `name`, or all.
///
/// # Errors
/// A rule that there is not.
pub fn explain(name: Option<&str>) -> Result<Explained, Error> {
    let wanted = RULES.iter().filter(|rule| name.is_none_or(|name| name == rule.name));
    let rules: Vec<ExplainedRule> = wanted
        .map(|rule| ExplainedRule { id: rule.name, explanation: rule.explanation, example: rule.example })
        .collect();
    match name {
        Some(name) if rules.is_empty() => Err(Error::UnknownValue {
            what: "rule",
            value: name.to_owned(),
            near: nearest(name, RULES.iter().map(|rule| rule.name)).into_iter().map(str::to_owned).collect(),
            all: RULES.iter().map(|rule| rule.name.to_owned()).collect(),
        }),
        _ => Ok(Explained { rules }),
    }
}
