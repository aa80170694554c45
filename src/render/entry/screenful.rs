//! The page that answers most questions in one screen.

use super::Depth;
use super::rows::{
    command_row, confusion_row, facts, foot_line, head, links, neighbours, own_words, pitfall_row, prose_row,
    watch_row,
};
use crate::entry::{Command, Entry, Kind, Pitfall};
use crate::glossary::Glossary;
use crate::render::page::{Page, paragraphs};
use crate::term::Screen;

/// The lines that a page may take at the usual width: a terminal has 24, and
/// the prompt wants two.
const PAGE_LINES: usize = 22;

/// Below this width nothing would be left of a page of [`PAGE_LINES`] lines, so
/// that it may be as long as it is.
const NARROW: usize = 72;

/// How many warnings, pitfalls, confusions and commands a page shows at the most.
const MOST: usize = 2;

/// A piece of the page.
struct Part {
    text: String,
    rows: usize,
    /// When it goes, if the page is too long: the lowest number first.
    goes: Option<u8>,
}

impl Part {
    fn new(screen: Screen, goes: Option<u8>, write: impl FnOnce(&mut Page)) -> Self {
        let mut page = Page::new(screen);
        write(&mut page);
        Self { rows: page.rows_taken(), text: page.into_text(), goes }
    }
}

/// Writes the page of `entry`, which was asked for as `typed`, in [`PAGE_LINES`]
/// lines at 80 columns.
pub(super) fn screenful(page: &mut Page, glossary: &Glossary, entry: &Entry, typed: Option<&str>) {
    let mut parts = body(page.screen, glossary, entry, typed);
    let mut foot = foot(page.screen, glossary, entry);
    let count = |parts: &[Part]| parts.iter().map(|part| part.rows).sum::<usize>();
    while page.screen.width >= NARROW && count(&parts) + count(&foot) > PAGE_LINES {
        let Some(next) = parts.iter().chain(&foot).filter_map(|part| part.goes).min() else { break };
        parts.retain(|part| part.goes != Some(next));
        foot.retain(|part| part.goes != Some(next));
    }
    if matches!(entry.kind, Kind::Concept | Kind::Standard | Kind::Object | Kind::Organization) {
        let left = PAGE_LINES.saturating_sub(count(&parts) + count(&foot));
        parts.push(Part::new(page.screen, None, |page| explain(page, entry, left)));
    }
    for part in parts.into_iter().chain(foot) {
        page.line_block(&part.text);
    }
}

/// From the title to the relations.
fn body(screen: Screen, glossary: &Glossary, entry: &Entry, typed: Option<&str>) -> Vec<Part> {
    let mut parts = vec![Part::new(screen, None, |page| {
        head(page, glossary, entry, typed);
        page.gap();
        own_words(page, glossary, entry);
        prose_row(page, "Why", &entry.why);
    })];
    for (watch, goes) in entry.watch.iter().take(MOST).zip([None, Some(4)]) {
        parts.push(Part::new(screen, goes, |page| watch_row(page, watch)));
    }
    parts.push(Part::new(screen, None, |page| facts(page, glossary, entry)));
    let pitfalls: &[Pitfall] = entry.object.as_ref().map_or(&[], |object| &object.pitfalls);
    for (pitfall, goes) in pitfalls.iter().take(MOST).zip([None, Some(2)]) {
        parts.push(Part::new(screen, goes, |page| pitfall_row(page, pitfall)));
    }
    parts.push(Part::new(screen, None, |page| neighbours(page, glossary, entry, Depth::Page)));
    for (confused, goes) in entry.relations.confused_with.iter().take(MOST).zip([Some(6), Some(1)]) {
        parts.push(Part::new(screen, goes, |page| confusion_row(page, glossary, confused)));
    }
    parts
}

/// The commands, the documentation and what to type next.
fn foot(screen: Screen, glossary: &Glossary, entry: &Entry) -> Vec<Part> {
    let shown: &[Command] = &entry.commands[..entry.commands.len().min(MOST)];
    let goes = [Some(5), Some(3)];
    let commands = (0..shown.len())
        .map(|number| Part::new(screen, goes[number], |page| command_row(page, shown, number)));
    let rest = Part::new(screen, None, |page| {
        links(page, entry, false);
        foot_line(page, glossary, entry, Depth::Page);
    });
    commands.chain(std::iter::once(rest)).collect()
}

/// As much of how it works as `left` lines hold: the first paragraph of the
/// description, and an example if the whole of it fits.
fn explain(page: &mut Page, entry: &Entry, left: usize) {
    let mut draft = Page::new(page.screen);
    if let Some(first) = paragraphs(&entry.description).next() {
        prose_row(&mut draft, "How", first);
    }
    let how = draft.rows_taken();
    if how <= left {
        page.line_block(&draft.into_text());
    }
    let left = if how <= left { left - how } else { left };
    if let Some(example) = entry.examples.first() {
        let mut draft = Page::new(page.screen);
        prose_row(&mut draft, "Example", &example.title);
        draft.code(&example.text, "          ");
        if draft.rows_taken() <= left {
            page.line_block(&draft.into_text());
        }
    }
}
