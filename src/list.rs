//! Which entries fit a set of filters, and in what order.

use serde::Serialize;

use crate::card::Card;
use crate::entry::{Entry, Kind, Maturity, Status};
use crate::error::Error;
use crate::glossary::Glossary;
use crate::suggest::nearest;

/// What is asked for: within one filter any of its values, over all filters each.
#[derive(Clone, Debug, Default)]
pub struct Filters {
    /// Categories or groups.
    pub categories: Vec<String>,
    /// Kinds.
    pub kinds: Vec<Kind>,
    /// Levels in the foundation.
    pub maturities: Vec<Maturity>,
    /// Whether still worked on.
    pub statuses: Vec<Status>,
    /// Tags.
    pub tags: Vec<String>,
    /// Languages.
    pub languages: Vec<String>,
    /// Licences, whole or as far as the first hyphen.
    pub licenses: Vec<String>,
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// By group, category and name.
    #[default]
    Category,
    /// By name.
    Name,
    /// Most mature first.
    Maturity,
    /// Oldest first.
    Since,
}

impl Sort {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::Category, Self::Name, Self::Maturity, Self::Since];

    /// The word for it on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Category => "category",
            Self::Name => "name",
            Self::Maturity => "maturity",
            Self::Since => "since",
        }
    }
}

/// Entries that fit.
#[derive(Clone, Debug, Serialize)]
pub struct Listing<'g> {
    /// One card each, in order.
    pub entries: Vec<Card<'g>>,
    /// Whether the order is that of the categories, so that they can be headings.
    #[serde(skip)]
    pub is_grouped: bool,
}

/// The entries of `glossary` that fit `filters`, in the order `sort`.
///
/// # Errors
/// A category, tag, language or licence that no entry has.
pub fn list<'g>(glossary: &'g Glossary, filters: &Filters, sort: Sort) -> Result<Listing<'g>, Error> {
    let categories = known_categories(glossary, &filters.categories)?;
    known(&filters.tags, "tag", glossary, |entry| entry.tags.iter().map(|tag| &**tag).collect())?;
    known(&filters.languages, "language", glossary, languages)?;
    known(&filters.licenses, "license", glossary, licenses)?;
    let mut entries: Vec<&Entry> = glossary
        .entries()
        .filter(|entry| {
            fits(&categories, |category| entry.category == *category)
                && fits(&filters.kinds, |kind| entry.kind == *kind)
                && fits(&filters.maturities, |maturity| entry.maturity() == Some(*maturity))
                && fits(&filters.statuses, |status| entry.status() == Some(*status))
                && fits(&filters.tags, |tag| entry.tags.iter().any(|own| is_same(own, tag)))
                && fits(&filters.languages, |language| {
                    languages(entry).iter().any(|own| is_same(own, language))
                })
                && fits(&filters.licenses, |license| licenses(entry).iter().any(|own| is_same(own, license)))
        })
        .collect();
    sort_by(glossary, &mut entries, sort);
    let entries = entries.into_iter().map(|entry| Card::new(glossary, entry)).collect();
    Ok(Listing { entries, is_grouped: sort == Sort::Category })
}

/// The ids of the categories that `names` stand for, each a category or a group.
///
/// # Errors
/// A name that is neither, or a group in which there is no category.
pub fn known_categories<'g>(glossary: &'g Glossary, names: &[String]) -> Result<Vec<&'g str>, Error> {
    let mut ids = Vec::new();
    for name in names {
        let found = glossary.categories_of(name);
        if found.is_empty() {
            if let Some(group) = glossary.groups().iter().find(|group| is_same(&group.id, name)) {
                return Err(Error::usage(
                    format!("the group `{}` has no category", group.id),
                    "`cnref categories` shows what there is",
                ));
            }
            let all = glossary.groups().iter().map(|group| &*group.id);
            let all = all.chain(glossary.categories().iter().map(|category| &*category.id));
            return Err(unknown("category", name, all.collect()));
        }
        ids.extend(found.into_iter().map(|category| &*category.id));
    }
    Ok(ids)
}

fn known<'g>(
    values: &[String],
    what: &'static str,
    glossary: &'g Glossary,
    of: impl Fn(&'g Entry) -> Vec<&'g str>,
) -> Result<(), Error> {
    if values.is_empty() {
        return Ok(());
    }
    let mut all: Vec<&str> = glossary.entries().flat_map(of).collect();
    all.sort_unstable();
    all.dedup();
    match values.iter().find(|value| !all.iter().any(|known| is_same(known, value))) {
        None => Ok(()),
        Some(value) => Err(unknown(what, value, all)),
    }
}

fn unknown(what: &'static str, value: &str, all: Vec<&str>) -> Error {
    let near = nearest(value, all.iter().copied()).into_iter().map(str::to_owned).collect();
    Error::UnknownValue {
        what,
        value: value.to_owned(),
        near,
        all: all.into_iter().map(str::to_owned).collect(),
    }
}

/// The languages that `entry` is written in.
pub(crate) fn languages(entry: &Entry) -> Vec<&str> {
    entry.project.iter().flat_map(|project| project.languages.iter()).map(|language| &**language).collect()
}

/// The licences of an SPDX expression, each whole and without its version.
pub(crate) fn licenses(entry: &Entry) -> Vec<&str> {
    let expressions =
        entry.project.iter().flat_map(|project| project.license.split(|c: char| " ()".contains(c)));
    let names = expressions.filter(|word| !matches!(*word, "" | "AND" | "OR" | "WITH"));
    names.flat_map(|name| [name, name.split_once('-').map_or(name, |(family, _)| family)]).collect()
}

fn is_same(one: &str, other: &str) -> bool {
    one.eq_ignore_ascii_case(other)
}

fn fits<T>(wanted: &[T], is_wanted: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(is_wanted)
}

fn sort_by(glossary: &Glossary, entries: &mut [&Entry], sort: Sort) {
    let by_name = |entry: &&Entry| (entry.name.to_lowercase(), entry.id.clone());
    match sort {
        Sort::Name => entries.sort_by_cached_key(by_name),
        Sort::Category => entries.sort_by_cached_key(|entry| (place(glossary, entry), by_name(entry))),
        Sort::Maturity => {
            entries.sort_by_cached_key(|entry| {
                (entry.maturity().is_none(), entry.maturity(), entry.status(), by_name(entry))
            });
        }
        Sort::Since => entries.sort_by_cached_key(|entry| {
            let since = entry.project.as_ref().and_then(|project| project.since);
            (since.is_none(), since, by_name(entry))
        }),
    }
}

/// Where an entry's category stands: its group's place, then its own name.
fn place<'g>(glossary: &'g Glossary, entry: &Entry) -> (usize, &'g str) {
    let category = glossary.category(&entry.category);
    let group =
        category.and_then(|category| glossary.groups().iter().position(|group| group.id == category.group));
    (group.unwrap_or(usize::MAX), category.map_or("", |category| &category.name))
}

/// The groups with their categories, and how many entries each has.
#[derive(Clone, Debug, Serialize)]
pub struct Categories<'g> {
    /// The groups in their order.
    pub groups: Vec<GroupCount<'g>>,
    /// How many entries there are in all.
    pub entries: usize,
}

/// A group with its categories.
#[derive(Clone, Debug, Serialize)]
pub struct GroupCount<'g> {
    /// What is typed.
    pub id: &'g str,
    /// What is shown.
    pub name: &'g str,
    /// What belongs there.
    pub summary: &'g str,
    /// Its categories by name.
    pub categories: Vec<CategoryCount<'g>>,
}

/// A category and how many entries it has.
#[derive(Clone, Debug, Serialize)]
pub struct CategoryCount<'g> {
    /// What is typed.
    pub id: &'g str,
    /// What one member is called.
    pub name: &'g str,
    /// What its members do.
    pub summary: &'g str,
    /// How many there are.
    pub entries: usize,
    /// How many questions its members answer.
    pub dimensions: usize,
}

/// Every group and category, in the order in which lists show them.
#[must_use]
pub fn categories(glossary: &Glossary) -> Categories<'_> {
    let count = |id: &str| glossary.entries().filter(|entry| entry.category == id).count();
    let groups = glossary.groups().iter().map(|group| {
        let mut categories: Vec<CategoryCount<'_>> = glossary
            .categories()
            .iter()
            .filter(|category| category.group == group.id)
            .map(|category| CategoryCount {
                id: &category.id,
                name: &category.name,
                summary: &category.summary,
                entries: count(&category.id),
                dimensions: category.dimensions.len(),
            })
            .collect();
        categories.sort_by_key(|category| category.name);
        GroupCount { id: &group.id, name: &group.name, summary: &group.summary, categories }
    });
    Categories {
        groups: groups.filter(|group| !group.categories.is_empty()).collect(),
        entries: glossary.entries().count(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Filters, Sort, list};
    use crate::entry::Maturity;
    use crate::glossary::Glossary;

    #[test]
    fn filters_combine() {
        let glossary = Glossary::builtin();
        let filters = Filters {
            categories: vec!["service-mesh".into(), "delivery".into()],
            maturities: vec![Maturity::Graduated],
            languages: vec!["go".into()],
            ..Filters::default()
        };
        let found = list(&glossary, &filters, Sort::Name).expect("all values are known");
        assert!(found.entries.iter().any(|card| card.id == "helm"));
        assert!(found.entries.iter().any(|card| card.id == "istio"));
        assert!(found.entries.iter().all(|card| card.maturity == Some(Maturity::Graduated)));
        assert!(found.entries.iter().all(|card| card.category == "service-mesh" || card.group == "delivery"));
    }

    #[test]
    fn a_licence_family_is_enough() {
        let glossary = Glossary::builtin();
        let filters = Filters { licenses: vec!["apache".into()], ..Filters::default() };
        let found = list(&glossary, &filters, Sort::Name).expect("some are under an Apache licence");
        assert!(found.entries.iter().any(|card| card.id == "helm"));
    }
}
