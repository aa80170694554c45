//! `cnref related` and `cnref path`.

use std::ffi::OsString;

use super::entry_named;
use crate::cli::Related;
use crate::error::{Error, Exit};
use crate::related::{path, related};
use crate::session::Session;

pub(super) fn run(arguments: &Related, session: &Session) -> Result<Exit, Error> {
    let Some(entry) = entry_named(&arguments.terms, session)? else { return Ok(Exit::Nothing) };
    session.answer(&related(&session.glossary, entry, arguments.depth))?;
    Ok(Exit::Found)
}

pub(super) fn run_path(terms: &[OsString], session: &Session) -> Result<Exit, Error> {
    let Some(entry) = entry_named(terms, session)? else { return Ok(Exit::Nothing) };
    session.answer(&path(&session.glossary, entry))?;
    Ok(Exit::Found)
}
