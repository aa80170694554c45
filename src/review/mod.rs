//! What is wrong in folders of entries: every rule over every file.

mod explain;
mod subject;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;

use crate::builtin;
use crate::check::{self, Below, Finding, Level, Nothing};
use crate::entry::{Category, Date, Entry, NameClass};
use crate::glossary::Glossary;
use crate::layers::OWN_GROUP;
use crate::layers::place::{Owner, Place, short};
use crate::source::{self, Source, file};
use crate::suggest::suggest;

pub use self::explain::{Explained, ExplainedRule, explain};
pub use self::subject::Subject;

impl Review {
    /// Keeps the findings in what `subject` asks for.
    fn keep(&mut self, subject: &Subject) {
        let files: Vec<String> = subject.files.iter().map(|file| short(file)).collect();
        let whole: Vec<String> = subject.whole.iter().map(|folder| short(folder)).collect();
        self.findings.retain(|Shown { finding: Finding { file, .. }, .. }| {
            files.iter().any(|asked| Path::new(asked) == file)
                || whole.iter().any(|folder| file.starts_with(folder))
        });
        if whole.is_empty() {
            self.files = files.len();
        }
    }

    fn count(&mut self) {
        let count = |level| self.findings.iter().filter(|shown| shown.finding.level == level).count();
        (self.errors, self.warnings) = (count(Level::Error), count(Level::Warning));
    }
}

/// What is wrong in the folders that were asked for.
#[derive(Clone, Debug, Serialize)]
pub struct Review {
    /// The folders.
    pub folders: Vec<String>,
    /// How many files were read.
    pub files: usize,
    /// How many findings leave a file unusable or wrong.
    pub errors: usize,
    /// How many should be put right.
    pub warnings: usize,
    /// What is wrong, by file and place.
    pub findings: Vec<Shown>,
}

/// A finding with the line that it stands in.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// The finding.
    #[serde(flatten)]
    pub finding: Finding,
    /// The line, for people.
    #[serde(skip)]
    pub excerpt: Arc<str>,
}

/// Holds what `subject` asks for against every rule, each folder laid over the built-in
/// glossary and the folders before it; a whole glossary stands by itself.
#[must_use]
pub fn review(subject: &Subject, today: Date) -> Review {
    let folders = &subject.folders;
    let mut review = Review {
        folders: folders.iter().map(|folder| short(folder)).collect(),
        files: 0,
        errors: 0,
        warnings: 0,
        findings: Vec::new(),
    };
    for (number, folder) in folders.iter().enumerate() {
        let source = source::read(folder);
        review.files += source::files(folder, &mut Vec::new()).len();
        let findings = if is_whole(&source) {
            check::check(&source, &Nothing, Some(today))
        } else {
            check::check(&source, &over(&folders[..number]), Some(today))
        };
        let mut lines = HashMap::new();
        review.findings.extend(findings.into_iter().map(|finding| shown(finding, &mut lines)));
    }
    if !subject.files.is_empty() {
        review.keep(subject);
    }
    review.count();
    review
}

/// Whether `source` is a whole glossary rather than a layer: it has every group
/// of the program's, and changes nothing that stands below.
fn is_whole(source: &Source) -> bool {
    let has_group = |id: &str| source.groups().iter().any(|group| group.id == id);
    builtin::GROUPS.iter().all(|group| has_group(&group.id))
        && source.patches.is_empty()
        && source.category_patches.is_empty()
}

/// The built-in glossary with `folders` over it.
#[must_use]
pub fn over(folders: &[PathBuf]) -> Glossary {
    let place = |folder: &PathBuf| Place {
        owner: Owner::Path,
        folder: folder.clone(),
        why: String::new(),
        is_left_out: false,
    };
    Glossary::layered(&folders.iter().map(place).collect::<Vec<_>>())
}

/// `finding` with its line, and its file as short as it can be typed.
fn shown(finding: Finding, lines: &mut HashMap<PathBuf, Vec<Arc<str>>>) -> Shown {
    let read = |path: &PathBuf| {
        let text = file::text(path).ok().flatten().unwrap_or_default();
        text.lines().map(Arc::from).collect()
    };
    let lines = lines.entry(finding.file.clone()).or_insert_with_key(read);
    let excerpt = lines.get(finding.line.saturating_sub(1)).cloned().unwrap_or_default();
    Shown { excerpt, finding: Finding { file: short(&finding.file).into(), ..finding } }
}

impl Below for Glossary {
    fn entry(&self, id: &str) -> Option<&Entry> {
        self.get(id)
    }

    fn category(&self, id: &str) -> Option<&Category> {
        Self::category(self, id)
    }

    fn has_group(&self, id: &str) -> bool {
        id == OWN_GROUP.id || self.groups().iter().any(|group| group.id == id)
    }

    fn owner(&self, key: &str) -> Option<&str> {
        let (class, entry) = self.named(key).into_iter().next()?;
        (class != NameClass::Acronym).then_some(&*entry.id)
    }

    fn near(&self, id: &str) -> Option<String> {
        let named = self.called(id).into_iter().next().map(|(_, entry)| entry.id.to_string());
        named.or_else(|| suggest(self, id).first().map(|near| near.card.id.to_owned()))
    }
}
