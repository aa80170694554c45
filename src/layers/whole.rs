//! Every file of every layer, read on all cores, and the tables that questions
//! about the whole glossary are answered from.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;
use std::sync::OnceLock;
use std::thread;

use super::Layer;
use super::origin::Origin;
use super::place::Owner;
use super::stack::{Sheet, Stack, sheet};
use crate::builtin;
use crate::entry::{Entry, NameClass};
use crate::finding::Finding;
use crate::key::{key, letters};
use crate::relation::Relation;
use crate::source::{Role, files};

/// Fewer files than this are read on one core: starting another takes longer.
const WORTH_A_THREAD: usize = 64;

/// Where an entry lies.
#[derive(Clone, Copy, Debug)]
enum Slot {
    Builtin(usize),
    Own(usize),
}

/// A name with how it belongs and the place of the entry that it leads to.
type Name = (Cow<'static, str>, NameClass, usize);

/// The built-in glossary with all layers over it.
#[derive(Debug, Default)]
pub(crate) struct Whole {
    /// Entries by id.
    slots: Vec<Slot>,
    /// Those that layers brought or changed.
    own: Vec<Entry>,
    /// Names by key; sorted when first asked for.
    names: OnceLock<Vec<Name>>,
    /// For each entry, who names it; made when first asked for.
    inverse: OnceLock<Vec<Vec<(Relation, usize)>>>,
    /// For each entry that layers had a part in, which.
    origins: HashMap<String, Vec<Origin>>,
    /// What was wrong.
    pub(super) findings: Vec<Finding>,
}

impl Whole {
    /// Reads every file of `layers`.
    pub(super) fn read(layers: &[Layer]) -> Self {
        let mut whole = Self::default();
        let mut stacks: BTreeMap<String, Stack> = BTreeMap::new();
        for (owner, id, read) in sheets(layers, &mut whole.findings) {
            match read {
                Ok(sheet) => {
                    let stack = stacks.entry(id).or_insert_with_key(|id| Stack::builtin(id));
                    stack.lay(owner, sheet);
                }
                Err(findings) => whole.findings.extend(findings),
            }
        }
        whole.take(stacks);
        whole
    }

    /// Merges what the layers say with the built-in entries.
    fn take(&mut self, stacks: BTreeMap<String, Stack>) {
        let mut untouched = (0..builtin::ENTRIES.len()).peekable();
        for (id, stack) in stacks {
            while let Some(number) = untouched.next_if(|number| *builtin::ENTRIES[*number].id < *id) {
                self.slots.push(Slot::Builtin(number));
            }
            let below = untouched.next_if(|number| builtin::ENTRIES[*number].id == id);
            match stack.entry {
                Some(Cow::Owned(entry)) => {
                    self.slots.push(Slot::Own(self.own.len()));
                    self.own.push(entry);
                }
                // Nothing that the layers said of it could be used.
                _ => self.slots.extend(below.map(Slot::Builtin)),
            }
            self.findings.extend(stack.findings);
            if !stack.origins.is_empty() {
                self.origins.insert(id, stack.origins);
            }
        }
        self.slots.extend(untouched.map(Slot::Builtin));
    }

    /// Merges the names of the layers' entries with the built-in table.
    fn collect_names(&self) -> Vec<Name> {
        let mut places = vec![None; builtin::ENTRIES.len()];
        let mut names: Vec<Name> = Vec::with_capacity(builtin::names().len() + 3 * self.own.len());
        for (place, slot) in self.slots.iter().enumerate() {
            match *slot {
                Slot::Builtin(number) => places[number] = Some(place),
                Slot::Own(number) => {
                    for (class, name) in self.own[number].names() {
                        names.push((Cow::Owned(letters(name)), class, place));
                        // A plural of what is no name itself leads there, too.
                        let key = key(name);
                        if !builtin::has_name(&key) {
                            names.push((Cow::Owned(key), class, place));
                        }
                    }
                }
            }
        }
        names.retain(|(key, ..)| !key.is_empty());
        names.extend(
            builtin::names()
                .filter_map(|(key, class, number)| Some((Cow::Borrowed(key), class, places[number]?))),
        );
        names.sort_unstable();
        names.dedup();
        names
    }

    fn names(&self) -> &[Name] {
        self.names.get_or_init(|| self.collect_names())
    }

    pub(crate) fn len(&self) -> usize {
        self.slots.len()
    }

    pub(crate) fn at(&self, place: usize) -> &Entry {
        match self.slots[place] {
            Slot::Builtin(number) => builtin::ENTRIES[number],
            Slot::Own(number) => &self.own[number],
        }
    }

    pub(crate) fn number(&self, id: &str) -> Option<usize> {
        self.slots
            .binary_search_by(|slot| match *slot {
                Slot::Builtin(number) => (*builtin::ENTRIES[number].id).cmp(id),
                Slot::Own(number) => (*self.own[number].id).cmp(id),
            })
            .ok()
    }

    /// Every name whose key is `key`.
    pub(crate) fn named(&self, key: &str) -> impl Iterator<Item = (NameClass, &Entry)> {
        let names = self.names();
        let start = names.partition_point(|(name, ..)| **name < *key);
        let equal = names[start..].iter().take_while(move |(name, ..)| **name == *key);
        equal.map(|(_, class, place)| (*class, self.at(*place)))
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = (&str, NameClass, &Entry)> {
        self.names().iter().map(|(key, class, place)| (&**key, *class, self.at(*place)))
    }

    pub(crate) fn origins(&self, id: &str) -> &[Origin] {
        self.origins.get(id).map_or(&[], |origins| origins)
    }

    /// Who names the entry at `place`.
    pub(crate) fn inverse(&self, place: usize) -> &[(Relation, usize)] {
        &self.inverse.get_or_init(|| self.invert())[place]
    }

    fn invert(&self) -> Vec<Vec<(Relation, usize)>> {
        let numbers: HashMap<&str, usize> =
            (0..self.len()).map(|place| (&*self.at(place).id, place)).collect();
        let mut inverse = vec![Vec::new(); self.len()];
        for place in 0..self.len() {
            for (relation, id) in self.at(place).relations.all() {
                if let Some(&target) = numbers.get(&**id) {
                    inverse[target].push((relation, place));
                }
            }
        }
        for pairs in &mut inverse {
            pairs.sort_unstable();
        }
        inverse
    }
}

/// What every file of `layers` says, the lowest layer first.
fn sheets(
    layers: &[Layer],
    findings: &mut Vec<Finding>,
) -> Vec<(Owner, String, Result<Sheet, Vec<Finding>>)> {
    let mut found: Vec<(Owner, PathBuf, Role)> = Vec::new();
    for layer in layers {
        let mut files = files(&layer.folder, findings);
        // A layer's own patch is laid over its own entry.
        files.sort_by_key(|(_, role)| matches!(role, Role::Patch(_)));
        found.extend(files.into_iter().map(|(path, role)| (layer.owner, path, role)));
    }
    let read = |files: &[(Owner, PathBuf, Role)]| -> Vec<_> {
        let one = |(owner, path, role): &(Owner, PathBuf, Role)| {
            let (Role::Entry(_, id) | Role::Patch(id)) = role else { return None };
            Some((*owner, id.clone(), sheet(path, role)?))
        };
        files.iter().filter_map(one).collect()
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    if found.len() < WORTH_A_THREAD || cores == 1 {
        return read(&found);
    }
    thread::scope(|scope| {
        let parts: Vec<_> =
            found.chunks(found.len().div_ceil(cores)).map(|part| scope.spawn(|| read(part))).collect();
        parts.into_iter().flat_map(|part| part.join().unwrap_or_default()).collect()
    })
}
