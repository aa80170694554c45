//! Rules about facts: where they come from, and when they held.

use super::{error, warning};
use crate::check::locate::Step;
use crate::check::{Finding, Glance};
use crate::entry::{Date, Entry, Maturity};

pub(super) fn links(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let entry = &parsed.value;
        let own = [("home", &entry.links.home), ("docs", &entry.links.docs), ("repo", &entry.links.repo)];
        let own = own.into_iter().filter_map(|(name, link)| {
            link.as_ref().map(|link| (link, vec![Step::Key("links"), Step::Key(name)]))
        });
        let sources = entry
            .checked
            .sources
            .iter()
            .enumerate()
            .map(|(at, link)| (link, vec![Step::Key("checked"), Step::Key("sources"), Step::Index(at)]));
        let watch = entry.watch.iter().enumerate().map(|(at, watch)| {
            (&watch.source, vec![Step::Key("watch"), Step::Index(at), Step::Key("source")])
        });
        for (link, path) in own.chain(sources).chain(watch) {
            let is_address = link.starts_with("https://") && !link.contains(char::is_whitespace);
            // That a source is missing is told by another rule.
            if !is_address && !link.is_empty() {
                let text = format!("`{link}` is not an https address");
                findings.push(error(parsed, &path, "link", text));
            }
        }
    }
}

/// The days that an entry names, with the way to each.
fn days(entry: &Entry) -> Vec<(Vec<Step<'static>>, Date)> {
    let mut days = Vec::new();
    if let Some(cncf) = &entry.cncf {
        let levels = [
            ("accepted", cncf.accepted),
            ("incubating", cncf.incubating),
            ("graduated", cncf.graduated),
            ("archived", cncf.archived),
        ];
        days.extend(
            levels.into_iter().filter_map(|(key, day)| Some((vec![Step::Key("cncf"), Step::Key(key)], day?))),
        );
    }
    days.extend(entry.checked.on.map(|day| (vec![Step::Key("checked"), Step::Key("on")], day)));
    let watch = entry.watch.iter().enumerate();
    days.extend(
        watch.map(|(at, watch)| (vec![Step::Key("watch"), Step::Index(at), Step::Key("as-of")], watch.as_of)),
    );
    days
}

pub(super) fn future(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let Some(today) = glance.today else { return };
    for parsed in &glance.entries {
        for (path, day) in days(&parsed.value) {
            if day > today {
                let text = format!("{day} is still to come: what has not happened was not seen");
                findings.push(error(parsed, &path, "future", text));
            }
        }
        let since = parsed.value.project.as_ref().and_then(|project| project.since);
        if let Some(year) = since.filter(|year| *year > today.year || *year < 1950) {
            let path = [Step::Key("project"), Step::Key("since")];
            findings.push(error(parsed, &path, "future", format!("{year} is no year of a first release")));
        }
    }
}

pub(super) fn order(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let Some(cncf) = &parsed.value.cncf else { continue };
        let levels = [
            ("accepted", cncf.accepted),
            ("incubating", cncf.incubating),
            ("graduated", cncf.graduated),
            ("archived", cncf.archived),
        ];
        let dated: Vec<(&str, Date)> =
            levels.into_iter().filter_map(|(key, day)| Some((key, day?))).collect();
        for pair in dated.windows(2) {
            let [(before, earlier), (after, later)] = pair else { continue };
            if earlier > later {
                let text = format!("`{after}` ({later}) lies before `{before}` ({earlier})");
                findings.push(error(parsed, &[Step::Key("cncf"), Step::Key(after)], "date-order", text));
            }
        }
    }
}

pub(super) fn undated(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let entry = &parsed.value;
        for (at, watch) in entry.watch.iter().enumerate().filter(|(_, watch)| watch.source.is_empty()) {
            let path = [Step::Key("watch"), Step::Index(at)];
            let text = format!("the warning of {} has no source: say who says so", watch.as_of);
            findings.push(error(parsed, &path, "undated", text));
        }
        let Some(cncf) = &entry.cncf else { continue };
        let (key, day) = match cncf.maturity {
            Maturity::Graduated => ("graduated", cncf.graduated),
            Maturity::Incubating => ("incubating", cncf.incubating),
            Maturity::Sandbox => ("accepted", cncf.accepted),
            Maturity::Archived => ("archived", cncf.archived),
        };
        if day.is_none() {
            let text = format!("the level `{}` has no day: write `{key}`", cncf.maturity.as_str());
            findings.push(warning(parsed, &[Step::Key("cncf"), Step::Key("maturity")], "undated", text));
        }
    }
}

/// Words by which a text says how something came to its end.
const ENDINGS: [&str; 12] = [
    "archiv",
    "discontinued",
    "no longer",
    "retired",
    "merged",
    "successor",
    "replaced",
    "deprecated",
    "superseded",
    "end of life",
    "unmaintained",
    "shut down",
];

pub(super) fn endings(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in glance.entries.iter().filter(|parsed| parsed.value.is_retired()) {
        let entry = &parsed.value;
        let relations = &entry.relations;
        let watch = entry.watch.iter().map(|watch| &*watch.text).collect::<String>();
        let text = format!("{} {} {} {watch}", entry.summary, entry.why, entry.description).to_lowercase();
        let has_reason = ENDINGS.iter().any(|word| text.contains(word));
        if relations.replaced_by.is_empty() && relations.alternatives.is_empty() && !has_reason {
            let text = "it has come to an end: name what replaces it, what one uses instead, or why";
            let path = [Step::Key("project"), Step::Key("status")];
            findings.push(warning(parsed, &path, "ending", text.to_owned()));
        }
    }
}
