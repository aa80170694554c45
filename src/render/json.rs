//! Answers as JSON: one document, indented, with a newline at its end.

use std::io;

use serde::Serialize;

use super::Document;
use crate::error::Error;

/// `answer` as a JSON document.
pub(super) fn write(answer: &impl Serialize) -> Result<String, Error> {
    let mut text = serde_json::to_string_pretty(&Document::new(answer))
        .map_err(io::Error::from)
        .map_err(Error::Write)?;
    text.push('\n');
    Ok(text)
}
