//! Answers as YAML: the same document as in JSON.

use std::io;

use serde::Serialize;

use super::{Document, json};
use crate::error::Error;
use crate::markup::is_unsafe;

/// `answer` as a YAML document.
pub(super) fn write(answer: &impl Serialize) -> Result<String, Error> {
    let text = serde_saphyr::to_string(&Document::new(answer))
        .map_err(|error| Error::Write(io::Error::other(error.to_string())))?;
    // How a character is escaped depends on the quotes around it; JSON, which
    // is YAML too, has one way.
    if text.contains(is_unsafe) { json::write(answer) } else { Ok(text) }
}
