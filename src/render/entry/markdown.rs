//! An entry as a page of Markdown.

use super::category_name;
use super::rows::{capitalised, origin_text};
use crate::compare::standing;
use crate::entry::Entry;
use crate::glossary::Glossary;
use crate::relation::Relation;
use crate::render::markdown::{block, link, paragraph, plain, prose};
use crate::render::page::{Page, paragraphs};
use crate::term::Screen;

/// An entry as a page of Markdown.
pub(super) fn page(glossary: &Glossary, entry: &Entry) -> String {
    let mut page = Page::new(Screen::plain(usize::MAX >> 1));
    page.line(&format!("# {}", plain(&entry.name)));
    page.gap();
    page.line(&paragraph(&entry.summary));
    page.gap();
    page.line(&format!("- Category: {}, {}", plain(category_name(glossary, entry)), entry.kind.as_str()));
    let standing = standing(entry);
    if !standing.is_empty() {
        page.line(&format!("- Status: {standing}"));
    }
    for origin in glossary.origins(entry) {
        page.line(&format!("- Layer: {}", plain(&origin_text(origin))));
    }
    for watch in entry.watch.iter() {
        page.line(&format!("- Watch: {} ({}, {})", prose(&watch.text), watch.as_of, link(&watch.source)));
    }
    let alternatives = glossary.related(entry, Relation::Alternatives);
    if !alternatives.is_empty() {
        let names: Vec<String> = alternatives.iter().map(|entry| plain(&entry.name)).collect();
        page.line(&format!("- Instead: {}", names.join(", ")));
    }
    for address in [&entry.links.home, &entry.links.docs, &entry.links.repo].into_iter().flatten() {
        page.line(&format!("- {}", link(address)));
    }
    for text in paragraphs(&entry.description) {
        page.gap();
        page.line(&paragraph(text));
    }
    for example in entry.examples.iter() {
        page.gap();
        page.line(&format!("{}:", prose(&capitalised(&example.title))));
        page.gap();
        page.line_block(&block(&example.language, &example.text));
    }
    page.into_text()
}
