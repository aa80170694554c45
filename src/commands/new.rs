//! `cnref new`.

use std::path::PathBuf;

use super::category_named;
use crate::author::{describe_category, folder, id_of, template, write};
use crate::cli::New;
use crate::day;
use crate::entry::Kind;
use crate::error::{Error, Exit, shown};
use crate::layers::place::short;
use crate::markup::visible;
use crate::session::Session;

/// The category of words for which nobody names one.
pub(super) const OWN_CATEGORY: &str = "our-words";

pub(super) fn run(arguments: &New, session: &Session) -> Result<Exit, Error> {
    let name = arguments.name.join(" ");
    if let Some((_, entry)) = session.glossary.called(&name).first() {
        return Err(Error::usage(
            format!("`{}` leads to the entry `{}` already", shown(&name), entry.id),
            format!("cnref edit {} changes what it says", entry.id),
        ));
    }
    let id = id_of(&name).map_err(|reason| {
        Error::usage(
            format!("`{}` {reason}", shown(&name)),
            "name it otherwise, with letters and digits, such as: cnref new \"Argo CD\"",
        )
    })?;
    let path = create(arguments, &name, &id, session)?;
    session.print(&format!("{}\n", visible(&short(&path))))?;
    session.hint(|page| {
        page.line(&format!("cnref: fill it in: cnref edit {id}; look at it: cnref {id}; then: cnref check"));
    });
    Ok(Exit::Found)
}

/// Writes the file, and its category's where there is none.
fn create(arguments: &New, name: &str, id: &str, session: &Session) -> Result<PathBuf, Error> {
    let glossary = &session.glossary;
    let category = match &arguments.category {
        None => OWN_CATEGORY,
        Some(name) => category_named(glossary, name)?,
    };
    let known = glossary.category(category);
    let is_compared = known.is_some_and(|category| !category.dimensions.is_empty());
    let kind = arguments.kind.unwrap_or(if is_compared { Kind::Project } else { Kind::Concept });
    let layer = folder(&arguments.layer, &session.places, &session.config)?;
    let path = layer.join(category).join(format!("{id}.toml"));
    write(&path, &template::entry(name, kind, known, day::today()), false)?;
    describe_category(glossary, &layer, category)?;
    Ok(path)
}
