//! The terms of a text.

use std::fmt::Write;

use super::markdown::{linked, plain, prose};
use super::page::Page;
use super::{Grid, View};
use crate::gloss::{Gloss, Place, Term};
use crate::term::Role;

/// How many places are told on a page.
const PLACES: usize = 5;

impl View for Gloss<'_> {
    fn text(&self, page: &mut Page) {
        for term in &self.entries {
            let name = page.words(Role::Name, term.card.name);
            let summary = page.screen.clean(term.card.summary);
            page.wrapped_between(&summary, &format!("{name}  "), "    ");
            let places = page.words(Role::Dim, &places(term));
            page.wrapped(&places, "    ");
        }
        if !self.unknown.is_empty() {
            page.gap();
            let heading = page.words(Role::Label, "Not in the glossary");
            page.line(&heading);
            for unknown in &self.unknown {
                let place =
                    page.screen.paint(Role::Dim, &format!("{} ({})", place(&unknown.place), unknown.count));
                let word = page.screen.clean(&unknown.word);
                page.line(&format!("  {word}  {place}"));
            }
        }
    }

    fn grid(&self) -> Grid {
        let header = ["id", "name", "count", "first", "summary"].map(str::to_owned).to_vec();
        let rows = self.entries.iter().map(|term| {
            let first = term.places.first().map(place).unwrap_or_default();
            vec![
                term.card.id.to_owned(),
                term.card.name.to_owned(),
                term.count.to_string(),
                first,
                term.card.summary.to_owned(),
            ]
        });
        // What is not known has no id.
        let unknown = self.unknown.iter().map(|unknown| {
            let first = place(&unknown.place);
            vec![String::new(), unknown.word.clone(), unknown.count.to_string(), first, String::new()]
        });
        Grid { header, rows: rows.chain(unknown).collect() }
    }

    fn markdown(&self) -> String {
        let mut text = String::from("## Glossary\n\n");
        let mut terms: Vec<&Term<'_>> = self.entries.iter().collect();
        terms.sort_by_key(|term| term.card.name.to_lowercase());
        for term in terms {
            let name = match term.docs {
                Some(docs) => linked(term.card.name, docs),
                None => plain(term.card.name),
            };
            let _ = writeln!(text, "- **{name}**: {}", prose(term.card.summary));
        }
        if !self.unknown.is_empty() {
            text.push_str("\n## Not in the glossary\n\n");
            for unknown in &self.unknown {
                let _ = writeln!(text, "- {}", unknown.word);
            }
        }
        text
    }

    fn names(&self) -> Vec<&str> {
        self.entries.iter().map(|term| term.card.id).collect()
    }
}

/// How often, and the first places.
fn places(term: &Term<'_>) -> String {
    let mut shown: Vec<String> = term.places.iter().take(PLACES).map(place).collect();
    if term.places.len() > PLACES {
        shown.push(format!("+{}", term.places.len() - PLACES));
    }
    let times = if term.count == 1 { "once".to_owned() } else { format!("{} times", term.count) };
    format!("{times}: {}", shown.join(", "))
}

fn place(place: &Place) -> String {
    match place.file.as_str() {
        "-" => format!("line {}", place.line),
        file => format!("{file}:{}", place.line),
    }
}
