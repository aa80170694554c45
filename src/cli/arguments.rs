//! What follows each command.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use crate::author::Target;
use crate::entry::{Kind, Maturity, Status};
use crate::identify::Strength;
use crate::list::Sort;
use crate::schema::Of;

const IDENTIFY_EXAMPLES: &str = "\
Examples:
  cnref identify                               what is in this folder?
  cnref identify apps/ charts/ -o markdown     a page for a wiki
  kubectl get crd | cnref identify -           what is in this cluster?
  kubectl get pods -A -o jsonpath='{..image}' | cnref identify -
  helm list -A | cnref identify -

It reads, and never runs anything nor asks a cluster.";

/// `cnref show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The term, in any spelling; several words are one term; `-` reads terms from stdin, one a line
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<OsString>,
    /// Everything there is to say
    #[arg(short, long, conflicts_with = "short")]
    pub full: bool,
    /// Only title and summary
    #[arg(short, long)]
    pub short: bool,
}

/// `cnref list`.
#[derive(Debug, Args)]
pub struct List {
    /// Only this category or group (repeatable, as all filters)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
    /// Only this kind
    #[arg(short, long = "kind", value_enum, value_name = "KIND")]
    pub kinds: Vec<Kind>,
    /// Only this level in the CNCF
    #[arg(short, long = "maturity", value_enum, value_name = "LEVEL")]
    pub maturities: Vec<Maturity>,
    /// Only this status
    #[arg(long = "status", value_enum, value_name = "STATUS")]
    pub statuses: Vec<Status>,
    /// Only with this tag
    #[arg(short, long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    /// Only written in this language
    #[arg(short, long = "language", value_name = "LANGUAGE")]
    pub languages: Vec<String>,
    /// Only under this licence, such as Apache-2.0 or AGPL
    #[arg(long = "license", value_name = "LICENCE", alias = "licence")]
    pub licenses: Vec<String>,
    /// The order
    #[arg(long, value_enum, default_value_t, value_name = "ORDER")]
    pub sort: Sort,
}

/// `cnref compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// What to compare, two or more; quote a name of several words
    #[arg(value_name = "TERM")]
    pub names: Vec<OsString>,
    /// Every member of a category
    #[arg(short, long = "category", value_name = "CATEGORY", conflicts_with = "names")]
    pub category: Option<String>,
    /// Also the rows in which all are equal
    #[arg(short, long)]
    pub all: bool,
}

/// `cnref search`.
#[derive(Debug, Args)]
pub struct Search {
    /// Words of the need; "quotes" around words that stand together
    #[arg(required = true, value_name = "WORD")]
    pub words: Vec<OsString>,
    /// Only this category or group (repeatable)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
    /// Only this kind (repeatable)
    #[arg(short, long = "kind", value_enum, value_name = "KIND")]
    pub kinds: Vec<Kind>,
    /// At most so many entries; 0 for all
    #[arg(short = 'n', long, default_value_t = 8, value_name = "NUMBER")]
    pub limit: usize,
}

/// `cnref related`.
#[derive(Debug, Args)]
pub struct Related {
    /// The term, in any spelling; several words are one term
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<OsString>,
    /// How many steps to go
    #[arg(short, long, default_value_t = 1, value_name = "STEPS", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=4))]
    pub depth: usize,
}

/// `cnref graph`.
#[derive(Debug, Args)]
pub struct Graph {
    /// What to draw it around; quote a name of several words
    #[arg(value_name = "TERM")]
    pub names: Vec<OsString>,
    /// The members of a category instead
    #[arg(short, long = "category", value_name = "CATEGORY", conflicts_with = "names")]
    pub category: Option<String>,
    /// How many steps to go
    #[arg(short, long, default_value_t = 1, value_name = "STEPS", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=4))]
    pub depth: usize,
    /// At most so many entries
    #[arg(short = 'n', long, default_value_t = 40, value_name = "NUMBER")]
    pub limit: usize,
}

/// `cnref path`.
#[derive(Debug, Args)]
pub struct Path {
    /// The term that is to be understood; several words are one term
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<OsString>,
}

/// `cnref gloss`.
#[derive(Debug, Args)]
pub struct Gloss {
    /// Markdown or text files; `-` for standard input
    #[arg(required = true, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// Also words that look like terms and are not known
    #[arg(short, long)]
    pub unknown: bool,
}

/// `cnref random`.
#[derive(Debug, Args)]
pub struct Random {
    /// Only from this category or group (repeatable)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
    /// Only title and summary
    #[arg(short, long)]
    pub short: bool,
}

/// `cnref open`.
#[derive(Debug, Args)]
pub struct Open {
    /// The term, and which link: home, docs (the default) or repo
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<OsString>,
    /// Only print the address
    #[arg(short, long)]
    pub print: bool,
}

/// A link of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The home page.
    Home,
    /// The documentation.
    Docs,
    /// The repository.
    Repo,
}

impl Link {
    /// Every link.
    pub const ALL: [Self; 3] = [Self::Home, Self::Docs, Self::Repo];

    /// The word for it on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Docs => "docs",
            Self::Repo => "repo",
        }
    }
}

/// `cnref identify`.
#[derive(Debug, Args)]
#[command(after_help = IDENTIFY_EXAMPLES)]
pub struct Identify {
    /// Folders and files to look at; `-` reads what another program prints
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath, default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// All evidence, not only the best of it
    #[arg(short, long)]
    pub evidence: bool,
    /// Leave out what less than this proves
    #[arg(long, value_enum, value_name = "STRENGTH", default_value = "medium")]
    pub min_confidence: Strength,
    /// Only this category or group (repeatable)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
}

/// `cnref check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Folders of entries, each laid over those before it, or files in them; without one, the layers in use
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath)]
    pub paths: Vec<PathBuf>,
    /// Say what a rule asks for; without a name, all rules
    #[arg(long, value_name = "RULE", num_args = 0..=1, conflicts_with = "paths")]
    #[allow(clippy::option_option, reason = "asked for, and of which rule")]
    pub explain: Option<Option<String>>,
    /// Show how the glossary differs from landscape.yml of github.com/cncf/landscape
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["paths", "explain"])]
    pub against: Option<PathBuf>,
}

/// `cnref stale`.
#[derive(Debug, Args)]
pub struct StaleArguments {
    /// The age beyond which something is stale: 90d, 12w, 6m, 1y
    #[arg(long, value_name = "AGE", default_value = "180d", value_parser = age)]
    pub older_than: u32,
}

/// `cnref new`.
#[derive(Debug, Args)]
pub struct New {
    /// The name, as it is spelt; several words need no quotes
    #[arg(required = true, value_name = "TERM")]
    pub name: Vec<String>,
    /// Its category, whose questions are put in; without one, words of your own
    #[arg(short, long, value_name = "CATEGORY")]
    pub category: Option<String>,
    /// What sort of thing it is
    #[arg(short, long, value_enum, value_name = "KIND")]
    pub kind: Option<Kind>,
    /// Where it is written: user, project, or a folder; without one, the project's layer if there is one
    #[arg(long, value_name = "LAYER", default_value = "", hide_default_value = true, value_parser = target, value_hint = ValueHint::DirPath)]
    pub layer: Target,
}

/// `cnref edit`.
#[derive(Debug, Args)]
pub struct Edit {
    /// The term, as for a lookup
    #[arg(id = "terms", required = true, value_name = "TERM")]
    pub name: Vec<String>,
    /// Which layer's file: user, project, or a folder; without one, the project's layer if there is one
    #[arg(long, value_name = "LAYER", default_value = "", hide_default_value = true, value_parser = target, value_hint = ValueHint::DirPath)]
    pub layer: Target,
}

/// `cnref import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Notes in Markdown, or a table in CSV
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// The category of the drafts; without one, words of your own
    #[arg(short, long, value_name = "CATEGORY")]
    pub category: Option<String>,
    /// Where they are written: user, project, or a folder; without one, the project's layer if there is one
    #[arg(long, value_name = "LAYER", default_value = "", hide_default_value = true, value_parser = target, value_hint = ValueHint::DirPath)]
    pub layer: Target,
}

/// `cnref export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The folder that is written to
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
    /// Only this category or group (repeatable)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
}

/// `cnref schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// Of what
    #[arg(value_enum, default_value_t, value_name = "WHAT")]
    pub what: Of,
}

/// A layer as typed.
#[allow(clippy::unnecessary_wraps, reason = "the shape of a parser of values")]
fn target(text: &str) -> Result<Target, String> {
    Ok(if text.is_empty() { Target::Usual } else { Target::from(text) })
}

/// The days of an age as typed.
fn age(text: &str) -> Result<u32, String> {
    crate::day::span(text).ok_or_else(|| "write a number with a unit: 90d, 12w, 6m, 1y".to_owned())
}

/// `cnref completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: Shell,
}

/// A shell that can be taught to complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// Bash 3.2 or newer.
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
    /// Elvish.
    Elvish,
    /// `PowerShell`.
    #[value(name = "powershell")]
    PowerShell,
}

macro_rules! value_enum {
    ($($type:ty),*) => {$(
        impl ValueEnum for $type {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
                Some(self.as_str().into())
            }
        }
    )*};
}

value_enum!(Kind, Maturity, Status, Sort, Strength);
