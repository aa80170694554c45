//! How the glossary differs from the landscape's data file, which the Cloud
//! Native Computing Foundation publishes at <https://github.com/cncf/landscape>:
//! levels, dates, addresses, projects that are new, renamed or gone.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::day;
use crate::entry::{Cncf, Date, Entry};
use crate::error::Error;
use crate::glossary::Glossary;
use crate::input;

/// The data file, as far as it is compared.
#[derive(Debug, Deserialize)]
pub struct Landscape {
    landscape: Vec<Category>,
}

#[derive(Debug, Deserialize)]
struct Category {
    #[serde(default)]
    subcategories: Vec<Subcategory>,
}

#[derive(Debug, Deserialize)]
struct Subcategory {
    #[serde(default)]
    items: Vec<Item>,
}

#[derive(Debug, Deserialize)]
struct Item {
    name: String,
    homepage_url: Option<String>,
    repo_url: Option<String>,
    project: Option<String>,
    #[serde(default)]
    extra: Extra,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Extra {
    accepted: Option<String>,
    incubating: Option<String>,
    graduated: Option<String>,
    archived: Option<String>,
}

/// What kind of difference it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A project of the foundation without an entry.
    New,
    /// A project that the landscape calls by a name that leads nowhere here.
    Renamed,
    /// An entry whose level or date differs.
    Standing,
    /// An entry whose address differs.
    Link,
    /// An entry that names a level, and stands in the landscape no more.
    Gone,
}

/// How the glossary differs from the landscape.
#[derive(Clone, Debug, Serialize)]
pub struct Drift {
    /// How many projects of the foundation were compared.
    pub projects: usize,
    /// By kind, then by id.
    pub differences: Vec<Difference>,
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Difference {
    /// What kind.
    pub kind: Kind,
    /// The entry; nothing for a new project.
    pub id: Option<String>,
    /// The landscape's name.
    pub name: String,
    /// The key.
    pub field: &'static str,
    /// What the glossary says.
    pub ours: Option<String>,
    /// What the landscape says.
    pub theirs: Option<String>,
}

/// Reads the landscape's data file.
///
/// # Errors
/// When it cannot be read, or is no such file.
pub fn read(path: &Path) -> Result<Landscape, Error> {
    let text = input::text(path, "the landscape's data file", "cnref check --against - < landscape.yml")?;
    serde_saphyr::from_str(&text).map_err(|error| {
        let place =
            error.location().map_or(String::new(), |place| format!(":{}:{}", place.line(), place.column()));
        Error::usage(
            format!("{}{place} is no data file of the landscape", path.display()),
            "it is landscape.yml of https://github.com/cncf/landscape",
        )
    })
}

/// Compares every project of the foundation in `landscape` with its entry.
#[must_use]
pub fn drift(glossary: &Glossary, landscape: &Landscape) -> Drift {
    let by_repo = repositories(glossary);
    let mut differences = Vec::new();
    let mut met: BTreeSet<&str> = BTreeSet::new();
    let mut projects = BTreeSet::new();
    for item in items(landscape) {
        let Some(level) = item.project.as_deref().filter(|level| !level.is_empty()) else { continue };
        projects.insert(&item.name);
        let of_repo = item.repo_url.as_deref().and_then(|repo| by_repo.get(&address(repo)).copied());
        let Some((entry, is_renamed)) = counterpart(glossary, item, of_repo) else {
            differences.push(Difference {
                kind: Kind::New,
                id: None,
                name: item.name.clone(),
                field: "maturity",
                ours: None,
                theirs: Some(level.to_owned()),
            });
            continue;
        };
        // An item may stand in several categories.
        if !met.insert(&entry.id) {
            continue;
        }
        if is_renamed {
            let names = (Some(entry.name.to_string()), Some(item.name.clone()));
            differences.push(difference(Kind::Renamed, entry, item, "name", names));
        }
        compare(entry, item, level, &mut differences);
    }
    for entry in glossary.entries().filter(|entry| entry.cncf.is_some() && !met.contains(&*entry.id)) {
        differences.push(Difference {
            kind: Kind::Gone,
            id: Some(entry.id.to_string()),
            name: entry.name.to_string(),
            field: "maturity",
            ours: entry.maturity().map(|maturity| maturity.as_str().to_owned()),
            theirs: None,
        });
    }
    differences.sort();
    Drift { projects: projects.len(), differences }
}

fn items(landscape: &Landscape) -> impl Iterator<Item = &Item> {
    landscape.landscape.iter().flat_map(|category| &category.subcategories).flat_map(|sub| &sub.items)
}

/// The entries by the address of their repository.
fn repositories(glossary: &Glossary) -> HashMap<String, &Entry> {
    let with = glossary.entries().filter_map(|entry| Some((address(entry.links.repo.as_deref()?), entry)));
    with.collect()
}

/// The entry that an item is about, and whether only the repository tells so.
fn counterpart<'g>(
    glossary: &'g Glossary,
    item: &Item,
    of_repo: Option<&'g Entry>,
) -> Option<(&'g Entry, bool)> {
    // The landscape adds what it is in parentheses: "Open Policy Agent (OPA)".
    let bare = item.name.split(" (").next().unwrap_or(&item.name);
    let spellings = [&*item.name, bare];
    let named = || spellings.iter().flat_map(|name| glossary.named(name)).map(|(_, entry)| entry);
    let standing = named().find(|entry| entry.cncf.is_some());
    let same = || of_repo.filter(|entry| named().any(|other| other.id == entry.id));
    let software = || named().find(|entry| of_repo.is_none() && entry.kind.is_comparable());
    let by_name = standing.or_else(same).or_else(software);
    by_name.map(|entry| (entry, false)).or(of_repo.map(|entry| (entry, true)))
}

/// An address without what makes no difference.
fn address(url: &str) -> String {
    let rest =
        url.trim().trim_start_matches("https://").trim_start_matches("http://").trim_start_matches("www.");
    rest.trim_end_matches('/').trim_end_matches(".git").to_lowercase()
}

fn difference(
    kind: Kind,
    entry: &Entry,
    item: &Item,
    field: &'static str,
    (ours, theirs): (Option<String>, Option<String>),
) -> Difference {
    Difference { kind, id: Some(entry.id.to_string()), name: item.name.clone(), field, ours, theirs }
}

/// Adds what differs between `entry` and `item`.
fn compare(entry: &Entry, item: &Item, level: &str, differences: &mut Vec<Difference>) {
    let cncf = entry.cncf.as_ref();
    let ours = cncf.map(|cncf| cncf.maturity.as_str().to_owned());
    if ours.as_deref() != Some(level) {
        differences.push(difference(Kind::Standing, entry, item, "maturity", (ours, Some(level.to_owned()))));
    }
    let own = |day: fn(&Cncf) -> Option<Date>| cncf.and_then(day).map(|day| day.to_string());
    let days = [
        ("accepted", own(|cncf| cncf.accepted), &item.extra.accepted),
        ("incubating", own(|cncf| cncf.incubating), &item.extra.incubating),
        ("graduated", own(|cncf| cncf.graduated), &item.extra.graduated),
        ("archived", own(|cncf| cncf.archived), &item.extra.archived),
    ];
    for (field, ours, theirs) in days {
        let theirs = theirs.as_deref().and_then(day::parse).map(|day| day.to_string());
        if ours != theirs {
            differences.push(difference(Kind::Standing, entry, item, field, (ours, theirs)));
        }
    }
    let links =
        [("home", &entry.links.home, &item.homepage_url), ("repo", &entry.links.repo, &item.repo_url)];
    for (field, ours, theirs) in links {
        if let (Some(ours), Some(theirs)) = (ours, theirs)
            && address(ours) != address(theirs)
        {
            let pair = (Some(ours.to_string()), Some(theirs.clone()));
            differences.push(difference(Kind::Link, entry, item, field, pair));
        }
    }
}
