//! What was written: drafts, copies, a new file.

use super::page::Page;
use super::{Grid, View};
use crate::author::export::Exported;
use crate::author::import::Imported;
use crate::term::Role;

impl View for Imported {
    fn text(&self, page: &mut Page) {
        for term in &self.terms {
            let name = page.words(Role::Name, &term.term);
            let what = match (&term.file, &term.reason) {
                (Some(file), _) => page.screen.clean(file),
                (None, reason) => {
                    let id = term.id.as_deref().map_or(String::new(), |id| format!(": {id}"));
                    page.words(
                        Role::Dim,
                        &format!("passed over, {}{id}", reason.as_deref().unwrap_or_default()),
                    )
                }
            };
            page.wrapped_between(&format!("{name}  {what}"), &format!("{:>5}  ", term.line), "         ");
        }
        let made = self.terms.iter().filter(|term| term.file.is_some()).count();
        let drafts = if made == 1 { "draft" } else { "drafts" };
        let line = format!("{made} {drafts} from {} terms of {}", self.terms.len(), self.from);
        page.line(&page.screen.paint(Role::Dim, &line));
    }

    fn grid(&self) -> Grid {
        let header = ["line", "term", "id", "file", "reason"].map(str::to_owned).to_vec();
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let rows = self.terms.iter().map(|term| {
            vec![
                term.line.to_string(),
                term.term.clone(),
                text(&term.id),
                text(&term.file),
                text(&term.reason),
            ]
        });
        Grid { header, rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.terms.iter().filter(|term| term.file.is_some()).filter_map(|term| term.id.as_deref()).collect()
    }
}

impl View for Exported {
    fn text(&self, page: &mut Page) {
        let line = format!("{} entries in {} files below {}", self.entries.len(), self.files, self.folder);
        page.line(&page.screen.clean(&line));
    }

    fn grid(&self) -> Grid {
        let rows = self.entries.iter().map(|id| vec![id.clone()]);
        Grid { header: vec!["id".to_owned()], rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.entries.iter().map(String::as_str).collect()
    }
}
