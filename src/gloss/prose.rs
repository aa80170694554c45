//! A document as stretches of prose and code, each with its place.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};

/// What a stretch of a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Running text.
    Prose,
    /// Marked as code within running text.
    Code,
    /// A block of code, where ordinary words are not words.
    Block,
    /// The text of a link.
    Link,
}

/// A stretch of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its bytes in the document.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) sort: Sort,
    /// Which paragraph it belongs to.
    pub(super) paragraph: usize,
}

/// The stretches of `text`: of a Markdown document, or of plain text, whose
/// paragraphs are parted by empty lines.
pub(super) fn stretches(text: &str, is_markdown: bool) -> Vec<Stretch> {
    if is_markdown { of_markdown(text) } else { of_plain(text) }
}

fn of_plain(text: &str) -> Vec<Stretch> {
    let mut start = 0;
    let mut stretches = Vec::new();
    for (paragraph, part) in text.split("\n\n").enumerate() {
        stretches.push(Stretch { range: start..start + part.len(), sort: Sort::Prose, paragraph });
        start += part.len() + 2;
    }
    stretches
}

fn of_markdown(text: &str) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let (mut paragraph, mut sort) = (0, Sort::Prose);
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => sort = Sort::Block,
            Event::Start(Tag::Link { .. }) => sort = Sort::Link,
            Event::End(TagEnd::CodeBlock | TagEnd::Link) => sort = Sort::Prose,
            Event::Start(
                Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableRow | Tag::TableHead,
            ) => {
                paragraph += 1;
            }
            Event::Text(_) => push(&mut stretches, Stretch { range, sort, paragraph }),
            Event::Code(_) => stretches.push(Stretch { range, sort: Sort::Code, paragraph }),
            _ => {}
        }
    }
    stretches
}

/// Joins a stretch to the one before where only the end of a line parts them, so
/// that a name may run over it.
fn push(stretches: &mut Vec<Stretch>, new: Stretch) {
    match stretches.last_mut() {
        Some(last)
            if last.sort == new.sort
                && last.paragraph == new.paragraph
                && new.range.start >= last.range.end
                && new.range.start - last.range.end <= 2 =>
        {
            last.range.end = new.range.end;
        }
        _ => stretches.push(new),
    }
}

#[cfg(test)]
mod tests {
    use super::{Sort, stretches};

    #[test]
    fn markdown_is_taken_apart() {
        let text = "Run `helm` on\nkind, see [Flux](https://fluxcd.io).\n\n```yaml\nkind: Pod\n```\n";
        let found: Vec<(&str, Sort)> =
            stretches(text, true).into_iter().map(|s| (&text[s.range], s.sort)).collect();
        let expected = [
            ("Run ", Sort::Prose),
            ("`helm`", Sort::Code),
            (" on\nkind, see ", Sort::Prose),
            ("Flux", Sort::Link),
            (".", Sort::Prose),
            ("kind: Pod\n", Sort::Block),
        ];
        assert_eq!(found, expected);
    }
}
