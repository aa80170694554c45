//! `cnref schema`.

use crate::cli::Schema;
use crate::error::{Error, Exit};
use crate::schema;
use crate::session::Session;

pub(super) fn run(arguments: &Schema, session: &Session) -> Result<Exit, Error> {
    session.print(schema::text(arguments.what))?;
    Ok(Exit::Found)
}
