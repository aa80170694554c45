//! Entries side by side: a table where the columns have room, else one block
//! for each question.

use super::page::Page;
use super::{Grid, View, markdown};
use crate::compare::{Comparison, Row};
use crate::term::Role;

/// A column narrower than this cannot be read.
const NARROWEST_COLUMN: usize = 19;

/// The widest column of names in a block.
const WIDEST_NAME: usize = 24;

/// A comparison, and whether rows in which all are equal stand by themselves.
#[derive(Debug, serde::Serialize)]
#[serde(transparent)]
pub struct Compared<'g> {
    /// What is shown.
    pub comparison: Comparison<'g>,
    /// Whether equal rows are shown like the others.
    #[serde(skip)]
    pub unfolded: bool,
}

impl View for Compared<'_> {
    fn text(&self, page: &mut Page) {
        let comparison = &self.comparison;
        let names: Vec<&str> = comparison.entries.iter().map(|card| card.name).collect();
        for notice in &comparison.notices {
            let painted = page.words(Role::Warning, notice);
            page.wrapped(&painted, "");
        }
        page.gap();
        let (folded, shown): (Vec<&Row<'_>>, Vec<&Row<'_>>) =
            comparison.rows.iter().partition(|row| row.same && !self.unfolded && names.len() > 1);
        let labels = shown.iter().map(|row| row.name.chars().count() + 2).max().unwrap_or(0);
        let room = page.screen.width.saturating_sub(labels) / names.len().max(1);
        if room >= NARROWEST_COLUMN {
            table(page, &names, &shown);
        } else {
            blocks(page, &names, &shown);
        }
        if !folded.is_empty() {
            page.gap();
            let label = if names.len() == 2 { "Same for both" } else { "Same for all" };
            let label = page.screen.paint(Role::Label, label);
            let facts = folded.iter().map(|row| format!("{} {}", lower_first(row.name), row.values[0]));
            let facts = page.screen.clean(&facts.collect::<Vec<_>>().join(" \u{b7} "));
            page.wrapped_between(&facts, &format!("{label}  "), "    ");
        }
        self.choices(page);
    }

    fn grid(&self) -> Grid {
        let names = self.comparison.entries.iter().map(|card| card.id.to_owned());
        let header = std::iter::once("question".to_owned()).chain(names).collect();
        let rows = self
            .comparison
            .rows
            .iter()
            .map(|row| std::iter::once(row.name.to_owned()).chain(row.values.iter().cloned()).collect());
        Grid { header, rows: rows.collect() }
    }

    fn markdown(&self) -> String {
        let mut text = String::new();
        for notice in &self.comparison.notices {
            text.push_str(&markdown::paragraph(notice));
            text.push_str("\n\n");
        }
        text.push_str(&markdown::table(&self.grid()));
        text
    }

    fn names(&self) -> Vec<&str> {
        self.comparison.entries.iter().map(|card| card.id).collect()
    }
}

impl Compared<'_> {
    fn choices(&self, page: &mut Page) {
        for choice in &self.comparison.choice {
            if choice.use_when.is_empty() && choice.avoid_when.is_empty() {
                continue;
            }
            page.gap();
            let name = page.screen.paint(Role::Title, choice.name);
            page.line(&name);
            for (label, reasons) in
                [("choose it when", choice.use_when), ("think twice when", choice.avoid_when)]
            {
                for reason in reasons {
                    let label = page.screen.paint(Role::Label, label);
                    let reason = page.prose(reason);
                    page.wrapped_between(&reason, &format!("  {label}: "), "    ");
                }
            }
        }
    }
}

fn table(page: &mut Page, names: &[&str], rows: &[&Row<'_>]) {
    let header: Vec<String> = std::iter::once("").chain(names.iter().copied()).map(str::to_owned).collect();
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let label = page.screen.paint(Role::Label, row.name);
            let values = row.values.iter().map(|value| value_or_dash(page, value));
            std::iter::once(label).chain(values).collect()
        })
        .collect();
    page.table(Some(&header), &rows, "");
}

/// One block for each question: its label, then a line for each entry.
fn blocks(page: &mut Page, names: &[&str], rows: &[&Row<'_>]) {
    let width = names.iter().map(|name| name.chars().count()).max().unwrap_or(0).min(WIDEST_NAME);
    for row in rows {
        page.gap();
        let label = page.screen.paint(Role::Label, row.name);
        if row.question.is_empty() {
            page.line(&label);
        } else {
            let question = page.words(Role::Dim, row.question);
            page.wrapped_between(&question, &format!("{label}  "), "    ");
        }
        for (name, value) in names.iter().zip(&row.values) {
            let padding = " ".repeat(width.saturating_sub(name.chars().count()));
            let name = page.screen.clean(name);
            let value = value_or_dash(page, value);
            page.wrapped_between(&value, &format!("  {name}{padding}  "), &" ".repeat(width + 4));
        }
    }
}

/// An answer, or the dash that says that there is none.
fn value_or_dash(page: &Page, value: &str) -> String {
    if value.is_empty() { page.screen.paint(Role::Dim, "-") } else { page.screen.clean(value) }
}

fn lower_first(text: &str) -> String {
    let is_acronym = text.chars().take(2).all(char::is_uppercase);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !is_acronym => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}
