//! `cnref random`.

use std::time::{SystemTime, UNIX_EPOCH};

use crate::cli::Random;
use crate::entry::Entry;
use crate::error::{Error, Exit};
use crate::list::known_categories;
use crate::render::{Answer, Answered, Depth};
use crate::session::Session;

pub(super) fn run(arguments: &Random, session: &Session) -> Result<Exit, Error> {
    let categories = known_categories(&session.glossary, &arguments.categories)?;
    let all: Vec<&Entry> = session
        .glossary
        .entries()
        .filter(|entry| categories.is_empty() || categories.contains(&&*entry.category))
        .collect();
    // The clock's last digits are chance enough for a word of the day.
    let now =
        SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.subsec_nanos() as usize / 1000);
    let Some(entry) = all.get(now % all.len().max(1)) else { return Ok(Exit::Found) };
    let answer = Answer::new(&session.glossary, entry.id.to_string(), None, vec![entry]);
    let depth = if arguments.short { Depth::Short } else { Depth::Page };
    session.answer(&Answered { answers: vec![answer], glossary: &session.glossary, depth })?;
    Ok(Exit::Found)
}
