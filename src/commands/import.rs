//! `cnref import`.

use crate::author::folder;
use crate::author::import::{Drafts, import};
use crate::cli::Import;
use crate::day;
use crate::error::{Error, Exit};
use crate::session::Session;

use super::category_named;
use super::new::OWN_CATEGORY;

pub(super) fn run(arguments: &Import, session: &Session) -> Result<Exit, Error> {
    let category = match &arguments.category {
        None => OWN_CATEGORY,
        Some(name) => category_named(&session.glossary, name)?,
    };
    let layer = folder(&arguments.layer, &session.places, &session.config)?;
    let drafts = Drafts { layer: &layer, category, today: day::today() };
    session.answer(&import(&session.glossary, &arguments.file, drafts)?)?;
    Ok(Exit::Found)
}
