//! A page under construction: wrapped paragraphs, labelled rows, tables.

use comfy_table::{ContentArrangement, Table};
use textwrap::{Options, WordSeparator, WordSplitter};

use crate::markup::{Piece, pieces};
use crate::term::{Role, Screen};

/// The column at which the text of labelled rows begins.
pub const LABEL_WIDTH: usize = 10;

/// Below this width a label stands on a line of its own.
const NARROW: usize = 50;

/// Stands for a space at which a line must not be broken.
pub const HARD_SPACE: &str = "\u{a0}";

/// Text being written for a screen.
#[derive(Debug)]
pub struct Page {
    /// What it is written for.
    pub screen: Screen,
    text: String,
}

impl Page {
    /// An empty page.
    #[must_use]
    pub fn new(screen: Screen) -> Self {
        Self { screen, text: String::new() }
    }

    /// What has been written.
    #[must_use]
    pub fn into_text(self) -> String {
        self.text
    }

    /// How many rows of the screen have been written.
    #[must_use]
    pub fn rows_taken(&self) -> usize {
        self.screen.rows(&self.text)
    }

    /// Writes a line as it is; what stands in it was painted or cleaned before.
    pub fn line(&mut self, line: &str) {
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    /// Writes lines that another page of the same screen made.
    pub fn line_block(&mut self, lines: &str) {
        self.text.push_str(lines);
    }

    /// Writes an empty line, unless one was just written or the page is empty.
    pub fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// Writes painted text, wrapped, each line behind `indent`.
    pub fn wrapped(&mut self, painted: &str, indent: &str) {
        self.wrapped_between(painted, indent, indent);
    }

    /// Writes painted text, wrapped: the first line behind `first`, the others behind `indent`.
    pub fn wrapped_between(&mut self, painted: &str, first: &str, indent: &str) {
        let options = Options::new(self.screen.measure())
            .break_words(false)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            .initial_indent(first)
            .subsequent_indent(indent);
        for line in textwrap::wrap(painted, options) {
            self.line(&line.replace(HARD_SPACE, " "));
        }
    }

    /// Writes `label` and painted text beside it, or below it on a narrow screen;
    /// without a label the row goes on with the one above.
    pub fn row(&mut self, label: &str, painted: &str) {
        let styled = self.screen.paint(Role::Label, label);
        if label.is_empty() {
            self.continued(painted);
        } else if self.screen.width < NARROW {
            self.line(&styled);
            self.wrapped(painted, "  ");
        } else {
            let padding = " ".repeat(LABEL_WIDTH.saturating_sub(label.chars().count()).max(1));
            self.wrapped_between(painted, &format!("{styled}{padding}"), &" ".repeat(LABEL_WIDTH));
        }
    }

    /// Writes several painted lines beside one label.
    pub fn rows(&mut self, label: &str, painted: impl IntoIterator<Item = String>) {
        for (number, line) in painted.into_iter().enumerate() {
            if number == 0 {
                self.row(label, &line);
            } else {
                self.continued(&line);
            }
        }
    }

    /// Writes painted text below a row, where its text stands.
    pub fn continued(&mut self, painted: &str) {
        let indent = if self.screen.width < NARROW { "  ".to_owned() } else { " ".repeat(LABEL_WIDTH) };
        self.wrapped(painted, &indent);
    }

    /// Writes painted text below a row, two columns further in.
    pub fn continued_deeper(&mut self, painted: &str) {
        let indent = if self.screen.width < NARROW { 4 } else { LABEL_WIDTH + 2 };
        self.wrapped(painted, &" ".repeat(indent));
    }

    /// The columns that a row with this `label` has for its text.
    #[must_use]
    pub fn row_width(&self, label: &str) -> usize {
        let indent = if self.screen.width < NARROW { 2 } else { LABEL_WIDTH.max(label.chars().count() + 1) };
        self.screen.measure().saturating_sub(indent)
    }

    /// Writes code as it is, indented: it is never wrapped.
    pub fn code(&mut self, code: &str, indent: &str) {
        for line in code.trim_matches('\n').lines() {
            let line = self.screen.clean(line);
            self.line(&format!("{indent}{line}"));
        }
    }

    /// Marked-up text, painted word by word so that wrapping never carries a
    /// style over the end of a line.
    #[must_use]
    pub fn prose(&self, text: &str) -> String {
        self.prose_as(Role::Plain, text)
    }

    /// The same, in which plain words have the style called `role`.
    #[must_use]
    pub fn prose_as(&self, role: Role, text: &str) -> String {
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        pieces(&flat)
            .map(|piece| match piece {
                Piece::Plain(text) | Piece::Emphasis(text) => self.words(role, text),
                // Where nothing else sets it off, its marks do.
                Piece::Code(code) if !self.screen.has_color => self.screen.clean(&format!("`{code}`")),
                Piece::Code(code) => self.words(Role::Code, code),
                Piece::Link(label, _) => self.words(Role::Name, label),
            })
            .collect()
    }

    /// `text` with each word painted by itself.
    #[must_use]
    pub fn words(&self, role: Role, text: &str) -> String {
        text.split(' ').map(|word| self.screen.paint(role, word)).collect::<Vec<_>>().join(" ")
    }

    /// Writes paragraphs of marked-up text, an empty line between them.
    pub fn paragraphs(&mut self, text: &str, indent: &str) {
        for (number, paragraph) in paragraphs(text).enumerate() {
            if number > 0 {
                self.gap();
            }
            let painted = self.prose(paragraph);
            self.wrapped(&painted, indent);
        }
    }

    /// Writes a table without lines, folded to the screen, each line behind `indent`.
    pub fn table(&mut self, header: Option<&[String]>, rows: &[Vec<String>], indent: &str) {
        let mut table = Table::new();
        table.load_style(comfy_table::presets::NOTHING);
        table.set_content_arrangement(ContentArrangement::Dynamic);
        let width = self.screen.width.saturating_sub(indent.len()).max(1);
        table.set_width(u16::try_from(width).unwrap_or(u16::MAX));
        if let Some(header) = header {
            table.set_header(header.iter().map(|name| self.screen.paint(Role::Label, name)));
        }
        for row in rows {
            table.add_row(row);
        }
        for column in table.column_iter_mut() {
            column.set_padding((0, 2));
        }
        for line in table.lines() {
            self.line(&format!("{indent}{line}"));
        }
    }
}

/// The paragraphs of a text: an empty line ends one.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

#[cfg(test)]
mod tests {
    use super::Page;
    use crate::term::{Role, Screen};

    #[test]
    fn rows_hang_and_never_split_a_word() {
        let mut page = Page::new(Screen::plain(60));
        page.row(
            "Docs",
            "https://example.org/a/very/long/address/that/does/not/fit/in/a/line and more words",
        );
        assert_eq!(
            page.into_text(),
            "Docs      https://example.org/a/very/long/address/that/does/not/fit/in/a/line\n          and more words\n"
        );
    }

    #[test]
    fn a_warning_has_its_colour_and_its_code() {
        let page = Page::new(Screen { has_color: true, ..Screen::plain(80) });
        assert_eq!(
            page.prose_as(Role::Warning, "ends, use `x`"),
            "\u{1b}[33mends,\u{1b}[0m \u{1b}[33muse\u{1b}[0m \u{1b}[1mx\u{1b}[0m"
        );
    }

    #[test]
    fn a_narrow_screen_puts_labels_above() {
        let mut page = Page::new(Screen::plain(30));
        page.row("Needs", "Kubernetes and quite some other things");
        assert_eq!(page.into_text(), "Needs\n  Kubernetes and quite some\n  other things\n");
    }
}
