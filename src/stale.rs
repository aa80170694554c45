//! What was not looked at for long: entries and dated warnings, oldest first.

use serde::Serialize;

use crate::card::Card;
use crate::day;
use crate::entry::{Date, Entry};
use crate::glossary::Glossary;

/// What to look at again.
#[derive(Clone, Debug, Serialize)]
pub struct Stale<'g> {
    /// The day from which the age is counted.
    pub today: Date,
    /// The age in days beyond which something is stale.
    pub older_than: u32,
    /// Oldest first; what has no day at all before everything.
    pub facts: Vec<Fact<'g>>,
}

/// A fact with its age.
#[derive(Clone, Debug, Serialize)]
pub struct Fact<'g> {
    /// The entry.
    #[serde(flatten)]
    pub card: Card<'g>,
    /// `entry` for the whole, `watch` for a warning.
    pub fact: &'static str,
    /// The warning's text; nothing for a whole entry.
    pub text: Option<&'g str>,
    /// The day of the last look.
    pub checked: Option<Date>,
    /// Its age in days.
    pub days: Option<i64>,
    /// Where to look.
    pub source: Option<&'g str>,
}

/// What in `glossary` was last looked at more than `older_than` days before `today`.
#[must_use]
pub fn stale(glossary: &Glossary, older_than: u32, today: Date) -> Stale<'_> {
    let now = day::number(today);
    let age = |date: Date| now - day::number(date);
    let mut facts: Vec<Fact<'_>> = glossary.entries().flat_map(|entry| facts_of(glossary, entry)).collect();
    for fact in &mut facts {
        fact.days = fact.checked.map(age);
    }
    facts.retain(|fact| fact.days.is_none_or(|days| days > i64::from(older_than)));
    facts.sort_by_key(|fact| (fact.checked, fact.card.id, fact.fact));
    Stale { today, older_than, facts }
}

fn facts_of<'g>(glossary: &'g Glossary, entry: &'g Entry) -> impl Iterator<Item = Fact<'g>> {
    let card = Card::new(glossary, entry);
    let whole = Fact {
        card,
        fact: "entry",
        text: None,
        checked: entry.checked.on,
        days: None,
        source: entry.checked.sources.first().map(|source| &**source),
    };
    let watches = entry.watch.iter().map(move |watch| Fact {
        card,
        fact: "watch",
        text: Some(&watch.text),
        // Who looked at the entry after the event looked at its warnings.
        checked: entry.checked.on.max(Some(watch.as_of)),
        days: None,
        source: Some(&watch.source),
    });
    std::iter::once(whole).chain(watches)
}
