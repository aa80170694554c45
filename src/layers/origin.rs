//! What a layer did to an entry, so that a page can say where a line came from.

use std::path::PathBuf;

use serde::Serialize;

use super::place::Owner;

/// What a layer's file does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Change {
    /// It brings an entry that stands in no layer below.
    Adds,
    /// It stands in place of an entry below.
    Replaces,
    /// It changes some keys of an entry below.
    Patches,
}

impl Change {
    /// The word for it on a page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Adds => "adds",
            Self::Replaces => "replaces",
            Self::Patches => "patches",
        }
    }
}

/// One layer's part in an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Origin {
    /// Whose layer it is.
    pub layer: Owner,
    /// The file.
    pub file: PathBuf,
    /// What it does.
    pub change: Change,
    /// The keys that a patch changes; empty when the file says everything.
    pub keys: Vec<String>,
}

/// What a reader takes an entry's word for: whoever changes these says something else of it.
const TOLD: [&str; 4] = ["name", "summary", "why", "description"];

impl Origin {
    /// Whether a patch changes what the entry says of itself, or where it leads.
    #[must_use]
    pub fn retells(&self) -> bool {
        let is_told =
            |key: &String| TOLD.contains(&key.as_str()) || key == "links" || key.starts_with("links.");
        self.change == Change::Patches && self.keys.iter().any(is_told)
    }
}
