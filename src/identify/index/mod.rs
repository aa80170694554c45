//! The evidence of all entries, arranged for looking it up.

mod annotations;
mod api_groups;
mod commands;
mod files;
mod images;
mod markers;
mod packages;
mod services;
mod sources;
mod terraform;

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::sync::OnceLock;
use std::thread;

use smallvec::SmallVec;

use self::annotations::Annotations;
use self::api_groups::ApiGroups;
use self::commands::Commands;
use self::files::Files;
use self::images::Images;
use self::markers::Markers;
use self::packages::Packages;
use self::services::Services;
use self::sources::Sources;
use self::terraform::Terraform;
use super::evidence::{Owner, Strength};
use super::reference::{Image, chart_name};
use crate::entry::{Entry, Kind};
use crate::glossary::Glossary;

pub(super) use self::api_groups::Usage;
pub(super) use self::files::Claim;

/// A table that many names are looked up in: what it holds is the glossary's own,
/// so that a quick hash does.
pub(super) type Table<K, V> = HashMap<K, V, foldhash::fast::RandomState>;

/// Who claims something: nearly always one.
pub(super) type Owners = SmallVec<[Owner; 4]>;

/// Which entries claim a piece of text.
pub(super) type Claims<'g> = Table<&'g str, Owners>;

/// Names in lower case, and who claims them.
pub(super) type Lowered = Table<String, Owners>;

/// A chart with a shorter name is no entry's unless that says so.
const SHORTEST_CHART: usize = 6;

/// Everything that gives an entry away; what not every repository has is arranged
/// when it is first asked for.
pub(super) struct Index<'g> {
    pub(super) api_groups: ApiGroups<'g>,
    images: Images<'g>,
    pub(super) files: Files<'g>,
    commands: OnceLock<Commands<'g>>,
    pub(super) annotations: Annotations<'g>,
    packages: OnceLock<Packages<'g>>,
    terraform: OnceLock<Terraform>,
    services: OnceLock<Services>,
    pub(super) markers: Markers<'g>,
    charts: Claims<'g>,
    actions: OnceLock<Lowered>,
    sources: Sources<'g>,
    switches: Claims<'g>,
    ids: Table<&'g str, Owner>,
    glossary: &'g Glossary,
    /// The entries by their numbers.
    entries: Vec<&'g Entry>,
}

impl<'g> Index<'g> {
    /// The evidence of every entry of `glossary`, arranged by two threads.
    pub(super) fn new(glossary: &'g Glossary) -> Self {
        let entries: Vec<&Entry> = glossary.entries().collect();
        let all = &entries[..];
        let (objects, files) = thread::scope(|scope| {
            let objects = scope.spawn(|| {
                let mut api_groups: ApiGroups<'_> = gather(all, ApiGroups::add);
                api_groups.settle(all);
                (api_groups, gather(all, Images::add), gather(all, Annotations::add))
            });
            let files = (
                gather(all, Files::add),
                gather(all, Markers::add),
                gather(all, add_charts),
                gather(all, Sources::add),
                gather(all, add_switches),
                gather(all, add_id),
            );
            (objects.join().unwrap_or_else(|panic| resume_unwind(panic)), files)
        });
        let (api_groups, images, annotations) = objects;
        let (files, markers, charts, sources, switches, ids) = files;
        Self {
            api_groups,
            images,
            files,
            commands: OnceLock::new(),
            annotations,
            packages: OnceLock::new(),
            terraform: OnceLock::new(),
            services: OnceLock::new(),
            markers,
            charts,
            actions: OnceLock::new(),
            sources,
            switches,
            ids,
            glossary,
            entries,
        }
    }

    /// Programs, arranged when the first script is read.
    pub(super) fn commands(&self) -> &Commands<'g> {
        self.commands.get_or_init(|| gather(&self.entries, Commands::add))
    }

    /// Packages, arranged when the first list of dependencies is read.
    pub(super) fn packages(&self) -> &Packages<'g> {
        self.packages.get_or_init(|| gather(&self.entries, Packages::add))
    }

    /// What Terraform names, arranged when the first file of it is read.
    pub(super) fn terraform(&self) -> &Terraform {
        self.terraform.get_or_init(|| gather(&self.entries, Terraform::add))
    }

    /// Services of clouds, arranged when the first program that names one is read.
    pub(super) fn services(&self) -> &Services {
        self.services.get_or_init(|| gather(&self.entries, Services::add))
    }

    /// The number of every entry.
    pub(super) fn owners(&self) -> impl Iterator<Item = Owner> {
        (0..).zip(&self.entries).map(|(number, _)| number)
    }

    /// The entry with this number.
    pub(super) fn entry(&self, owner: Owner) -> Option<&'g Entry> {
        self.entries.get(owner as usize).copied()
    }

    /// Whether `owner` builds the repositories in whose root its settings lie.
    pub(super) fn is_service(&self, owner: Owner) -> bool {
        self.entry(owner).is_some_and(|entry| entry.category == "ci-pipeline")
    }

    /// What `owner` shows: itself, or, where it is a client or an organ of
    /// something else, that. Nobody runs a scheduler beside Kubernetes.
    pub(super) fn whole(&self, owner: Owner) -> Owner {
        const ORGANS: [&str; 2] = ["cli", "kubernetes-component"];
        let (mut shown, mut at) = (owner, owner);
        for _ in 0..4 {
            let Some(entry) = self.entry(at).filter(|entry| entry.kind == Kind::Component) else { break };
            let Some(whole) = self.api_groups.wholes(at).first() else { break };
            at = *whole;
            if ORGANS.contains(&&*entry.category) {
                shown = at;
            }
        }
        shown
    }

    /// Whose `image` is, and how sure that is.
    pub(super) fn image(&self, image: &Image<'_>) -> (&[Owner], Strength) {
        let (owners, strength) = self.images.owners(image, &self.ids);
        (owners, if image.is_open { strength.at_most(Strength::Medium) } else { strength })
    }

    /// Whether an entry names the repository of `image`, with the folder before it.
    pub(super) fn names(&self, image: &Image<'_>) -> bool {
        self.images.names(&image.path)
    }

    /// Who is installed by the chart `name`, and whether an entry says so.
    pub(super) fn chart(&self, name: &str) -> (&[Owner], bool) {
        match self.charts.get(name) {
            Some(owners) => (owners, true),
            // Short names are words, too.
            None if name.len() < SHORTEST_CHART => (&[], false),
            None => (self.ids.get(name).map(std::slice::from_ref).unwrap_or_default(), false),
        }
    }

    /// Who publishes the action `owner/name/path`.
    pub(super) fn action(&self, name: &str) -> &[Owner] {
        let name = name.to_lowercase();
        let actions = self.actions.get_or_init(|| gather(&self.entries, add_actions));
        let mut rest = &name[..];
        loop {
            if let Some(owners) = actions.get(rest).or_else(|| actions.get(&format!("{rest}/*"))) {
                return owners;
            }
            match rest.rsplit_once('/') {
                Some((shorter, _)) if shorter.contains('/') => rest = shorter,
                _ => return &[],
            }
        }
    }

    /// Whose repository on GitHub `owner/name` is, of which something at `path` is taken.
    pub(super) fn repository(&self, repository: &str, path: &str) -> Option<Owner> {
        let owners = self.sources.repository(repository);
        if let [owner] = owners {
            return Some(*owner);
        }
        // Of several that come from one repository, that which it or the path is
        // called after; else the one that is no part of the others.
        let entries = || owners.iter().filter_map(|owner| Some((*owner, self.entry(*owner)?)));
        let name = repository.rsplit('/').next().unwrap_or(repository);
        let named = |name: &str| entries().find(|(_, entry)| entry.id == name).map(|(owner, _)| owner);
        named(name).or_else(|| path.split(['/', '?']).find_map(named)).or_else(|| {
            let mut wholes =
                entries().filter(|(_, entry)| !matches!(entry.kind, Kind::Component | Kind::Standard));
            wholes.next().filter(|_| wholes.next().is_none()).map(|(owner, _)| owner)
        })
    }

    /// Whose the `address` is, which is not on GitHub: what is there is taken from it.
    pub(super) fn address(&self, address: &str) -> Option<Owner> {
        self.sources.address(address)
    }

    /// Who is switched on and off below the setting `key` of a chart.
    pub(super) fn switch(&self, key: &str) -> &[Owner] {
        self.switches.get(key).map(SmallVec::as_slice).unwrap_or_default()
    }

    /// The software with this id.
    pub(super) fn id(&self, id: &str) -> Option<Owner> {
        self.ids.get(id).copied()
    }

    /// The entry that somebody who writes `name` means.
    pub(super) fn name(&self, name: &str) -> Option<Owner> {
        let named = self.glossary.named(name);
        let (_, entry) = named.first()?;
        self.id(&entry.id)
    }
}

/// Notes that `owner` claims what `owners` do, once.
fn claim(owners: &mut Owners, owner: Owner) {
    if !owners.contains(&owner) {
        owners.push(owner);
    }
}

/// What `add` makes of `entries`, each with its number.
fn gather<'g, T: Default>(entries: &[&'g Entry], add: impl Fn(&mut T, Owner, &'g Entry)) -> T {
    let mut part = T::default();
    for (number, entry) in (0..).zip(entries) {
        add(&mut part, number, entry);
    }
    part
}

fn add_charts<'g>(charts: &mut Claims<'g>, owner: Owner, entry: &'g Entry) {
    for chart in entry.identify.charts.iter().filter_map(|chart| chart_name(chart)) {
        charts.entry(chart).or_default().push(owner);
    }
}

fn add_switches<'g>(switches: &mut Claims<'g>, owner: Owner, entry: &'g Entry) {
    for switch in entry.identify.switches.iter() {
        switches.entry(switch).or_default().push(owner);
    }
}

fn add_actions(actions: &mut Lowered, owner: Owner, entry: &Entry) {
    for action in entry.identify.actions.iter() {
        actions.entry(action.to_lowercase()).or_default().push(owner);
    }
}

fn add_id<'g>(ids: &mut Table<&'g str, Owner>, owner: Owner, entry: &'g Entry) {
    // What is written of in the glossary without being software is never deployed.
    if entry.project.is_some() && entry.kind != Kind::Standard {
        ids.insert(&entry.id, owner);
    }
}
