//! The set of entries, with the ways to reach one: by id, by name, by relation.
//!
//! Without layers everything is a static table. With layers, a question about
//! one id reads one file of each, and a question about all reads them all.

use std::iter;
use std::sync::Arc;

use crate::builtin;
use crate::check::Finding;
use crate::entry::{Category, Date, Entry, Group, NameClass};
use crate::key::{key, letters};
use crate::layers::origin::{Change, Origin};
use crate::layers::place::{Owner, Place};
use crate::layers::{Layers, Whole};
use crate::relation::Relation;

/// A glossary: its groups, categories and entries.
#[derive(Clone, Debug)]
pub struct Glossary {
    layers: Option<Arc<Layers>>,
    /// Whether only what is asked for by id is read from the layers.
    is_near: bool,
}

impl Glossary {
    /// The glossary that is part of the program.
    #[must_use]
    pub fn builtin() -> Self {
        Self { layers: None, is_near: false }
    }

    /// The same with the layers of those of `places` that are there over it.
    #[must_use]
    pub fn layered(places: &[Place]) -> Self {
        Self { layers: Layers::new(places).map(Arc::new), is_near: false }
    }

    /// The same glossary as seen from a page of one entry: what the entry
    /// itself names is found in any layer, but who of a layer names it is not
    /// known, so that a page costs the same however large a layer is.
    #[must_use]
    pub fn nearby(&self) -> Self {
        Self { layers: self.layers.clone(), is_near: true }
    }

    /// The ids that layers bring or change, as the names of their files tell.
    #[must_use]
    pub fn layer_ids(&self) -> Vec<String> {
        self.layers.as_ref().map(|layers| layers.ids()).unwrap_or_default()
    }

    /// The ids of layers' own entries that [`Self::entries`] leaves out, since
    /// it knows the nearby only.
    #[must_use]
    pub fn unread_ids(&self) -> Vec<String> {
        let mut ids = if self.is_near { self.layer_ids() } else { Vec::new() };
        ids.retain(|id| builtin::entry(id).is_none());
        ids
    }

    /// What is read of the layers for a question about all entries.
    fn whole(&self) -> Option<&Whole> {
        self.layers.as_ref().filter(|_| !self.is_near).map(|layers| layers.whole())
    }

    /// The groups, in the order in which they are shown.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        self.layers.as_ref().map_or(builtin::GROUPS, |layers| &layers.categories().groups)
    }

    /// The categories, by id.
    #[must_use]
    pub fn categories(&self) -> &[Category] {
        self.layers.as_ref().map_or(builtin::CATEGORIES, |layers| &layers.categories().all)
    }

    /// The category with this id.
    #[must_use]
    pub fn category(&self, id: &str) -> Option<&Category> {
        self.categories().iter().find(|category| category.id == id)
    }

    /// The entries, by id.
    pub fn entries(&self) -> impl Iterator<Item = &Entry> {
        let whole = self.whole();
        let count = whole.map_or(builtin::ENTRIES.len(), Whole::len);
        (0..count).map(move |place| whole.map_or_else(|| builtin::ENTRIES[place], |whole| whole.at(place)))
    }

    /// The entry with this id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Entry> {
        match &self.layers {
            None => builtin::entry(id),
            Some(layers) => layers.entry(id),
        }
    }

    /// The entry that another one names: from nearby, what the program has
    /// itself is taken as it is, which is enough for a name on a page.
    fn neighbour(&self, id: &str) -> Option<&Entry> {
        if self.is_near { builtin::entry(id).or_else(|| self.get(id)) } else { self.get(id) }
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
        match self.whole() {
            Some(whole) => self.preferred(whole.named(key)),
            None => self.preferred(builtin::named(key)),
        }
    }

    /// Every entry that a name as typed leads to.
    ///
    /// An id is found without reading more than one file of each layer; other
    /// names that layers give are then not looked for, since an id is what one
    /// means who types it.
    #[must_use]
    pub fn called(&self, name: &str) -> Vec<(NameClass, &Entry)> {
        if self.layers.is_some() {
            let id = name.trim().to_lowercase().replace([' ', '_'], "-");
            if let Some(entry) = self.get(&id) {
                let letters = letters(name);
                let public =
                    builtin::named(&letters).filter_map(|(class, entry)| Some((class, self.get(&entry.id)?)));
                return self.preferred(iter::once((NameClass::Id, entry)).chain(public));
            }
        }
        self.named(name)
    }

    /// Each entry once, the best name first, then what more depends on.
    fn preferred<'g>(
        &self,
        named: impl Iterator<Item = (NameClass, &'g Entry)>,
    ) -> Vec<(NameClass, &'g Entry)> {
        let mut found: Vec<(NameClass, &Entry)> = Vec::new();
        for (class, entry) in named {
            if found.iter().all(|(_, other)| other.id != entry.id) {
                found.push((class, entry));
            }
        }
        if found.len() > 1 {
            // What a project adds never stands before a public meaning of the same name.
            found.sort_by_key(|(class, entry)| {
                (self.is_strange(entry), *class, usize::MAX - self.weight(entry))
            });
        }
        found
    }

    /// Every name's key, with how it belongs and the entry it leads to, by key.
    pub fn keys(&self) -> impl Iterator<Item = (&str, NameClass, &Entry)> {
        let whole = self.whole();
        let table = whole.is_none().then(builtin::names).into_iter().flatten();
        let own = whole.into_iter().flat_map(Whole::keys);
        own.chain(table.map(|(key, class, number)| (key, class, builtin::ENTRIES[number])))
    }

    /// Who names this entry, and in which relation.
    pub fn inverse(&self, entry: &Entry) -> impl Iterator<Item = (Relation, &Entry)> {
        let whole = self.whole();
        let own = whole.and_then(|whole| Some((whole, whole.number(&entry.id)?)));
        let own = own.into_iter().flat_map(|(whole, place)| {
            whole.inverse(place).iter().map(|&(relation, number)| (relation, whole.at(number)))
        });
        let table = if whole.is_none() { builtin_inverse(&entry.id) } else { &[] };
        own.chain(table.iter().map(|&(relation, number)| (relation, builtin::ENTRIES[usize::from(number)])))
    }

    /// The entries that stand in `relation` to this one, read from here: its
    /// own list first, then, where the relation reads the same from both ends,
    /// those that name it. Each once.
    ///
    /// An alternative that only the other names counts within the category: a
    /// tool that does a part of what Helm does is not what one uses instead.
    #[must_use]
    pub fn related(&self, entry: &Entry, relation: Relation) -> Vec<&Entry> {
        let own = entry.relations.of(relation).filter_map(|id| self.neighbour(id));
        let back = self.inverse(entry).filter(|(inverse, other)| {
            // The relation first: it tells without a look at the other entry.
            relation.is_symmetric()
                && *inverse == relation
                && (relation != Relation::Alternatives || other.category == entry.category)
        });
        let mut related: Vec<&Entry> = Vec::new();
        for entry in own.chain(back.map(|(_, entry)| entry)) {
            if related.iter().all(|other| !self.is_same(other, entry)) {
                related.push(entry);
            }
        }
        related
    }

    /// Whether two entries of this glossary are one: without layers there is
    /// one of each, and their ids need not be looked at.
    fn is_same(&self, one: &Entry, other: &Entry) -> bool {
        std::ptr::eq(one, other) || self.layers.is_some() && one.id == other.id
    }

    /// How many entries name this one: what more depends on stands first among equals.
    #[must_use]
    pub fn weight(&self, entry: &Entry) -> usize {
        match self.layers.as_ref().filter(|_| !self.is_near).and_then(|layers| layers.if_whole()) {
            Some(whole) => whole.number(&entry.id).map_or(0, |place| whole.inverse(place).len()),
            None => builtin_inverse(&entry.id).len(),
        }
    }

    /// The day of the most recent check of any entry.
    #[must_use]
    pub fn checked(&self) -> Option<Date> {
        self.entries().filter_map(|entry| entry.checked.on).max()
    }

    /// The categories that `name`, the id or name of a group or category in any
    /// spelling, stands for; of a group and a category of one name the group,
    /// which holds the category.
    #[must_use]
    pub fn categories_of(&self, name: &str) -> Vec<&Category> {
        let wanted = key(name);
        let group: Vec<&Category> =
            self.categories().iter().filter(|category| key(&category.group) == wanted).collect();
        if group.is_empty() { self.category_called(name).into_iter().collect() } else { group }
    }

    /// The category with this id or name, in any spelling.
    #[must_use]
    pub fn category_called(&self, name: &str) -> Option<&Category> {
        let wanted = key(name);
        let is_called = |category: &&Category| key(&category.id) == wanted || key(&category.name) == wanted;
        self.category(name).or_else(|| self.categories().iter().find(is_called))
    }

    /// The layers that had a part in `entry`, the lowest first; none for what
    /// is the program's own.
    #[must_use]
    pub fn origins(&self, entry: &Entry) -> &[Origin] {
        self.layers.as_ref().map_or(&[], |layers| layers.origins(&entry.id))
    }

    /// The word for the uppermost layer that had a part in `entry`.
    #[must_use]
    pub fn layer(&self, entry: &Entry) -> &'static str {
        self.origins(entry).last().map_or("builtin", |origin| origin.layer.as_str())
    }

    /// Whether it is known only because one stands in some project.
    fn is_strange(&self, entry: &Entry) -> bool {
        let first = self.origins(entry).first();
        first.is_some_and(|first| first.layer == Owner::Project && first.change == Change::Adds)
    }

    /// What was wrong in the files that have been read so far.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.layers.as_ref().map(|layers| layers.findings()).unwrap_or_default()
    }
}

/// Which built-in entries name this one.
fn builtin_inverse(id: &str) -> &'static [(Relation, u16)] {
    builtin::number(id).map_or(&[], |number| builtin::INVERSE[number])
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
