//! Writing entries: new ones, patches, drafts from notes, copies of what there is.

pub mod export;
pub mod import;
pub mod template;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::check::COMMAND_WORDS;
use crate::config::Config;
use crate::error::Error;
use crate::glossary::Glossary;
use crate::layers::place::{self, Owner, PROJECT_FOLDER, Place};
use crate::markup::is_unsafe;
use crate::source::CATEGORY_FILE;
use crate::source::file::is_id;
use crate::term::ascii_letter;

/// Which layer is written to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The project's if there is one, else the user's.
    Usual,
    /// The user's.
    User,
    /// The project's, made here when there is none.
    Project,
    /// A folder.
    Folder(PathBuf),
}

impl From<&str> for Target {
    fn from(text: &str) -> Self {
        match text {
            "user" => Self::User,
            "project" => Self::Project,
            folder => Self::Folder(folder.into()),
        }
    }
}

/// The folder that `target` stands for.
///
/// # Errors
/// When there is no home, or no folder to stand in.
pub fn folder(target: &Target, places: &[Place], config: &Config) -> Result<PathBuf, Error> {
    let project = places.iter().find(|place| place.owner == Owner::Project && !place.is_left_out);
    let user = || {
        let folder = config.user_folder().map(|folder| folder.join("glossary"));
        folder.ok_or_else(|| {
            Error::usage("there is no home for your own entries", "set HOME, or name a folder with --layer")
        })
    };
    match (target, project) {
        (Target::Folder(folder), _) => Ok(folder.clone()),
        (Target::User, _) | (Target::Usual, None) => user(),
        (Target::Usual | Target::Project, Some(place)) => Ok(place.folder.clone()),
        (Target::Project, None) => Ok(PathBuf::from(PROJECT_FOLDER)),
    }
}

/// Writes `text` to a new file; the folders on the way are made. An interrupted
/// write leaves nothing, or the old file whole.
///
/// # Errors
/// When the file is there already and is not to be replaced, or cannot be written.
pub fn write(path: &Path, text: &str, replaces: bool) -> Result<(), Error> {
    let failed = |source| Error::Save { what: place::short(path), source };
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).map_err(failed)?;
    let mut file = temporary(parent).map_err(failed)?;
    file.write_all(text.as_bytes()).map_err(failed)?;
    // An old file must not be lost to a power cut; a new one may.
    if path.exists() {
        file.as_file().sync_data().map_err(failed)?;
    }
    let kept = if replaces { file.persist(path) } else { file.persist_noclobber(path) };
    kept.map(drop).map_err(|error| failed(error.error))
}

/// A file with a name of its own, readable by whom the user lets read files.
fn temporary(parent: &Path) -> std::io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o666))
    };
    builder.tempfile_in(parent)
}

/// Writes what `category` is into `layer`, unless the layer or the program says
/// it: what another layer says, those who share this one may not have.
///
/// # Errors
/// When it cannot be written.
pub fn describe_category(glossary: &Glossary, layer: &Path, category: &str) -> Result<(), Error> {
    let path = layer.join(category).join(CATEGORY_FILE);
    if path.exists() || Glossary::builtin().category(category).is_some() {
        return Ok(());
    }
    let described = glossary.category(category).filter(|known| !known.summary.is_empty());
    let text = match described {
        Some(known) => export::written(known)?,
        None => template::category(category, "Words that we use among ourselves."),
    };
    write(&path, &text, false)
}

/// The id that a name becomes: `Argo CD` is `argo-cd`, `Café` is `cafe`.
///
/// # Errors
/// Why it can become none, as the end of a sentence.
pub fn id_of(name: &str) -> Result<String, &'static str> {
    if name.chars().any(is_unsafe) {
        return Err("holds characters that could drive a terminal");
    }
    let mut plain = String::with_capacity(name.len());
    for letter in name.to_lowercase().chars() {
        match letter {
            letter if letter.is_ascii() => plain.push(letter),
            letter if letter.is_alphanumeric() => {
                plain
                    .push_str(ascii_letter(letter).ok_or("has letters that the name of a file cannot have")?);
            }
            _ => plain.push(' '),
        }
    }
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    if COMMAND_WORDS.contains(&&*id) {
        return Err("is a command of cnref");
    }
    if is_id(&id) { Ok(id) } else { Err("cannot become the name of a file") }
}

/// `text` as a string of TOML.
#[must_use]
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::id_of;

    #[test]
    fn names_become_ids_or_a_reason_not_to() {
        for (name, id) in [
            ("Argo CD", Ok("argo-cd")),
            ("\u{dc}n\u{ef}t Stra\u{df}e", Ok("unit-strasse")),
            ("\u{41d}\u{435}\u{442} x", Err("has letters that the name of a file cannot have")),
            ("list", Err("is a command of cnref")),
            ("...", Err("cannot become the name of a file")),
            ("a\u{1b}[31m", Err("holds characters that could drive a terminal")),
        ] {
            assert_eq!(id_of(name).as_deref(), id.as_deref(), "{name}");
        }
    }
}
