//! What a pile of layers makes of one entry: each file is laid over what stands below.

use std::borrow::Cow;

use super::clean::{harmless, is_harmless, visible, with_web_links_only};
use super::origin::{Change, Origin};
use super::place::Owner;
use crate::builtin;
use crate::entry::Entry;
use crate::finding::Finding;
use crate::source::patch::{Patch, patched};
use crate::source::{self, Parsed, Role};

/// What one file of a layer says.
#[derive(Clone, Debug)]
pub(super) enum Sheet {
    /// A whole entry; without a category when it lies at the top of the layer.
    Whole(Box<Parsed<Entry>>),
    /// Changes to one.
    Patch(Parsed<Patch>),
}

/// Reads the file that `role` makes an entry or a patch of one, and makes it
/// harmless; `None` for other files.
pub(super) fn sheet(path: &std::path::Path, role: &Role) -> Option<Result<Sheet, Vec<Finding>>> {
    match role {
        Role::Entry(category, id) => {
            let read = source::entry(path, category.as_deref().unwrap_or_default(), id);
            Some(read.map(|parsed| Sheet::Whole(Box::new(clean_entry(parsed)))))
        }
        Role::Patch(_) => Some(source::read_patch(path).map(|parsed| Sheet::Patch(clean_patch(parsed)))),
        _ => None,
    }
}

fn clean_entry(parsed: Parsed<Entry>) -> Parsed<Entry> {
    let Parsed { path, text, value } = parsed;
    let (id, category) = (value.id.clone(), value.category.clone());
    let value = Entry { id, category, ..with_web_links_only(harmless(&text, value)) };
    Parsed { path, text, value }
}

fn clean_patch(parsed: Parsed<Patch>) -> Parsed<Patch> {
    if is_harmless(&parsed.text) {
        return parsed;
    }
    parsed.map(|patch| Patch { changes: visible(patch.changes), remove: visible(patch.remove) })
}

/// An entry under construction, from the lowest layer to the highest.
#[derive(Clone, Debug, Default)]
pub(super) struct Stack {
    /// The entry, where there is one so far.
    pub(super) entry: Option<Cow<'static, Entry>>,
    /// The layers that had a part in it.
    pub(super) origins: Vec<Origin>,
    /// What was wrong.
    pub(super) findings: Vec<Finding>,
}

impl Stack {
    /// What the program itself says of `id`.
    pub(super) fn builtin(id: &str) -> Self {
        Self { entry: builtin::entry(id).map(Cow::Borrowed), ..Self::default() }
    }

    /// Lays what a file of `owner`'s says over it.
    pub(super) fn lay(&mut self, owner: Owner, sheet: Sheet) {
        match sheet {
            Sheet::Whole(parsed) => self.lay_whole(owner, *parsed),
            Sheet::Patch(parsed) => self.lay_patch(owner, &parsed),
        }
    }

    fn lay_whole(&mut self, owner: Owner, parsed: Parsed<Entry>) {
        let mut entry = parsed.value;
        if entry.category.is_empty() {
            let Some(below) = &self.entry else {
                let text = format!(
                    "a new entry stands in the folder of its category: move it to <category>/{}.toml",
                    entry.id
                );
                self.findings.push(Finding::error(&parsed.path, &parsed.text, 0, "category", text));
                return;
            };
            entry.category.clone_from(&below.category);
        }
        let change = if self.entry.is_some() { Change::Replaces } else { Change::Adds };
        if self.origins.last().is_some_and(|last| last.layer == owner && last.change != Change::Patches)
            && self.origins.last().and_then(|last| last.file.parent()) != parsed.path.parent()
        {
            let text = format!("the same layer has another file for `{}`: keep one", entry.id);
            self.findings.push(Finding::warning(&parsed.path, &parsed.text, 0, "alias", text));
        }
        self.entry = Some(Cow::Owned(entry));
        self.origins.push(Origin { layer: owner, file: parsed.path, change, keys: Vec::new() });
    }

    fn lay_patch(&mut self, owner: Owner, parsed: &Parsed<Patch>) {
        let Some(below) = &self.entry else {
            let text = "there is no such entry in the layers below: name the file after an id that exists, or \
                        write a whole entry (without `.patch`)";
            self.findings.push(Finding::error(&parsed.path, &parsed.text, 0, "patch", text.to_owned()));
            return;
        };
        match patched(&**below, parsed) {
            Ok(entry) => {
                let (id, category) = (below.id.clone(), below.category.clone());
                let entry = Entry { id, category, ..with_web_links_only(entry) };
                self.entry = Some(Cow::Owned(entry));
                let keys = parsed.value.keys();
                let file = parsed.path.clone();
                self.origins.push(Origin { layer: owner, file, change: Change::Patches, keys });
            }
            Err(findings) => self.findings.extend(findings),
        }
    }
}
