//! Lists of cards.

use super::page::Page;
use super::{Grid, View};
use crate::card::Card;
use crate::list::Listing;
use crate::term::Role;

/// Below this width a summary stands under its id instead of beside it.
const NARROW: usize = 60;

/// The widest column of ids: a longer one pushes its own line only.
const WIDEST_ID: usize = 28;

impl View for Listing<'_> {
    fn text(&self, page: &mut Page) {
        let width = self.entries.iter().map(|card| card.id.len()).filter(|width| *width <= WIDEST_ID).max();
        let mut category = "";
        for card in &self.entries {
            if self.is_grouped && card.category != category {
                category = card.category;
                page.gap();
                let count = self.entries.iter().filter(|card| card.category == category).count();
                let heading = page.screen.paint(Role::Title, category);
                let group = page.screen.paint(Role::Dim, &format!("{} \u{b7} {count}", card.group));
                page.line(&format!("{heading}  {group}"));
            }
            card_line(page, card, width.unwrap_or(WIDEST_ID));
        }
    }

    fn wide(&self, page: &mut Page) {
        let header = ["ID", "NAME", "CATEGORY", "KIND", "STANDING", "SUMMARY"].map(str::to_owned);
        let rows: Vec<Vec<String>> = self
            .entries
            .iter()
            .map(|card| {
                let id = page.screen.paint(Role::Name, card.id);
                let text = [card.name, card.category, card.kind.as_str(), card.standing(), card.summary];
                std::iter::once(id).chain(text.map(|text| page.screen.clean(text))).collect()
            })
            .collect();
        page.table(Some(&header), &rows, "");
    }

    fn grid(&self) -> Grid {
        let header =
            ["id", "name", "category", "kind", "maturity", "status", "summary"].map(str::to_owned).to_vec();
        let rows = self.entries.iter().map(|card| {
            let maturity = card.maturity.map_or("", crate::entry::Maturity::as_str);
            let status = card.status.map_or("", crate::entry::Status::as_str);
            [card.id, card.name, card.category, card.kind.as_str(), maturity, status, card.summary]
                .map(str::to_owned)
                .to_vec()
        });
        Grid { header, rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.entries.iter().map(|card| card.id).collect()
    }
}

/// One card: its id, its summary beside it, and its standing where it warns or recommends.
pub(super) fn card_line(page: &mut Page, card: &Card<'_>, id_width: usize) {
    let id = page.screen.paint(Role::Name, card.id);
    let summary = page.words(Role::Plain, card.summary);
    let standing = match card.standing() {
        "" => String::new(),
        ended @ ("archived" | "superseded") => {
            format!(" {}", page.screen.paint(Role::Warning, &format!("[{ended}]")))
        }
        standing => format!(" {}", page.screen.paint(Role::Dim, &format!("[{standing}]"))),
    };
    let layer = match card.layer {
        "builtin" => String::new(),
        layer => format!(" {}", page.screen.paint(Role::Dim, &format!("[{layer}]"))),
    };
    let standing = format!("{standing}{layer}");
    if page.screen.width < NARROW {
        page.line(&format!("  {id}{standing}"));
        page.wrapped(&summary, "      ");
    } else {
        let padding = " ".repeat(id_width.saturating_sub(card.id.len()));
        let indent = " ".repeat(id_width + 4);
        page.wrapped_between(&format!("{summary}{standing}"), &format!("  {id}{padding}  "), &indent);
    }
}
