//! `cnref config`.

use crate::error::{Error, Exit};
use crate::session::Session;

pub(super) fn run(session: &Session) -> Result<Exit, Error> {
    session.answer(&session.config.settings())?;
    Ok(Exit::Found)
}
