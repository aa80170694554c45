//! `cnref gloss`.

use std::path::Path;

use crate::cli::Gloss;
use crate::error::{Error, Exit};
use crate::gloss::{Document, gloss};
use crate::input;
use crate::session::Session;

pub(super) fn run(arguments: &Gloss, session: &Session) -> Result<Exit, Error> {
    let mut documents = Vec::new();
    let mut is_complete = true;
    for file in &arguments.files {
        match read(file) {
            Ok(document) => documents.push(document),
            Err(error) if arguments.files.len() == 1 => return Err(error),
            Err(error) => {
                // One unreadable file must not cost the others' answer.
                session.complain(&error.to_string());
                is_complete = false;
            }
        }
    }
    let gloss = gloss(&session.glossary, &documents, arguments.unknown);
    let is_empty = gloss.entries.is_empty() && gloss.unknown.is_empty();
    if is_empty {
        session.hint(|page| page.line("cnref: no term of the glossary occurs there"));
    } else {
        session.answer(&gloss)?;
    }
    Ok(match (is_complete, is_empty) {
        (false, _) => Exit::Trouble,
        (true, true) => Exit::Nothing,
        (true, false) => Exit::Found,
    })
}

fn read(file: &Path) -> Result<Document, Error> {
    let name = file.to_string_lossy().into_owned();
    let text = input::text(file, "a text", "cnref gloss - < notes.md")?;
    Ok(Document { name, text })
}
