//! Answers as JSON: one document, indented, with a newline at its end.

use std::fmt::Write;
use std::io;

use serde::Serialize;

use super::Document;
use crate::error::Error;
use crate::markup::is_unsafe;

/// `answer` as a JSON document.
pub(super) fn write(answer: &impl Serialize) -> Result<String, Error> {
    let mut text = serde_json::to_string_pretty(&Document::new(answer))
        .map_err(io::Error::from)
        .map_err(Error::Write)?;
    text.push('\n');
    Ok(escaped(text))
}

/// `text`, which is JSON, with every unsafe character escaped: they stand in strings alone.
fn escaped(text: String) -> String {
    if !text.contains(is_unsafe) {
        return text;
    }
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if is_unsafe(character) {
            let _ = write!(escaped, "\\u{:04x}", u32::from(character));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_json_lets_through_is_escaped() {
        let text = "{\"a\": \"x\u{9b}2J\u{202e}y\u{7f}\"}\n";
        let safe = escaped(text.to_owned());
        assert_eq!(safe, "{\"a\": \"x\\u009b2J\\u202ey\\u007f\"}\n");
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("it is JSON");
        assert_eq!(read(&safe), read(text));
    }
}
