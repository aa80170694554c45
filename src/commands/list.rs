//! `cnref list`.

use crate::cli::List;
use crate::error::{Error, Exit};
use crate::list::{Filters, list};
use crate::render::Format;
use crate::session::Session;

pub(super) fn run(arguments: List, session: &mut Session) -> Result<Exit, Error> {
    let filters = Filters {
        categories: arguments.categories,
        kinds: arguments.kinds,
        maturities: arguments.maturities,
        statuses: arguments.statuses,
        tags: arguments.tags,
        languages: arguments.languages,
        licenses: arguments.licenses,
    };
    // What is piped is read by a program, which wants one id a line.
    if session.format == Format::Text && !session.screen.is_terminal {
        session.format = Format::Name;
    }
    let listing = list(&session.glossary, &filters, arguments.sort)?;
    if listing.entries.is_empty() {
        session.hint(|page| page.line("cnref: no entry fits all of that"));
    }
    session.answer(&listing)?;
    Ok(Exit::Found)
}
