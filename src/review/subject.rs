//! Which folders and files are asked about.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::layers::place::{PROJECT_FOLDER, Place};
use crate::source::{CATEGORY_FILE, GROUPS_FILE, files};

/// What is checked.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// The layers that are read, each laid over those before it.
    pub(super) folders: Vec<PathBuf>,
    /// Those of them of which every finding is wanted.
    pub(super) whole: Vec<PathBuf>,
    /// The files whose findings are wanted; none where all of the folders are.
    pub(super) files: Vec<PathBuf>,
}

impl Subject {
    /// What `paths` name: folders, and files with the layer of each; without any the
    /// layers at `places` that are in use.
    ///
    /// # Errors
    /// A path that is not there or holds nothing of a glossary, and nothing to check at all.
    pub fn of(paths: &[PathBuf], places: &[Place]) -> Result<Self, Error> {
        let used = places.iter().filter(|place| !place.is_left_out && place.is_there());
        let used: Vec<PathBuf> = used.map(|place| place.folder.clone()).collect();
        let mut subject = Self::default();
        for path in paths {
            let whole = absolute(path);
            if path.is_dir() {
                if files(path, &mut Vec::new()).is_empty() {
                    let text = format!("there is no file of a glossary in `{}`", path.display());
                    return Err(Error::usage(text, FORM));
                }
                subject.whole.push(whole.clone());
                subject.add(whole);
            } else if path.symlink_metadata().is_err() {
                return Err(Error::usage(
                    format!("there is no folder or file `{}`", path.display()),
                    "`cnref layers` shows the folders that are looked at",
                ));
            } else {
                let layer = layer_of(&whole, &used).ok_or_else(|| {
                    Error::usage(format!("`{}` is no file of a glossary", path.display()), FORM)
                })?;
                subject.files.push(whole);
                subject.add(layer);
            }
        }
        if paths.is_empty() {
            subject.folders = used;
        }
        if subject.folders.is_empty() {
            return Err(Error::usage(
                "there is no layer to check",
                "name a folder, such as: cnref check .cnref; `cnref layers` shows where layers are looked for",
            ));
        }
        Ok(subject)
    }

    /// The file at `path`, which is of the last of `folders`.
    #[must_use]
    pub fn of_file(path: &Path, folders: Vec<PathBuf>) -> Self {
        Self { folders, whole: Vec::new(), files: vec![path.to_owned()] }
    }

    fn add(&mut self, folder: PathBuf) {
        if !self.folders.contains(&folder) {
            self.folders.push(folder);
        }
    }
}

/// Where an entry lies, for who named something else.
const FORM: &str = "an entry is a file <category>/<id>.toml";

/// The layer among `used`, or else the folder, of which `file` is a file, by
/// its place: at the top, or in the folder of a category.
fn layer_of(file: &Path, used: &[PathBuf]) -> Option<PathBuf> {
    let is_of = |layer: &Path| files(layer, &mut Vec::new()).iter().any(|(path, _)| path == file);
    let in_use = used.iter().find(|layer| file.starts_with(layer) && is_of(layer));
    in_use.cloned().or_else(|| {
        let folder = file.parent()?;
        // Beside a category's folder lies what stands at the top.
        let is_top =
            file.ends_with(GROUPS_FILE) || folder.ends_with(PROJECT_FOLDER) || has_categories(folder);
        let layer = if is_top { folder } else { folder.parent()? };
        is_of(layer).then(|| layer.to_owned())
    })
}

fn has_categories(folder: &Path) -> bool {
    let items = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut folders = items.map(|item| item.path());
    folders.any(|inner| inner.join(CATEGORY_FILE).is_file())
}

/// `path` from the root, its folder as the system knows it.
fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
