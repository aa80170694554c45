//! Walks folders on every core and looks through each file once.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use ignore::{DirEntry, ParallelVisitor, ParallelVisitorBuilder, WalkBuilder, WalkState};

use super::evidence::Found;
use super::file::{Looked, Reader};
use super::ground::is_foreign;
use super::index::Index;
use super::read::LONGEST;
use crate::source::file::reason;

/// What the walk found.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// Every file in which something was found, with it.
    pub(super) files: Vec<(Arc<str>, Found)>,
    /// How many files were looked at.
    pub(super) looked: usize,
    /// Files of which only the beginning was read.
    pub(super) cut: Vec<String>,
    /// What could not be read, and why.
    pub(super) troubles: Vec<String>,
}

impl Walked {
    /// Brings everything into the order of the paths.
    pub(super) fn sort(&mut self) {
        self.files.sort_by(|(a, _), (b, _)| a.cmp(b));
        self.cut.sort();
        self.troubles.sort();
    }

    fn take(&mut self, other: &mut Self) {
        self.files.append(&mut other.files);
        self.looked += other.looked;
        self.cut.append(&mut other.cut);
        self.troubles.append(&mut other.troubles);
    }
}

/// Walks `folders`, obeying their `.gitignore` files, and never follows links:
/// what they lead to is either walked anyway or not the repository's.
pub(super) fn walk(index: &Index<'_>, folders: &[PathBuf]) -> Walked {
    let Some((first, others)) = folders.split_first() else { return Walked::default() };
    let mut builder = WalkBuilder::new(first);
    for folder in others {
        builder.add(folder);
    }
    // Hidden folders hold half of what tells; settings of the machine must not change the answer.
    builder.hidden(false).git_global(false).filter_entry(is_own);
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(8);
    let all = Mutex::new(Walked::default());
    let folders: Vec<String> = folders.iter().map(|folder| folder.to_string_lossy().into_owned()).collect();
    builder.threads(threads).build_parallel().visit(&mut Team { index, folders: &folders, all: &all });
    all.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// Where in `folder` the file at `path` lies, if it does.
fn below<'p>(folder: &str, path: &'p str) -> Option<&'p str> {
    let rest = path.strip_prefix(folder)?;
    if folder.ends_with('/') { Some(rest) } else { rest.strip_prefix('/') }
}

/// Whether `entry` is the repository's own.
fn is_own(entry: &DirEntry) -> bool {
    let is_folder = entry.file_type().is_some_and(|kind| kind.is_dir());
    if !is_folder || entry.depth() == 0 {
        return true;
    }
    let parent = entry.path().parent().and_then(Path::file_name).unwrap_or_default();
    !is_foreign(&parent.to_string_lossy(), &entry.file_name().to_string_lossy())
}

struct Team<'a, 'g> {
    index: &'a Index<'g>,
    folders: &'a [String],
    all: &'a Mutex<Walked>,
}

impl<'s, 'a: 's, 'g: 's> ParallelVisitorBuilder<'s> for Team<'a, 'g> {
    fn build(&mut self) -> Box<dyn ParallelVisitor + 's> {
        Box::new(Worker {
            reader: Reader::new(self.index),
            folders: self.folders,
            walked: Walked::default(),
            all: self.all,
        })
    }
}

/// One thread's part of the walk.
struct Worker<'a, 'g> {
    reader: Reader<'a, 'g>,
    folders: &'a [String],
    walked: Walked,
    all: &'a Mutex<Walked>,
}

impl ParallelVisitor for Worker<'_, '_> {
    fn visit(&mut self, entry: Result<DirEntry, ignore::Error>) -> WalkState {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => self.look(&entry),
            // A folder is walked; a link, a pipe, a socket and a device are passed over.
            Ok(_) => {}
            // What went away while it was being looked for is gone.
            Err(error)
                if error.io_error().is_some_and(|error| error.kind() == std::io::ErrorKind::NotFound) => {}
            Err(error) => self.walked.troubles.push(trouble(&error)),
        }
        WalkState::Continue
    }
}

impl Worker<'_, '_> {
    fn look(&mut self, entry: &DirEntry) {
        self.walked.looked += 1;
        let path = entry.path();
        let whole = path.to_string_lossy();
        let inside = self.folders.iter().find_map(|folder| below(folder, &whole)).unwrap_or(&whole);
        let shown = whole.strip_prefix("./").unwrap_or(&whole);
        match self.reader.look(path, shown, inside, LONGEST) {
            Looked::Nothing => {}
            Looked::Found(found, is_cut) => {
                if is_cut {
                    self.walked.cut.push(shown.to_string());
                }
                self.walked.files.push((shown.into(), found));
            }
            Looked::Cut => self.walked.cut.push(shown.to_string()),
            Looked::Failed(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Looked::Failed(error) => self.walked.troubles.push(format!("{shown}: {}", reason(&error))),
        }
    }
}

impl Drop for Worker<'_, '_> {
    fn drop(&mut self) {
        // What comes sorted from every thread is soon sorted together.
        self.walked.sort();
        if let Ok(mut all) = self.all.lock() {
            all.take(&mut self.walked);
        }
    }
}

/// What went wrong, and where.
fn trouble(error: &ignore::Error) -> String {
    match (error, error.io_error()) {
        (ignore::Error::WithDepth { err, .. }, _) => trouble(err),
        (ignore::Error::WithPath { path, .. }, Some(error)) => {
            format!("{}: {}", path.display(), reason(error))
        }
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::below;

    #[test]
    fn a_folder_holds_what_stands_behind_its_slash() {
        assert_eq!(below("a", "a/b/c"), Some("b/c"));
        assert_eq!(below("a/", "a/b"), Some("b"));
        assert_eq!(below(".", "./b"), Some("b"));
        assert_eq!(below("a", "ab/c"), None);
    }
}
