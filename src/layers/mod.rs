//! Words of one's own over the built-in glossary: folders whose files replace
//! an entry, patch it, or bring a new one.
//!
//! A question about one id opens one file of each layer; a question about all
//! entries reads all files, once. What a layer says is a stranger's text: it
//! is made harmless as it is read, and every entry knows who had a part in it.

mod category;
mod clean;
pub mod inventory;
pub mod origin;
pub mod place;
mod stack;
mod whole;

use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::OnceLock;

use elsa::sync::FrozenMap;

use crate::entry::{Entry, Group};
use crate::finding::Finding;
use crate::source::file::is_id;
use crate::source::{ENTRY_ENDING, PATCH_ENDING, Role};
pub(crate) use category::Categories;
use origin::Origin;
use place::{Owner, Place};
use stack::{Stack, sheet};
pub(crate) use whole::Whole;

/// The group of categories that name no other.
pub const OWN_GROUP: Group = Group {
    id: Cow::Borrowed("own"),
    name: Cow::Borrowed("Own words"),
    summary: Cow::Borrowed("Categories of your own that name no group."),
};

/// A folder that is there.
#[derive(Debug)]
pub struct Layer {
    /// Whose it is.
    pub owner: Owner,
    /// The folder.
    pub folder: PathBuf,
    folders: OnceLock<Vec<String>>,
}

impl Layer {
    /// The layer in `folder`.
    #[must_use]
    pub fn new(owner: Owner, folder: PathBuf) -> Self {
        Self { owner, folder, folders: OnceLock::new() }
    }

    /// The names of its categories' folders, sorted.
    fn folders(&self) -> &[String] {
        self.folders.get_or_init(|| {
            let items = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
            let folders = items.filter(|item| item.path().is_dir());
            let names = folders.map(|item| item.file_name().to_string_lossy().into_owned());
            let mut names: Vec<String> = names.filter(|name| is_id(name)).collect();
            names.sort();
            names
        })
    }

    /// The files that could speak of `id`, an entry before its patch: below its
    /// category's folder first, so that most questions try few names.
    pub(crate) fn candidates(&self, id: &str) -> impl Iterator<Item = (PathBuf, Role)> {
        let folders = self.folders().iter().map(Some).chain([None]);
        let files = folders.flat_map(move |category| {
            let folder = category.map_or_else(|| self.folder.clone(), |category| self.folder.join(category));
            let entry = Role::Entry(category.cloned(), id.to_owned());
            [
                (folder.join(format!("{id}{ENTRY_ENDING}")), entry),
                (folder.join(format!("{id}{PATCH_ENDING}")), Role::Patch(id.to_owned())),
            ]
        });
        let mut there: Vec<(PathBuf, Role)> =
            files.filter(|(path, _)| path.symlink_metadata().is_ok()).collect();
        there.sort_by_key(|(_, role)| matches!(role, Role::Patch(_)));
        there.into_iter()
    }
}

/// The layers over the built-in glossary, read as far as was asked for.
#[derive(Debug)]
pub struct Layers {
    pile: Vec<Layer>,
    opened: FrozenMap<String, Box<Stack>>,
    whole: OnceLock<Whole>,
    categories: OnceLock<Categories>,
}

impl Layers {
    /// The layers in those of `places` that are there and not left out; `None` when none is.
    #[must_use]
    pub fn new(places: &[Place]) -> Option<Self> {
        let used = places.iter().filter(|place| !place.is_left_out && place.is_there());
        let pile: Vec<Layer> = used.map(|place| Layer::new(place.owner, place.folder.clone())).collect();
        (!pile.is_empty()).then(|| Self {
            pile,
            opened: FrozenMap::new(),
            whole: OnceLock::new(),
            categories: OnceLock::new(),
        })
    }

    /// All entries of all layers, read when first asked for.
    pub(crate) fn whole(&self) -> &Whole {
        self.whole.get_or_init(|| Whole::read(&self.pile))
    }

    /// All categories of all layers, read when first asked for.
    pub(crate) fn categories(&self) -> &Categories {
        self.categories.get_or_init(|| Categories::read(&self.pile))
    }

    /// The entry with this id; opens one file of each layer at the most,
    /// unless all have been read.
    pub(crate) fn entry(&self, id: &str) -> Option<&Entry> {
        match self.whole.get() {
            Some(whole) => whole.number(id).map(|place| whole.at(place)),
            None => self.open(id)?.entry.as_deref(),
        }
    }

    /// The layers that had a part in the entry with this id.
    pub(crate) fn origins(&self, id: &str) -> &[Origin] {
        match self.whole.get() {
            Some(whole) => whole.origins(id),
            None => self.open(id).map_or(&[], |stack| &stack.origins),
        }
    }

    fn open(&self, id: &str) -> Option<&Stack> {
        if !is_id(id) {
            return None;
        }
        if let Some(stack) = self.opened.get(id) {
            return Some(stack);
        }
        let mut stack = Stack::builtin(id);
        for layer in &self.pile {
            for (path, role) in layer.candidates(id) {
                match sheet(&path, &role) {
                    Some(Ok(sheet)) => stack.lay(layer.owner, sheet),
                    Some(Err(findings)) => stack.findings.extend(findings),
                    None => {}
                }
            }
        }
        Some(self.opened.insert(id.to_owned(), Box::new(stack)))
    }

    /// All entries, if they have been read.
    pub(crate) fn if_whole(&self) -> Option<&Whole> {
        self.whole.get()
    }

    /// The ids that the names of the layers' files tell, sorted; no file is opened.
    pub(crate) fn ids(&self) -> Vec<String> {
        let folders = self.pile.iter().flat_map(|layer| {
            let inner = layer.folders().iter().map(|folder| layer.folder.join(folder));
            inner.chain([layer.folder.clone()])
        });
        let items = folders.flat_map(|folder| std::fs::read_dir(folder).into_iter().flatten().flatten());
        let mut ids: Vec<String> = items
            .filter_map(|item| {
                let name = item.file_name();
                let name = name.to_str()?;
                let id = name.strip_suffix(PATCH_ENDING).or_else(|| name.strip_suffix(ENTRY_ENDING))?;
                is_id(id).then(|| id.to_owned())
            })
            .collect();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// What was wrong in what has been read.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = if let Some(whole) = self.whole.get() {
            whole.findings.clone()
        } else {
            let ids = self.opened.keys_cloned();
            let stacks = ids.iter().filter_map(|id| self.opened.get(id.as_str()));
            stacks.flat_map(|stack| stack.findings.clone()).collect()
        };
        findings.extend(self.categories.get().into_iter().flat_map(|read| read.findings.clone()));
        findings.sort();
        findings.dedup();
        findings
    }
}
