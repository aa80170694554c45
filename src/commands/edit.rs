//! `cnref edit`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::say_miss;
use crate::author::{folder, id_of, template, write};
use crate::cli::Edit;
use crate::day;
use crate::entry::Entry;
use crate::error::{Error, Exit};
use crate::layers::Layer;
use crate::layers::place::{Owner, short};
use crate::lookup::{Lookup, lookup};
use crate::markup::visible;
use crate::render::{Answer, Answered, Depth, View};
use crate::review::{Subject, over, review};
use crate::session::Session;
use crate::source::PATCH_ENDING;

pub(super) fn run(arguments: &Edit, session: &Session) -> Result<Exit, Error> {
    let name = arguments.name.join(" ");
    let layer = folder(&arguments.layer, &session.places, &session.config)?;
    let found = lookup(&session.glossary, &name);
    let own = match &found.entries[..] {
        // An entry of one's own that cannot be read any more leads nowhere, and has a file.
        [] => id_of(&name).ok().and_then(|id| own_file(&layer, &id)),
        [entry] => own_file(&layer, &entry.id),
        _ => {
            offer(found, session);
            return Ok(Exit::Nothing);
        }
    };
    let (path, draft) = match (own, found.entries.first()) {
        (Some(path), _) => (path, None),
        (None, Some(entry)) => {
            let draft = patch(&layer, entry, session)?;
            (draft.path.clone(), Some(draft))
        }
        (None, None) => {
            say_miss(session, &found, None);
            return Ok(Exit::Nothing);
        }
    };
    let editor = editor(&path)?;
    if let Some(draft) = &draft {
        draft.write()?;
    }
    let opened = open(&editor, &path);
    if let Some(draft) = draft.filter(Draft::is_untouched) {
        draft.withdraw()?;
        opened?;
        session.hint(|page| page.line("cnref: nothing was changed, and so nothing was kept"));
        return Ok(Exit::Nothing);
    }
    opened?;
    verdict(&layer, &path, session)
}

/// The file of `layer` that speaks of the entry `id`: its patch rather than the entry itself.
fn own_file(layer: &Path, id: &str) -> Option<PathBuf> {
    Layer::new(Owner::Path, layer.to_owned()).candidates(id).last().map(|(path, _)| path)
}

/// Says every meaning of an ambiguous word, as a lookup does.
fn offer(found: Lookup<'_>, session: &Session) {
    let answer = Answer::new(&session.glossary, found.term, found.class, found.entries);
    let answered = Answered { answers: vec![answer], glossary: &session.glossary, depth: Depth::Page };
    session.say(|page| answered.text(page));
}

/// A patch of `entry` in `layer`, still to be written.
fn patch(layer: &Path, entry: &Entry, session: &Session) -> Result<Draft, Error> {
    if over(&below(layer, session)).get(&entry.id).is_none() {
        let file = session.glossary.origins(entry).first().map(|origin| short(&origin.file));
        return Err(Error::usage(
            format!(
                "there is no entry `{}` below {}, so that nothing could be changed there",
                entry.id,
                short(layer)
            ),
            format!("it stands in {}: --layer names the layer of a file", file.unwrap_or_default()),
        ));
    }
    let path = layer.join(&*entry.category).join(format!("{}{PATCH_ENDING}", entry.id));
    Ok(Draft::new(path, template::patch(entry)))
}

/// The folders of the layers in use that lie below `layer`; all of them below one that is not in use.
fn below(layer: &Path, session: &Session) -> Vec<PathBuf> {
    let whole = |folder: &Path| folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    let layer = whole(layer);
    let lower = session.places.iter().take_while(|place| whole(&place.folder) != layer);
    lower.filter(|place| !place.is_left_out && place.is_there()).map(|place| place.folder.clone()).collect()
}

/// A file begun for the editor, which goes again when nothing is made of it.
struct Draft {
    path: PathBuf,
    text: String,
    /// The folders that are made for it, the innermost first.
    made: Vec<PathBuf>,
}

impl Draft {
    fn new(path: PathBuf, text: String) -> Self {
        let above = path.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty());
        let made = above.take_while(|folder| !folder.exists()).map(Path::to_owned).collect();
        Self { path, text, made }
    }

    fn write(&self) -> Result<(), Error> {
        write(&self.path, &self.text, false)
    }

    fn is_untouched(&self) -> bool {
        fs::read_to_string(&self.path).is_ok_and(|text| text == self.text)
    }

    fn withdraw(&self) -> Result<(), Error> {
        fs::remove_file(&self.path).map_err(|source| Error::Save { what: short(&self.path), source })?;
        // A folder in which something was put meanwhile stays.
        for folder in &self.made {
            if fs::remove_dir(folder).is_err() {
                break;
            }
        }
        Ok(())
    }
}

/// The user's editor, as it is set.
fn editor(path: &Path) -> Result<String, Error> {
    let set = |name| env::var(name).ok().filter(|value| !value.trim().is_empty());
    set("VISUAL").or_else(|| set("EDITOR")).ok_or_else(|| {
        Error::usage(
            "neither VISUAL nor EDITOR names an editor",
            format!("set one, or write {} yourself", short(path)),
        )
    })
}

/// Runs `editor` on `path`, and waits for it.
fn open(editor: &str, path: &Path) -> Result<(), Error> {
    // Words as a shell parts them, without a shell, as with the pager.
    let mut words = shlex::split(editor).unwrap_or_default().into_iter();
    let mut command = Command::new(words.next().unwrap_or_default());
    let failed = |source| Error::Start { what: format!("the editor `{editor}`"), source };
    let status = command.args(words).arg(path).status().map_err(failed)?;
    if status.success() {
        return Ok(());
    }
    Err(Error::usage(format!("the editor `{editor}` failed: {status}"), "VISUAL or EDITOR names another one"))
}

/// Says what is wrong with the file now.
fn verdict(layer: &Path, path: &Path, session: &Session) -> Result<Exit, Error> {
    let mut folders = below(layer, session);
    folders.push(layer.to_owned());
    let review = review(&Subject::of_file(path, folders), day::today());
    if review.findings.is_empty() {
        session.print(&format!("{}\n", visible(&short(path))))?;
        return Ok(Exit::Found);
    }
    session.answer(&review)?;
    Ok(Exit::Nothing)
}
