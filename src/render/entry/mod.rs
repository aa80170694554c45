//! The page of an entry: short, whole, or its card.

mod full;
mod markdown;
mod rows;
mod screenful;

use serde::Serialize;

use super::page::Page;
use super::{Grid, View};
use crate::card::Card;
use crate::entry::{Entry, NameClass};
use crate::error::shown;
use crate::glossary::Glossary;
use crate::layers::origin::Origin;
use crate::term::Role;
use full::full;
use rows::head;
use screenful::screenful;

/// How much of an entry is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Title and summary.
    Short,
    /// What answers most questions, in a screen.
    #[default]
    Page,
    /// Everything.
    Full,
}

/// Terms with the entries they lead to.
#[derive(Debug, Serialize)]
pub struct Answered<'g> {
    /// One answer for each term that leads anywhere, in the order asked.
    pub answers: Vec<Answer<'g>>,
    /// Where relations lead.
    #[serde(skip)]
    pub glossary: &'g Glossary,
    /// How much is shown.
    #[serde(skip)]
    pub depth: Depth,
}

/// A term with the entries it leads to.
#[derive(Debug, Serialize)]
pub struct Answer<'g> {
    /// The term as typed.
    pub term: String,
    /// How it belongs to the first entry.
    pub matched: Option<NameClass>,
    /// One entry, or every meaning of an ambiguous word.
    pub entries: Vec<&'g Entry>,
    /// Which layers had a part in them; empty for what is the program's own.
    pub origins: Vec<Marked<'g>>,
}

/// A layer's part in an entry.
#[derive(Debug, Serialize)]
pub struct Marked<'g> {
    /// The entry.
    pub id: &'g str,
    /// The layer, its file and what it does.
    #[serde(flatten)]
    pub origin: &'g Origin,
}

impl<'g> Answer<'g> {
    /// The answer to `term`, with what layers had a part in it.
    #[must_use]
    pub fn new(
        glossary: &'g Glossary,
        term: String,
        matched: Option<NameClass>,
        entries: Vec<&'g Entry>,
    ) -> Self {
        let origins = entries
            .iter()
            .flat_map(|entry| glossary.origins(entry).iter().map(|origin| Marked { id: &entry.id, origin }));
        Self { term, matched, origins: origins.collect(), entries }
    }
}

impl View for Answered<'_> {
    fn text(&self, page: &mut Page) {
        for answer in &self.answers {
            page.gap();
            match &answer.entries[..] {
                [entry] => match self.depth {
                    Depth::Short => head(page, self.glossary, entry, Some(&answer.term)),
                    Depth::Page => screenful(page, self.glossary, entry, Some(&answer.term)),
                    Depth::Full => full(page, self.glossary, entry, Some(&answer.term)),
                },
                meanings => ambiguous(page, self.glossary, &answer.term, meanings),
            }
        }
    }

    fn wide(&self, page: &mut Page) {
        for entry in self.answers.iter().flat_map(|answer| &answer.entries) {
            page.gap();
            full(page, self.glossary, entry, None);
        }
    }

    fn grid(&self) -> Grid {
        let entries = self.answers.iter().flat_map(|answer| &answer.entries);
        let entries = entries.map(|entry| Card::new(self.glossary, entry)).collect();
        crate::list::Listing { entries, is_grouped: false }.grid()
    }

    fn markdown(&self) -> String {
        let entries = self.answers.iter().flat_map(|answer| &answer.entries);
        entries.map(|entry| markdown::page(self.glossary, entry)).collect::<Vec<_>>().join("\n")
    }

    fn names(&self) -> Vec<&str> {
        self.answers.iter().flat_map(|answer| &answer.entries).map(|entry| &*entry.id).collect()
    }
}

/// Every meaning of a word, with what to type for each.
fn ambiguous(page: &mut Page, glossary: &Glossary, term: &str, meanings: &[&Entry]) {
    let heading = page.screen.paint(Role::Title, &shown(term));
    page.line(&format!("{heading} has {} meanings:", meanings.len()));
    let typed: Vec<String> = meanings
        .iter()
        .map(|entry| {
            let is_plain = glossary.named(&entry.id).len() == 1;
            if is_plain { entry.id.to_string() } else { format!("{}/{}", entry.category, entry.id) }
        })
        .collect();
    let width = typed.iter().map(String::len).max().unwrap_or(0);
    for (entry, typed) in meanings.iter().zip(typed) {
        let id = page.screen.paint(Role::Name, &typed);
        let what = format!("{} \u{b7} {}. {}", entry.name, category_name(glossary, entry), entry.summary);
        let what = page.screen.clean(&what);
        let (first, indent) = if page.screen.width < width + 40 {
            page.line(&format!("  {id}"));
            ("      ".to_owned(), "      ".to_owned())
        } else {
            (format!("  {id}{}  ", " ".repeat(width - typed.len())), " ".repeat(width + 4))
        };
        page.wrapped_between(&what, &first, &indent);
    }
}

fn category_name<'g>(glossary: &'g Glossary, entry: &'g Entry) -> &'g str {
    glossary.category(&entry.category).map_or(&entry.category, |category| &category.name)
}
