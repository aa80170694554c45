//! Terms in notes: `**Term** - definition`, bold words in a sentence,
//! definition lists, tables of two columns, headings with a paragraph.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::Definition;
use super::columns::Columns;
use crate::line_number::Lines;

/// What stands between a term and its definition.
const SEPARATORS: [char; 5] = ['-', ':', '=', '\u{2013}', '\u{2014}'];

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
    bold: Vec<Bold>,
    cells: Vec<String>,
    columns: Columns,
    /// A term that the next paragraph defines.
    waiting: Option<(usize, String)>,
}

/// Bold words.
struct Bold {
    line: usize,
    /// Where they stand in the text of the block.
    range: Range<usize>,
}

impl Reading {
    fn take(&mut self, event: Event<'_>, line: usize) {
        match event {
            Event::Start(Tag::Paragraph | Tag::Item | Tag::Heading { .. } | Tag::DefinitionListTitle) => {
                self.end_block();
                self.line = line;
            }
            Event::Start(Tag::TableCell | Tag::DefinitionListDefinition | Tag::CodeBlock(_)) => {
                self.end_block();
            }
            Event::Start(Tag::TableRow) => self.line = line,
            Event::Start(Tag::Strong) => {
                let at = self.text.len();
                self.bold.push(Bold { line, range: at..at });
            }
            Event::End(TagEnd::Strong) => {
                let end = self.text.len();
                if let Some(bold) = self.bold.last_mut() {
                    bold.range.end = end;
                }
            }
            Event::Text(text) | Event::Code(text) => self.text.push_str(&text),
            // The ends of lines tell where the next definition begins.
            Event::SoftBreak | Event::HardBreak => self.text.push('\n'),
            Event::End(TagEnd::Heading(_) | TagEnd::DefinitionListTitle) => {
                let (term, _) = self.block();
                self.waiting = is_term(&term).then(|| (self.line, plain(&term)));
            }
            Event::End(TagEnd::DefinitionListDefinition) => {
                let (text, _) = self.block();
                self.define(&text);
            }
            Event::End(TagEnd::TableCell) => {
                let (cell, _) = self.block();
                self.cells.push(plain(&cell));
            }
            Event::End(TagEnd::TableHead) => {
                let header = std::mem::take(&mut self.cells);
                self.columns = Columns::named(&header).unwrap_or_default();
            }
            Event::End(TagEnd::TableRow) => self.end_row(),
            Event::End(TagEnd::Paragraph | TagEnd::Item) => self.end_block(),
            Event::End(TagEnd::CodeBlock) => drop(self.block()),
            _ => {}
        }
    }

    /// What has been read of the block, with its bold words; the next begins empty.
    fn block(&mut self) -> (String, Vec<Bold>) {
        (std::mem::take(&mut self.text), std::mem::take(&mut self.bold))
    }

    /// Gives `text` to the term that waits for it.
    fn define(&mut self, text: &str) {
        if let Some((line, term)) = self.waiting.take() {
            self.found.push(Definition { line, term, text: plain(text) });
        }
    }

    fn end_row(&mut self) {
        let cells = std::mem::take(&mut self.cells);
        let cell = |at: usize| cells.get(at).cloned().unwrap_or_default();
        let (term, text) = (cell(self.columns.term), cell(self.columns.definition));
        if cells.len() > 1 && is_term(&term) {
            self.found.push(Definition { line: self.line, term, text });
        }
    }

    /// Ends a paragraph or an item of a list.
    fn end_block(&mut self) {
        let (text, mut bold) = self.block();
        if text.trim().is_empty() {
            return;
        }
        bold.retain(|bold| is_term(&text[bold.range.clone()]));
        if bold.is_empty() {
            self.define(&text);
            return;
        }
        // A heading over bold terms is the name of a list.
        self.waiting = None;
        let begins = |range: &Range<usize>| begins_definition(&text, range);
        let starts: Vec<usize> = bold
            .iter()
            .map(|bold| &bold.range)
            .filter(|range| begins(range))
            .map(|range| range.start)
            .collect();
        for Bold { line, range } in bold {
            // A definition ends where the next one begins.
            let end = starts.iter().copied().find(|start| *start > range.start).unwrap_or(text.len());
            let start = starts.iter().copied().rfind(|start| *start <= range.start).unwrap_or_default();
            let definition = if start == range.start && begins(&range) {
                let is_between = |c: char| c.is_whitespace() || c == ',' || SEPARATORS.contains(&c);
                text[range.end..end].trim_start_matches(is_between)
            } else {
                sentence_around(&text[start..end], range.start - start)
            };
            let term = plain(text[range].trim_end_matches(':'));
            self.found.push(Definition { line, term, text: plain(definition) });
        }
    }
}

/// Whether the bold words at `range` begin a definition: those that `text`
/// begins with do, and at the beginning of another line those that a
/// separator follows, since a sentence may be broken anywhere.
fn begins_definition(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].trim_end_matches([' ', '\t']);
    let is_separated =
        || text[range.end..].trim_start().starts_with(SEPARATORS) || text[range.clone()].ends_with(':');
    before.trim().is_empty() || before.ends_with('\n') && is_separated()
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
    let is_end = |(stop, _): &(usize, &str)| text[stop + 1..].starts_with(char::is_whitespace);
    let start = text[..at].rmatch_indices('.').find(is_end).map_or(0, |(stop, _)| stop + 1);
    let end = text[at..].match_indices('.').map(|(stop, dot)| (at + stop, dot)).find(is_end);
    &text[start..end.map_or(text.len(), |(stop, _)| stop + 1)]
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
    fn each_line_that_begins_with_a_term_defines_it() {
        let notes =
            "**Crane** - our build service\n**Winch** \u{2013} lifts\nwhat is heavy\n**Hoist:** tool\n";
        assert_eq!(
            terms(notes),
            [
                one(1, "Crane", "our build service"),
                one(2, "Winch", "lifts what is heavy"),
                one(4, "Hoist", "tool"),
            ]
        );
        // A sentence that is broken before a term goes on.
        assert_eq!(
            terms("They left us.\nNow we use the\n**Crane** for all.\nOf it."),
            [one(3, "Crane", "Now we use the Crane for all.")]
        );
    }

    #[test]
    fn what_is_below_a_term_in_a_list_ends_its_definition() {
        for below in ["```\n  x\n  ```\n  hi", "| a | b |\n  | - | - |\n  | c | d |", "- e"] {
            let notes = format!("- **Gantry** - our deployer\n  {below}\n");
            assert_eq!(terms(&notes)[0], one(1, "Gantry", "our deployer"), "{notes}");
        }
    }

    #[test]
    fn a_header_names_the_columns_of_a_table() {
        let table = "| Owner | Meaning | Acronym |\n| - | - | - |\n| me | Gantry | **GTY** |\n";
        assert_eq!(terms(table), [one(3, "GTY", "Gantry")]);
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
