//! A piece of evidence: what matched, where, and how much it proves.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde::Serialize;

use super::ground::Ground;

/// What sort of thing gave a technology away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// An object of a Kubernetes API group.
    ApiGroup,
    /// The definition of a custom resource.
    Crd,
    /// A container image.
    Image,
    /// A Helm chart.
    Chart,
    /// A well-known file.
    File,
    /// A line that nothing else writes.
    Marker,
    /// A GitHub Action.
    Action,
    /// A provider, module or resource of Terraform.
    Terraform,
    /// A Dapr component.
    Component,
    /// A dependency of a program.
    Package,
    /// A command in a script.
    Command,
    /// A label or an annotation.
    Annotation,
    /// An address of the project's own repository.
    Source,
    /// A setting of a chart that switches it on.
    Switch,
    /// A plain name in a list.
    Name,
    /// Something else that is never there without it.
    Implied,
}

impl Sign {
    /// The word for it on a page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ApiGroup => "api group",
            Self::Crd => "crd",
            Self::Image => "image",
            Self::Chart => "chart",
            Self::File => "file",
            Self::Marker => "line",
            Self::Action => "action",
            Self::Terraform => "terraform",
            Self::Component => "component",
            Self::Package => "package",
            Self::Command => "command",
            Self::Annotation => "annotation",
            Self::Source => "source",
            Self::Switch => "setting",
            Self::Name => "name",
            Self::Implied => "through",
        }
    }
}

/// How much a piece of evidence proves, or all of it together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// It may well be something else's.
    Low,
    /// It points there.
    Medium,
    /// Nothing else leaves it.
    High,
}

impl Strength {
    /// Every strength, weakest first.
    pub const ALL: [Self; 3] = [Self::Low, Self::Medium, Self::High];

    /// The word for it on the command line and on a page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }

    /// The weaker of the two.
    #[must_use]
    pub(super) fn at_most(self, limit: Self) -> Self {
        self.min(limit)
    }
}

/// The place of an entry in the glossary's list.
pub(super) type Owner = u32;

/// Something that matched in one file.
#[derive(Clone, Debug)]
pub(super) struct Sighting {
    /// The entry it belongs to.
    pub(super) owner: Owner,
    /// What sort of thing it is.
    pub(super) sign: Sign,
    /// How much it proves.
    pub(super) strength: Strength,
    /// The line, from 1; 0 where the file's name is the evidence.
    pub(super) line: u32,
    /// What matched.
    pub(super) text: Arc<str>,
}

/// Texts that come again and again, each kept once.
#[derive(Debug, Default)]
pub(super) struct Texts(HashSet<Arc<str>, foldhash::fast::RandomState>);

impl Texts {
    /// `text` to keep.
    fn kept(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let new: Arc<str> = text.into();
        self.0.insert(new.clone());
        new
    }
}

/// An API group that no entry owns.
#[derive(Clone, Debug)]
pub(super) struct Stranger {
    /// The group.
    pub(super) group: Box<str>,
    /// The kind or the resource, where it was told.
    pub(super) kind: Box<str>,
    /// The line, from 1.
    pub(super) line: u32,
}

/// Among how many earlier sightings the same one is looked for at once.
const NEAR: usize = 32;

/// What one file gave.
#[derive(Debug, Default)]
pub(super) struct Sightings {
    /// What matched.
    pub(super) known: Vec<Sighting>,
    /// What looks like a technology and is not known.
    pub(super) strangers: Vec<Stranger>,
    /// What a setting of a chart switches off.
    pub(super) off: Vec<Owner>,
    /// Where the file lies, which limits what anything in it can prove.
    pub(super) ground: Ground,
    /// The texts of what matched, here and in earlier files.
    pub(super) texts: Texts,
}

impl Sightings {
    /// Whether the file says nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.known.is_empty() && self.strangers.is_empty() && self.off.is_empty()
    }

    /// Adds a sighting; the same thing counts once in a file, for which
    /// [`Sightings::settle`] cares when it does not stand near.
    pub(super) fn add(&mut self, owner: Owner, sign: Sign, strength: Strength, line: u32, text: &str) {
        let strength = self.ground.limit(sign, strength);
        let is_same =
            |other: &&mut Sighting| other.owner == owner && other.sign == sign && &*other.text == text;
        if let Some(other) = self.known.iter_mut().rev().take(NEAR).find(is_same) {
            other.strength = other.strength.max(strength);
            return;
        }
        let text = self.texts.kept(text);
        self.known.push(Sighting { owner, sign, strength, line, text });
    }

    /// Adds a group that no entry owns.
    pub(super) fn add_stranger(&mut self, group: &str, kind: &str, line: u32) {
        let is_same = |other: &Stranger| &*other.group == group && &*other.kind == kind;
        if !self.strangers.iter().rev().take(NEAR).any(is_same) {
            self.strangers.push(Stranger { group: group.into(), kind: kind.into(), line });
        }
    }

    /// Makes one of what stands in the file more than once, at the end of the file.
    pub(super) fn settle(&mut self) {
        if self.known.len() > NEAR {
            let mut places: HashMap<(Owner, Sign, Arc<str>), usize> = HashMap::new();
            let mut once: Vec<Sighting> = Vec::new();
            for sighting in self.known.drain(..) {
                let place = *places
                    .entry((sighting.owner, sighting.sign, sighting.text.clone()))
                    .or_insert(once.len());
                match once.get_mut(place) {
                    Some(first) => first.strength = first.strength.max(sighting.strength),
                    None => once.push(sighting),
                }
            }
            self.known = once;
        }
        if self.strangers.len() > NEAR {
            let mut seen = HashSet::new();
            self.strangers.retain(|stranger| seen.insert((stranger.group.clone(), stranger.kind.clone())));
        }
    }

    /// All that was found, and leaves nothing.
    pub(super) fn take(&mut self) -> Found {
        Found {
            known: self.known.drain(..).collect(),
            strangers: self.strangers.drain(..).collect(),
            off: self.off.drain(..).collect(),
        }
    }

    /// How much there is so far.
    pub(super) fn mark(&self) -> Mark {
        Mark { known: self.known.len(), strangers: self.strangers.len() }
    }

    /// Forgets the labels of `owners` that were added since `mark`.
    pub(super) fn forget_labels_since(&mut self, mark: Mark, owners: &[Owner]) {
        let mut place = 0;
        self.known.retain(|sighting| {
            place += 1;
            place <= mark.known || sighting.sign != Sign::Annotation || !owners.contains(&sighting.owner)
        });
    }

    /// Forgets what was added since `mark`: it is switched off.
    pub(super) fn forget_since(&mut self, mark: Mark) {
        self.known.truncate(mark.known);
        self.strangers.truncate(mark.strangers);
    }
}

/// What stays of one file's sightings, of which there may be many thousand.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// What matched.
    pub(super) known: Box<[Sighting]>,
    /// What looks like a technology and is not known.
    pub(super) strangers: Box<[Stranger]>,
    /// What a setting of a chart switches off.
    pub(super) off: Box<[Owner]>,
}

/// A point to which sightings can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    known: usize,
    strangers: usize,
}
