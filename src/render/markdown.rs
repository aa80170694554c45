//! Pieces of Markdown, in which a text stays the text that it is: no HTML, no
//! link, no emphasis of a stranger's.

use std::fmt::Write;

use super::Grid;
use crate::markup::{Piece, is_web, pieces};

/// `grid` as a Markdown table.
pub(super) fn table(grid: &Grid) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = line(&grid.header);
    let _ = writeln!(text, "|{}", " --- |".repeat(grid.header.len()));
    for row in &grid.rows {
        text.push_str(&line(row));
    }
    text
}

/// Text that cannot end a cell or a row.
fn cell(text: &str) -> String {
    if is_web(text) && !text.contains(char::is_whitespace) {
        link(text)
    } else {
        prose(text).replace('|', "\\|")
    }
}

/// `text` without what Markdown would read as more than text.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '*' | '_' | '[' | ']' | '<' | '`' | '\\' | '~' => plain.extend(['\\', character]),
            character if character.is_control() => plain.push(' '),
            character => plain.push(character),
        }
    }
    plain
}

/// A text of the glossary on one line: `code` stays code, and of a link to
/// another entry its words are left.
pub(super) fn prose(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut prose = String::with_capacity(flat.len());
    for piece in pieces(&flat) {
        match piece {
            // Two runs of backticks would become one that nothing closes.
            Piece::Code(_) if prose.ends_with('`') => prose.push(' '),
            _ => {}
        }
        match piece {
            Piece::Code("") => prose.push_str("\\`\\`"),
            Piece::Code(text) => prose.push_str(&code(text)),
            Piece::Emphasis(words) => {
                let _ = write!(prose, "*{}*", plain(words));
            }
            Piece::Plain(words) | Piece::Link(words, _) => prose.push_str(&plain(words)),
        }
    }
    prose
}

/// A text of the glossary on lines of its own, which begin neither a heading
/// nor a list nor a quotation.
pub(super) fn paragraph(text: &str) -> String {
    let text = prose(text);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let at = if text.starts_with(['#', '>', '+', '-', '=']) {
        0
    } else if digits > 0 && text[digits..].starts_with(['.', ')']) {
        digits
    } else {
        return text;
    };
    format!("{}\\{}", &text[..at], &text[at..])
}

/// `text` as code, whatever stands in it.
pub(super) fn code(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    let fence = if text.contains('`') { "``" } else { "`" };
    format!("{fence}{text}{fence}")
}

/// An address of the web as a link, anything else as text.
pub(super) fn link(text: &str) -> String {
    if is_web(text) { format!("<{}>", address(text)) } else { plain(text) }
}

/// `words` that lead to `target`.
pub(super) fn linked(words: &str, target: &str) -> String {
    if is_web(target) { format!("[{}]({})", plain(words), address(target)) } else { plain(words) }
}

/// An address with what would end the link written as its number.
fn address(text: &str) -> String {
    let mut address = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_whitespace() || character.is_control() || "<>()|\"\\`".contains(character) {
            let mut bytes = [0; 4];
            for byte in character.encode_utf8(&mut bytes).bytes() {
                let _ = write!(address, "%{byte:02X}");
            }
        } else {
            address.push(character);
        }
    }
    address
}

/// A block of code, which nothing in `text` ends.
pub(super) fn block(language: &str, text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(3.max(longest + 1));
    let language: String =
        language.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-')).collect();
    let lines = text.trim_matches('\n').lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    format!("{fence}{language}\n{lines}\n{fence}\n")
}

#[cfg(test)]
mod tests {
    use super::{Grid, block, code, link, linked, paragraph, plain, prose, table};

    #[test]
    fn a_bar_in_a_cell_is_escaped() {
        let grid = Grid { header: vec!["a".into()], rows: vec![vec!["x | y\nz".into()]] };
        assert_eq!(table(&grid), "| a |\n| --- |\n| x \\| y z |\n");
    }

    #[test]
    fn a_strangers_text_stays_text() {
        assert_eq!(
            plain("<img src=x onerror=alert(1)> [a](javascript:b)\n*c*"),
            "\\<img src=x onerror=alert(1)> \\[a\\](javascript:b) \\*c\\*"
        );
        assert_eq!(paragraph("# no heading"), "\\# no heading");
        assert_eq!(paragraph("12. no list"), "12\\. no list");
        assert_eq!(paragraph("1.2 and more"), "1\\.2 and more");
        assert_eq!(prose("a `b_c`\n[Helm](helm) d_e"), "a `b_c` Helm d\\_e");
        assert_eq!(prose("`<b>````<i>`"), "`<b>` \\`\\` `<i>`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(block("sh\n", "a\n```\n<b>"), "````sh\na\n```\n<b>\n````\n");
    }

    #[test]
    fn only_the_web_is_linked_and_no_address_ends_early() {
        assert_eq!(link("https://x/a_b> <script>"), "<https://x/a_b%3E%20%3Cscript%3E>");
        assert_eq!(link("javascript:x"), "javascript:x");
        assert_eq!(linked("[x]", "https://x/a(b)"), "[\\[x\\]](https://x/a%28b%29)");
        assert_eq!(linked("x", "file:///etc"), "x");
    }
}
