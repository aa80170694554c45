//! What is this repository, this cluster, made of? Evidence in files and in
//! what other programs print becomes technologies.
//!
//! Evidence stands in the entries' `[identify]` tables; `index` arranges it,
//! `scan` looks for it in the text of a file, `walk` finds the files,
//! `stream` understands what is piped, and `inventory` weighs it all. What
//! is used, deployed or configured counts, not what is only spoken of.

mod evidence;
mod file;
mod form;
mod ground;
mod index;
mod inventory;
mod line;
pub mod owner;
mod read;
mod reference;
mod scan;
mod stream;
mod walk;

use std::fs;
use std::path::{Path, PathBuf};

use crate::glossary::Glossary;
use crate::source::file::reason;
use file::{Looked, Reader};
use index::Index;
use read::Beginning;
use walk::Walked;

pub use evidence::{Sign, Strength};
pub use inventory::{Evidence, Inventory, Limits, Technology, Unknown};
pub use read::LONGEST_NAMED;

/// What is looked at.
#[derive(Clone, Debug)]
pub enum Subject {
    /// A folder or a file.
    Path(PathBuf),
    /// What another program printed, and what to call it; one byte more than
    /// [`LONGEST_NAMED`] tells that there is more.
    Stream(String, Vec<u8>),
}

/// What the `subjects` are made of.
#[must_use]
pub fn identify<'g>(glossary: &'g Glossary, subjects: &[Subject], limits: &Limits) -> Inventory<'g> {
    let index = Index::new(glossary);
    let mut all = Walked::default();
    let mut folders = Vec::new();
    for subject in subjects {
        match subject {
            Subject::Path(path) if path.is_dir() => folders.push(path.clone()),
            Subject::Path(path) => file(&index, path, &mut all),
            Subject::Stream(name, bytes) => {
                stream(&index, name, &Beginning::of(bytes, LONGEST_NAMED), &mut all);
            }
        }
    }
    let walked = walk::walk(&index, &folders);
    all.files.extend(walked.files);
    all.looked += walked.looked;
    all.cut.extend(walked.cut);
    all.troubles.extend(walked.troubles);
    inventory::weigh(&index, glossary, all, limits)
}

/// Looks at a file that was named: by its name, or by what it holds.
fn file(index: &Index<'_>, path: &Path, all: &mut Walked) {
    let shown = path.to_string_lossy().into_owned();
    match fs::metadata(path) {
        Ok(about) if about.is_file() => {}
        Ok(_) => return all.troubles.push(format!("{shown}: neither a file nor a folder")),
        Err(error) => return all.troubles.push(format!("{shown}: {}", reason(&error))),
    }
    let name = form::file_name(&shown);
    if form::Form::at(&shown) == form::Form::Name {
        let mut bytes = Vec::new();
        match read::read(path, &mut bytes, LONGEST_NAMED) {
            Ok(beginning) => stream(index, &shown, &beginning, all),
            Err(error) => all.troubles.push(format!("{shown}: {}", reason(&error))),
        }
        return;
    }
    all.looked += 1;
    match Reader::new(index).look(path, &shown, name, LONGEST_NAMED) {
        Looked::Nothing => {}
        Looked::Found(found, is_cut) => {
            if is_cut {
                all.cut.push(shown.clone());
            }
            all.files.push((shown.into(), found));
        }
        Looked::Cut => all.cut.push(shown),
        Looked::Failed(error) => all.troubles.push(format!("{shown}: {}", reason(&error))),
    }
}

/// Looks at what another program printed, which counts as one file.
fn stream(index: &Index<'_>, name: &str, beginning: &Beginning<'_>, all: &mut Walked) {
    let Some(text) = read::text(beginning.bytes) else {
        return all.troubles.push(format!("{name}: no text"));
    };
    all.looked += 1;
    if beginning.is_cut {
        all.cut.push(name.to_owned());
    }
    all.files.push((name.into(), stream::look(index, &text).take()));
}
