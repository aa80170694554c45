//! Data on one line, unfolded: one key a line, indented by depth.

/// The longest text that is unfolded.
const LONGEST: usize = 4 << 20;

/// `text` in flow style as lines, each behind `indent` and two columns for every depth.
pub(super) fn unfold(text: &str, indent: usize) -> String {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut out = String::with_capacity(end + end / 2);
    let mut depth = 0;
    let mut quote = None;
    let mut is_escaped = false;
    let break_line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent + 2 * depth.min(64)));
    };
    for character in text[..end].chars() {
        if let Some(mark) = quote {
            out.push(character);
            if is_escaped {
                is_escaped = false;
            } else if character == '\\' {
                is_escaped = true;
            } else if character == mark {
                quote = None;
            }
            continue;
        }
        match character {
            '"' | '\'' => {
                quote = Some(character);
                out.push(character);
            }
            '{' => {
                depth += 1;
                break_line(&mut out, depth);
                // Every mapping of a list is an item of its own.
                out.push_str("- ");
            }
            '[' => {
                depth += 1;
                break_line(&mut out, depth);
            }
            '}' | ']' => {
                depth = usize::saturating_sub(depth, 1);
                break_line(&mut out, depth);
            }
            ',' => {
                break_line(&mut out, depth + 1);
            }
            ' ' | '\n' | '\r' | '\t' if out.ends_with(' ') || out.is_empty() => {}
            '\n' | '\r' => out.push(' '),
            other => out.push(other),
        }
    }
    out
}
