//! Writing entries: new ones, patches, drafts from notes, copies of what there is.

pub mod export;
pub mod import;
pub mod template;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::config::Config;
use crate::error::Error;
use crate::layers::place::{self, Owner, PROJECT_FOLDER, Place};
use crate::markup::is_unsafe;
use crate::source::file::is_id;

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

/// The id that a name becomes: `Argo CD` is `argo-cd`.
///
/// # Errors
/// A name in which there is neither letter nor digit of ASCII, or that could drive a terminal.
pub fn id_of(name: &str) -> Result<String, Error> {
    let plain = name.to_lowercase();
    let words = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.collect::<Vec<_>>().join("-");
    if is_id(&id) && !name.chars().any(is_unsafe) {
        return Ok(id);
    }
    Err(Error::usage(
        format!("`{}` cannot become the name of a file", crate::error::shown(name)),
        "name it with letters and digits, such as: cnref new \"Argo CD\"",
    ))
}

/// `text` as a string of TOML.
#[must_use]
pub fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
