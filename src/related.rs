//! How an entry stands to others, from both ends, and theirs in turn.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::card::Card;
use crate::entry::Entry;
use crate::glossary::Glossary;
use crate::relation::Relation;

/// An entry with what stands in relation to it.
#[derive(Clone, Debug, Serialize)]
pub struct Related<'g> {
    /// The entry.
    #[serde(flatten)]
    pub card: Card<'g>,
    /// What differs, where this is what another is confused with.
    pub difference: Option<&'g str>,
    /// Its relations; none where the depth asked for ends.
    pub relations: Vec<Relations<'g>>,
}

/// The entries that stand in one relation to another.
#[derive(Clone, Debug, Serialize)]
pub struct Relations<'g> {
    /// The relation as it is written in a file.
    pub relation: Relation,
    /// Whether it is written on the other side.
    pub inverse: bool,
    /// The relation in words, read from here.
    pub label: &'static str,
    /// Who stands in it.
    pub entries: Vec<Related<'g>>,
}

/// What stands in relation to `entry`, and, for a `depth` above one, to those in
/// turn; nothing is named twice.
#[must_use]
pub fn related<'g>(glossary: &'g Glossary, entry: &'g Entry, depth: usize) -> Related<'g> {
    let mut seen = BTreeSet::from([&*entry.id]);
    let mut root = alone(glossary, entry, None);
    // Level by level: what is near stands near, even where a longer way leads there, too.
    for level in 0..depth {
        expand(glossary, &mut root, level, &mut seen);
    }
    root
}

fn alone<'g>(glossary: &'g Glossary, entry: &'g Entry, difference: Option<&'g str>) -> Related<'g> {
    Related { card: Card::new(glossary, entry), difference, relations: Vec::new() }
}

/// Adds the relations of all that stands `level` steps below `node`.
fn expand<'g>(glossary: &'g Glossary, node: &mut Related<'g>, level: usize, seen: &mut BTreeSet<&'g str>) {
    if level > 0 {
        for child in node.relations.iter_mut().flat_map(|relations| &mut relations.entries) {
            expand(glossary, child, level - 1, seen);
        }
    } else if let Some(entry) = glossary.get(node.card.id) {
        node.relations = relations_of(glossary, entry, seen);
    }
}

fn relations_of<'g>(
    glossary: &'g Glossary,
    entry: &'g Entry,
    seen: &mut BTreeSet<&'g str>,
) -> Vec<Relations<'g>> {
    let mut all = Vec::new();
    for relation in Relation::ALL {
        let own = glossary.related(entry, relation);
        push(glossary, entry, relation, false, own, seen, &mut all);
        if !relation.is_symmetric() {
            let mut back: Vec<&Entry> = glossary
                .inverse(entry)
                .filter(|(inverse, _)| *inverse == relation)
                .map(|(_, other)| other)
                .collect();
            back.sort_by_key(|other| std::cmp::Reverse(glossary.weight(other)));
            push(glossary, entry, relation, true, back, seen, &mut all);
        }
    }
    all
}

fn push<'g>(
    glossary: &'g Glossary,
    entry: &'g Entry,
    relation: Relation,
    inverse: bool,
    others: Vec<&'g Entry>,
    seen: &mut BTreeSet<&'g str>,
    all: &mut Vec<Relations<'g>>,
) {
    let new: Vec<Related<'g>> = others
        .into_iter()
        .filter(|other| seen.insert(&other.id))
        .map(|other| {
            let written = entry.relations.confused_with.iter().find(|(id, _)| *id == other.id);
            let difference = written.filter(|_| relation == Relation::ConfusedWith).map(|(_, text)| &**text);
            alone(glossary, other, difference)
        })
        .collect();
    if !new.is_empty() {
        all.push(Relations { relation, inverse, label: relation.label(inverse), entries: new });
    }
}

/// What to read before an entry, in order.
#[derive(Clone, Debug, Serialize)]
pub struct Path<'g> {
    /// The entry that is to be understood.
    pub goal: &'g str,
    /// The entries in the order of reading, the goal last.
    pub entries: Vec<Step<'g>>,
}

/// One entry on the way.
#[derive(Clone, Debug, Serialize)]
pub struct Step<'g> {
    /// The entry.
    #[serde(flatten)]
    pub card: Card<'g>,
    /// The names of those that need it; none for the goal.
    pub needed_by: Vec<&'g str>,
}

/// What to read before `entry`: whatever is needed stands before what needs it.
/// A cycle is cut where it closes.
#[must_use]
pub fn path<'g>(glossary: &'g Glossary, entry: &'g Entry) -> Path<'g> {
    let mut order: Vec<&Entry> = Vec::new();
    visit(glossary, entry, &mut BTreeSet::new(), &mut order);
    let steps = order.iter().map(|step| Step {
        card: Card::new(glossary, step),
        needed_by: order
            .iter()
            .filter(|other| other.relations.read_first.contains(&step.id))
            .map(|other| &*other.name)
            .collect(),
    });
    Path { goal: &entry.id, entries: steps.collect() }
}

fn visit<'g>(
    glossary: &'g Glossary,
    entry: &'g Entry,
    seen: &mut BTreeSet<&'g str>,
    order: &mut Vec<&'g Entry>,
) {
    if seen.insert(&entry.id) {
        for first in entry.relations.read_first.iter().filter_map(|id| glossary.get(id)) {
            visit(glossary, first, seen, order);
        }
        order.push(entry);
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Related, path, related};
    use crate::glossary::Glossary;

    #[test]
    fn nothing_is_named_twice() {
        let glossary = Glossary::builtin();
        let istio = glossary.get("istio").expect("there is Istio");
        let mut names = Vec::new();
        let mut waiting = vec![related(&glossary, istio, 2)];
        while let Some(node) = waiting.pop() {
            names.push(node.card.id);
            waiting.extend(node.relations.into_iter().flat_map(|relations| relations.entries));
        }
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
        assert!(count > 20);
    }

    #[test]
    fn a_greater_depth_moves_nothing_away() {
        fn steps(node: &Related<'_>, step: usize, found: &mut BTreeMap<String, usize>) {
            found.insert(node.card.id.to_owned(), step);
            for child in node.relations.iter().flat_map(|relations| &relations.entries) {
                steps(child, step + 1, found);
            }
        }
        let glossary = Glossary::builtin();
        let entry = glossary.get("argo-rollouts").expect("there is Argo Rollouts");
        let (mut near, mut far) = (BTreeMap::new(), BTreeMap::new());
        steps(&related(&glossary, entry, 2), 0, &mut near);
        steps(&related(&glossary, entry, 3), 0, &mut far);
        assert!(near.len() > 100 && far.len() > near.len());
        assert!(near.iter().all(|(id, step)| far.get(id) == Some(step)));
    }

    #[test]
    fn what_is_needed_stands_before() {
        let glossary = Glossary::builtin();
        for entry in glossary.entries() {
            let path = path(&glossary, entry);
            assert_eq!(path.entries.last().map(|step| step.card.id), Some(&*entry.id));
            let place = |id: &str| path.entries.iter().position(|step| step.card.id == id);
            for first in entry.relations.read_first.iter() {
                assert!(place(first) < place(&entry.id), "{first} before {}", entry.id);
            }
        }
    }
}
