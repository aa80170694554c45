//! Answers as what was asked for: a page for people, or JSON, YAML, CSV,
//! Markdown and names for machines.

pub mod address;
mod author;
mod cards;
mod categories;
pub mod comparison;
mod config;
mod csv;
mod drift;
mod entry;
mod found;
mod gloss;
mod graph;
pub mod inventory;
mod inventory_page;
mod json;
mod layers;
mod markdown;
pub mod page;
mod related;
mod review;
mod stale;
pub mod suggestions;
mod yaml;

pub use entry::{Answer, Answered, Depth, Marked};

use serde::Serialize;

use crate::error::Error;
use crate::markup::visible;
use crate::term::Screen;
use page::Page;

pub use crate::format::Format;

/// Rows of cells under a header, for CSV and Markdown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The columns' names.
    pub header: Vec<String>,
    /// The cells.
    pub rows: Vec<Vec<String>>,
}

/// An answer that can be written in every form.
pub trait View: Serialize {
    /// Writes the page for people.
    fn text(&self, page: &mut Page);

    /// Writes the page for people who want more columns.
    fn wide(&self, page: &mut Page) {
        self.text(page);
    }

    /// The answer as rows.
    fn grid(&self) -> Grid;

    /// The answer in Markdown; a table unless there is something better.
    fn markdown(&self) -> String {
        markdown::table(&self.grid())
    }

    /// The ids in the answer, in order.
    fn names(&self) -> Vec<&str>;

    /// The answer as a diagram for Graphviz, where it is one.
    fn dot(&self) -> Option<String> {
        None
    }

    /// The answer as a diagram for Mermaid, where it is one.
    fn mermaid(&self) -> Option<String> {
        None
    }
}

/// Writes `answer` in the form `format` for `screen`.
///
/// # Errors
/// A form that this answer has not.
pub fn render(answer: &impl View, format: Format, screen: Screen) -> Result<String, Error> {
    let refused = |form| Error::NoSuchForm { form, forms: FORMS };
    let text = match format {
        Format::Text | Format::Wide => {
            let mut page = Page::new(screen);
            let write = if format == Format::Wide { View::wide } else { View::text };
            write(answer, &mut page);
            return Ok(page.into_text());
        }
        Format::Json => return json::write(answer),
        Format::Yaml => return yaml::write(answer),
        Format::Name => answer.names().into_iter().flat_map(|name| [name, "\n"]).collect(),
        Format::Csv => csv::write(&answer.grid())?,
        Format::Markdown => answer.markdown(),
        Format::Dot => answer.dot().ok_or_else(|| refused("dot"))?,
        Format::Mermaid => answer.mermaid().ok_or_else(|| refused("mermaid"))?,
    };
    // The text may be a stranger's, and the terminal is never his.
    Ok(visible(&text).into_owned())
}

/// The forms that every answer has.
const FORMS: &str = "text, wide, name, json, yaml, csv or markdown";

/// The number that tells a reader of JSON or YAML which keys to expect: it
/// grows when a key is renamed or removed, not when one is added.
const SCHEMA: u32 = 1;

/// What every JSON and YAML document begins with.
#[derive(Serialize)]
struct Document<'a, A: Serialize> {
    schema: u32,
    #[serde(flatten)]
    answer: &'a A,
}

impl<'a, A: Serialize> Document<'a, A> {
    fn new(answer: &'a A) -> Self {
        Self { schema: SCHEMA, answer }
    }
}
