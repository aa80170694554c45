//! The settings: each with what is in force, who says so and what it does.

use super::page::Page;
use super::{Grid, View};
use crate::settings::Settings;
use crate::term::Role;

impl View for Settings {
    fn text(&self, page: &mut Page) {
        for setting in &self.settings {
            let key = page.screen.paint(Role::Name, setting.key);
            let value = page.words(Role::Code, &setting.value);
            page.wrapped_between(&format!("{key} = {value}"), "", "  ");
            let from = setting.from.as_deref().unwrap_or("nobody says otherwise");
            let meaning = page.words(Role::Dim, &format!("{} ({from})", setting.meaning));
            page.wrapped(&meaning, "    ");
        }
        page.gap();
        for file in &self.files {
            let state = if file.exists { "read" } else { "not there" };
            let line = page.screen.clean(&format!("{}: {state}", file.file));
            page.line(&line);
        }
    }

    fn grid(&self) -> Grid {
        let rows = self.settings.iter().map(|setting| {
            let from = setting.from.clone().unwrap_or_default();
            vec![setting.key.to_owned(), setting.value.clone(), from, setting.meaning.to_owned()]
        });
        Grid { header: ["key", "value", "from", "meaning"].map(str::to_owned).to_vec(), rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.settings.iter().map(|setting| setting.key).collect()
    }
}
