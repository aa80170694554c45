//! `cnref layers`.

use crate::error::{Error, Exit};
use crate::glossary::Glossary;
use crate::layers::inventory::inventory;
use crate::session::Session;

pub(super) fn run(session: &Session) -> Result<Exit, Error> {
    let builtin = Glossary::builtin();
    let inventory = inventory(&session.places, builtin.entries().count(), builtin.categories().len());
    session.answer(&inventory)?;
    let is_clean = inventory.layers.iter().all(|found| found.findings.is_empty());
    Ok(if is_clean { Exit::Found } else { Exit::Trouble })
}
