//! An entry as it stands in an answer beside others: its card.

use serde::Serialize;

use crate::entry::{Entry, Kind, Maturity, Status, Text};
use crate::glossary::Glossary;

/// What a list says of an entry.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Card<'g> {
    /// What is typed.
    pub id: &'g str,
    /// As upstream spells it.
    pub name: &'g str,
    /// Other names.
    pub aliases: &'g [Text],
    /// Shared abbreviations.
    pub acronyms: &'g [Text],
    /// What sort of thing it is.
    pub kind: Kind,
    /// Its category's id.
    pub category: &'g str,
    /// Its group's id.
    pub group: &'g str,
    /// Its level in the foundation, where it has one.
    pub maturity: Option<Maturity>,
    /// Whether it is still worked on, where that is known.
    pub status: Option<Status>,
    /// Words to filter by.
    pub tags: &'g [Text],
    /// What it is, in one sentence.
    pub summary: &'g str,
    /// The uppermost layer that had a part in it; `builtin` for the program's own.
    pub layer: &'g str,
}

impl<'g> Card<'g> {
    /// The card of `entry`.
    #[must_use]
    pub fn new(glossary: &'g Glossary, entry: &'g Entry) -> Self {
        Self {
            id: &entry.id,
            name: &entry.name,
            aliases: &entry.aliases,
            acronyms: &entry.acronyms,
            kind: entry.kind,
            category: &entry.category,
            group: glossary.category(&entry.category).map_or("", |category| &category.group),
            maturity: entry.maturity(),
            status: entry.status(),
            tags: &entry.tags,
            summary: &entry.summary,
            layer: glossary.layer(entry),
        }
    }

    /// How it stands, in one word: the level in the foundation, else whether it
    /// has come to an end; empty when there is nothing to say.
    #[must_use]
    pub fn standing(&self) -> &'static str {
        match (self.maturity, self.status) {
            (_, Some(status @ (Status::Archived | Status::Superseded))) => status.as_str(),
            (Some(maturity), _) => maturity.as_str(),
            (None, Some(Status::Maintenance)) => Status::Maintenance.as_str(),
            (None, _) => "",
        }
    }
}
