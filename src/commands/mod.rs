//! One file for each command: it asks the question and hands the answer over.

mod categories;
mod check;
mod compare;
pub(crate) mod complete;
mod completions;
mod config;
mod edit;
mod export;
mod gloss;
mod graph;
mod identify;
mod import;
mod layers;
mod list;
mod man;
mod new;
mod open;
mod random;
mod related;
mod schema;
mod search;
mod show;
mod stale;

pub use completions::script;

use std::ffi::OsString;

use crate::card::Card;
use crate::cli::Question;
use crate::entry::Entry;
use crate::error::{Error, Exit, shown};
use crate::glossary::Glossary;
use crate::key::key;
use crate::layers::origin::{Change, Origin};
use crate::layers::place::{Owner, short};
use crate::list::known_categories;
use crate::lookup::{Lookup, lookup};
use crate::render::suggestions::Miss;
use crate::search::stems::words;
use crate::search::{Limits, search};
use crate::session::Session;
use crate::suggest::MOST;

/// Answers `question`.
///
/// # Errors
/// Wrong usage, or something that could not be read or written.
pub fn run(question: Question, session: &mut Session) -> Result<Exit, Error> {
    // What is wrong in the layers is part of these answers; an edit may have put it right.
    let is_told = matches!(question, Question::Layers | Question::Check(_) | Question::Edit(_));
    let exit = answer(question, session)?;
    Ok(if is_told { exit } else { exit.max(session.report_trouble()) })
}

fn answer(question: Question, session: &mut Session) -> Result<Exit, Error> {
    match question {
        Question::Show(arguments) => show::run(&arguments, session),
        Question::List(arguments) => list::run(arguments, session),
        Question::Categories => categories::run(session),
        Question::Compare(arguments) => compare::run(&arguments, session),
        Question::Search(arguments) => search::run(&arguments, session),
        Question::Related(arguments) => related::run(&arguments, session),
        Question::Graph(arguments) => graph::run(&arguments, session),
        Question::Path(arguments) => related::run_path(&arguments.terms, session),
        Question::Gloss(arguments) => gloss::run(&arguments, session),
        Question::Random(arguments) => random::run(&arguments, session),
        Question::Open(arguments) => open::run(&arguments, session),
        Question::Check(arguments) => check::run(&arguments, session),
        Question::Stale(arguments) => stale::run(&arguments, session),
        Question::New(arguments) => new::run(&arguments, session),
        Question::Edit(arguments) => edit::run(&arguments, session),
        Question::Import(arguments) => import::run(&arguments, session),
        Question::Export(arguments) => export::run(&arguments, session),
        Question::Schema(arguments) => schema::run(&arguments, session),
        Question::Layers => layers::run(session),
        Question::Config => config::run(session),
        Question::Identify(arguments) => identify::run(arguments, session),
        Question::Completions(arguments) => completions::run(&arguments, session),
        Question::Man => man::run(session),
    }
}

/// Several words as one term.
///
/// # Errors
/// When neither a letter nor a digit is among them.
fn one_term(words: &[OsString]) -> Result<String, Error> {
    let term = words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    if key(&term).is_empty() {
        return Err(Error::usage(
            format!("`{}` is no term: it has neither letter nor digit", shown(&term)),
            "for instance: cnref helm",
        ));
    }
    Ok(term)
}

/// The entry that the words name, of an ambiguous one the usual meaning; `None`
/// when there is none, which has been said.
fn entry_named<'s>(words: &[OsString], session: &'s Session) -> Result<Option<&'s Entry>, Error> {
    let found = lookup(&session.glossary, &one_term(words)?);
    let entry = found.entries.first().copied();
    if entry.is_none() {
        say_miss(session, &found, None);
    }
    say_meaning(session, &found);
    Ok(entry)
}

/// Says which of several meanings is taken, where only one can be.
fn say_meaning(session: &Session, lookup: &Lookup<'_>) {
    let [taken, others @ ..] = &lookup.entries[..] else { return };
    if !others.is_empty() {
        let others = others.iter().map(|entry| &*entry.id).collect::<Vec<_>>().join(", ");
        let text = format!("`{}` is taken as {}; it is also: {others}", shown(&lookup.term), taken.id);
        session.hint(|page| page.wrapped_between(&page.screen.clean(&text), "cnref: ", "  "));
    }
}

/// Says that a term leads nowhere: the command that may have been meant, names
/// near to it, and when there are none the entries that speak of it.
fn say_miss(session: &Session, lookup: &Lookup<'_>, command: Option<String>) {
    let is_explained = command.is_some() || !lookup.suggestions.is_empty() || !lookup.words.is_empty();
    let mentions = if is_explained { Vec::new() } else { mentions(&session.glossary, &lookup.term) };
    let miss = Miss { lookup, command, mentions };
    session.say(|page| miss.say(page));
    session.hint(|page| miss.help(page));
}

/// More words than these are no term.
const MOST_WORDS: usize = 10;

/// The entries whose texts hold every word of `term`, at most as many as suggestions.
fn mentions<'g>(glossary: &'g Glossary, term: &str) -> Vec<Card<'g>> {
    if words(term).count() > MOST_WORDS {
        return Vec::new();
    }
    let all_words: Vec<String> = words(term).map(|word| format!("\"{word}\"")).collect();
    let limits = Limits { most: MOST, ..Limits::default() };
    search(glossary, &all_words.join(" "), &limits).entries.into_iter().map(|hit| hit.card).collect()
}

/// The id of the category that `name` stands for, which must not be a group alone.
fn category_named<'g>(glossary: &'g Glossary, name: &str) -> Result<&'g str, Error> {
    if let Some(category) = glossary.category_called(name) {
        return Ok(&category.id);
    }
    match known_categories(glossary, &[name.to_owned()])?[..] {
        [id] => Ok(id),
        ref ids => Err(Error::usage(
            format!("`{name}` is a group of {} categories", ids.len()),
            format!("name one of them: {}", ids.join(", ")),
        )),
    }
}

/// Says when a project explains a public name in its own words: always when
/// its file stands in place of the entry, and when it changes what the entry
/// says unless the answer `names_layers` itself.
fn warn_of_redefinition<'g>(
    session: &Session,
    entries: impl IntoIterator<Item = &'g Entry>,
    names_layers: bool,
) {
    for entry in entries {
        let origins = session.glossary.origins(entry).iter().filter(|origin| origin.layer == Owner::Project);
        let redefines =
            |origin: &&Origin| origin.change == Change::Replaces || (!names_layers && origin.retells());
        for origin in origins.filter(redefines) {
            let file = short(&origin.file);
            let text = format!(
                "`{}` is explained by this project's {file}; --no-project shows the public page",
                entry.id
            );
            session.hint(|page| page.wrapped_between(&page.screen.clean(&text), "cnref: ", "  "));
        }
    }
}
