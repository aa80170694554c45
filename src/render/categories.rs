//! The groups and categories.

use super::page::Page;
use super::{Grid, View};
use crate::list::Categories;
use crate::term::Role;

/// Below this width a summary stands under its id instead of beside it.
const NARROW: usize = 60;

impl View for Categories<'_> {
    fn text(&self, page: &mut Page) {
        let categories = || self.groups.iter().flat_map(|group| &group.categories);
        let width = categories().map(|category| category.id.len()).max().unwrap_or(0);
        for group in &self.groups {
            page.gap();
            let count: usize = group.categories.iter().map(|category| category.entries).sum();
            let heading = page.screen.paint(Role::Title, group.id);
            let rest = page.words(Role::Dim, &format!("{count} \u{b7} {}", group.summary));
            page.wrapped_between(&rest, &format!("{heading}  "), "    ");
            for category in &group.categories {
                let id = page.screen.paint(Role::Name, category.id);
                let padding = " ".repeat(width - category.id.len());
                let summary = page.screen.clean(category.summary);
                let head = format!("  {id}{padding} {:>4}", category.entries);
                if page.screen.width < NARROW {
                    page.line(&head);
                    page.wrapped(&summary, "      ");
                } else {
                    page.wrapped_between(&summary, &format!("{head}  "), &" ".repeat(width + 9));
                }
            }
        }
        page.gap();
        let count = format!("{} entries in {} categories", self.entries, categories().count());
        page.line(&page.screen.paint(Role::Dim, &count));
    }

    fn grid(&self) -> Grid {
        let header = ["id", "group", "name", "entries", "dimensions", "summary"].map(str::to_owned).to_vec();
        let rows = self.groups.iter().flat_map(|group| {
            group.categories.iter().map(|category| {
                let (entries, dimensions) = (category.entries.to_string(), category.dimensions.to_string());
                [category.id, group.id, category.name, &entries, &dimensions, category.summary]
                    .map(str::to_owned)
                    .to_vec()
            })
        });
        Grid { header, rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.groups.iter().flat_map(|group| group.categories.iter().map(|category| category.id)).collect()
    }
}
