//! Reads a folder of glossary files into entries and categories, and keeps
//! each file's text so that whatever is found wrong later can be shown in place.

pub mod document;
pub mod file;
pub(crate) mod misfit;
pub mod patch;

use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;

use crate::entry::{Category, Entry, Group};
use crate::finding::Finding;
use misfit::misfits;
use patch::Patch;

/// A file together with what it says.
#[derive(Clone, Debug)]
pub struct Parsed<T> {
    /// Where it was read.
    pub path: PathBuf,
    /// Its text.
    pub text: String,
    /// What it says.
    pub value: T,
}

impl<T> Parsed<T> {
    /// The same file with something else in it.
    pub fn map<U>(self, map: impl FnOnce(T) -> U) -> Parsed<U> {
        Parsed { path: self.path, text: self.text, value: map(self.value) }
    }
}

/// All that a glossary folder says, and what could not be read.
#[derive(Debug, Default)]
pub struct Source {
    /// The groups.
    pub groups: Option<Parsed<Groups>>,
    /// Every category, by id.
    pub categories: Vec<Parsed<Category>>,
    /// Every entry, by id.
    pub entries: Vec<Parsed<Entry>>,
    /// Every patch, by the id of the entry that it changes.
    pub patches: Vec<(String, Parsed<Patch>)>,
    /// Every patch of a category, by its id.
    pub category_patches: Vec<(String, Parsed<Patch>)>,
    /// Files that could not be read or understood.
    pub findings: Vec<Finding>,
}

/// The file that describes a category.
pub const CATEGORY_FILE: &str = "_category.toml";

/// The file that changes a category of the layer below.
pub const CATEGORY_PATCH: &str = "_category.patch.toml";

/// The file that names the groups.
pub const GROUPS_FILE: &str = "_groups.toml";

/// What the name of a patch ends in.
pub const PATCH_ENDING: &str = ".patch.toml";

/// What the name of an entry ends in.
pub const ENTRY_ENDING: &str = ".toml";

/// What the file that names the groups says.
#[derive(Clone, Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    /// In the order in which they are shown.
    pub groups: Vec<Group>,
}

/// What one file of a glossary folder is, by its place and name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// An entry, with its category (none at the top of a layer) and id.
    Entry(Option<String>, String),
    /// A patch of the entry with this id.
    Patch(String),
    /// The description of a category.
    Category(String),
    /// A patch of a category.
    CategoryPatch(String),
    /// The groups.
    Groups,
}

/// The files of `folder` with what each is: at its top and one folder below, sorted.
///
/// Hidden files, and those that do not end in `.toml`, are passed over.
#[must_use]
pub fn files(folder: &Path, findings: &mut Vec<Finding>) -> Vec<(PathBuf, Role)> {
    let mut files = Vec::new();
    for (path, name) in list(folder, findings) {
        if name.ends_with(ENTRY_ENDING) {
            files.extend(role(&path, None, &name, findings).map(|role| (path, role)));
        } else if path.is_dir() {
            if !file::is_id(&name) {
                findings.push(bad_name(&path, "a category's folder"));
                continue;
            }
            for (path, file) in list(&path, findings) {
                if path.is_dir() && !file.ends_with(ENTRY_ENDING) {
                    findings.extend(too_deep(&path));
                }
                files.extend(role(&path, Some(&name), &file, findings).map(|role| (path, role)));
            }
        }
    }
    files
}

/// What the file called `name` in the folder of `category` is.
fn role(path: &Path, category: Option<&str>, name: &str, findings: &mut Vec<Finding>) -> Option<Role> {
    let stem = name.strip_suffix(ENTRY_ENDING)?;
    let role = match (category, name) {
        (None, GROUPS_FILE) => return Some(Role::Groups),
        (None, "config.toml") => return None,
        (Some(category), CATEGORY_FILE) => return Some(Role::Category(category.to_owned())),
        (Some(category), CATEGORY_PATCH) => return Some(Role::CategoryPatch(category.to_owned())),
        (category, _) => match name.strip_suffix(PATCH_ENDING) {
            Some(id) => Role::Patch(id.to_owned()),
            None => Role::Entry(category.map(str::to_owned), stem.to_owned()),
        },
    };
    let (Role::Entry(_, id) | Role::Patch(id)) = &role else { return Some(role) };
    if file::is_id(id) {
        return Some(role);
    }
    findings.push(bad_name(path, "a file"));
    None
}

/// What is wrong with a folder below that of a category: nobody reads what it holds.
fn too_deep(folder: &Path) -> Option<Finding> {
    let has_entries = list(folder, &mut Vec::new()).iter().any(|(_, name)| name.ends_with(ENTRY_ENDING));
    let text = "nothing in this folder is read: entries lie in the folder of their category, no deeper";
    has_entries.then(|| Finding::warning(folder, "", 0, "file-name", text.to_owned()))
}

fn bad_name(path: &Path, what: &str) -> Finding {
    let text = format!("the name of {what} is an id: write it with small letters, digits and hyphens");
    Finding::error(path, "", 0, "file-name", text)
}

/// Reads `folder`: one sub-folder for each category, one `.toml` file for each entry.
///
/// Reading goes on after a wrong file, which becomes a finding.
#[must_use]
pub fn read(folder: &Path) -> Source {
    let mut source = Source::default();
    for (path, role) in files(folder, &mut source.findings) {
        if let Err(findings) = source.take(&path, role) {
            source.findings.extend(findings);
        }
    }
    source.entries.sort_by(|a, b| a.value.id.cmp(&b.value.id));
    source
}

impl Source {
    /// Every group, in the order written.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        self.groups.as_ref().map_or(&[], |parsed| &parsed.value.groups)
    }

    /// Reads the file at `path` and keeps what it says.
    fn take(&mut self, path: &Path, role: Role) -> Result<(), Vec<Finding>> {
        match role {
            Role::Groups => self.groups = Some(groups(path)?),
            Role::Category(id) => self.categories.push(category(path, &id)?),
            Role::Entry(category, id) => {
                self.entries.push(entry(path, category.as_deref().unwrap_or_default(), &id)?);
            }
            Role::Patch(id) => self.patches.push((id, read_patch(path)?)),
            Role::CategoryPatch(id) => self.category_patches.push((id, read_patch(path)?)),
        }
        Ok(())
    }
}

/// The groups that the file at `path` names.
///
/// # Errors
/// When it cannot be read or understood.
pub fn groups(path: &Path) -> Result<Parsed<Groups>, Vec<Finding>> {
    parse(path)
}

/// The category that the file at `path` describes.
///
/// # Errors
/// When it cannot be read or understood.
pub fn category(path: &Path, id: &str) -> Result<Parsed<Category>, Vec<Finding>> {
    let mut parsed = parse::<Category>(path)?;
    parsed.value.id = id.to_owned().into();
    Ok(parsed)
}

/// The entry that the file at `path` describes.
///
/// # Errors
/// When it cannot be read or understood.
pub fn entry(path: &Path, category: &str, id: &str) -> Result<Parsed<Entry>, Vec<Finding>> {
    let mut parsed = parse::<Entry>(path)?;
    if parsed.value == Entry::default() {
        let text = "the file says nothing: write an entry, or take it away".to_owned();
        return Err(vec![Finding::error(path, &parsed.text, 0, "required", text)]);
    }
    parsed.value.id = id.to_owned().into();
    parsed.value.category = category.to_owned().into();
    Ok(parsed)
}

/// The patch in the file at `path`.
///
/// # Errors
/// When it cannot be read or understood.
pub fn read_patch(path: &Path) -> Result<Parsed<Patch>, Vec<Finding>> {
    let text = read_text(path)?;
    let value = Patch::parse(path, &text).map_err(|finding| vec![finding])?;
    Ok(Parsed { path: path.to_owned(), text, value })
}

/// The paths in `folder` with their names, sorted, so that the order never
/// depends on the disk; hidden ones are left out.
fn list(folder: &Path, findings: &mut Vec<Finding>) -> Vec<(PathBuf, String)> {
    match fs::read_dir(folder).and_then(|items| items.map(|item| item.map(|item| item.path())).collect()) {
        Ok(paths) => {
            let paths: Vec<PathBuf> = paths;
            let name = |path: &PathBuf| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let named = paths.into_iter().map(|path| (name(&path), path));
            let mut named: Vec<(PathBuf, String)> =
                named.filter(|(name, _)| !name.starts_with('.')).map(|(name, path)| (path, name)).collect();
            named.sort();
            named
        }
        Err(error) => {
            let text = format!("the folder cannot be read: {}", file::reason(&error));
            findings.push(Finding::error(folder, "", 0, "unreadable", text));
            Vec::new()
        }
    }
}

/// Reads and understands one file.
fn parse<T: DeserializeOwned>(path: &Path) -> Result<Parsed<T>, Vec<Finding>> {
    let text = read_text(path)?;
    match toml::from_str(&text) {
        Ok(value) => Ok(Parsed { path: path.to_owned(), text, value }),
        Err(error) => Err(misfits::<T>(path, &text, &error)),
    }
}

/// The text of a file that is there.
fn read_text(path: &Path) -> Result<String, Vec<Finding>> {
    let text = file::text(path).map_err(|finding| vec![finding])?;
    let gone = || Finding::error(path, "", 0, "unreadable", "there is no such file".to_owned());
    text.ok_or_else(|| vec![gone()])
}
