//! What a glossary file says: an entry, its parts, a category, a group.
//!
//! The same types read the built-in glossary in the build script, lie in the
//! binary as one static table, and hold what a user's own file says. Nothing
//! of ours is imported here.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// Text that is part of the binary, or owned where it comes from a user's file.
pub type Text = Cow<'static, str>;

/// A list that is part of the binary, or owned where it comes from a user's file.
pub type List<T> = Cow<'static, [T]>;

/// One technology, concept, standard or object: one file of the glossary.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Entry {
    /// The file's stem; never written in the file.
    #[serde(skip_deserializing)]
    pub id: Text,
    /// The folder's name; never written in the file.
    #[serde(skip_deserializing)]
    pub category: Text,
    /// The name as upstream spells it.
    pub name: Text,
    /// What sort of thing it is.
    pub kind: Kind,
    /// Other names, each of which belongs to this entry alone.
    pub aliases: List<Text>,
    /// Abbreviations, which several entries may share.
    pub acronyms: List<Text>,
    /// Words to filter by.
    pub tags: List<Text>,
    /// What people want who do not know its name, in their words: for search.
    pub needs: List<Text>,
    /// What it is, in one sentence.
    pub summary: Text,
    /// The problem, then what one sees of it; two lines.
    pub why: Text,
    /// How it works: short paragraphs with `code` and `[links](id)`.
    pub description: Text,
    /// When to choose it.
    pub use_when: List<Text>,
    /// When to think twice.
    pub avoid_when: List<Text>,
    /// Dated warnings.
    pub watch: List<Watch>,
    /// Licence, languages, origin.
    pub project: Option<Project>,
    /// Where it stands in the Cloud Native Computing Foundation.
    pub cncf: Option<Cncf>,
    /// What a Kubernetes API object is called and who acts on it.
    pub object: Option<Object>,
    /// What a standard governs, and between whom.
    pub standard: Option<Standard>,
    /// Where to read on.
    pub links: Links,
    /// Commands that are typed most.
    pub commands: List<Command>,
    /// Short, correct pieces of configuration.
    pub examples: List<Example>,
    /// How it stands to other entries.
    pub relations: Relations,
    /// An answer for each dimension of its category.
    #[serde(with = "pairs")]
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, Answer>"))]
    pub compare: List<(Text, Answer)>,
    /// How it shows itself in a repository or a cluster.
    pub identify: Identify,
    /// The day of the last check, and the sources it rests on.
    pub checked: Checked,
    /// What a team says of it for itself, in a layer of its own.
    pub team: Option<Team>,
}

/// What a team says of a technology for itself.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Team {
    /// Who looks after it.
    pub owner: Text,
    /// Where to ask.
    pub contact: Text,
    /// What for, since when, and why: one or two lines.
    pub note: Text,
}

/// What sort of thing an entry describes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Open-source software.
    Project,
    /// Software that a vendor sells.
    Product,
    /// Something that runs at a provider.
    Service,
    /// A specification, protocol or format.
    Standard,
    /// An idea, a pattern, a word.
    #[default]
    Concept,
    /// A part of something larger.
    Component,
    /// A Kubernetes API object.
    Object,
    /// A foundation, a group, an event, a certification.
    Organization,
}

/// A dated warning.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"))]
pub struct Watch {
    /// What a colleague would warn of.
    pub text: Text,
    /// The day the fact dates from, or was last seen to hold.
    pub as_of: Date,
    /// Who says so.
    pub source: Text,
}

/// Facts about a piece of software.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Project {
    /// An SPDX expression, or `proprietary`.
    pub license: Text,
    /// What it is written in, most first.
    pub languages: List<Text>,
    /// Who started it.
    pub origin: Text,
    /// The year of the first public release.
    pub since: Option<u16>,
    /// Whether it is still worked on.
    pub status: Option<Status>,
}

/// Whether a piece of software is still worked on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Developed.
    Active,
    /// Kept alive: fixes only.
    Maintenance,
    /// No longer worked on.
    Archived,
    /// Replaced by something else.
    Superseded,
}

/// A project's way through the Cloud Native Computing Foundation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"))]
pub struct Cncf {
    /// Today's level.
    pub maturity: Maturity,
    /// The day it was accepted.
    #[serde(default)]
    pub accepted: Option<Date>,
    /// The day it became incubating.
    #[serde(default)]
    pub incubating: Option<Date>,
    /// The day it graduated.
    #[serde(default)]
    pub graduated: Option<Date>,
    /// The day it was archived.
    #[serde(default)]
    pub archived: Option<Date>,
}

/// The foundation's levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Maturity {
    /// For many adopters.
    Graduated,
    /// For early adopters who want a growing community.
    Incubating,
    /// For experiments.
    Sandbox,
    /// No longer hosted.
    Archived,
}

/// What a Kubernetes API object is called and who acts on it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Object {
    /// Group and version as in a manifest: `apps/v1`.
    pub api_version: Text,
    /// The kind as in a manifest.
    pub kind: Text,
    /// The plural that kubectl takes.
    pub resource: Text,
    /// What kubectl takes instead of it.
    pub short_names: List<Text>,
    /// Whether it lives in a namespace.
    pub namespaced: Option<bool>,
    /// The Kubernetes version in which it became stable.
    pub stable_since: Text,
    /// The id of the component that acts on it.
    pub controlled_by: Text,
    /// Fields that people get wrong.
    pub pitfalls: List<Pitfall>,
}

/// A field of an object that people get wrong.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"))]
pub struct Pitfall {
    /// The field's path.
    pub field: Text,
    /// What goes wrong.
    pub text: Text,
}

/// What a standard governs, and between whom.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Standard {
    /// What is standardised, in one line.
    pub governs: Text,
    /// The two sides, in words.
    pub between: List<Text>,
    /// Who implements each side.
    pub sides: List<Side>,
}

/// One side of a standard.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"))]
pub struct Side {
    /// What this side does.
    pub role: Text,
    /// The ids of those who implement it.
    pub by: List<Text>,
}

/// Where to read on.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Links {
    /// The home page.
    pub home: Option<Text>,
    /// The documentation.
    pub docs: Option<Text>,
    /// The repository.
    pub repo: Option<Text>,
}

impl Links {
    /// The documentation, else the home, else the repository.
    #[must_use]
    pub fn best(&self) -> Option<&str> {
        [&self.docs, &self.home, &self.repo].into_iter().flatten().next().map(|link| &**link)
    }
}

/// A command that is typed often.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"))]
pub struct Command {
    /// What is typed.
    pub run: Text,
    /// What it does.
    pub does: Text,
}

/// A short, correct piece of configuration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"))]
pub struct Example {
    /// What it shows.
    pub title: Text,
    /// The language, for a highlighter.
    pub language: Text,
    /// The piece itself.
    pub text: Text,
}

/// How an entry stands to others; every item is an id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Relations {
    /// What it belongs to.
    pub part_of: List<Text>,
    /// What it cannot run without.
    pub built_on: List<Text>,
    /// The standards or ideas that it implements.
    pub implements: List<Text>,
    /// What it is used together with.
    pub works_with: List<Text>,
    /// What one would use instead.
    pub alternatives: List<Text>,
    /// What one needs to know first.
    pub read_first: List<Text>,
    /// What else is worth a look.
    pub see_also: List<Text>,
    /// What took its place.
    pub replaced_by: List<Text>,
    /// The neighbour that people mix it up with, and how that one differs.
    #[serde(with = "pairs")]
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub confused_with: List<(Text, Text)>,
}

/// An answer to a category's question: one value, or a set of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "an answer is a text in quotes, or several in brackets")]
pub enum Answer {
    /// One value; a note may follow in parentheses.
    One(Text),
    /// Several values.
    Several(List<Text>),
}

/// Where packages are registered, as they are written before a package's name; `os` is
/// any operating system's.
pub const REGISTRIES: [&str; 11] =
    ["go", "npm", "pypi", "maven", "gradle", "cargo", "nuget", "gem", "composer", "hex", "os"];

/// A line is not held against fewer bytes.
pub const SHORTEST_MARKER: usize = 4;

/// Evidence that only this technology leaves in a repository or a cluster.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Identify {
    /// Kubernetes API groups.
    pub api_groups: List<ApiGroup>,
    /// Image repositories, without registry mirror, tag or digest.
    pub images: List<Text>,
    /// File names or globs.
    pub files: List<FilePattern>,
    /// Programs as they are called in scripts.
    pub commands: List<Text>,
    /// Words that follow such a program.
    pub subcommands: List<Text>,
    /// Helm charts.
    pub charts: List<Text>,
    /// Prefixes of labels and annotations.
    pub annotations: List<Text>,
    /// GitHub Actions.
    pub actions: List<Text>,
    /// Terraform providers and modules.
    pub terraform: List<Text>,
    /// Packages that are the technology, each behind its registry (`go`, `npm`, `pypi`, `maven`, `gradle`, `cargo`, `nuget`, `gem`, `composer`, `hex`, `os`): `npm:redis`.
    pub packages: List<Text>,
    /// How a line of its configuration begins.
    pub markers: List<Text>,
    /// Addresses beside its repository's that it is taken from: `get.k3s.io`, `github.com/jetstack/cert-manager`.
    pub sources: List<Text>,
    /// Settings of charts in which `enabled` switches it on or off: `grafana`, or inside another, `hubble.relay`.
    pub switches: List<Text>,
    /// The ids of what is there wherever this is: what an operator operates.
    pub implies: List<Text>,
}

/// A file that only one technology has, by its name or by what stands in it, too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a file is a name in quotes, or { name = \"...\", having = [\"...\"] }")]
pub enum FilePattern {
    /// Every file of this name.
    Named(Text),
    /// Those of a name that others use, too, which hold certain lines.
    Having(FileHaving),
}

impl FilePattern {
    /// The name or the glob.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::Named(name) => name,
            Self::Having(file) => &file.name,
        }
    }

    /// How one of its lines must begin; none where the name alone tells.
    #[must_use]
    pub fn having(&self) -> &[Text] {
        match self {
            Self::Named(_) => &[],
            Self::Having(file) => &file.having,
        }
    }
}

/// A file of a name that others use, too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"))]
pub struct FileHaving {
    /// The name or the glob.
    pub name: Text,
    /// How one of its lines begins, whatever spaces stand before.
    pub having: List<Text>,
}

/// An API group, whole or some of its kinds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(untagged, expecting = "a group is a text in quotes, or { group = \"...\", kinds = [\"...\"] }")]
pub enum ApiGroup {
    /// All of the group; `*.` in front takes every group below.
    Whole(Text),
    /// These kinds only, because the group is shared.
    Kinds(GroupKinds),
}

/// Some kinds of a shared API group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"))]
pub struct GroupKinds {
    /// The group.
    pub group: Text,
    /// Its kinds that belong here.
    pub kinds: List<Text>,
}

/// The day of the last check, and the sources.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Checked {
    /// The day.
    pub on: Option<Date>,
    /// Pages that say what the entry says.
    pub sources: List<Text>,
}

/// A folder of the glossary: entries that answer the same questions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Category {
    /// The folder's name; never written in the file.
    #[serde(skip_deserializing)]
    pub id: Text,
    /// What one member is called: `service mesh`.
    pub name: Text,
    /// The group's id.
    pub group: Text,
    /// What its members do.
    pub summary: Text,
    /// The questions that decide between them.
    pub dimensions: List<Dimension>,
}

/// A question that decides between the members of a category.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Dimension {
    /// The key in `[compare]`.
    pub id: Text,
    /// The row's label.
    pub name: Text,
    /// The question in words.
    pub question: Text,
    /// The allowed values; empty for free text.
    pub values: List<Text>,
    /// Whether several values may be given.
    pub set: bool,
    /// Whether the values are those of [`SCALE`].
    pub scale: bool,
    /// Whether the row comes before all others, as a layer or a role does.
    pub first: bool,
}

/// What a dimension with `scale = true` may answer.
pub const SCALE: [&str; 7] = ["yes", "beta", "addon", "paid", "no", "n/a", "unknown"];

/// What every dimension may answer.
pub const ALWAYS: [&str; 3] = ["no", "n/a", "unknown"];

/// A group of categories.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all(deserialize = "kebab-case", serialize = "snake_case"), default)]
pub struct Group {
    /// What is typed.
    pub id: Text,
    /// What is shown.
    pub name: Text,
    /// What belongs there.
    pub summary: Text,
}

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Four digits.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "format": "date", "description": "A day: 2026-08-07" })
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = toml::value::Datetime::deserialize(deserializer)?;
        match (value.date, value.time, value.offset) {
            (Some(date), None, None) => Ok(Self { year: date.year, month: date.month, day: date.day }),
            _ => Err(serde::de::Error::custom("expected a day such as 2026-08-07, without a time")),
        }
    }
}

impl Answer {
    /// The values, however many there are.
    #[must_use]
    pub fn values(&self) -> &[Text] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::Several(values) => values,
        }
    }
}

impl std::fmt::Display for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.values().join(", "))
    }
}

impl Kind {
    /// Every kind, in the order of the documentation.
    pub const ALL: [Self; 8] = [
        Self::Project,
        Self::Product,
        Self::Service,
        Self::Standard,
        Self::Concept,
        Self::Component,
        Self::Object,
        Self::Organization,
    ];

    /// The word for it in a file and on a page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Product => "product",
            Self::Service => "service",
            Self::Standard => "standard",
            Self::Concept => "concept",
            Self::Component => "component",
            Self::Object => "object",
            Self::Organization => "organization",
        }
    }

    /// Whether entries of this kind answer their category's questions.
    #[must_use]
    pub fn is_comparable(self) -> bool {
        matches!(self, Self::Project | Self::Product | Self::Service)
    }
}

impl Status {
    /// Every status, in the order of the documentation.
    pub const ALL: [Self; 4] = [Self::Active, Self::Maintenance, Self::Archived, Self::Superseded];

    /// The word for it in a file and on a page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Maintenance => "maintenance",
            Self::Archived => "archived",
            Self::Superseded => "superseded",
        }
    }
}

impl Maturity {
    /// Every level, most mature first.
    pub const ALL: [Self; 4] = [Self::Graduated, Self::Incubating, Self::Sandbox, Self::Archived];

    /// The word for it in a file and on a page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Graduated => "graduated",
            Self::Incubating => "incubating",
            Self::Sandbox => "sandbox",
            Self::Archived => "archived",
        }
    }
}

/// How a name belongs to an entry; the order is that of preference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum NameClass {
    /// The id.
    Id,
    /// The name as upstream spells it.
    Name,
    /// Another name that belongs to this entry alone.
    Alias,
    /// An abbreviation, which other entries may share.
    Acronym,
}

impl Entry {
    /// Every name that leads here, with how it belongs.
    ///
    /// What kubectl takes for an object counts as an acronym: `sc` may well be
    /// something else's, too.
    pub fn names(&self) -> impl Iterator<Item = (NameClass, &str)> {
        let own = [(NameClass::Id, &*self.id), (NameClass::Name, &*self.name)];
        let aliases = self.aliases.iter().map(|alias| (NameClass::Alias, &**alias));
        let acronyms = self.acronyms.iter().map(|acronym| (NameClass::Acronym, &**acronym));
        let short = self.object.iter().flat_map(|object| object.short_names.iter());
        let short = short.map(|name| (NameClass::Acronym, &**name));
        own.into_iter().chain(aliases).chain(acronyms).chain(short)
    }

    /// Where to read on: its documentation, else its home, its repository, or
    /// the first page that it rests on.
    #[must_use]
    pub fn best_link(&self) -> Option<&str> {
        self.links.best().or(self.checked.sources.first().map(|source| &**source))
    }

    /// Its level in the foundation, where it has one.
    #[must_use]
    pub fn maturity(&self) -> Option<Maturity> {
        self.cncf.as_ref().map(|cncf| cncf.maturity)
    }

    /// Whether it is still worked on, where that is known.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        self.project.as_ref().and_then(|project| project.status)
    }

    /// Whether it has come to an end: archived, superseded, or no longer hosted.
    #[must_use]
    pub fn is_retired(&self) -> bool {
        matches!(self.status(), Some(Status::Archived | Status::Superseded))
            || self.maturity() == Some(Maturity::Archived)
    }
}

/// Tables of TOML as lists of pairs: in the order in which they were written,
/// and able to lie in the binary, which a map cannot.
mod pairs {
    use std::borrow::Cow;
    use std::fmt;
    use std::marker::PhantomData;

    use serde::de::{DeserializeOwned, MapAccess, Visitor};
    use serde::{Deserializer, Serialize, Serializer};

    use super::{List, Text};

    pub(super) fn serialize<V: Serialize + Clone, S: Serializer>(
        pairs: &List<(Text, V)>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        serializer.collect_map(pairs.iter().map(|(key, value)| (key, value)))
    }

    pub(super) fn deserialize<'de, V, D>(deserializer: D) -> Result<List<(Text, V)>, D::Error>
    where
        V: DeserializeOwned + Clone,
        D: Deserializer<'de>,
    {
        deserializer.deserialize_map(Pairs(PhantomData)).map(Cow::Owned)
    }

    struct Pairs<V>(PhantomData<V>);

    impl<'de, V: DeserializeOwned> Visitor<'de> for Pairs<V> {
        type Value = Vec<(Text, V)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a table")
        }

        fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<Self::Value, M::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }
}
