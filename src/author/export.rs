//! The glossary as files, for a layer to start from.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::write;
use crate::entry::{Entry, Group};
use crate::error::Error;
use crate::glossary::Glossary;
use crate::source::document::document;
use crate::source::{CATEGORY_FILE, ENTRY_ENDING, GROUPS_FILE};

/// What was written.
#[derive(Clone, Debug, Serialize)]
pub struct Exported {
    /// The folder.
    pub folder: String,
    /// How many files.
    pub files: usize,
    /// The ids of the entries.
    pub entries: Vec<String>,
}

/// Writes the entries of `categories`, or all, below `folder`.
///
/// # Errors
/// When a file is there already and not to be replaced (then nothing is
/// written), or cannot be written.
pub fn export(
    glossary: &Glossary,
    folder: &Path,
    categories: Option<&[&str]>,
    replaces: bool,
) -> Result<Exported, Error> {
    let is_wanted = |id: &str| categories.is_none_or(|categories| categories.contains(&id));
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    if categories.is_none() {
        files.push((folder.join(GROUPS_FILE), groups(glossary.groups())?));
    }
    for category in glossary.categories().iter().filter(|category| is_wanted(&category.id)) {
        files.push((folder.join(&*category.id).join(CATEGORY_FILE), written(category)?));
    }
    let entries: Vec<&Entry> = glossary.entries().filter(|entry| is_wanted(&entry.category)).collect();
    for entry in &entries {
        let name = format!("{}{ENTRY_ENDING}", entry.id);
        files.push((folder.join(&*entry.category).join(name), written(*entry)?));
    }
    let there: Vec<&PathBuf> = files.iter().map(|(path, _)| path).filter(|path| path.exists()).collect();
    if let (Some(first), false) = (there.first(), replaces) {
        return Err(Error::usage(
            format!("{} of the files are there already, such as {}", there.len(), first.display()),
            "--force replaces them; nothing was written",
        ));
    }
    for (path, text) in &files {
        write(path, text, replaces)?;
    }
    let entries = entries.iter().map(|entry| entry.id.to_string()).collect();
    Ok(Exported { folder: folder.display().to_string(), files: files.len(), entries })
}

fn groups(groups: &[Group]) -> Result<String, Error> {
    #[derive(Serialize)]
    struct Groups<'g> {
        groups: &'g [Group],
    }
    pretty(&Groups { groups })
}

/// `value` as its file would say it.
pub(super) fn written<T: Serialize>(value: &T) -> Result<String, Error> {
    pretty(&document(value))
}

fn pretty<T: Serialize>(value: &T) -> Result<String, Error> {
    toml::to_string_pretty(value)
        .map_err(|error| Error::Write(std::io::Error::other(format!("no TOML could be made of it: {error}"))))
}
