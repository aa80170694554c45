//! The layers: each place with what lies there.

use super::page::Page;
use super::{Grid, View};
use crate::layers::inventory::{Found, Inventory};
use crate::term::Role;

impl View for Inventory {
    fn text(&self, page: &mut Page) {
        for found in &self.layers {
            let role = if found.used { Role::Name } else { Role::Dim };
            let layer = page.screen.paint(role, found.layer);
            let folder = found.folder.as_deref().map(|folder| page.screen.clean(folder)).unwrap_or_default();
            let padding = " ".repeat(8usize.saturating_sub(found.layer.len()));
            page.line(&format!("{layer}{padding} {folder}"));
            let why = page.words(Role::Dim, &format!("{}; {}", standing(found), found.why));
            page.wrapped(&why, "         ");
            for finding in &found.findings {
                let finding = page.words(Role::Warning, &finding.to_string());
                page.wrapped_between(&finding, "         ", "           ");
            }
        }
    }

    fn grid(&self) -> Grid {
        let header =
            ["layer", "folder", "why", "exists", "used", "entries", "patches", "categories", "findings"];
        let rows = self.layers.iter().map(|found| {
            vec![
                found.layer.to_owned(),
                found.folder.clone().unwrap_or_default(),
                found.why.clone(),
                found.exists.to_string(),
                found.used.to_string(),
                found.entries.to_string(),
                found.patches.to_string(),
                found.categories.to_string(),
                found.findings.len().to_string(),
            ]
        });
        Grid { header: header.map(str::to_owned).to_vec(), rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.layers.iter().filter(|found| found.used).map(|found| found.layer).collect()
    }
}

/// What lies there, in words.
fn standing(found: &Found) -> String {
    if !found.exists {
        return "not there".to_owned();
    }
    let counts = [
        (found.entries, "entries", "entry"),
        (found.patches, "patches", "patch"),
        (found.categories, "categories", "category"),
    ];
    let counts = counts.into_iter().filter(|(count, ..)| *count > 0);
    let counts: Vec<String> =
        counts.map(|(count, many, one)| format!("{count} {}", if count == 1 { one } else { many })).collect();
    if counts.is_empty() { "empty".to_owned() } else { counts.join(", ") }
}
