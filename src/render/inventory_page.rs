//! What a repository or a cluster is made of, as a page for a wiki.

use std::fmt::Write;

use super::inventory::{Identified, kinds, place, size};
use super::markdown::{code, linked, plain, prose};
use crate::card::Card;
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
                plain(&kinds(&unknown.kinds)),
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
        name(identified, card),
        technology.confidence.as_str(),
        prose(card.summary)
    );
    for warning in &technology.warnings {
        let _ = writeln!(text, "  - **Note:** {}", prose(warning));
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

/// The name of `card` with a link to where one reads on.
fn name(identified: &Identified<'_>, card: &Card<'_>) -> String {
    match identified.glossary.get(card.id).and_then(Entry::best_link) {
        Some(address) => linked(card.name, address),
        None => plain(card.name),
    }
}
