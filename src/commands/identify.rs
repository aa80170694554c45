//! `cnref identify`.

use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use crate::cli::Identify;
use crate::day;
use crate::error::{Error, Exit};
use crate::identify::{Inventory, LONGEST_NAMED, Limits, Subject, identify};
use crate::list::known_categories;
use crate::render::inventory::Identified;
use crate::session::Session;

pub(super) fn run(arguments: Identify, session: &Session) -> Result<Exit, Error> {
    let known = known_categories(&session.glossary, &arguments.categories)?;
    let limits = Limits {
        confidence: arguments.min_confidence,
        categories: known.into_iter().map(str::to_owned).collect(),
    };
    let named = arguments.paths.iter().map(|path| path.to_string_lossy().into_owned()).collect();
    let subjects = arguments.paths.into_iter().map(subject).collect::<Result<Vec<_>, _>>()?;
    let inventory = identify(&session.glossary, &subjects, &limits);
    speak(session, &inventory);
    let exit = match (inventory.troubles.is_empty(), inventory.technologies.is_empty()) {
        (false, _) => Exit::Trouble,
        (true, true) if inventory.unknown.is_empty() => Exit::Nothing,
        (true, _) => Exit::Found,
    };
    let identified = Identified {
        inventory,
        shows_all: arguments.evidence,
        subjects: named,
        today: day::today(),
        glossary: &session.glossary,
    };
    session.answer(&identified)?;
    // The process ends here: its memory goes at once, not piece by piece.
    std::mem::forget(identified);
    Ok(exit)
}

/// What `path` stands for: itself, or what another program prints.
fn subject(path: PathBuf) -> Result<Subject, Error> {
    if path == Path::new("-") {
        let mut stdin = io::stdin().lock();
        if stdin.is_terminal() {
            return Err(Error::usage(
                "standard input is a terminal, and what another program prints is expected on it",
                "for instance: kubectl get crd | cnref identify -",
            ));
        }
        return Ok(Subject::Stream("-".to_owned(), bytes("standard input", &mut stdin)?));
    }
    // What a shell offers as a file: `cnref identify <(kubectl get crd)`.
    if path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd") || path == Path::new("/dev/stdin") {
        let name = path.to_string_lossy().into_owned();
        let mut file =
            std::fs::File::open(&path).map_err(|source| Error::Read { what: name.clone(), source })?;
        let bytes = bytes(&name, &mut file)?;
        return Ok(Subject::Stream(name, bytes));
    }
    Ok(Subject::Path(path))
}

fn bytes(name: &str, stream: &mut impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    stream
        .take(LONGEST_NAMED + 1)
        .read_to_end(&mut bytes)
        .map_err(|source| Error::Read { what: name.to_owned(), source })?;
    Ok(bytes)
}

/// Says what the answer could not take in.
fn speak(session: &Session, inventory: &Inventory<'_>) {
    let is_any_read = inventory.files > 0;
    for trouble in &inventory.troubles {
        let rest = if is_any_read { "; the rest is answered" } else { "" };
        session.complain(&format!("{trouble}{rest}"));
    }
    for cut in &inventory.cut {
        session.hint(|page| {
            let cut = page.screen.clean(cut);
            page.line(&format!("cnref: {cut} is large: only its beginning was read"));
        });
    }
    let is_nothing_there =
        inventory.technologies.is_empty() && inventory.unknown.is_empty() && inventory.weaker == 0;
    if is_any_read && is_nothing_there {
        session.hint(|page| page.line("cnref: no technology that the glossary knows shows itself here"));
    }
}
