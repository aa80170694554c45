//! Every word of an entry.

use super::Depth;
use super::rows::{
    command_row, confusion_row, facts, foot_line, head, links, neighbours, own_words, pitfall_row, prose_row,
    watch_row,
};
use crate::entry::{ApiGroup, Date, Entry, FilePattern, Text};
use crate::glossary::Glossary;
use crate::render::page::Page;
use crate::term::Role;

/// Every word of an entry, which was asked for as `typed`.
pub(super) fn full(page: &mut Page, glossary: &Glossary, entry: &Entry, typed: Option<&str>) {
    head(page, glossary, entry, typed);
    page.gap();
    own_words(page, glossary, entry);
    prose_row(page, "Why", &entry.why);
    for watch in entry.watch.iter() {
        watch_row(page, watch);
        page.continued(&page.screen.paint(Role::Link, &watch.source));
    }
    facts(page, glossary, entry);
    for pitfall in entry.object.iter().flat_map(|object| object.pitfalls.iter()) {
        pitfall_row(page, pitfall);
    }
    history(page, entry);
    neighbours(page, glossary, entry, Depth::Full);
    for confused in entry.relations.confused_with.iter() {
        confusion_row(page, glossary, confused);
    }
    page.gap();
    page.paragraphs(&entry.description, "");
    reasons(page, "Choose it when", &entry.use_when);
    reasons(page, "Think twice when", &entry.avoid_when);
    comparison(page, glossary, entry);
    if !entry.commands.is_empty() {
        page.gap();
        for number in 0..entry.commands.len() {
            command_row(page, &entry.commands, number);
        }
    }
    for example in entry.examples.iter() {
        page.gap();
        prose_row(page, "Example", &example.title);
        page.code(&example.text, "    ");
    }
    evidence(page, entry);
    page.gap();
    links(page, entry, true);
    page.rows(
        "Sources",
        entry.checked.sources.iter().map(|source| page.screen.paint(Role::Link, source)).collect::<Vec<_>>(),
    );
    foot_line(page, glossary, entry, Depth::Full);
}

fn history(page: &mut Page, entry: &Entry) {
    let mut facts = Vec::new();
    if let Some(project) = &entry.project {
        facts.extend((!project.origin.is_empty()).then(|| format!("started by {}", project.origin)));
        facts.extend(project.since.map(|year| format!("first released {year}")));
    }
    if let Some(cncf) = &entry.cncf {
        let dated = |word: &str, date: Option<Date>| date.map(|date| format!("{word} {date}"));
        facts.extend(dated("accepted", cncf.accepted));
        facts.extend(dated("incubating", cncf.incubating));
        facts.extend(dated("graduated", cncf.graduated));
        facts.extend(dated("archived", cncf.archived));
    }
    if !facts.is_empty() {
        let painted = page.screen.clean(&facts.join(", "));
        page.row("History", &painted);
    }
    if !entry.tags.is_empty() {
        let painted = page.screen.clean(&entry.tags.join(", "));
        page.row("Tags", &painted);
    }
}

fn reasons(page: &mut Page, heading: &str, reasons: &[Text]) {
    if reasons.is_empty() {
        return;
    }
    page.gap();
    let heading = page.words(Role::Label, heading);
    page.line(&heading);
    for reason in reasons {
        let painted = page.prose(reason);
        page.wrapped_between(&painted, "  - ", "    ");
    }
}

fn comparison(page: &mut Page, glossary: &Glossary, entry: &Entry) {
    let Some(category) = glossary.category(&entry.category) else { return };
    let rows: Vec<Vec<String>> = category
        .dimensions
        .iter()
        .filter_map(|dimension| {
            let (_, answer) = entry.compare.iter().find(|(id, _)| *id == dimension.id)?;
            Some(vec![
                page.screen.paint(Role::Label, &dimension.name),
                page.screen.clean(&answer.to_string()),
                page.words(Role::Dim, &dimension.question),
            ])
        })
        .collect();
    if !rows.is_empty() {
        page.gap();
        page.table(None, &rows, "");
    }
}

fn evidence(page: &mut Page, entry: &Entry) {
    let identify = &entry.identify;
    let groups: Vec<String> = identify
        .api_groups
        .iter()
        .map(|group| match group {
            ApiGroup::Whole(group) => group.to_string(),
            ApiGroup::Kinds(group) => format!("{} ({})", group.group, group.kinds.join(", ")),
        })
        .collect();
    let files: Vec<&str> = identify.files.iter().map(FilePattern::name).collect();
    let rows = [
        ("API group", groups.join(", ")),
        ("Image", identify.images.join(", ")),
        ("File", files.join(", ")),
        ("Command", identify.commands.join(", ")),
        ("Chart", identify.charts.join(", ")),
        ("Label", identify.annotations.join(", ")),
        ("Action", identify.actions.join(", ")),
        ("Terraform", identify.terraform.join(", ")),
        ("Package", identify.packages.join(", ")),
        ("Line", identify.markers.join(", ")),
        ("Address", identify.sources.join(", ")),
        ("Setting", identify.switches.join(", ")),
        ("Implies", identify.implies.join(", ")),
    ];
    if rows.iter().any(|(_, text)| !text.is_empty()) {
        page.gap();
        let heading = page.words(Role::Label, "Recognised by");
        page.line(&heading);
    }
    for (label, text) in rows {
        if !text.is_empty() {
            let painted = page.screen.clean(&text);
            page.wrapped_between(&painted, &format!("  {label:<11}"), "             ");
        }
    }
}
