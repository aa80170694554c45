//! `cnref check`.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::Check;
use crate::day;
use crate::drift::{drift, read};
use crate::error::{Error, Exit};
use crate::layers::place::{PROJECT_FOLDER, short};
use crate::review::{explain, review};
use crate::session::Session;
use crate::source::{CATEGORY_FILE, GROUPS_FILE, files};

pub(super) fn run(arguments: &Check, session: &Session) -> Result<Exit, Error> {
    if let Some(rule) = &arguments.explain {
        session.answer(&explain(rule.as_deref())?)?;
        return Ok(Exit::Found);
    }
    if let Some(file) = &arguments.against {
        let drift = drift(&session.glossary, &read(file)?);
        session.answer(&drift)?;
        return Ok(if drift.differences.is_empty() { Exit::Found } else { Exit::Nothing });
    }
    let subject = subject(&arguments.paths, session)?;
    let mut review = review(&subject.folders, day::today());
    if !subject.files.is_empty() {
        let is_asked = |file: &Path| {
            let mut whole = subject.whole.iter().map(|folder| short(folder));
            subject.files.iter().any(|asked| Path::new(&short(asked)) == file)
                || whole.any(|folder| file.starts_with(folder))
        };
        review.keep(|finding| is_asked(&finding.file));
        if subject.whole.is_empty() {
            review.files = subject.files.len();
        }
    }
    session.answer(&review)?;
    Ok(if review.findings.is_empty() { Exit::Found } else { Exit::Nothing })
}

/// What is checked.
#[derive(Default)]
struct Subject {
    /// The layers that are read, each laid over those before it.
    folders: Vec<PathBuf>,
    /// Those of them of which every finding is wanted.
    whole: Vec<PathBuf>,
    /// The files whose findings are wanted.
    files: Vec<PathBuf>,
}

/// The layers in use, or what `paths` name: folders, and files with the layer of each.
fn subject(paths: &[PathBuf], session: &Session) -> Result<Subject, Error> {
    let used = session.places.iter().filter(|place| !place.is_left_out && place.is_there());
    let used: Vec<PathBuf> = used.map(|place| place.folder.clone()).collect();
    let mut subject = Subject::default();
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

/// Where an entry lies, for who named something else.
const FORM: &str = "an entry is a file <category>/<id>.toml";

impl Subject {
    fn add(&mut self, folder: PathBuf) {
        if !self.folders.contains(&folder) {
            self.folders.push(folder);
        }
    }
}

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
