//! `cnref graph`.

use super::{category_named, entry_named};
use crate::cli::Graph;
use crate::error::{Error, Exit};
use crate::graph::{around, of_category};
use crate::session::Session;

pub(super) fn run(arguments: &Graph, session: &Session) -> Result<Exit, Error> {
    let glossary = &session.glossary;
    let graph = if let Some(category) = &arguments.category {
        of_category(glossary, category_named(glossary, category)?, arguments.limit)
    } else if arguments.names.is_empty() {
        return Err(Error::usage("a graph needs a term or a category", "for instance: cnref graph istio"));
    } else {
        let mut roots = Vec::new();
        for name in &arguments.names {
            let Some(entry) = entry_named(std::slice::from_ref(name), session)? else {
                return Ok(Exit::Nothing);
            };
            roots.push(entry);
        }
        around(glossary, &roots, arguments.depth, arguments.limit)
    };
    session.answer(&graph)?;
    Ok(Exit::Found)
}
