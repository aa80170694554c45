//! The set of entries, with the ways to reach one: by id, by name, by relation.

use std::iter;

use crate::entry::{Category, Entry, Group, NameClass};
use crate::key::{key, letters};
use crate::relation::Relation;

#[allow(clippy::wildcard_imports, reason = "written by the build script")]
mod builtin {
    include!(concat!(env!("OUT_DIR"), "/glossary.rs"));
}

/// A glossary: its groups, categories and entries.
#[derive(Clone, Copy, Debug)]
pub struct Glossary {
    entries: &'static [&'static Entry],
    names: &'static [(&'static str, NameClass, u16)],
    inverse: &'static [&'static [(Relation, u16)]],
}

impl Glossary {
    /// The glossary that is part of the program.
    #[must_use]
    pub fn builtin() -> Self {
        Self { entries: &builtin::ENTRIES, names: &builtin::NAMES, inverse: &builtin::INVERSE }
    }

    /// The groups, in the order in which they are shown.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        builtin::GROUPS
    }

    /// The categories, by id.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        builtin::CATEGORIES
    }

    /// The category with this id.
    #[must_use]
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories().iter().find(|category| category.id == id)
    }

    /// The entries, by id.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().copied()
    }

    /// The entry with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry> {
        self.number(id).map(|number| self.entries[number])
    }

    /// Every entry that `name` leads to in any spelling, in order of preference,
    /// each once.
    ///
    /// A plural leads on only where it is no name itself: NATS is not several NATs.
    #[must_use]
    pub fn named(&self, name: &str) -> Vec<(NameClass, &Entry)> {
        let exact = self.keyed(&letters(name));
        if exact.is_empty() { self.keyed(&key(name)) } else { exact }
    }

    fn keyed(&self, key: &str) -> Vec<(NameClass, &Entry)> {
        let start = self.names.partition_point(|(name, ..)| *name < key);
        let equal = self.names[start..].iter().take_while(|(name, ..)| *name == key);
        let mut found: Vec<(NameClass, &Entry)> = Vec::new();
        for &(_, class, number) in equal {
            let entry = self.entries[usize::from(number)];
            if found.iter().all(|(_, other)| other.id != entry.id) {
                found.push((class, entry));
            }
        }
        found.sort_by_key(|(class, entry)| (*class, usize::MAX - self.weight(entry)));
        found
    }

    /// Every name's key, with how it belongs and the entry it leads to, by key.
    pub fn keys(&self) -> impl Iterator<Item = (&str, NameClass, &Entry)> {
        self.names.iter().map(|&(key, class, number)| (key, class, self.entries[usize::from(number)]))
    }

    /// Who names this entry, and in which relation.
    pub fn inverse(&self, entry: &Entry) -> impl Iterator<Item = (Relation, &Entry)> {
        let pairs = self.number(&entry.id).map_or(&[][..], |number| self.inverse[number]);
        pairs.iter().map(|&(relation, number)| (relation, self.entries[usize::from(number)]))
    }

    /// The entries that stand in `relation` to this one, read from here: its
    /// own list first, then, where the relation reads the same from both ends,
    /// those that name it. Each once.
    ///
    /// An alternative that only the other names counts within the category: a
    /// tool that does a part of what Helm does is not what one uses instead.
    #[must_use]
    pub fn related(&self, entry: &Entry, relation: Relation) -> Vec<&Entry> {
        let own = entry.relations.of(relation).filter_map(|id| self.get(id));
        let back = self.inverse(entry).filter(|(inverse, other)| {
            let is_near = relation != Relation::Alternatives || other.category == entry.category;
            relation.is_symmetric() && *inverse == relation && is_near
        });
        let mut related: Vec<&Entry> = Vec::new();
        for entry in own.chain(back.map(|(_, entry)| entry)) {
            if related.iter().all(|other| other.id != entry.id) {
                related.push(entry);
            }
        }
        related
    }

    /// How many entries name this one: what more depends on stands first among equals.
    #[must_use]
    pub fn weight(&self, entry: &Entry) -> usize {
        self.number(&entry.id).map_or(0, |number| self.inverse[number].len())
    }

    /// The day of the most recent check of any entry.
    #[must_use]
    pub fn checked(&self) -> Option<crate::entry::Date> {
        self.entries().filter_map(|entry| entry.checked.on).max()
    }

    /// What every id of a category or group stands for: the categories' ids.
    #[must_use]
    pub fn categories_of(&self, id: &str) -> Vec<&Category> {
        let group = self.categories().iter().filter(|category| category.group == id);
        self.category(id).map_or_else(|| group.collect(), |category| iter::once(category).collect())
    }

    fn number(&self, id: &str) -> Option<usize> {
        self.entries.binary_search_by(|entry| (*entry.id).cmp(id)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::Glossary;

    #[test]
    fn every_name_leads_back_to_its_entry() {
        let glossary = Glossary::builtin();
        for entry in glossary.entries() {
            for (_, name) in entry.names() {
                let found = glossary.named(name);
                assert!(found.iter().any(|(_, other)| other.id == entry.id), "{name} -> {}", entry.id);
            }
        }
    }

    #[test]
    fn relations_are_read_from_both_ends() {
        let glossary = Glossary::builtin();
        for entry in glossary.entries() {
            for (relation, id) in entry.relations.all() {
                let Some(other) = glossary.get(id) else { panic!("{}: {id}", entry.id) };
                assert!(
                    glossary.inverse(other).any(|(back, from)| back == relation && from.id == entry.id),
                    "{} {relation:?} {id}",
                    entry.id
                );
            }
        }
    }
}
