//! `cnref check`.

use crate::cli::Check;
use crate::day;
use crate::drift::{drift, read};
use crate::error::{Error, Exit};
use crate::review::{Subject, explain, review};
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
    let review = review(&Subject::of(&arguments.paths, &session.places)?, day::today());
    session.answer(&review)?;
    Ok(if review.findings.is_empty() { Exit::Found } else { Exit::Nothing })
}
