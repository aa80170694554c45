//! Where an entry is at home on the web.

use serde::Serialize;

use super::page::Page;
use super::{Grid, View};
use crate::card::Card;

/// One address of an entry.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Address<'g> {
    /// The entry.
    #[serde(flatten)]
    pub card: Card<'g>,
    /// Which address it is: `home`, `docs`, `repo`, or `source` for what the entry rests on.
    pub link: &'static str,
    /// The address.
    pub url: &'g str,
}

impl View for Address<'_> {
    fn text(&self, page: &mut Page) {
        let url = page.screen.clean(self.url);
        page.line(&url);
    }

    fn grid(&self) -> Grid {
        let header = ["id", "link", "url"].map(str::to_owned).to_vec();
        Grid { header, rows: vec![[self.card.id, self.link, self.url].map(str::to_owned).to_vec()] }
    }

    fn names(&self) -> Vec<&str> {
        vec![self.card.id]
    }
}
