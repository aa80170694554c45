//! `cnref man`.

use crate::error::{Error, Exit};
use crate::manual;
use crate::session::Session;

pub(super) fn run(session: &Session) -> Result<Exit, Error> {
    session.print(manual::text())?;
    Ok(Exit::Found)
}
