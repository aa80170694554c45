//! `cnref check`.

use std::path::PathBuf;

use crate::cli::Check;
use crate::day;
use crate::drift::{drift, read};
use crate::error::{Error, Exit};
use crate::review::{explain, review};
use crate::session::Session;

pub(super) fn run(arguments: &Check, session: &Session) -> Result<Exit, Error> {
    if let Some(rule) = &arguments.explain {
        session.answer(&explain(rule.as_deref())?)?;
        return Ok(Exit::Found);
    }
    if let Some(file) = &arguments.against {
        let drift = drift(&session.glossary, &read(file)?);
        session.answer(&drift)?;
        return Ok(if drift.differences.is_empty() { Exit::Found } else { Exit::Nothing });
    }
    let used = || session.places.iter().filter(|place| !place.is_left_out && place.is_there());
    let folders: Vec<PathBuf> = match &arguments.folders[..] {
        [] => used().map(|place| place.folder.clone()).collect(),
        folders => folders.to_vec(),
    };
    if folders.is_empty() {
        return Err(Error::usage(
            "there is no layer to check",
            "name a folder, such as: cnref check .cnref; `cnref layers` shows where layers are looked for",
        ));
    }
    let review = review(&folders, day::today())?;
    session.answer(&review)?;
    Ok(if review.findings.is_empty() { Exit::Found } else { Exit::Nothing })
}
