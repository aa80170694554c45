//! What a search found: each entry with the passage that matched.

use super::page::Page;
use super::{Grid, View};
use crate::search::{Found, Hit, Passage};
use crate::term::Role;

impl View for Found<'_> {
    fn text(&self, page: &mut Page) {
        for hit in &self.entries {
            card(page, hit);
        }
        if self.more > 0 {
            let more = format!("{} more: --limit 0 shows all", self.more);
            page.line(&page.screen.paint(Role::Dim, &more));
        }
    }

    fn grid(&self) -> Grid {
        let header = ["id", "name", "category", "score", "field", "passage"].map(str::to_owned).to_vec();
        let rows = self.entries.iter().map(|hit| {
            let score = format!("{:.2}", hit.score);
            [hit.card.id, hit.card.name, hit.card.category, &score, hit.passage.field, &hit.passage.text]
                .map(str::to_owned)
                .to_vec()
        });
        Grid { header, rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.entries.iter().map(|hit| hit.card.id).collect()
    }
}

/// Two lines and more: the name with its category, and the passage.
fn card(page: &mut Page, hit: &Hit<'_>) {
    let id = page.screen.paint(Role::Name, hit.card.id);
    let mut about = hit.card.category.to_owned();
    if matches!(hit.card.standing(), "archived" | "superseded") {
        about.push_str(", ");
        about.push_str(hit.card.standing());
    }
    let about = page.words(Role::Dim, &format!("({about})"));
    page.wrapped(&format!("{id} {about}"), "");
    let passage = highlighted(page, &hit.passage);
    page.wrapped(&passage, "    ");
}

/// The passage with the words that matched in their own style.
fn highlighted(page: &Page, passage: &Passage) -> String {
    let mut painted = String::new();
    let mut rest = passage.text.as_str();
    for word in &passage.matched {
        let Some(at) = rest.find(word.as_str()) else { continue };
        painted.push_str(&page.screen.clean(&rest[..at]));
        painted.push_str(&page.screen.paint(Role::Match, word));
        rest = &rest[at + word.len()..];
    }
    painted.push_str(&page.screen.clean(rest));
    painted
}
