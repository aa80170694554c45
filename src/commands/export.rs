//! `cnref export`.

use crate::author::export::export;
use crate::cli::Export;
use crate::error::{Error, Exit};
use crate::list::known_categories;
use crate::session::Session;

pub(super) fn run(arguments: &Export, session: &Session) -> Result<Exit, Error> {
    let glossary = &session.glossary;
    let categories = known_categories(glossary, &arguments.categories)?;
    let wanted = (!arguments.categories.is_empty()).then_some(&categories[..]);
    session.answer(&export(glossary, &arguments.folder, wanted, arguments.force)?)?;
    Ok(Exit::Found)
}
