//! Kubernetes API groups, and whose they are.

use super::{Owners, Table, claim};
use crate::entry::{ApiGroup, Entry, Kind, Text};
use crate::identify::evidence::Owner;

/// How the API groups of Kubernetes' own objects without a group are written in entries.
const CORE: &str = "core";

/// Whether a group is used, or only installed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::identify) enum Usage {
    /// There is an object of it.
    Object,
    /// There is a definition, which comes with every other of the same operator.
    Definition,
}

/// API groups, and whose they are.
#[derive(Debug, Default)]
pub(in crate::identify) struct ApiGroups<'g> {
    exact: Table<&'g str, Shares<'g>>,
    below: Table<&'g str, Shares<'g>>,
    /// For each owner, those that it is a part of.
    parents: Vec<Owners>,
}

#[derive(Debug, Default)]
struct Shares<'g> {
    whole: Owners,
    /// Who serves the group, where those who claim it are services of a cloud: the
    /// owner of the family that it is of.
    operators: Owners,
    kinds: Vec<(&'g [Text], Owner)>,
}

impl<'g> ApiGroups<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        for group in entry.identify.api_groups.iter() {
            match group {
                ApiGroup::Whole(group) => match group.strip_prefix("*.") {
                    Some(parent) => self.below.entry(parent).or_default().whole.push(owner),
                    None => self.exact.entry(group).or_default().whole.push(owner),
                },
                ApiGroup::Kinds(some) => {
                    self.exact.entry(&some.group).or_default().kinds.push((&some.kinds, owner));
                }
            }
        }
    }

    /// Learns who is a part of whom: what a part claims is not its whole's; and who
    /// serves the groups that stand for a cloud's services.
    pub(super) fn settle(&mut self, entries: &[&Entry]) {
        let numbers: Table<&str, Owner> =
            entries.iter().zip(0..).map(|(entry, number)| (&*entry.id, number)).collect();
        for entry in entries {
            let parents = entry.relations.part_of.iter().filter_map(|id| numbers.get(&**id).copied());
            self.parents.push(parents.collect());
        }
        let is_service =
            |owner: &Owner| entries.get(*owner as usize).is_some_and(|entry| entry.kind == Kind::Service);
        for (group, shares) in &mut self.exact {
            let Some(family) = family(&self.below, group) else { continue };
            if shares.whole.iter().chain(shares.kinds.iter().map(|(_, owner)| owner)).all(is_service) {
                shares.operators.clone_from(&family.whole);
            }
        }
    }

    /// Whether an entry knows of the group at all.
    pub(in crate::identify) fn knows(&self, group: &str) -> bool {
        self.shares(group).is_some()
    }

    /// Whether an entry names the group itself, not only a family that it is of.
    pub(in crate::identify) fn names(&self, group: &str) -> bool {
        self.exact.contains_key(group)
    }

    /// Whose an object of `group` is. Without a kind, the group's own.
    ///
    /// A kind that an entry claims is that entry's, and also the group's owner's
    /// (a Prometheus is run by the Prometheus Operator), unless the one is a part
    /// of the other (a Rollout is Argo Rollouts', not all of Argo's). A definition
    /// comes with the operator and says nothing of what each kind stands for. What
    /// sets up a service of a cloud (a Bucket) is that service's and its operator's.
    pub(in crate::identify) fn owners(&self, group: &str, kind: &str, usage: Usage) -> Owners {
        let Some(shares) = self.shares(group) else { return Owners::new() };
        let is_named = |kinds: &[Text]| kinds.iter().any(|known| is_kind(known, kind));
        let named = shares.kinds.iter().filter(|(kinds, _)| is_named(kinds)).map(|(_, owner)| *owner);
        if usage == Usage::Definition && !shares.operators.is_empty() {
            return shares.operators.clone();
        }
        let owners: Owners = named.chain(shares.whole.iter().chain(&shares.operators).copied()).collect();
        if owners.len() < 2 {
            return owners;
        }
        let is_umbrella = |owner: &Owner| owners.iter().any(|part| self.is_part(*part, *owner));
        let mut kept: Owners = owners.iter().copied().filter(|owner| !is_umbrella(owner)).collect();
        if usage == Usage::Definition && kept.iter().any(|owner| shares.whole.contains(owner)) {
            kept.retain(|owner| shares.whole.contains(owner));
        }
        kept.dedup();
        kept
    }

    /// Everybody who has a part of `group`, those who have all of it first.
    pub(in crate::identify) fn everybody(&self, group: &str) -> Owners {
        let Some(shares) = self.shares(group) else { return Owners::new() };
        let mut owners = shares.whole.clone();
        for owner in shares.kinds.iter().map(|(_, owner)| owner).chain(&shares.operators) {
            claim(&mut owners, *owner);
        }
        owners
    }

    /// What `part` is a part of.
    pub(in crate::identify) fn wholes(&self, part: Owner) -> &[Owner] {
        self.parents.get(part as usize).map(Owners::as_slice).unwrap_or_default()
    }

    fn is_part(&self, part: Owner, whole: Owner) -> bool {
        part != whole && self.wholes(part).contains(&whole)
    }

    fn shares(&self, group: &str) -> Option<&Shares<'g>> {
        let group = if group.is_empty() { CORE } else { group };
        if let Some(shares) = self.exact.get(group) {
            return Some(shares);
        }
        family(&self.below, group)
    }
}

/// Whose the family is that `group` is of.
fn family<'s, 'g>(families: &'s Table<&'g str, Shares<'g>>, group: &str) -> Option<&'s Shares<'g>> {
    let mut rest = group;
    while let Some((_, parent)) = rest.split_once('.') {
        if let Some(shares) = families.get(parent) {
            return Some(shares);
        }
        rest = parent;
    }
    None
}

/// Whether `text` is `kind`, as in a manifest or as the plural of a resource.
fn is_kind(kind: &str, text: &str) -> bool {
    // What is written in capitals is no plural.
    if kind == text || text.starts_with(|c: char| c.is_ascii_uppercase()) {
        return kind == text;
    }
    let lower = kind.to_ascii_lowercase();
    let Some((at, _)) = lower.char_indices().next_back() else { return false };
    let (stem, last) = lower.split_at(at);
    text.strip_prefix(stem).is_some_and(|ending| {
        ending == last
            || ending.strip_prefix(last).is_some_and(|plural| plural == "s" || plural == "es")
            || (last == "y" && ending == "ies")
    })
}

#[cfg(test)]
mod tests {
    use super::is_kind;

    #[test]
    fn kinds_and_their_resources() {
        assert!(is_kind("Rollout", "Rollout"));
        assert!(is_kind("Rollout", "rollouts"));
        assert!(is_kind("Prometheus", "prometheuses"));
        assert!(is_kind("TracingPolicy", "tracingpolicies"));
        assert!(!is_kind("Rollout", "RolloutManager"));
        assert!(!is_kind("Workflow", "workflowtemplates"));
        assert!(is_kind("Café", "cafés"));
        assert!(!is_kind("", "s"));
    }
}
