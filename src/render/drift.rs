//! How the glossary differs from the landscape.

use super::page::Page;
use super::{Grid, View};
use crate::drift::{Difference, Drift, Kind};
use crate::term::Role;

impl View for Drift {
    fn text(&self, page: &mut Page) {
        let mut heading = None;
        for difference in &self.differences {
            if heading != Some(difference.kind) {
                heading = Some(difference.kind);
                page.gap();
                page.line(&page.screen.paint(Role::Title, title(difference.kind)));
            }
            let id = difference.id.as_deref().unwrap_or(&difference.name);
            let id = page.screen.paint(Role::Name, id);
            let text = page.words(Role::Plain, &sentence(difference));
            page.wrapped_between(&text, &format!("  {id}  "), "      ");
        }
        page.gap();
        let count = format!("{} projects compared, {} differences", self.projects, self.differences.len());
        page.line(&page.screen.paint(Role::Dim, &count));
    }

    fn grid(&self) -> Grid {
        let header = ["kind", "id", "name", "field", "ours", "theirs"].map(str::to_owned).to_vec();
        let rows = self.differences.iter().map(|difference| {
            let text = |value: &Option<String>| value.clone().unwrap_or_default();
            vec![
                word(difference.kind).to_owned(),
                text(&difference.id),
                difference.name.clone(),
                difference.field.to_owned(),
                text(&difference.ours),
                text(&difference.theirs),
            ]
        });
        Grid { header, rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        let mut ids: Vec<&str> =
            self.differences.iter().filter_map(|difference| difference.id.as_deref()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }
}

fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::New => "new",
        Kind::Renamed => "renamed",
        Kind::Standing => "standing",
        Kind::Link => "link",
        Kind::Gone => "gone",
    }
}

fn title(kind: Kind) -> &'static str {
    match kind {
        Kind::New => "New in the landscape",
        Kind::Renamed => "Renamed in the landscape",
        Kind::Standing => "Level or date differs",
        Kind::Link => "Address differs",
        Kind::Gone => "In the landscape no more",
    }
}

/// What differs, in words.
fn sentence(difference: &Difference) -> String {
    let (ours, theirs) = (difference.ours.as_deref(), difference.theirs.as_deref());
    match difference.kind {
        Kind::New => format!("{}, has no entry", theirs.unwrap_or_default()),
        Kind::Gone => format!("{} here", ours.unwrap_or_default()),
        Kind::Renamed => format!("is called {} there", difference.name),
        Kind::Standing | Kind::Link => {
            let (ours, theirs) = (ours.unwrap_or("nothing"), theirs.unwrap_or("nothing"));
            format!("{}: {ours} here, {theirs} there", difference.field)
        }
    }
}
