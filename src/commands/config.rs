//! `cnref config`.

use crate::error::{Error, Exit};
use crate::session::Session;
use crate::settings::settings;

pub(super) fn run(session: &Session) -> Result<Exit, Error> {
    session.answer(&settings(&session.config, &session.given))?;
    Ok(Exit::Found)
}
