//! `cnref categories`.

use crate::error::{Error, Exit};
use crate::list::categories;
use crate::session::Session;

pub(super) fn run(session: &Session) -> Result<Exit, Error> {
    session.answer(&categories(&session.glossary))?;
    Ok(Exit::Found)
}
