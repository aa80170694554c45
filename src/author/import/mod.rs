//! Drafts from what a team has: notes in Markdown, tables in CSV.

mod columns;
mod csv;
mod markdown;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use serde::Serialize;

use super::{describe_category, id_of, quoted, write};
use crate::entry::{Date, Kind};
use crate::error::Error;
use crate::glossary::Glossary;
use crate::input::{self, STDIN};
use crate::layers::place::short;
use crate::markup::is_unsafe;

/// A term with what a text says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Definition {
    /// The line, from 1.
    pub(crate) line: usize,
    /// The term as written.
    pub(crate) term: String,
    /// What it says, on one line.
    pub(crate) text: String,
}

/// What became of a text's terms.
#[derive(Clone, Debug, Serialize)]
pub struct Imported {
    /// The file that was read.
    pub from: String,
    /// One for each term, in the order of the text.
    pub terms: Vec<Term>,
}

/// What became of a term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The line, from 1.
    pub line: usize,
    /// The term as written.
    pub term: String,
    /// The id of its draft, or of the entry that there is.
    pub id: Option<String>,
    /// The draft, where one was made.
    pub file: Option<String>,
    /// Why none was made.
    pub reason: Option<String>,
}

/// Where drafts go, and on which day.
#[derive(Clone, Copy, Debug)]
pub struct Drafts<'d> {
    /// The layer's folder.
    pub layer: &'d Path,
    /// The category of all.
    pub category: &'d str,
    /// Today.
    pub today: Date,
}

/// The shortest and longest summary that need no excuse.
const SUMMARY: std::ops::RangeInclusive<usize> = 40..=110;

/// Makes a draft of every term that the file at `path` defines and `glossary` does not know.
///
/// # Errors
/// When the file cannot be read, holds no term, or a draft cannot be written.
pub fn import(glossary: &Glossary, path: &Path, drafts: Drafts<'_>) -> Result<Imported, Error> {
    let text = input::text(path, "notes", "cnref import - < notes.md")?;
    let (from, name) = names(path);
    let definitions = if is_table(path) { csv::definitions(&text)? } else { markdown::definitions(&text) };
    if definitions.is_empty() {
        return Err(Error::usage(
            format!("`{from}` defines no term"),
            "terms are `**Term** - definition`, definition lists, tables, headings, or the columns of a CSV file",
        ));
    }
    let mut made = BTreeSet::new();
    let mut terms = Vec::new();
    for definition in definitions {
        terms.push(draft(glossary, &name, drafts, definition, &mut made)?);
    }
    Ok(Imported { from, terms })
}

/// What a file of notes is called in an answer, and in a draft.
fn names(path: &Path) -> (String, String) {
    if path == Path::new(STDIN) {
        return ("standard input".to_owned(), "standard input".to_owned());
    }
    (short(path), path.file_name().unwrap_or_default().to_string_lossy().into_owned())
}

/// Whether the name of a file says that it is a table.
fn is_table(path: &Path) -> bool {
    let is_ending = |ending: &str| path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending));
    is_ending("csv") || is_ending("tsv")
}

/// Makes one draft, unless there is a reason not to.
fn draft(
    glossary: &Glossary,
    from: &str,
    drafts: Drafts<'_>,
    definition: Definition,
    made: &mut BTreeSet<String>,
) -> Result<Term, Error> {
    let Definition { line, term, text } = definition;
    let readable = |text: &str| text.chars().filter(|c| !is_unsafe(*c)).collect::<String>();
    let (term, text) = (readable(&term), readable(&text));
    let none = |id: Option<String>, reason: &str| Term {
        line,
        term: term.clone(),
        id,
        file: None,
        reason: Some(reason.to_owned()),
    };
    if let Some((_, entry)) = glossary.called(&term).first() {
        return Ok(none(Some(entry.id.to_string()), "there is an entry"));
    }
    let id = match id_of(&term) {
        Ok(id) => id,
        Err(reason) => return Ok(none(None, &format!("it {reason}"))),
    };
    if !made.insert(id.clone()) {
        return Ok(none(Some(id), "the text defines it twice"));
    }
    let folder = drafts.layer.join(drafts.category);
    let path = folder.join(format!("{id}.toml"));
    if path.exists() {
        return Ok(none(Some(id), "there is a file of that name"));
    }
    describe_category(glossary, drafts.layer, drafts.category)?;
    write(&path, &written(&term, &text, &format!("{from}, line {line}"), drafts.today), false)?;
    Ok(Term { line, term, id: Some(id), file: Some(short(&path)), reason: None })
}

/// The file of a draft.
fn written(term: &str, text: &str, from: &str, today: Date) -> String {
    let summary = summary(term, text);
    let from: String = from.chars().filter(|c| !c.is_control()).collect();
    let mut file = format!("# Drafted from {from}: complete it, then drop the tag and the excuses.\n");
    let _ = writeln!(file, "# excuse required: a draft has no source yet");
    if !SUMMARY.contains(&summary.chars().count()) {
        let _ = writeln!(file, "# excuse summary: as the notes have it");
    }
    let _ = write!(
        file,
        "name = {}\nkind = \"{}\"\ntags = [\"draft\"]\nsummary = {}\ndescription = {}\n\n[checked]\non = {today}\n",
        quoted(term),
        Kind::Concept.as_str(),
        quoted(&summary),
        quoted(text),
    );
    file
}

/// The first sentence of what is said, or the term where nothing is.
fn summary(term: &str, text: &str) -> String {
    let first = text.split_inclusive(". ").next().unwrap_or_default().trim();
    if first.is_empty() { format!("{term}: still to be explained.") } else { first.to_owned() }
}
