//! What to look at again.

use super::page::Page;
use super::{Grid, View};
use crate::stale::Stale;
use crate::term::Role;

impl View for Stale<'_> {
    fn text(&self, page: &mut Page) {
        let width = self.facts.iter().map(|fact| fact.card.id.len()).max().unwrap_or(0);
        for fact in &self.facts {
            let day = fact.checked.map_or("never     ".to_owned(), |day| day.to_string());
            let id = page.screen.paint(Role::Name, fact.card.id);
            let padding = " ".repeat(width - fact.card.id.len());
            let text = page.words(Role::Plain, fact.text.unwrap_or("the entry"));
            let source = fact.source.map_or(String::new(), |link| page.screen.paint(Role::Link, link));
            let first = format!("{day}  {id}{padding}  ");
            page.wrapped_between(&format!("{text} {source}"), &first, &" ".repeat(width + 14));
        }
        let count = match self.facts.len() {
            1 => "1 fact is".to_owned(),
            count => format!("{count} facts are"),
        };
        let line = format!("{count} older than {} days on {}", self.older_than, self.today);
        page.line(&page.screen.paint(Role::Dim, &line));
    }

    fn grid(&self) -> Grid {
        let header = ["id", "fact", "checked", "days", "text", "source"].map(str::to_owned).to_vec();
        let rows = self.facts.iter().map(|fact| {
            let checked = fact.checked.map(|day| day.to_string()).unwrap_or_default();
            let days = fact.days.map(|days| days.to_string()).unwrap_or_default();
            let (text, source) = (fact.text.unwrap_or_default(), fact.source.unwrap_or_default());
            [fact.card.id, fact.fact, &checked, &days, text, source].map(str::to_owned).to_vec()
        });
        Grid { header, rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.facts.iter().map(|fact| fact.card.id).collect();
        names.dedup();
        names
    }
}
