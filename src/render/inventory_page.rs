//! What a repository or a cluster is made of, as a page for a wiki.

use std::fmt::Write;

use super::inventory::{Identified, kinds, place, size};
use crate::entry::Entry;
use crate::identify::Technology;

/// A heading for each category, an item for each technology with what proves it.
pub(super) fn page(identified: &Identified<'_>) -> String {
    let inventory = &identified.inventory;
    let subjects: Vec<String> = identified.subjects.iter().map(|subject| code(subject)).collect();
    let mut text = format!(
        "# Technologies\n\nSeen in {} on {}: {}.\n",
        subjects.join(", "),
        identified.today,
        size(inventory)
    );
    let mut category = "";
    for technology in &inventory.technologies {
        if technology.card.category != category {
            category = technology.card.category;
            let name = identified.glossary.category(category).map_or(category, |category| &category.name);
            let _ = write!(text, "\n## {}\n\n", plain(name));
        }
        item(&mut text, identified, technology);
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

fn item(text: &mut String, identified: &Identified<'_>, technology: &Technology<'_>) {
    let card = &technology.card;
    let _ = writeln!(
        text,
        "- **{}** ({}): {}",
        linked(card.name, identified.glossary.get(card.id)),
        technology.confidence.as_str(),
        plain(card.summary)
    );
    for warning in &technology.warnings {
        let _ = writeln!(text, "  - **Note:** {warning}");
    }
    let shown = identified.shown(technology);
    for evidence in shown {
        let (place, sign) = (code(&place(evidence)), evidence.sign.as_str());
        let _ = writeln!(text, "  - {place}: {sign} {}", code(&evidence.matched));
    }
    let left = technology.evidence.len() - shown.len();
    if left > 0 {
        let _ = writeln!(text, "  - and {left} more");
    }
}

/// `name` with a link to where `entry` is documented, or else at home.
fn linked(name: &str, entry: Option<&Entry>) -> String {
    let links = entry.map(|entry| &entry.links);
    let address = links.and_then(|links| links.docs.as_deref().or(links.home.as_deref()));
    match address.or(links.and_then(|links| links.repo.as_deref())) {
        // Between these, an address may hold brackets of its own.
        Some(address) => format!("[{}](<{}>)", plain(name), address.replace(['<', '>'], "")),
        None => plain(name),
    }
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
