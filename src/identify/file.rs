//! One file: what its name and what its text give away.

use std::io;
use std::mem;
use std::path::Path;

use super::evidence::{Owner, Sightings, Sign, Strength, Texts};
use super::form::Form;
use super::ground::{Ground, is_mute};
use super::index::Index;
use super::read::{first, read, text};
use super::scan::{Compose, Scan};

/// What came of looking at a file.
#[derive(Debug)]
pub(super) enum Looked {
    /// There is nothing in it.
    Nothing,
    /// This is in it; and whether only its beginning was read.
    Found(Sightings, bool),
    /// There is nothing in its beginning, and no more was read.
    Cut,
    /// It could not be read.
    Failed(io::Error),
}

/// Looks at files, one after the other.
pub(super) struct Reader<'i, 'g> {
    index: &'i Index<'g>,
    buffer: Vec<u8>,
    /// The folders of the last file, and their ground: files of a folder come together.
    folders: String,
    ground: Ground,
    texts: Texts,
}

impl<'i, 'g> Reader<'i, 'g> {
    /// A reader that knows `index`.
    pub(super) fn new(index: &'i Index<'g>) -> Self {
        Self {
            index,
            buffer: Vec::new(),
            folders: String::new(),
            ground: Ground::default(),
            texts: Texts::default(),
        }
    }

    /// Looks at the file at `path`, which an answer calls `shown`, and which lies at
    /// `inside` below what was asked about; up to `longest` bytes of it are read.
    pub(super) fn look(&mut self, path: &Path, shown: &str, inside: &str, longest: u64) -> Looked {
        let name = shown.rsplit('/').next().unwrap_or(shown);
        let form = if is_mute(inside) { Form::Name } else { form(path, name) };
        let mut scan = Scan::new(self.index);
        scan.found.ground = self.ground(inside);
        scan.found.texts = mem::take(&mut self.texts);
        let mut is_cut = false;
        if form != Form::Name {
            match read(path, &mut self.buffer, longest) {
                Ok(beginning) => {
                    is_cut = beginning.is_cut;
                    if let Some(text) = text(beginning.bytes) {
                        scan.text(name, form, &text);
                    }
                }
                Err(error) => {
                    self.texts = scan.found.texts;
                    return Looked::Failed(error);
                }
            }
            if self.buffer.capacity() > KEPT {
                self.buffer = Vec::new();
            }
        }
        self.name(shown, form, scan.compose, &mut scan.found);
        let mut found = scan.found;
        found.settle();
        self.texts = mem::take(&mut found.texts);
        match (found.known.is_empty() && found.strangers.is_empty(), is_cut) {
            (true, false) => Looked::Nothing,
            (true, true) => Looked::Cut,
            (false, is_cut) => Looked::Found(found, is_cut),
        }
    }

    /// The ground on which the file at `path` stands.
    fn ground(&mut self, path: &str) -> Ground {
        let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
        if folders != self.folders {
            folders.clone_into(&mut self.folders);
            self.ground = Ground::of(folders);
        }
        self.ground
    }

    /// What the file's name gives away.
    fn name(&self, shown: &str, form: Form, compose: Compose, found: &mut Sightings) {
        let mut owners = self.index.files.owners(shown);
        if form == Form::Yaml {
            let reader = self.index.id(Compose::ID);
            // A plain word may name another file; what is not known may be one.
            owners.retain(|(pattern, owner)| {
                Some(*owner) != reader || !compose.is_other() || pattern.contains(Compose::ID)
            });
            if let (true, Some(owner), Some(line)) = (owners.is_empty(), reader, compose.is_told_at()) {
                found.add(owner, Sign::Marker, Strength::Medium, line, "services:");
            }
        }
        if owners.is_empty() {
            return;
        }
        // A manifest of something else may be called after what it deploys; but the
        // manifest itself is what counts. In a folder of a name of its own a file is what
        // it is called, with whatever manifests in its scripts.
        let is_manifest = matches!(form, Form::Yaml | Form::Data);
        let others: Vec<Owner> = found
            .known
            .iter()
            .filter(|sighting| is_manifest && sighting.sign == Sign::ApiGroup)
            .map(|sighting| sighting.owner)
            .collect();
        for (pattern, owner) in owners {
            let is_deployed = !others.is_empty() && !others.contains(&owner);
            if !is_deployed || pattern.contains('/') {
                let strength = if pattern.starts_with('*') { Strength::Medium } else { Strength::High };
                found.add(owner, Sign::File, strength, 0, pattern);
            }
        }
    }
}

/// The form of the file at `path`, which is called `name`. Scripts are often called
/// as commands are, without an ending.
fn form(path: &Path, name: &str) -> Form {
    match Form::of(name) {
        Form::Name if !name.contains('.') => {
            first(path).ok().and_then(|bytes| Form::of_script(&bytes)).unwrap_or(Form::Name)
        }
        form => form,
    }
}

/// What is kept of the memory for a large file.
const KEPT: usize = 1 << 20;
