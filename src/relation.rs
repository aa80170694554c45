//! The ways in which one entry can stand to another, and both readings of each.

use serde::Serialize;

use crate::entry::{Relations, Text};

/// A way in which one entry stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Relation {
    /// Belongs to.
    PartOf,
    /// Cannot run without.
    BuiltOn,
    /// Implements a standard or an idea.
    Implements,
    /// Is used together with.
    WorksWith,
    /// Is used instead of.
    Alternatives,
    /// Needs to be read after.
    ReadFirst,
    /// Is worth a look beside.
    SeeAlso,
    /// Gave its place to.
    ReplacedBy,
    /// Is mixed up with.
    ConfusedWith,
}

impl Relation {
    /// Every relation, in the order in which pages show them.
    pub const ALL: [Self; 9] = [
        Self::PartOf,
        Self::BuiltOn,
        Self::Implements,
        Self::WorksWith,
        Self::Alternatives,
        Self::ReadFirst,
        Self::SeeAlso,
        Self::ReplacedBy,
        Self::ConfusedWith,
    ];

    /// The key in `[relations]`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PartOf => "part-of",
            Self::BuiltOn => "built-on",
            Self::Implements => "implements",
            Self::WorksWith => "works-with",
            Self::Alternatives => "alternatives",
            Self::ReadFirst => "read-first",
            Self::SeeAlso => "see-also",
            Self::ReplacedBy => "replaced-by",
            Self::ConfusedWith => "confused-with",
        }
    }

    /// The relation in words, read from the side that it is written on, or from
    /// the other one.
    #[must_use]
    pub fn label(self, inverse: bool) -> &'static str {
        match (self, inverse) {
            (Self::PartOf, false) => "part of",
            (Self::PartOf, true) => "parts",
            (Self::BuiltOn, false) => "built on",
            (Self::BuiltOn, true) => "carries",
            (Self::Implements, false) => "implements",
            (Self::Implements, true) => "implemented by",
            (Self::WorksWith, _) => "works with",
            (Self::Alternatives, _) => "alternatives",
            (Self::ReadFirst, false) => "read first",
            (Self::ReadFirst, true) => "leads to",
            (Self::SeeAlso, _) => "see also",
            (Self::ReplacedBy, false) => "replaced by",
            (Self::ReplacedBy, true) => "replaces",
            (Self::ConfusedWith, _) => "confused with",
        }
    }

    /// Whether it reads the same from both ends: what A works with works with A.
    #[must_use]
    pub fn is_symmetric(self) -> bool {
        matches!(self, Self::WorksWith | Self::Alternatives | Self::SeeAlso | Self::ConfusedWith)
    }
}

impl Relations {
    /// The ids that stand in relation `relation`, in the order written.
    pub fn of(&self, relation: Relation) -> impl Iterator<Item = &Text> {
        let (plain, confused) = match relation {
            Relation::PartOf => (&*self.part_of, &[][..]),
            Relation::BuiltOn => (&*self.built_on, &[][..]),
            Relation::Implements => (&*self.implements, &[][..]),
            Relation::WorksWith => (&*self.works_with, &[][..]),
            Relation::Alternatives => (&*self.alternatives, &[][..]),
            Relation::ReadFirst => (&*self.read_first, &[][..]),
            Relation::SeeAlso => (&*self.see_also, &[][..]),
            Relation::ReplacedBy => (&*self.replaced_by, &[][..]),
            Relation::ConfusedWith => (&[][..], &*self.confused_with),
        };
        plain.iter().chain(confused.iter().map(|(id, _)| id))
    }

    /// Every id with the relation it stands in.
    pub fn all(&self) -> impl Iterator<Item = (Relation, &Text)> {
        Relation::ALL.into_iter().flat_map(|relation| self.of(relation).map(move |id| (relation, id)))
    }
}
