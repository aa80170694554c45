//! `cnref search`.

use crate::cli::Search;
use crate::error::{Error, Exit, shown};
use crate::key::key;
use crate::list::known_categories;
use crate::search::{Limits, search};
use crate::session::Session;

pub(super) fn run(arguments: &Search, session: &Session) -> Result<Exit, Error> {
    let question = arguments.words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    if key(&question).is_empty() {
        return Err(Error::usage(
            "a search needs a word",
            "for instance: cnref search encrypt traffic between pods",
        ));
    }
    let limits = Limits {
        categories: known_categories(&session.glossary, &arguments.categories)?,
        kinds: arguments.kinds.clone(),
        most: arguments.limit,
    };
    let found = search(&session.glossary, &question, &limits);
    if !found.entries.is_empty() {
        session.answer(&found)?;
        return Ok(Exit::Found);
    }
    session.complain(&format!("nothing is found for `{}`", shown(&question)));
    session.hint(|page| {
        if found.near.is_empty() {
            page.line("  other words may find it; the areas there are: cnref categories");
        } else {
            page.line(&format!("  near words: {}", page.screen.clean(&found.near.join(", "))));
        }
    });
    Ok(Exit::Nothing)
}
