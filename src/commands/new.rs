//! `cnref new`.

use std::path::PathBuf;

use crate::author::{folder, id_of, template, write};
use crate::cli::New;
use crate::day;
use crate::entry::Kind;
use crate::error::{Error, Exit};
use crate::layers::place::short;
use crate::list::known_categories;
use crate::session::Session;
use crate::source::CATEGORY_FILE;

/// The category of words for which nobody names one.
pub(super) const OWN_CATEGORY: &str = "our-words";

pub(super) fn run(arguments: &New, session: &Session) -> Result<Exit, Error> {
    let name = arguments.name.join(" ");
    if let Some((_, entry)) = session.glossary.called(&name).first() {
        return Err(Error::usage(
            format!("`{name}` leads to the entry `{}` already", entry.id),
            format!("cnref edit {} changes what it says", entry.id),
        ));
    }
    let path = create(arguments, &name, session)?;
    session.print(&format!("{}\n", short(&path)))?;
    let id = id_of(&name)?;
    session.hint(|page| {
        page.line(&format!("cnref: fill it in: cnref edit {id}; look at it: cnref {id}; then: cnref check"));
    });
    Ok(Exit::Found)
}

/// Writes the file, and its category's where there is none.
fn create(arguments: &New, name: &str, session: &Session) -> Result<PathBuf, Error> {
    let glossary = &session.glossary;
    let category = match &arguments.category {
        None => OWN_CATEGORY,
        Some(name) => match known_categories(glossary, std::slice::from_ref(name))?[..] {
            [id] => id,
            _ => {
                return Err(Error::usage(
                    format!("`{name}` is a group of several categories"),
                    "`cnref categories` shows them: name one",
                ));
            }
        },
    };
    let known = glossary.category(category);
    let is_compared = known.is_some_and(|category| !category.dimensions.is_empty());
    let kind = arguments.kind.unwrap_or(if is_compared { Kind::Project } else { Kind::Concept });
    let folder = folder(&arguments.layer, &session.places, &session.config)?.join(category);
    let path = folder.join(format!("{}.toml", id_of(name)?));
    write(&path, &template::entry(name, kind, known, day::today()), false)?;
    if known.is_none() && !folder.join(CATEGORY_FILE).exists() {
        let text = template::category(category, "Words that we use among ourselves.");
        write(&folder.join(CATEGORY_FILE), &text, false)?;
    }
    Ok(path)
}
