//! Answers as YAML: the same document as in JSON.

use std::io;

use serde::Serialize;

use super::Document;
use crate::error::Error;

/// `answer` as a YAML document.
pub(super) fn write(answer: &impl Serialize) -> Result<String, Error> {
    serde_saphyr::to_string(&Document::new(answer))
        .map_err(|error| Error::Write(io::Error::other(error.to_string())))
}
