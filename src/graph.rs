//! Entries and the relations between them, as nodes and edges.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Serialize;

use crate::card::Card;
use crate::entry::Entry;
use crate::glossary::Glossary;
use crate::relation::Relation;

/// Entries and the relations between them.
#[derive(Clone, Debug, Serialize)]
pub struct Graph<'g> {
    /// What the graph is drawn around; empty for a whole category.
    pub roots: Vec<&'g str>,
    /// The entries.
    pub entries: Vec<Card<'g>>,
    /// The relations between them.
    pub edges: Vec<Edge<'g>>,
    /// How many entries were left out because there would have been too many.
    pub left_out: usize,
}

/// One relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Edge<'g> {
    /// Who stands in the relation.
    pub from: &'g str,
    /// To whom.
    pub to: &'g str,
    /// The relation.
    pub relation: Relation,
}

/// The relations that a diagram draws: those that say how things are made and
/// replaced; what merely goes together would tie everything to everything.
const DRAWN: [Relation; 6] = [
    Relation::PartOf,
    Relation::BuiltOn,
    Relation::Implements,
    Relation::Alternatives,
    Relation::WorksWith,
    Relation::ReplacedBy,
];

/// What stands within `depth` steps around `roots`, `most` entries at the most.
#[must_use]
pub fn around<'g>(glossary: &'g Glossary, roots: &[&'g Entry], depth: usize, most: usize) -> Graph<'g> {
    let mut chosen: Vec<&Entry> = Vec::new();
    let mut seen: BTreeSet<&str> = roots.iter().map(|root| &*root.id).collect();
    let mut waiting: VecDeque<(&Entry, usize)> = roots.iter().map(|root| (*root, 0)).collect();
    let mut left_out = 0;
    while let Some((entry, distance)) = waiting.pop_front() {
        if chosen.len() == most {
            left_out += 1;
            continue;
        }
        chosen.push(entry);
        if distance < depth {
            for next in neighbours(glossary, entry) {
                if seen.insert(&next.id) {
                    waiting.push_back((next, distance + 1));
                }
            }
        }
    }
    graph(glossary, roots.iter().map(|root| &*root.id).collect(), chosen, left_out)
}

/// The members of a category, `most` at the most.
#[must_use]
pub fn of_category<'g>(glossary: &'g Glossary, category: &str, most: usize) -> Graph<'g> {
    let mut members: Vec<&Entry> = glossary.entries().filter(|entry| entry.category == category).collect();
    members.sort_by_key(|entry| std::cmp::Reverse(glossary.weight(entry)));
    let left_out = members.len().saturating_sub(most);
    members.truncate(most);
    graph(glossary, Vec::new(), members, left_out)
}

/// What stands next to an entry: its own relations first, then those that name it.
fn neighbours<'g>(glossary: &'g Glossary, entry: &'g Entry) -> Vec<&'g Entry> {
    let own =
        DRAWN.iter().flat_map(|relation| entry.relations.of(*relation)).filter_map(|id| glossary.get(id));
    let mut back: Vec<&Entry> = glossary
        .inverse(entry)
        .filter(|(relation, _)| DRAWN.contains(relation))
        .map(|(_, other)| other)
        .collect();
    back.sort_by_key(|other| std::cmp::Reverse(glossary.weight(other)));
    own.chain(back).collect()
}

fn graph<'g>(
    glossary: &'g Glossary,
    roots: Vec<&'g str>,
    chosen: Vec<&'g Entry>,
    left_out: usize,
) -> Graph<'g> {
    let ids: BTreeSet<&str> = chosen.iter().map(|entry| &*entry.id).collect();
    let mut edges: BTreeMap<(&str, &str), Relation> = BTreeMap::new();
    for entry in &chosen {
        for relation in DRAWN {
            for to in entry.relations.of(relation).filter_map(|id| ids.get(&**id)) {
                // One line between two entries: the first relation says most.
                let is_known =
                    edges.contains_key(&(&*entry.id, *to)) || edges.contains_key(&(*to, &*entry.id));
                if !is_known {
                    edges.insert((&entry.id, to), relation);
                }
            }
        }
    }
    Graph {
        roots,
        entries: chosen.into_iter().map(|entry| Card::new(glossary, entry)).collect(),
        edges: edges.into_iter().map(|((from, to), relation)| Edge { from, to, relation }).collect(),
        left_out,
    }
}
