//! What a document is about: whether it is of this field, whether it speaks of
//! Kubernetes, and which projects it names in full.

use std::collections::HashSet;

use super::evidence::Occurrence;
use crate::entry::{Entry, Kind, NameClass};

/// How many different unmistakable terms make a document one of this field, and
/// how many ideas in several words count as one of them.
const TERMS: usize = 2;
const IDEAS: usize = 4;

/// The category of what any text about software names.
const CODE_HOSTS: &str = "source-control";

/// The category of the standards that none but this field has.
const CONTAINER_STANDARDS: &str = "container-standard";

/// What a document is about.
#[derive(Debug)]
pub(super) struct Field<'g> {
    /// The entries that stand in it with more than their initials.
    named: HashSet<&'g str>,
    is_ours: bool,
    has_kubernetes: bool,
}

impl<'g> Field<'g> {
    /// What is known of a document from the names that stand in it, meant or not.
    pub(super) fn named(found: &[Occurrence<'_, 'g>]) -> Self {
        let full = found.iter().filter(|one| one.name.class != NameClass::Acronym);
        let named = full.map(|one| &*one.name.entry.id).collect();
        Self { named, is_ours: false, has_kubernetes: false }
    }

    /// Learns from the occurrences that are certainly meant.
    pub(super) fn learn(&mut self, found: &[Occurrence<'_, 'g>], is_meant: &[bool]) {
        let mut terms: HashSet<&str> = HashSet::new();
        let mut ideas: HashSet<&str> = HashSet::new();
        for (one, is_meant) in found.iter().zip(is_meant) {
            if !is_meant {
                if one.is_phrase() && !one.name.is_english {
                    ideas.insert(&one.name.entry.id);
                }
                continue;
            }
            let entry = one.name.entry;
            if tells_field(one) {
                terms.insert(&entry.id);
            }
            self.has_kubernetes |= is_of_kubernetes(one);
        }
        self.is_ours = terms.len() + ideas.len() / IDEAS >= TERMS;
    }

    /// Whether the document is one of this field.
    pub(super) fn is_ours(&self) -> bool {
        self.is_ours
    }

    /// Whether the name can be meant at all: a project's initials only beside its name.
    pub(super) fn allows(&self, one: &Occurrence<'_, '_>) -> bool {
        let entry = one.name.entry;
        let is_software = entry.kind.is_comparable() || entry.kind == Kind::Component;
        one.may_count()
            && !(is_software && one.name.class == NameClass::Acronym && !self.named.contains(&*entry.id))
    }

    /// Whether the document speaks of what the name belongs to: a service or a
    /// role is an object only where Kubernetes is, and San Francisco, CA no
    /// authority.
    pub(super) fn is_about(&self, one: &Occurrence<'_, '_>) -> bool {
        let entry = one.name.entry;
        if one.name.is_english && one.name.class == NameClass::Acronym && !self.is_ours {
            return false;
        }
        self.has_kubernetes
            || !is_kubernetes_own(entry)
            || is_camel_case(one.text)
            || !one.name.is_short() && is_camel_case(&entry.name)
    }
}

/// Whether a name tells that a document is of this field: `kernel`, `API` and
/// `HTTP` stand in any text on computers, and Prometheus in one on Greece.
pub(super) fn tells_field(one: &Occurrence<'_, '_>) -> bool {
    let entry = one.name.entry;
    let is_of_field = match entry.kind {
        Kind::Object => is_camel_case(&entry.name),
        Kind::Standard => entry.category == CONTAINER_STANDARDS,
        Kind::Concept => false,
        _ => entry.category != CODE_HOSTS,
    };
    is_of_field && !one.may_be_person()
}

/// Whether a name tells that a document speaks of Kubernetes.
fn is_of_kubernetes(one: &Occurrence<'_, '_>) -> bool {
    let entry = one.name.entry;
    let text = one.text.to_lowercase();
    text.contains("kube")
        || text.contains("k8s")
        || entry.relations.built_on.iter().any(|id| id == "kubernetes")
        || entry.kind == Kind::Component && entry.category == "kubernetes-component"
        || is_kubernetes_own(entry) && is_camel_case(&entry.name)
}

/// Whether the entry is one of Kubernetes' own words.
fn is_kubernetes_own(entry: &Entry) -> bool {
    matches!(&*entry.category, "kubernetes-object" | "kubernetes-concept")
}

/// Whether a capital follows a small letter: `StatefulSet`.
fn is_camel_case(text: &str) -> bool {
    text.as_bytes().windows(2).any(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase())
}
