//! What a repository or a cluster is made of, as a page for a wiki.

use std::fmt::Write;

use super::inventory::{Identified, kinds, place};

/// A heading for each category, an item for each technology with what proves it.
pub(super) fn page(identified: &Identified<'_>) -> String {
    let inventory = &identified.inventory;
    let mut text = String::from("# Technologies\n");
    let mut category = "";
    for technology in &inventory.technologies {
        let card = &technology.card;
        if card.category != category {
            category = card.category;
            let _ = write!(text, "\n## {category}\n\n");
        }
        let _ = writeln!(
            text,
            "- **{}** ({}): {}",
            plain(card.name),
            technology.confidence.as_str(),
            plain(card.summary)
        );
        for warning in &technology.warnings {
            let _ = writeln!(text, "  - **Note:** {warning}");
        }
        for evidence in identified.shown(technology) {
            let _ = writeln!(
                text,
                "  - {}: {} {}",
                code(&place(evidence)),
                evidence.sign.as_str(),
                code(&evidence.matched)
            );
        }
    }
    if !inventory.unknown.is_empty() {
        text.push_str("\n## Not in the glossary\n\n");
        for unknown in &inventory.unknown {
            let _ = writeln!(
                text,
                "- {}: {} ({})",
                code(&unknown.group),
                kinds(&unknown.kinds),
                code(&format!("{}:{}", unknown.file, unknown.line))
            );
        }
    }
    text
}

/// Text without what Markdown would read as more than text.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars().map(|c| if c.is_control() { ' ' } else { c }) {
        if matches!(character, '*' | '_' | '[' | ']' | '<' | '`' | '\\') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Text as code, whatever stands in it.
fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    let fence = if text.contains('`') { "``" } else { "`" };
    format!("{fence}{text}{fence}")
}
