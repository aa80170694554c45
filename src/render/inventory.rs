//! What a repository or a cluster is made of.

use std::fmt::Write;

use serde::Serialize;

use super::page::Page;
use super::{Grid, View};
use crate::entry::Date;
use crate::glossary::Glossary;
use crate::identify::{Evidence, Inventory, Strength, Technology};
use crate::term::Role;

/// How many pieces of evidence are shown of each technology unless all are wanted.
const SHOWN: usize = 2;

/// How many kinds of an unknown group are named.
const KINDS: usize = 4;

/// An inventory, and how much of its evidence is shown.
#[derive(Debug, Serialize)]
pub struct Identified<'g> {
    /// What is there.
    #[serde(flatten)]
    pub inventory: Inventory<'g>,
    /// Whether all evidence is shown on a page.
    #[serde(skip)]
    pub shows_all: bool,
    /// What was asked about, as it was typed.
    #[serde(skip)]
    pub subjects: Vec<String>,
    /// The day of the answer.
    #[serde(skip)]
    pub today: Date,
    /// Where a page finds names and addresses.
    #[serde(skip)]
    pub glossary: &'g Glossary,
}

impl View for Identified<'_> {
    fn text(&self, page: &mut Page) {
        let mut category = "";
        for technology in &self.inventory.technologies {
            if technology.card.category != category {
                category = technology.card.category;
                page.gap();
                let heading = page.screen.paint(Role::Title, category);
                page.line(&heading);
            }
            self.technology(page, technology);
        }
        self.unknown(page);
        self.total(page);
    }

    fn grid(&self) -> Grid {
        let header = [
            "id",
            "name",
            "category",
            "confidence",
            "file",
            "line",
            "sign",
            "matched",
            "strength",
            "warnings",
            "summary",
        ]
        .map(str::to_owned)
        .to_vec();
        let mut rows = Vec::new();
        for technology in &self.inventory.technologies {
            let shown = if self.shows_all { technology.evidence.len() } else { 1 };
            for evidence in technology.evidence.iter().take(shown) {
                rows.push(row(technology, evidence));
            }
        }
        for unknown in &self.inventory.unknown {
            let mut row = vec![String::new(); header.len()];
            row[1].clone_from(&unknown.group);
            "unknown".clone_into(&mut row[2]);
            row[4] = unknown.file.to_string();
            row[5] = unknown.line.to_string();
            row[7] = unknown.kinds.join(" ");
            rows.push(row);
        }
        Grid { header, rows }
    }

    fn markdown(&self) -> String {
        super::inventory_page::page(self)
    }

    fn names(&self) -> Vec<&str> {
        self.inventory.technologies.iter().map(|technology| technology.card.id).collect()
    }
}

impl Identified<'_> {
    /// The evidence of `technology` that is shown.
    pub(super) fn shown<'t>(&self, technology: &'t Technology<'_>) -> &'t [Evidence] {
        let shown =
            if self.shows_all { technology.evidence.len() } else { SHOWN.min(technology.evidence.len()) };
        &technology.evidence[..shown]
    }

    fn technology(&self, page: &mut Page, technology: &Technology<'_>) {
        let card = &technology.card;
        let id = page.screen.paint(Role::Name, card.id);
        let summary = page.words(Role::Plain, card.summary);
        let doubt = match technology.confidence {
            Strength::High => String::new(),
            weaker => format!(" {}", page.screen.paint(Role::Dim, &format!("[{}]", weaker.as_str()))),
        };
        page.wrapped_between(&format!("{summary}{doubt}"), &format!("  {id}  "), "    ");
        for warning in &technology.warnings {
            let mark = page.screen.paint(Role::Warning, "!");
            let warning = page.prose(warning);
            page.wrapped_between(&warning, &format!("    {mark} "), "      ");
        }
        let shown = self.shown(technology);
        for evidence in shown {
            let place = page.screen.paint(Role::Dim, &place(evidence));
            let sign = evidence.sign.as_str();
            let matched = page.words(Role::Code, &evidence.matched);
            page.wrapped_between(&format!("{place}  {sign} {matched}"), "      ", "        ");
        }
        let left = technology.evidence.len() - shown.len();
        if left > 0 {
            let text = page.screen.paint(Role::Dim, &format!("and {left} more"));
            page.line(&format!("      {text}"));
        }
    }

    fn unknown(&self, page: &mut Page) {
        if self.inventory.unknown.is_empty() {
            return;
        }
        page.gap();
        let heading = page.screen.paint(Role::Title, "not in the glossary");
        page.line(&heading);
        for unknown in &self.inventory.unknown {
            let group = page.screen.paint(Role::Name, &unknown.group);
            let kinds = kinds(&unknown.kinds);
            let kinds = page.screen.clean(&kinds);
            let place = page.screen.paint(Role::Dim, &format!("{}:{}", unknown.file, unknown.line));
            page.wrapped_between(&format!("{kinds}  {place}"), &format!("  {group}  "), "    ");
        }
    }

    fn total(&self, page: &mut Page) {
        let inventory = &self.inventory;
        page.gap();
        let mut text = size(inventory);
        if inventory.weaker > 0 {
            let _ = write!(text, "; {} more that little points to: --min-confidence low", inventory.weaker);
        }
        let text = page.words(Role::Dim, &text);
        page.wrapped(&text, "");
    }
}

fn row(technology: &Technology<'_>, evidence: &Evidence) -> Vec<String> {
    let card = &technology.card;
    let line = evidence.line.map(|line| line.to_string()).unwrap_or_default();
    [
        card.id,
        card.name,
        card.category,
        technology.confidence.as_str(),
        &evidence.file,
        &line,
        evidence.sign.as_str(),
        &evidence.matched,
        evidence.strength.as_str(),
        &technology.warnings.join(" "),
        card.summary,
    ]
    .map(str::to_owned)
    .to_vec()
}

/// `file:line`, or the file alone where its name is the evidence.
pub(super) fn place(evidence: &Evidence) -> String {
    match evidence.line {
        Some(line) => format!("{}:{line}", evidence.file),
        None => evidence.file.to_string(),
    }
}

/// The first kinds of a group, and how many more there are.
pub(super) fn kinds(kinds: &[String]) -> String {
    let mut text = kinds.iter().take(KINDS).cloned().collect::<Vec<_>>().join(", ");
    if kinds.len() > KINDS {
        let _ = write!(text, " and {} more", kinds.len() - KINDS);
    }
    text
}

/// How many technologies there are, and how many files were looked at.
pub(super) fn size(inventory: &Inventory<'_>) -> String {
    let technologies = counted(inventory.technologies.len(), "technology", "technologies");
    format!("{technologies} in {}", counted(inventory.files, "file", "files"))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
