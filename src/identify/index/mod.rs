//! The evidence of all entries, arranged for looking it up.

mod annotations;
mod api_groups;
mod commands;
mod files;
mod images;
mod markers;
mod packages;

use std::collections::HashMap;

use self::annotations::Annotations;
use self::api_groups::ApiGroups;
use self::commands::Commands;
use self::files::Files;
use self::images::Images;
use self::markers::Markers;
use self::packages::Packages;
use super::evidence::Owner;
use super::reference::chart_name;
use crate::entry::{Entry, Kind, Text};
use crate::glossary::Glossary;

pub(super) use self::api_groups::Usage;

/// Which entries claim a piece of text.
pub(super) type Claims<'g> = HashMap<&'g str, Vec<Owner>>;

/// Names in lower case, and who claims them.
pub(super) type Lowered = HashMap<String, Vec<Owner>>;

/// Everything that gives an entry away.
pub(super) struct Index<'g> {
    pub(super) api_groups: ApiGroups<'g>,
    pub(super) images: Images,
    pub(super) files: Files<'g>,
    pub(super) commands: Commands<'g>,
    pub(super) annotations: Annotations<'g>,
    pub(super) packages: Packages<'g>,
    pub(super) markers: Markers<'g>,
    charts: Claims<'g>,
    actions: Lowered,
    terraform: Lowered,
    terraform_families: Vec<(&'g str, Owner)>,
    sources: Lowered,
    ids: HashMap<&'g str, Owner>,
    /// Finds the word that every address on GitHub has.
    pub(super) github: memchr::memmem::Finder<'static>,
    glossary: &'g Glossary,
    /// The entries by their numbers.
    entries: Vec<&'g Entry>,
}

impl<'g> Index<'g> {
    /// The evidence of every entry of `glossary`.
    pub(super) fn new(glossary: &'g Glossary) -> Self {
        let mut index = Self {
            api_groups: ApiGroups::default(),
            images: Images::default(),
            files: Files::default(),
            commands: Commands::default(),
            annotations: Annotations::default(),
            packages: Packages::default(),
            markers: Markers::default(),
            charts: Claims::new(),
            actions: Lowered::new(),
            terraform: Lowered::new(),
            terraform_families: Vec::new(),
            sources: Lowered::new(),
            ids: HashMap::new(),
            github: memchr::memmem::Finder::new(b"github"),
            glossary,
            entries: glossary.entries().collect(),
        };
        for (number, entry) in glossary.entries().enumerate() {
            // The table numbers its entries with sixteen bits, too.
            index.add(Owner::try_from(number).unwrap_or(Owner::MAX), entry);
        }
        index.api_groups.settle(glossary);
        index
    }

    fn add(&mut self, owner: Owner, entry: &'g Entry) {
        let evidence = &entry.identify;
        self.api_groups.add(owner, &evidence.api_groups);
        for image in evidence.images.iter() {
            self.images.add(owner, &entry.id, image);
        }
        for file in evidence.files.iter() {
            self.files.add(owner, file);
        }
        self.commands.add(owner, evidence);
        for pattern in evidence.annotations.iter() {
            self.annotations.add(owner, pattern);
        }
        for package in evidence.packages.iter() {
            self.packages.add(owner, package);
        }
        for marker in evidence.markers.iter() {
            self.markers.add(owner, marker);
        }
        for chart in evidence.charts.iter().filter_map(|chart| chart_name(chart)) {
            self.charts.entry(chart).or_default().push(owner);
        }
        add_lowered(&mut self.actions, owner, &evidence.actions);
        for address in evidence.terraform.iter() {
            match address.strip_suffix('*') {
                Some(prefix) => self.terraform_families.push((prefix, owner)),
                None => self.terraform.entry(address.to_lowercase()).or_default().push(owner),
            }
        }
        let repo = entry.links.repo.as_deref().and_then(|repo| repo.strip_prefix("https://github.com/"));
        let is_whole = |repo: &&str| repo.split('/').count() == 2;
        // Ideas and objects only point to where they are described.
        let repo = repo.filter(|_| !matches!(entry.kind, Kind::Object | Kind::Concept | Kind::Organization));
        if let Some(repo) = repo.map(|repo| repo.trim_end_matches('/')).filter(is_whole) {
            self.sources.entry(repo.to_lowercase()).or_default().push(owner);
        }
        // What is written of in the glossary without being software is never deployed.
        if entry.project.is_some() && entry.kind != Kind::Standard {
            self.ids.insert(&entry.id, owner);
        }
    }

    /// The entry with this number.
    pub(super) fn entry(&self, owner: Owner) -> Option<&'g Entry> {
        self.entries.get(usize::from(owner)).copied()
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

    /// Who is installed by the chart `name`, and whether an entry says so.
    pub(super) fn chart(&self, name: &str) -> (&[Owner], bool) {
        match self.charts.get(name) {
            Some(owners) => (owners, true),
            None => (self.ids.get(name).map(std::slice::from_ref).unwrap_or_default(), false),
        }
    }

    /// Who publishes the action `owner/name/path`.
    pub(super) fn action(&self, name: &str) -> &[Owner] {
        let name = name.to_lowercase();
        let mut rest = &name[..];
        loop {
            if let Some(owners) = self.actions.get(rest).or_else(|| self.actions.get(&format!("{rest}/*"))) {
                return owners;
            }
            match rest.rsplit_once('/') {
                Some((shorter, _)) if shorter.contains('/') => rest = shorter,
                _ => return &[],
            }
        }
    }

    /// Who is behind a provider, a module or a type of resource.
    pub(super) fn terraform(&self, address: &str) -> Vec<Owner> {
        let address = address.to_lowercase();
        let address =
            address.trim_start_matches("registry.terraform.io/").trim_start_matches("registry.opentofu.org/");
        let address = address.split_once("//").map_or(address, |(module, _)| module);
        if let Some(owners) = self.terraform.get(address) {
            return owners.clone();
        }
        let families = self.terraform_families.iter().filter(|(prefix, _)| address.starts_with(prefix));
        families.map(|(_, owner)| *owner).collect()
    }

    /// Whose repository on GitHub `owner/name` is, where it is one entry's alone.
    pub(super) fn source(&self, repository: &str) -> Option<Owner> {
        match self.sources.get(repository).map(Vec::as_slice) {
            Some([owner]) => Some(*owner),
            _ => None,
        }
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

fn add_lowered(map: &mut Lowered, owner: Owner, names: &[Text]) {
    for name in names {
        map.entry(name.to_lowercase()).or_default().push(owner);
    }
}
