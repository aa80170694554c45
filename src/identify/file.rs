//! One file: what its name and what its text give away.

use std::io;
use std::mem;
use std::path::Path;

use super::evidence::{Found, Owner, Sightings, Sign, Strength};
use super::form::{Form, file_name, parts};
use super::ground::{Ground, is_mute};
use super::index::{Claim, Index};
use super::read::{first, read, text};
use super::scan::{Compose, Scan};

/// What came of looking at a file.
#[derive(Debug)]
pub(super) enum Looked {
    /// There is nothing in it.
    Nothing,
    /// This is in it; and whether only its beginning was read.
    Found(Found, bool),
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
    /// Empty between two files; their memory serves the next one.
    sightings: Sightings,
}

impl<'i, 'g> Reader<'i, 'g> {
    /// A reader that knows `index`.
    pub(super) fn new(index: &'i Index<'g>) -> Self {
        Self {
            index,
            buffer: Vec::new(),
            folders: String::new(),
            ground: Ground::default(),
            sightings: Sightings::default(),
        }
    }

    /// Looks at the file at `path`, which an answer calls `shown`, and which lies at
    /// `inside` below what was asked about; up to `longest` bytes of it are read.
    pub(super) fn look(&mut self, path: &Path, shown: &str, inside: &str, longest: u64) -> Looked {
        let name = file_name(shown);
        let form = if is_mute(inside) { Form::Name } else { form(path, shown) };
        let mut claims = self.index.files.claims(shown);
        let mut scan = Scan::new(self.index);
        scan.found = mem::take(&mut self.sightings);
        scan.found.ground = match form {
            Form::Script | Form::Pipeline => self.ground(inside).of_script(),
            _ => self.ground(inside),
        };
        let mut is_cut = false;
        if form != Form::Name || claims.iter().any(Claim::needs_text) {
            match read(path, &mut self.buffer, longest) {
                Ok(beginning) => {
                    is_cut = beginning.is_cut;
                    let text = text(beginning.bytes);
                    claims.retain(|claim| claim.holds_in(text.as_deref().unwrap_or_default()));
                    if let Some(text) = text {
                        scan.text(name, form, &text);
                    }
                }
                Err(error) => {
                    self.sightings = scan.found;
                    return Looked::Failed(error);
                }
            }
            if self.buffer.capacity() > KEPT {
                self.buffer = Vec::new();
            }
        }
        let is_aside =
            |claim: &Claim<'_>| self.index.is_service(claim.owner) && !is_root(path, inside, claim.pattern);
        name_of(&claims, form, is_aside, &mut scan.found);
        // What no name tells may be a Compose file by what it holds.
        if let (true, Some(line)) = (claims.is_empty(), scan.compose.is_told_at())
            && let Some(owner) = self.index.id(Compose::ID)
        {
            scan.found.add(owner, Sign::Marker, Strength::Medium, line, "services:");
        }
        self.sightings = scan.found;
        self.sightings.settle();
        match (self.sightings.is_empty(), is_cut) {
            (true, false) => Looked::Nothing,
            (true, true) => Looked::Cut,
            (false, is_cut) => Looked::Found(self.sightings.take(), is_cut),
        }
    }

    /// The ground on which the file at `path` stands.
    fn ground(&mut self, path: &str) -> Ground {
        let (folders, _) = parts(path);
        if folders != self.folders {
            folders.clone_into(&mut self.folders);
            self.ground = Ground::of(folders);
        }
        self.ground
    }
}

/// What the file's name gives away: those who claim it.
fn name_of(claims: &[Claim<'_>], form: Form, is_aside: impl Fn(&Claim<'_>) -> bool, found: &mut Sightings) {
    if claims.is_empty() {
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
    for claim in claims {
        let is_deployed = !others.is_empty() && !others.contains(&claim.owner);
        if !is_deployed || claim.pattern.contains('/') {
            let strength = match claim.pattern {
                _ if is_aside(claim) => Strength::Low,
                pattern if pattern.starts_with('*') => Strength::Medium,
                _ => Strength::High,
            };
            found.add(claim.owner, Sign::File, strength, 0, claim.pattern);
        }
    }
}

/// Whether the file at `path`, which lies at `inside` below what was asked about, is
/// where `pattern` has it in a repository: at its root. A service that builds
/// repositories reads its settings nowhere else.
fn is_root(path: &Path, inside: &str, pattern: &str) -> bool {
    if !pattern.starts_with('.') {
        return true;
    }
    let depth = pattern.matches('/').count();
    let is_outermost = inside.matches('/').count() <= depth;
    is_outermost || path.ancestors().nth(depth + 1).is_some_and(|root| root.join(".git").exists())
}

/// The form of the file at `path`, which an answer calls `shown`. Scripts are often
/// called as commands are, without an ending.
fn form(path: &Path, shown: &str) -> Form {
    match Form::at(shown) {
        Form::Name if !file_name(shown).contains('.') => {
            first(path).ok().and_then(|bytes| Form::of_script(&bytes)).unwrap_or(Form::Name)
        }
        form => form,
    }
}

/// What is kept of the memory for a large file.
const KEPT: usize = 1 << 20;
