//! Reading Markdown, and the HTML within it.

use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::reading::{Reading, Sort};

/// How a block of commands is marked.
const SHELLS: [&str; 8] = ["sh", "bash", "zsh", "fish", "shell", "console", "shell-session", "shellsession"];

/// Adds the words of the Markdown `text` to `reading`.
pub(super) fn read(text: &str, reading: &mut Reading) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
        | Options::ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS;
    // Of the block, and of the link in it.
    let (mut outer, mut sort) = (Sort::Prose, Sort::Prose);
    let mut is_address = false;
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                reading.begin_paragraph();
                (outer, sort) = (Sort::Heading, Sort::Heading);
            }
            Event::Start(Tag::CodeBlock(kind)) => {
                reading.begin_paragraph();
                sort = if is_shell(&kind) { Sort::Shell } else { Sort::Block };
            }
            Event::Start(Tag::MetadataBlock(_)) => {
                reading.begin_paragraph();
                sort = Sort::Block;
            }
            Event::End(TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::MetadataBlock(_)) => {
                (outer, sort) = (Sort::Prose, Sort::Prose);
                reading.begin_paragraph();
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                is_address = matches!(link_type, LinkType::Autolink | LinkType::Email);
                sort = Sort::Link(dest_url.into_string());
            }
            Event::End(TagEnd::Link) => {
                is_address = false;
                sort = outer.clone();
            }
            Event::Start(Tag::HtmlBlock) => read_html(text, range.start, range.end, reading),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::TableRow | Tag::TableHead)
            | Event::End(TagEnd::Item | TagEnd::Table) => reading.begin_paragraph(),
            Event::Start(Tag::TableCell) => reading.begin_line(),
            Event::Text(_) if is_address => {}
            Event::Text(code) if matches!(sort, Sort::Block | Sort::Shell) => {
                reading.write_code(&code, range.start, sort.clone());
            }
            Event::Text(words) => reading.write_words(&words, range.start, &sort),
            Event::Code(code) => reading.write_code(&code, range.start + 1, Sort::Code),
            Event::SoftBreak | Event::HardBreak => reading.space(),
            Event::InlineHtml(tag) if tag.starts_with("<br") => reading.space(),
            _ => {}
        }
    }
}

fn is_shell(kind: &CodeBlockKind<'_>) -> bool {
    match kind {
        CodeBlockKind::Fenced(info) => {
            let language = info.split([' ', ',', '{']).next().unwrap_or_default();
            SHELLS.iter().any(|shell| language.eq_ignore_ascii_case(shell))
        }
        CodeBlockKind::Indented => false,
    }
}

/// Tags within running text; every other one ends it.
const INLINE: [&str; 12] =
    ["a", "abbr", "b", "code", "em", "i", "kbd", "mark", "small", "span", "strong", "u"];

/// What is not for readers, with where it ends.
const HIDDEN: [(&str, &str); 3] = [("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>")];

/// Adds the words between the tags of the HTML from byte `start` to `end` of `text`.
fn read_html(text: &str, start: usize, end: usize, reading: &mut Reading) {
    reading.begin_paragraph();
    let mut at = start;
    while let Some(tag) = text[at..end].find('<').map(|found| at + found) {
        reading.write_words(&text[at..tag], at, &Sort::Prose);
        let rest = &text[tag..end];
        let close = HIDDEN.iter().find(|(open, _)| begins_with(rest, open)).map_or(">", |(_, close)| close);
        let Some(length) = find_ignoring_case(rest, close) else { return };
        let name = rest[1..].trim_start_matches('/').split(|c: char| !c.is_ascii_alphanumeric()).next();
        if !name.is_some_and(|name| INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline))) {
            reading.begin_paragraph();
        }
        at = tag + length + close.len();
    }
    reading.write_words(&text[at..end], at, &Sort::Prose);
}

fn begins_with(text: &str, start: &str) -> bool {
    text.as_bytes().get(..start.len()).is_some_and(|found| found.eq_ignore_ascii_case(start.as_bytes()))
}

fn find_ignoring_case(text: &str, part: &str) -> Option<usize> {
    text.as_bytes().windows(part.len()).position(|found| found.eq_ignore_ascii_case(part.as_bytes()))
}
