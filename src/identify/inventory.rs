//! All evidence weighed: the technologies, how sure each is, and what is not known.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde::Serialize;

use super::evidence::{Found, Owner, Sign, Strength};
use super::form::parts;
use super::index::Index;
use super::reference::chart_name;
use super::walk::Walked;
use crate::card::Card;
use crate::entry::Entry;
use crate::glossary::Glossary;
use crate::relation::Relation;

/// What of an inventory is wanted.
#[derive(Clone, Debug)]
pub struct Limits {
    /// The least that counts.
    pub confidence: Strength,
    /// Categories, by id; none stands for all.
    pub categories: Vec<String>,
}

/// What a repository or a cluster is made of.
#[derive(Debug, Serialize)]
pub struct Inventory<'g> {
    /// How many files were looked at; a stream counts as one.
    pub files: usize,
    /// What is there: by category, strongest first.
    pub technologies: Vec<Technology<'g>>,
    /// What looks like a technology and is in no entry.
    pub unknown: Vec<Unknown>,
    /// How many are left out because less proves them than was asked for.
    pub weaker: usize,
    /// Files of which only the beginning was read.
    pub cut: Vec<String>,
    /// What could not be read, and why.
    pub troubles: Vec<String>,
}

/// A technology with what proves it.
#[derive(Debug, Serialize)]
pub struct Technology<'g> {
    /// What it is.
    #[serde(flatten)]
    pub card: Card<'g>,
    /// How sure it is.
    pub confidence: Strength,
    /// In how many files it shows itself.
    pub files: usize,
    /// What to be careful with: that it has come to an end, and dated warnings.
    pub warnings: Vec<String>,
    /// What proves it, strongest first.
    pub evidence: Vec<Evidence>,
}

/// Something that matched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The file, or the name of the stream.
    pub file: Arc<str>,
    /// The line, from 1; none where the file's name is the evidence.
    pub line: Option<u32>,
    /// What sort of thing it is.
    pub sign: Sign,
    /// What matched.
    pub matched: Arc<str>,
    /// How much it proves.
    pub strength: Strength,
}

/// An API group that is in no entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unknown {
    /// The group.
    pub group: String,
    /// The kinds or resources seen of it.
    pub kinds: Vec<String>,
    /// Where it stands first.
    pub file: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// In how many files it stands.
    pub files: usize,
}

/// Weighs what was found.
pub(super) fn weigh<'g>(
    index: &Index<'g>,
    glossary: &'g Glossary,
    mut walked: Walked,
    limits: &Limits,
) -> Inventory<'g> {
    walked.sort();
    // What is in no entry is in no category either.
    let unknown = if limits.categories.is_empty() { unknown(&walked) } else { Vec::new() };
    let mut all = by_owner(index, walked.files);
    add_implied(index, &mut all);
    let with_parts = with_strong_parts(index, &all);
    let replaced = replaced(index, &all);
    let mut weaker = 0;
    let mut technologies = Vec::new();
    for (owner, mut evidence) in all {
        let Some(entry) = index.entry(owner) else { continue };
        if !limits.categories.is_empty() && !limits.categories.iter().any(|id| *id == entry.category) {
            continue;
        }
        let is_only = |sign| evidence.iter().all(|evidence| evidence.sign == sign);
        let confidence = match confidence(&evidence) {
            // That GitHub Actions call `gh` says nothing that they do not say themselves.
            _ if entry.category == HOSTS && is_only(Sign::Command) && with_parts.contains(&owner) => {
                Strength::Low
            }
            _ if is_only(Sign::File) && replaced.contains(&owner) => Strength::Low,
            confidence => confidence,
        };
        if confidence < limits.confidence {
            weaker += 1;
            continue;
        }
        let files = count_files(&evidence);
        // Stable: files and lines keep their order among equals.
        evidence.sort_by_key(|evidence| (std::cmp::Reverse(evidence.strength), evidence.sign));
        let warnings = warnings(glossary, entry);
        technologies.push(Technology {
            card: Card::new(glossary, entry),
            confidence,
            files,
            warnings,
            evidence,
        });
    }
    sort(glossary, &mut technologies);
    Inventory {
        files: walked.looked,
        technologies,
        unknown,
        weaker,
        cut: walked.cut,
        troubles: walked.troubles,
    }
}

/// What was found, by whose it is: the whole's, where the whole is what one runs.
fn by_owner(index: &Index<'_>, files: Vec<(Arc<str>, Found)>) -> BTreeMap<Owner, Vec<Evidence>> {
    let mut all: Vec<(Owner, Vec<Evidence>)> = index.owners().map(|owner| (owner, Vec::new())).collect();
    let wholes: Vec<usize> = index.owners().map(|owner| index.whole(owner) as usize).collect();
    let off = switched_off(&files);
    for (file, found) in files {
        let (folder, _) = parts(&file);
        for sighting in found.known {
            // A chart of many brings what its settings do not switch off.
            if sighting.sign == Sign::Chart
                && off.get(folder).is_some_and(|off| off.contains(&sighting.owner))
                && chart_name(&sighting.text).is_some_and(|chart| index.chart(chart).0.len() > 1)
            {
                continue;
            }
            all[wholes[sighting.owner as usize]].1.push(Evidence {
                file: file.clone(),
                line: (sighting.line > 0).then_some(sighting.line),
                sign: sighting.sign,
                matched: sighting.text,
                strength: sighting.strength,
            });
        }
    }
    all.into_iter().filter(|(_, evidence)| !evidence.is_empty()).collect()
}

/// What the settings in a folder switch off.
fn switched_off(files: &[(Arc<str>, Found)]) -> HashMap<String, Vec<Owner>> {
    let mut all: HashMap<String, Vec<Owner>> = HashMap::new();
    for (file, found) in files.iter().filter(|(_, found)| !found.off.is_empty()) {
        all.entry(parts(file).0.to_owned()).or_default().extend(&found.off);
    }
    all
}

/// The category of what hosts repositories, and what runs beside them.
const HOSTS: &str = "source-control";

/// In how many files the `evidence` stands, which comes file by file; only what is
/// implied is borrowed from elsewhere.
fn count_files(evidence: &[Evidence]) -> usize {
    let mut count = 0;
    let mut last: Option<&Arc<str>> = None;
    for (place, Evidence { file, sign, .. }) in evidence.iter().enumerate() {
        let is_known = match sign {
            Sign::Implied => evidence[..place].iter().any(|other| Arc::ptr_eq(&other.file, file)),
            _ => last.is_some_and(|last| Arc::ptr_eq(last, file)),
        };
        count += usize::from(!is_known);
        last = Some(file);
    }
    count
}

/// Adds what is there because something else is: a database under its operator.
fn add_implied(index: &Index<'_>, all: &mut BTreeMap<Owner, Vec<Evidence>>) {
    let mut implied = Vec::new();
    for (owner, evidence) in all.iter().filter(|(_, evidence)| confidence(evidence) >= Strength::Medium) {
        let Some(entry) = index.entry(*owner) else { continue };
        // A definition alone, a library, or a subscription to an operator runs nothing.
        let is_at_work = |sign| !matches!(sign, Sign::Crd | Sign::Package | Sign::Marker);
        let at_work = evidence.iter().filter(|evidence| is_at_work(evidence.sign));
        let Some(best) = at_work.max_by_key(|evidence| evidence.strength) else { continue };
        for id in entry.identify.implies.iter().filter_map(|id| index.id(id)) {
            let matched = Arc::from(&*entry.id);
            let evidence =
                Evidence { sign: Sign::Implied, matched, strength: Strength::Medium, ..best.clone() };
            implied.push((id, evidence));
        }
    }
    implied.extend(chart_tool(index, all));
    for (owner, evidence) in implied {
        let known = all.entry(owner).or_default();
        // What shows itself needs no help.
        if confidence(known) < Strength::Medium {
            known.push(evidence);
        }
    }
}

/// What installs charts is there wherever one is installed.
fn chart_tool(index: &Index<'_>, all: &BTreeMap<Owner, Vec<Evidence>>) -> Option<(Owner, Evidence)> {
    let charts = all.values().flatten().filter(|evidence| evidence.sign == Sign::Chart);
    let best = charts.filter(|evidence| evidence.strength >= Strength::Medium).max_by_key(|e| e.strength)?;
    let evidence = Evidence { sign: Sign::Implied, strength: Strength::Medium, ..best.clone() };
    Some((index.id("helm")?, evidence))
}

/// What another technology reads the files of, where that shows itself.
const SAME_FILES: [(&str, &str); 1] = [("terraform", "opentofu")];

/// Everything whose files belong to another technology that shows itself.
fn replaced(index: &Index<'_>, all: &BTreeMap<Owner, Vec<Evidence>>) -> Vec<Owner> {
    let is_there = |id: &str| {
        let evidence = index.id(id).and_then(|owner| all.get(&owner));
        evidence.is_some_and(|evidence| confidence(evidence) >= Strength::Medium)
    };
    let pairs = SAME_FILES.iter().filter(|(_, other)| is_there(other));
    pairs.filter_map(|(first, _)| index.id(first)).collect()
}

/// Everything of which a part shows itself beyond doubt.
fn with_strong_parts(index: &Index<'_>, all: &BTreeMap<Owner, Vec<Evidence>>) -> BTreeSet<Owner> {
    let strong = all.iter().filter(|(_, evidence)| confidence(evidence) == Strength::High);
    strong.flat_map(|(owner, _)| index.api_groups.wholes(*owner)).copied().collect()
}

/// How sure a technology is: as its best evidence; two different sorts of
/// evidence confirm each other.
fn confidence(evidence: &[Evidence]) -> Strength {
    let best = evidence.iter().map(|evidence| evidence.strength).max().unwrap_or(Strength::Low);
    let mut signs =
        evidence.iter().filter(|evidence| evidence.strength == best).map(|evidence| evidence.sign);
    let first = signs.next();
    let is_confirmed = signs.any(|sign| Some(sign) != first);
    let is_only_defined = evidence.iter().all(|evidence| evidence.sign == Sign::Crd);
    match best {
        // Another may have brought the definition along.
        Strength::High if is_only_defined => Strength::Medium,
        Strength::Low if is_confirmed => Strength::Medium,
        Strength::Medium if is_confirmed => Strength::High,
        best => best,
    }
}

/// How many are named that do the same as what has come to an end.
const OTHERS: usize = 3;

/// What somebody who inherits this should know of it.
fn warnings(glossary: &Glossary, entry: &Entry) -> Vec<String> {
    let mut warnings = Vec::new();
    if entry.is_retired() {
        let standing = Card::new(glossary, entry).standing();
        let named = |relation| {
            let entries = glossary.related(entry, relation).into_iter().take(OTHERS);
            entries.map(|entry| entry.name.to_string()).collect::<Vec<_>>().join(", ")
        };
        let (next, others) = (named(Relation::ReplacedBy), named(Relation::Alternatives));
        warnings.push(match (&*next, &*others) {
            ("", "") => standing.to_owned(),
            ("", others) => format!("{standing}; alternatives: {others}"),
            (next, _) => format!("{standing}; in its place: {next}"),
        });
    }
    warnings.extend(entry.watch.iter().map(|watch| format!("{} ({})", watch.text, watch.as_of)));
    warnings
}

/// By group and category as everywhere, the strongest first in each.
fn sort(glossary: &Glossary, technologies: &mut [Technology<'_>]) {
    let place = |id: &str| glossary.groups().iter().position(|group| group.id == id).unwrap_or(usize::MAX);
    technologies.sort_by(|a, b| {
        let key = |technology: &Technology<'_>| {
            (std::cmp::Reverse(technology.confidence), std::cmp::Reverse(technology.files))
        };
        (place(a.card.group), a.card.category)
            .cmp(&(place(b.card.group), b.card.category))
            .then_with(|| key(a).cmp(&key(b)))
            .then_with(|| a.card.id.cmp(b.card.id))
    });
}

/// Groups that no entry owns, by name.
fn unknown(walked: &Walked) -> Vec<Unknown> {
    let mut groups: BTreeMap<String, Unknown> = BTreeMap::new();
    for (file, found) in &walked.files {
        let mut here = BTreeSet::new();
        for stranger in &found.strangers {
            let unknown = groups.entry(stranger.group.to_string()).or_insert_with(|| Unknown {
                group: stranger.group.to_string(),
                kinds: Vec::new(),
                file: file.clone(),
                line: stranger.line,
                files: 0,
            });
            if !stranger.kind.is_empty() && !unknown.kinds.iter().any(|kind| **kind == *stranger.kind) {
                unknown.kinds.push(stranger.kind.to_string());
            }
            if here.insert(&stranger.group) {
                unknown.files += 1;
            }
        }
    }
    groups
        .into_values()
        .map(|mut unknown| {
            unknown.kinds.sort();
            unknown
        })
        .collect()
}
