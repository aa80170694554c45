//! `cnref show`, which is also `cnref TERM`.

use std::path::Path;

use super::{one_term, say_miss, warn_of_redefinition};
use crate::cli::{self, Show};
use crate::error::{Error, Exit, shown};
use crate::glossary::Glossary;
use crate::input::{self, STDIN};
use crate::key::key;
use crate::lookup::{Lookup, lookup};
use crate::render::{Answer, Answered, Depth};
use crate::session::Session;
use crate::suggest::nearest;

pub(super) fn run(arguments: &Show, session: &Session) -> Result<Exit, Error> {
    let depth = match (arguments.short, arguments.full) {
        (true, _) => Depth::Short,
        (_, true) => Depth::Full,
        _ => Depth::Page,
    };
    let terms = match &arguments.terms[..] {
        [only] if only == STDIN => from_stdin()?,
        words => vec![one_term(words)?],
    };
    if terms.is_empty() {
        session.complain("no term stood on standard input");
    }
    let (terms, odd): (Vec<String>, Vec<String>) = terms.into_iter().partition(|term| !key(term).is_empty());
    for term in &odd {
        session.complain(&format!("`{}` is no term: it has neither letter nor digit", shown(term)));
    }
    let found: Vec<Lookup<'_>> = terms.iter().map(|term| lookup(&session.glossary, term)).collect();
    let is_complete =
        !found.is_empty() && odd.is_empty() && found.iter().all(|lookup| !lookup.entries.is_empty());
    for missed in found.iter().filter(|lookup| lookup.entries.is_empty()) {
        say_miss(session, missed, meant_command(&session.glossary, &missed.term));
    }
    let found = found.into_iter().filter(|lookup| !lookup.entries.is_empty());
    let answers: Vec<Answer<'_>> = found
        .map(|lookup| Answer::new(&session.glossary, lookup.term, lookup.class, lookup.entries))
        .collect();
    let shown = answers.iter().flat_map(|answer| answer.entries.iter().copied());
    warn_of_redefinition(session, shown, depth != Depth::Short);
    // A page of one entry never waits for all that a layer holds.
    let nearby = session.glossary.nearby();
    let is_one = depth != Depth::Full && answers.iter().all(|answer| answer.entries.len() == 1);
    let glossary = if is_one { &nearby } else { &session.glossary };
    let answered = Answered { answers, glossary, depth };
    if !answered.answers.is_empty() {
        session.answer(&answered)?;
    }
    Ok(if is_complete { Exit::Found } else { Exit::Nothing })
}

/// The terms on standard input, one a line; empty lines are passed over.
fn from_stdin() -> Result<Vec<String>, Error> {
    let text =
        input::text(Path::new(STDIN), "terms, one a line,", "printf 'helm\\nistio\\n' | cnref show -")?;
    Ok(text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

/// The call that may have been meant by a term whose first word is nearly a command.
fn meant_command(glossary: &Glossary, term: &str) -> Option<String> {
    let (first, rest) = term.split_once(char::is_whitespace).unwrap_or((term, ""));
    let command = cli::command();
    let names = command.get_subcommands().map(clap::Command::get_name);
    // Only a slip, never a beginning or a shared word: those are more often terms.
    let most = if first.len() > 3 { 2 } else { 1 };
    let is_slip = |name: &&str| strsim::osa_distance(&first.to_lowercase(), name) <= most;
    let name = nearest(first, names).into_iter().find(is_slip)?;
    // A word that is a term of its own is no slip of the hand.
    let is_term = !rest.is_empty() && !glossary.called(first).is_empty();
    (!is_term).then(|| format!("cnref {name} {rest}").trim_end().to_owned())
}
