//! Excuses: a comment in a file that says why a rule does not hold there.
//!
//! `# excuse praise: it is the vendor's own slogan` lets the findings of that
//! rule pass in that file. An excuse without a reason, for a rule that there
//! is not, or for nothing, is a finding itself.

use super::{Finding, Glance, RULES};

/// What such a comment begins with.
const MARK: &str = "# excuse ";

/// The rule of the findings about excuses.
const RULE: &str = "excuse";

/// Rules whose breach leaves nothing that could be used.
const NO_EXCUSE: [&str; 8] = [
    "excuse",
    "file-name",
    "patch",
    "toml",
    "unknown-key",
    "unknown-value",
    "unreadable",
    "unsafe-character",
];

/// Takes out of `findings` what is excused, and adds what is wrong with the excuses.
pub(super) fn apply(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for (path, text) in glance.texts() {
        for (offset, line) in excuses(text) {
            let Some((rule, reason)) =
                line.strip_prefix(MARK).map(|rest| rest.split_once(':').unwrap_or((rest, "")))
            else {
                continue;
            };
            let rule = rule.trim();
            let wrong = if RULES.iter().all(|known| known.name != rule) {
                Some(format!("there is no rule `{rule}`: `cnref check --explain` lists them"))
            } else if NO_EXCUSE.contains(&rule) {
                Some(format!("`{rule}` cannot be excused"))
            } else if reason.trim().is_empty() {
                Some("an excuse has a reason: write it behind a colon".to_owned())
            } else {
                let before = findings.len();
                findings.retain(|finding| finding.rule != rule || finding.file != *path);
                let is_needed = findings.len() < before;
                (!is_needed)
                    .then(|| format!("nothing here breaks the rule `{rule}` any more: drop the excuse"))
            };
            findings.extend(wrong.map(|text_of| Finding::warning(path, text, offset, RULE, text_of)));
        }
    }
}

/// The lines of `text` that begin with [`MARK`], with the byte at which each begins.
fn excuses(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let starts = text.match_indices(MARK).map(|(at, _)| at);
    let starts = starts.filter(|at| *at == 0 || text[..*at].ends_with('\n'));
    starts.map(|at| (at, text[at..].lines().next().unwrap_or_default()))
}
