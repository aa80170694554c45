//! `cnref edit`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::say_miss;
use crate::author::{folder, template, write};
use crate::cli::Edit;
use crate::day;
use crate::entry::Entry;
use crate::error::{Error, Exit};
use crate::layers::place::short;
use crate::lookup::lookup;
use crate::review::review;
use crate::session::Session;
use crate::source::PATCH_ENDING;

pub(super) fn run(arguments: &Edit, session: &Session) -> Result<Exit, Error> {
    let found = lookup(&session.glossary, &arguments.name.join(" "));
    let Some(entry) = found.entries.first() else {
        say_miss(session, &found, None);
        return Ok(Exit::Nothing);
    };
    let layer = folder(&arguments.layer, &session.places, &session.config)?;
    let own = session.glossary.origins(entry).iter().rev().find(|origin| origin.file.starts_with(&layer));
    let path = own.map_or_else(
        || layer.join(&*entry.category).join(format!("{}{PATCH_ENDING}", entry.id)),
        |origin| origin.file.clone(),
    );
    let template = begin(&path, entry)?;
    open(&path)?;
    if template.is_some_and(|text| fs::read_to_string(&path).is_ok_and(|after| after == text)) {
        fs::remove_file(&path).map_err(|source| Error::Save { what: short(&path), source })?;
        session.hint(|page| page.line("cnref: nothing was changed, and so nothing was kept"));
        return Ok(Exit::Nothing);
    }
    verdict(&layer, &path, session)
}

/// Begins a patch where there is no file yet, and tells what it began with.
fn begin(path: &Path, entry: &Entry) -> Result<Option<String>, Error> {
    if path.exists() {
        return Ok(None);
    }
    let text = template::patch(entry);
    write(path, &text, false)?;
    Ok(Some(text))
}

/// Runs the user's editor on `path`, and waits for it.
fn open(path: &Path) -> Result<(), Error> {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    let Some(editor) = set("VISUAL").or_else(|| set("EDITOR")) else {
        return Err(Error::usage(
            "neither VISUAL nor EDITOR names an editor",
            format!("set one, or open {} yourself", short(path)),
        ));
    };
    // Words as a shell parts them, without a shell, as with the pager.
    let mut words = shlex::split(&editor).unwrap_or_default().into_iter();
    let mut command = Command::new(words.next().unwrap_or_default());
    let failed = |source| Error::Read { what: format!("the editor `{editor}`"), source };
    let status = command.args(words).arg(path).status().map_err(failed)?;
    if status.success() {
        return Ok(());
    }
    Err(Error::usage(
        format!("the editor `{editor}` failed: {status}"),
        format!("{} is as it left it", short(path)),
    ))
}

/// Says what is wrong with the file now.
fn verdict(layer: &Path, path: &Path, session: &Session) -> Result<Exit, Error> {
    let below: Vec<PathBuf> = session
        .places
        .iter()
        .filter(|place| !place.is_left_out && place.is_there() && place.folder != layer)
        .map(|place| place.folder.clone())
        .collect();
    let folders: Vec<PathBuf> = below.into_iter().chain([layer.to_owned()]).collect();
    let mut review = review(&folders, day::today())?;
    let file = short(path);
    review.keep(|finding| finding.file.as_os_str() == file.as_str());
    if review.findings.is_empty() {
        session.print(&format!("{file}\n"))?;
        return Ok(Exit::Found);
    }
    session.answer(&review)?;
    Ok(Exit::Nothing)
}
