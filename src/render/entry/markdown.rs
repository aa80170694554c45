//! An entry as a page of Markdown.

use super::category_name;
use super::rows::{capitalised, origin_text};
use crate::compare::standing;
use crate::entry::Entry;
use crate::glossary::Glossary;
use crate::markup::{Piece, pieces};
use crate::relation::Relation;
use crate::render::page::{Page, paragraphs};
use crate::term::Screen;

/// An entry as a page of Markdown.
pub(super) fn page(glossary: &Glossary, entry: &Entry) -> String {
    let mut page = Page::new(Screen::plain(usize::MAX >> 1));
    page.line(&format!("# {}", entry.name));
    page.gap();
    page.line(&entry.summary);
    page.gap();
    page.line(&format!("- Category: {}, {}", category_name(glossary, entry), entry.kind.as_str()));
    let standing = standing(entry);
    if !standing.is_empty() {
        page.line(&format!("- Status: {standing}"));
    }
    for origin in glossary.origins(entry) {
        page.line(&format!("- Layer: {}", origin_text(origin)));
    }
    for watch in entry.watch.iter() {
        page.line(&format!("- Watch: {} ({}, <{}>)", watch.text, watch.as_of, watch.source));
    }
    let alternatives = glossary.related(entry, Relation::Alternatives);
    if !alternatives.is_empty() {
        let names: Vec<&str> = alternatives.iter().map(|entry| &*entry.name).collect();
        page.line(&format!("- Instead: {}", names.join(", ")));
    }
    for link in [&entry.links.home, &entry.links.docs, &entry.links.repo].into_iter().flatten() {
        page.line(&format!("- <{link}>"));
    }
    for paragraph in paragraphs(&entry.description) {
        page.gap();
        let text: String = pieces(paragraph)
            .map(|piece| match piece {
                Piece::Plain(text) => text.split('\n').collect::<Vec<_>>().join(" "),
                Piece::Code(code) => format!("`{code}`"),
                Piece::Emphasis(words) => format!("*{words}*"),
                Piece::Link(label, _) => label.to_owned(),
            })
            .collect();
        page.line(&text);
    }
    for example in entry.examples.iter() {
        page.gap();
        page.line(&format!("{}:", capitalised(&example.title)));
        page.gap();
        page.line(&format!("```{}", example.language));
        page.code(&example.text, "");
        page.line("```");
    }
    page.into_text()
}
