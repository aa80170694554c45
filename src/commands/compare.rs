//! `cnref compare`.

use super::{category_named, say_meaning, say_miss, warn_of_redefinition};
use crate::cli::Compare;
use crate::compare::{compare, members};
use crate::entry::Entry;
use crate::error::{Error, Exit};
use crate::glossary::Glossary;
use crate::lookup::{lookup, terms};
use crate::render::comparison::Compared;
use crate::session::Session;

pub(super) fn run(arguments: &Compare, session: &Session) -> Result<Exit, Error> {
    let glossary = &session.glossary;
    let entries = if let Some(category) = &arguments.category {
        comparable_members(glossary, category)?
    } else {
        let Some(entries) = named(arguments, session)? else { return Ok(Exit::Nothing) };
        entries
    };
    warn_of_redefinition(session, entries.iter().copied(), false);
    let comparison = compare(glossary, &entries);
    session.answer(&Compared { comparison, unfolded: arguments.all })?;
    Ok(Exit::Found)
}

/// The members of a category that answer its questions.
fn comparable_members<'g>(glossary: &'g Glossary, category: &str) -> Result<Vec<&'g Entry>, Error> {
    let id = category_named(glossary, category)?;
    let members = members(glossary, id);
    if members.is_empty() {
        return Err(Error::usage(
            format!("nothing in the category `{id}` can be compared"),
            format!("`cnref list --category {id}` shows what is in it"),
        ));
    }
    Ok(members)
}

/// The entries that the arguments name; `None` when one of them names none, which has been said.
fn named<'s>(arguments: &Compare, session: &'s Session) -> Result<Option<Vec<&'s Entry>>, Error> {
    let mut entries: Vec<&Entry> = Vec::new();
    let mut is_complete = true;
    let names: Vec<_> = arguments.names.iter().map(|name| name.to_string_lossy()).collect();
    let names: Vec<&str> = names.iter().map(|name| &**name).collect();
    for name in terms(&session.glossary, &names) {
        let found = lookup(&session.glossary, &name);
        match found.entries.first() {
            Some(entry) if entries.iter().all(|other| other.id != entry.id) => {
                say_meaning(session, &found);
                entries.push(entry);
            }
            Some(_) => {}
            None => {
                is_complete = false;
                say_miss(session, &found, None);
            }
        }
    }
    if !is_complete {
        return Ok(None);
    }
    if entries.len() < 2 {
        return Err(Error::usage(
            "a comparison needs two different entries, or a category",
            "for instance: cnref compare istio linkerd, or cnref compare --category service-mesh",
        ));
    }
    Ok(Some(entries))
}
