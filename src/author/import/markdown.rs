//! Terms in notes: `**Term** - definition`, bold words in a sentence,
//! definition lists, tables of two columns, headings with a paragraph.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Definition;
use crate::line_number::Lines;

/// What may stand between a term and its definition.
const SEPARATORS: [char; 7] = ['-', ':', '=', ',', '\u{2013}', '\u{2014}', ' '];

/// The longest term, in words: longer bold text is emphasis.
const LONGEST: usize = 6;

/// The terms that `text` defines, in its order.
pub(super) fn definitions(text: &str) -> Vec<Definition> {
    let options = Options::ENABLE_TABLES | Options::ENABLE_DEFINITION_LIST;
    let mut reading = Reading::default();
    let mut lines = Lines::new(text);
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        reading.take(event, lines.line(range.start));
    }
    reading.end_block();
    reading.found
}

/// A block being read: its text, and the bold words with their place in it.
#[derive(Default)]
struct Reading {
    found: Vec<Definition>,
    line: usize,
    text: String,
    bold: Vec<std::ops::Range<usize>>,
    cells: Vec<String>,
    is_header: bool,
    /// A term that the next paragraph defines.
    waiting: Option<(usize, String)>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>, line: usize) {
        match event {
            Event::Start(Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::DefinitionListTitle) => {
                self.end_block();
                self.line = line;
            }
            Event::Start(Tag::TableHead) => self.is_header = true,
            Event::Start(Tag::TableRow) => self.line = line,
            Event::Start(Tag::TableCell | Tag::DefinitionListDefinition | Tag::CodeBlock(_)) => {
                self.text.clear();
            }
            Event::Start(Tag::Strong) => self.bold.push(self.text.len()..self.text.len()),
            Event::End(TagEnd::Strong) => {
                let end = self.text.len();
                if let Some(bold) = self.bold.last_mut() {
                    bold.end = end;
                }
            }
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            Event::SoftBreak | Event::HardBreak => self.text.push(' '),
            Event::End(TagEnd::Heading(_) | TagEnd::DefinitionListTitle) => {
                let term = std::mem::take(&mut self.text);
                self.bold.clear();
                self.waiting = is_term(&term).then(|| (self.line, plain(&term)));
            }
            Event::End(TagEnd::DefinitionListDefinition) => {
                let text = std::mem::take(&mut self.text);
                self.bold.clear();
                self.define(&text);
            }
            Event::End(TagEnd::TableCell) => self.cells.push(std::mem::take(&mut self.text)),
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => self.end_row(),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => self.end_block(),
            Event::End(TagEnd::CodeBlock) => self.text.clear(),
            _ => {}
        }
    }

    /// Gives `text` to the term that waits for it.
    fn define(&mut self, text: &str) {
        if let Some((line, term)) = self.waiting.take() {
            self.found.push(Definition { line, term, text: plain(text) });
        }
    }

    fn end_row(&mut self) {
        self.bold.clear();
        let cells = std::mem::take(&mut self.cells);
        let is_header = std::mem::take(&mut self.is_header);
        if let (false, [term, text, ..]) = (is_header, &cells[..])
            && is_term(term)
        {
            self.found.push(Definition { line: self.line, term: plain(term), text: plain(text) });
        }
    }

    /// Ends a paragraph or an item of a list.
    fn end_block(&mut self) {
        let text = std::mem::take(&mut self.text);
        let bold = std::mem::take(&mut self.bold);
        if text.trim().is_empty() {
            return;
        }
        let terms: Vec<_> = bold.into_iter().filter(|range| is_term(&text[range.clone()])).collect();
        if terms.is_empty() {
            self.define(&text);
            return;
        }
        // A heading over bold terms is the name of a list.
        self.waiting = None;
        for range in terms {
            let term = plain(text[range.clone()].trim_end_matches(':'));
            let is_first = text[..range.start].trim().is_empty();
            let definition = if is_first {
                text[range.end..].trim_start_matches(SEPARATORS)
            } else {
                sentence_around(&text, range.start)
            };
            self.found.push(Definition { line: self.line, term, text: plain(definition) });
        }
    }
}

/// Whether `text` can be a term rather than an emphasis.
fn is_term(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (1..=LONGEST).contains(&words)
        && text.chars().any(char::is_alphanumeric)
        && !text.trim().ends_with(['!', '?'])
}

/// The sentence in which byte `at` of `text` stands.
fn sentence_around(text: &str, at: usize) -> &str {
    let start = text[..at].rfind(". ").map_or(0, |end| end + 2);
    let end = text[at..].find(". ").map_or(text.len(), |end| at + end + 1);
    &text[start..end]
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::definitions;

    fn terms(text: &str) -> Vec<(usize, String, String)> {
        definitions(text).into_iter().map(|found| (found.line, found.term, found.text)).collect()
    }

    fn one(line: usize, term: &str, text: &str) -> (usize, String, String) {
        (line, term.to_owned(), text.to_owned())
    }

    #[test]
    fn bold_terms_with_a_dash_or_in_a_sentence() {
        let notes = "# Day one\n\n**Gantry** - our deployer.\n\n- **Crane**: lifts\n  charts\n- they said **Winch Operator** is new. More.\n";
        assert_eq!(
            terms(notes),
            [
                one(3, "Gantry", "our deployer."),
                one(5, "Crane", "lifts charts"),
                one(7, "Winch Operator", "they said Winch Operator is new."),
            ]
        );
        assert_eq!(terms("This is **really very important and not a term at all**, or **wow!**"), []);
    }

    #[test]
    fn definition_lists_tables_and_headings() {
        assert_eq!(terms("Gantry\n: Our deployer.\n"), [one(1, "Gantry", "Our deployer.")]);
        let table = "| Term | Meaning |\n| --- | --- |\n| `GTY` | Gantry, short |\n";
        assert_eq!(terms(table), [one(3, "GTY", "Gantry, short")]);
        assert_eq!(
            terms("## Gantry\n\nOur deployer.\n\nMore.\n\n## Empty\n"),
            [one(1, "Gantry", "Our deployer.")]
        );
    }
}
