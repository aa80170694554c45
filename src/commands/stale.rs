//! `cnref stale`.

use crate::cli::StaleArguments;
use crate::day;
use crate::error::{Error, Exit};
use crate::session::Session;
use crate::stale::stale;

pub(super) fn run(arguments: &StaleArguments, session: &Session) -> Result<Exit, Error> {
    let stale = stale(&session.glossary, arguments.older_than, day::today());
    session.answer(&stale)?;
    Ok(if stale.facts.is_empty() { Exit::Found } else { Exit::Nothing })
}
