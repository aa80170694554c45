//! Reads a folder of glossary files into entries and categories, and keeps
//! each file's text so that whatever is found wrong later can be shown in place.

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::check::finding::Finding;
use crate::entry::{Category, Entry, Group};

/// A file together with what it says.
#[derive(Debug)]
pub struct Parsed<T> {
    /// Where it was read.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// What it says.
    pub value: T,
}

/// All that a glossary folder says, and what could not be read.
#[derive(Debug, Default)]
pub struct Source {
    /// Every group, in the order written.
    pub groups: Vec<Group>,
    /// Every category, by id.
    pub categories: Vec<Parsed<Category>>,
    /// Every entry, by id.
    pub entries: Vec<Parsed<Entry>>,
    /// Files that could not be read or understood.
    pub findings: Vec<Finding>,
}

/// The file that describes a category.
pub const CATEGORY_FILE: &str = "_category.toml";

/// The file that names the groups.
pub const GROUPS_FILE: &str = "_groups.toml";

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Groups {
    groups: Vec<Group>,
}

/// Reads `folder`: one sub-folder for each category, one `.toml` file for each entry.
///
/// Reading goes on after a wrong file, which becomes a finding.
#[must_use]
pub fn read(folder: &Path) -> Source {
    let mut source = Source::default();
    let groups = folder.join(GROUPS_FILE);
    if groups.exists() {
        match parse::<Groups>(&groups) {
            Ok(parsed) => source.groups = parsed.value.groups,
            Err(finding) => source.findings.push(finding),
        }
    }
    for directory in list(folder, &mut source.findings) {
        if directory.is_dir() {
            read_category(&directory, &mut source);
        }
    }
    source.entries.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    source
}

fn read_category(directory: &Path, source: &mut Source) {
    let category = stem(directory);
    for path in list(directory, &mut source.findings) {
        if path.extension().is_none_or(|extension| extension != "toml") {
            continue;
        }
        if path.ends_with(CATEGORY_FILE) {
            match parse::<Category>(&path) {
                Ok(mut parsed) => {
                    parsed.value.id = category.clone().into();
                    source.categories.push(parsed);
                }
                Err(finding) => source.findings.push(finding),
            }
        } else {
            match parse::<Entry>(&path) {
                Ok(mut parsed) => {
                    parsed.value.id = stem(&path).into();
                    parsed.value.category = category.clone().into();
                    source.entries.push(parsed);
                }
                Err(finding) => source.findings.push(finding),
            }
        }
    }
}

/// The paths in `folder`, sorted, so that the order never depends on the disk.
fn list(folder: &Path, findings: &mut Vec<Finding>) -> Vec<PathBuf> {
    match fs::read_dir(folder).and_then(|items| items.map(|item| item.map(|item| item.path())).collect()) {
        Ok(paths) => {
            let mut paths: Vec<PathBuf> = paths;
            paths.sort();
            paths
        }
        Err(error) => {
            findings.push(Finding::error(folder, "", 0, "unreadable", error.to_string()));
            Vec::new()
        }
    }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Reads and understands one file.
fn parse<T: DeserializeOwned>(path: &Path) -> Result<Parsed<T>, Finding> {
    let text = fs::read_to_string(path)
        .map_err(|error| Finding::error(path, "", 0, "unreadable", error.to_string()))?;
    match toml::from_str(&text) {
        Ok(value) => Ok(Parsed { path: path.to_owned(), text, value }),
        Err(error) => {
            let offset = error.span().map_or(0, |span| span.start);
            Err(Finding::error(path, &text, offset, "toml", one_line(error.message())))
        }
    }
}

/// A parser's message as one sentence on one line.
fn one_line(message: &str) -> String {
    message.split_whitespace().collect::<Vec<_>>().join(" ")
}
