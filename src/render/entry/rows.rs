//! The rows that pages of entries are made of.

use super::category_name;
use crate::entry::{Command, Entry, Kind, Pitfall, Text, Watch};
use crate::glossary::Glossary;
use crate::key::key;
use crate::layers::origin::{Change, Origin};
use crate::layers::place;
use crate::relation::Relation;
use crate::render::entry::Depth;
use crate::render::page::{HARD_SPACE, LABEL_WIDTH, Page};
use crate::term::Role;
use unicode_width::UnicodeWidthStr;

/// The title line and the summary; of the other names that first which was `typed`.
pub(super) fn head(page: &mut Page, glossary: &Glossary, entry: &Entry, typed: Option<&str>) {
    let title = page.words(Role::Title, &entry.name);
    let mut what = vec![category_name(glossary, entry)];
    if !what[0].ends_with(entry.kind.as_str()) {
        what.push(entry.kind.as_str());
    }
    let own = [key(&entry.id), key(&entry.name)];
    let also = entry.aliases.iter().chain(entry.acronyms.iter()).map(|name| &**name);
    let mut also: Vec<&str> = also.filter(|name| !own.contains(&key(name))).collect();
    let typed = typed.map(key);
    also.sort_by_key(|name| typed.as_ref() != Some(&key(name)));
    let mut line = format!("{title} \u{b7} {}", what.join(" \u{b7} "));
    if !also.is_empty() {
        let taken = entry.name.width() + what.iter().map(|word| word.width() + 3).sum::<usize>();
        let room = page.screen.measure().saturating_sub(taken + ALSO.width());
        line.push_str(&page.words(Role::Dim, &format!("{ALSO}{}", also_names(&also, room))));
    }
    let line = if page.screen.has_unicode { line } else { line.replace('\u{b7}', "-") };
    page.wrapped(&line, "");
    let summary = page.screen.clean(&entry.summary);
    page.wrapped(&summary, "");
}

/// What stands between a title and its other names.
const ALSO: &str = " \u{b7} also: ";

/// The first other names, as many as have room; the first in any case.
pub(super) fn also_names(names: &[&str], room: usize) -> String {
    let mut shown = String::new();
    for name in names {
        if !shown.is_empty() {
            if shown.width() + 2 + name.width() > room {
                break;
            }
            shown.push_str(", ");
        }
        shown.push_str(name);
    }
    shown
}

/// Which layers had a part in the entry, and what the team says of it.
pub(super) fn own_words(page: &mut Page, glossary: &Glossary, entry: &Entry) {
    for origin in glossary.origins(entry) {
        let role = if origin.change == Change::Replaces { Role::Warning } else { Role::Dim };
        let painted = page.words(role, &origin_text(origin));
        page.row("Layer", &painted);
    }
    if let Some(team) = &entry.team {
        let who = [&*team.owner, &*team.contact].into_iter().filter(|text| !text.is_empty());
        let mut said = vec![who.collect::<Vec<_>>().join(", ")];
        said.push(team.note.to_string());
        said.retain(|text| !text.is_empty());
        prose_row(page, "Team", &said.join(": "));
    }
}

/// What a layer did, in one line.
pub(super) fn origin_text(origin: &Origin) -> String {
    let file = place::short(&origin.file);
    let layer = origin.layer.as_str();
    match origin.change {
        Change::Adds => format!("{layer}: {file}"),
        Change::Replaces => format!("{layer}: {file}, in place of the entry below it"),
        Change::Patches => format!("{layer}: {file} ({})", origin.keys.join(", ")),
    }
}

pub(super) fn prose_row(page: &mut Page, label: &str, text: &str) {
    if !text.is_empty() {
        let painted = page.prose(text);
        page.row(label, &painted);
    }
}

pub(super) fn watch_row(page: &mut Page, watch: &Watch) {
    let text = page.prose_as(Role::Warning, &watch.text);
    let date = page.screen.paint(Role::Dim, &format!("({})", watch.as_of));
    page.row("Watch", &format!("{text} {date}"));
}

/// Standing, licence, languages; what an object is called; what a standard governs.
pub(super) fn facts(page: &mut Page, glossary: &Glossary, entry: &Entry) {
    let mut facts = Vec::new();
    if let Some(cncf) = &entry.cncf {
        let since = cncf.archived.or(cncf.graduated).or(cncf.incubating).or(cncf.accepted);
        facts.push(match since {
            Some(date) => format!("CNCF {} {date}", cncf.maturity.as_str()),
            None => format!("CNCF {}", cncf.maturity.as_str()),
        });
    }
    if let Some(project) = &entry.project {
        facts.extend(project.status.map(|status| status.as_str().to_owned()));
        facts.extend((!project.license.is_empty()).then(|| project.license.to_string()));
        facts.extend((!project.languages.is_empty()).then(|| project.languages.join(", ")));
    }
    if !facts.is_empty() {
        let separator = if page.screen.has_unicode { " \u{b7} " } else { " - " };
        let painted = page.screen.clean(&facts.join(separator));
        page.row("Status", &painted);
    }
    if let Some(object) = &entry.object {
        let mut words = vec![format!("{} {}", object.api_version, object.kind)];
        words.extend(object.namespaced.map(|yes| if yes { "namespaced" } else { "cluster-wide" }.to_owned()));
        words.extend(
            (!object.short_names.is_empty()).then(|| format!("kubectl: {}", object.short_names.join(", "))),
        );
        words.extend(
            (!object.stable_since.is_empty()).then(|| format!("stable since {}", object.stable_since)),
        );
        let painted = page.screen.clean(&words.join(", "));
        page.row("API", &painted);
        if let Some(controller) = glossary.get(&object.controlled_by) {
            let painted = page.words(Role::Name, &controller.name);
            page.row("Run by", &painted);
        }
    }
    if let Some(standard) = &entry.standard {
        prose_row(page, "Governs", &standard.governs);
        prose_row(page, "Between", &standard.between.join(" and "));
        for side in standard.sides.iter() {
            let by: Vec<&Entry> = side.by.iter().filter_map(|id| glossary.get(id)).collect();
            names_row(page, &capitalised(&side.role), &by, Depth::Page);
        }
    }
}

pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The relations of an entry, each under the word a reader looks for.
pub(super) fn neighbours<'g>(page: &mut Page, glossary: &'g Glossary, entry: &'g Entry, depth: Depth) {
    // What stands in one row need not stand in the next. An entry is known by its
    // place: to read its id would touch a page of memory for each.
    let holds = |entries: &[&Entry], entry: &Entry| entries.iter().any(|other| std::ptr::eq(*other, entry));
    let mut shown: Vec<&Entry> = Vec::new();
    let mut row = |page: &mut Page, label: &str, mut entries: Vec<&'g Entry>| {
        entries.retain(|entry| !holds(&shown, entry));
        shown.extend(&entries);
        names_row(page, label, &entries, depth);
    };
    let related = |relation| glossary.related(entry, relation);
    let inverse = |wanted: Relation| -> Vec<&'g Entry> {
        let mut found: Vec<&Entry> = glossary
            .inverse(entry)
            .filter(|(relation, _)| *relation == wanted)
            .map(|(_, entry)| entry)
            .collect();
        found.sort_by_key(|entry| std::cmp::Reverse(glossary.weight(entry)));
        found
    };
    row(page, "Now", related(Relation::ReplacedBy));
    row(page, "Part of", related(Relation::PartOf));
    row(page, "Needs", related(Relation::BuiltOn));
    row(page, "Done by", inverse(Relation::Implements));
    if depth == Depth::Full {
        row(page, "Follows", related(Relation::Implements));
        row(page, "Parts", inverse(Relation::PartOf));
        row(page, "Replaces", inverse(Relation::ReplacedBy));
        row(page, "Carries", inverse(Relation::BuiltOn));
    }
    row(page, "Instead", related(Relation::Alternatives));
    let is_word = matches!(entry.kind, Kind::Concept | Kind::Standard | Kind::Object);
    let first = if depth == Depth::Full || is_word { related(Relation::ReadFirst) } else { Vec::new() };
    let mut with = related(Relation::WorksWith);
    with.retain(|entry| !holds(&first, entry));
    row(page, "With", with);
    // The whole way to here, whatever stands above.
    names_row(page, "First", &first, depth);
    if depth == Depth::Full {
        row(page, "See also", related(Relation::SeeAlso));
    }
}

/// A field of an object that people get wrong.
pub(super) fn pitfall_row(page: &mut Page, pitfall: &Pitfall) {
    let field = page.words(Role::Code, &pitfall.field);
    let text = page.prose(&pitfall.text);
    page.row("Pitfall", &format!("{field}: {text}"));
}

/// What the entry is mixed up with, and how that one differs.
pub(super) fn confusion_row(page: &mut Page, glossary: &Glossary, (id, difference): &(Text, Text)) {
    let name = glossary.get(id).map_or(&**id, |other| &other.name);
    let name = page.words(Role::Name, name);
    let difference = page.prose(difference);
    page.row("Not", &format!("{name}: {difference}"));
}

/// Names beside a label; on a page, as many as stay on the line.
pub(super) fn names_row(page: &mut Page, label: &str, entries: &[&Entry], depth: Depth) {
    if entries.is_empty() {
        return;
    }
    let room = page.row_width(label);
    let more = |count: usize| format!(" +{}", entries.len() - count);
    let mut count = entries.len();
    if depth != Depth::Full {
        // Names beyond the line are never looked at: each lies on a page of its own.
        let mut ends = Vec::new();
        for entry in entries {
            let end = ends.last().map_or(0, |end| end + 2) + entry.name.width();
            if end > room {
                break;
            }
            ends.push(end);
        }
        count = ends.len();
        while count > 1 && count < entries.len() && ends[count - 1] + more(count).len() > room {
            count -= 1;
        }
        count = count.max(1);
    }
    let names: Vec<String> =
        entries[..count].iter().map(|entry| page.words(Role::Name, &entry.name)).collect();
    let mut painted = names.join(", ");
    if count < entries.len() {
        painted.push_str(&page.screen.paint(Role::Dim, &more(count)));
    }
    page.row(label, &painted);
}

/// One of `commands`, the place of which is `number`: what it does stands beside
/// it, or below where the screen has no room for that beside any of them.
pub(super) fn command_row(page: &mut Page, commands: &[Command], number: usize) {
    let widest =
        |text: fn(&Command) -> &Text| commands.iter().map(|one| text(one).chars().count()).max().unwrap_or(0);
    let (run_width, does_width) = (widest(|command| &command.run), widest(|command| &command.does));
    let Some(command) = commands.get(number) else { return };
    // Spaces that wrapping must not touch: a command is read as it is typed.
    let run = page.screen.paint(Role::Code, &command.run).replace(' ', HARD_SPACE);
    let label = if number == 0 { "Try" } else { "" };
    if LABEL_WIDTH + run_width + 2 + does_width <= page.screen.measure() {
        let padding = HARD_SPACE.repeat(run_width + 2 - command.run.chars().count());
        let does = page.screen.clean(&command.does);
        page.row(label, &format!("{run}{padding}{does}"));
    } else {
        let does = page.words(Role::Dim, &command.does);
        page.row(label, &run);
        page.continued_deeper(&does);
    }
}

pub(super) fn links(page: &mut Page, entry: &Entry, all: bool) {
    let links = &entry.links;
    if all {
        for (label, link) in [("Home", &links.home), ("Docs", &links.docs), ("Code", &links.repo)] {
            if let Some(link) = link {
                let painted = page.screen.paint(Role::Link, link);
                page.row(label, &painted);
            }
        }
        return;
    }
    if let Some(link) = entry.best_link() {
        let painted = page.screen.paint(Role::Link, link);
        page.row("Docs", &painted);
    }
}

/// The day of the last check, and what to type next after a page of this depth.
pub(super) fn foot_line(page: &mut Page, glossary: &Glossary, entry: &Entry, depth: Depth) {
    let mut parts = Vec::new();
    parts.extend(entry.checked.on.map(|day| format!("Checked {day}")));
    // A comparison needs the questions of a category.
    let has_questions = glossary.category(&entry.category).is_some_and(|own| !own.dimensions.is_empty());
    let rivals = if has_questions { glossary.related(entry, Relation::Alternatives) } else { Vec::new() };
    let rival = rivals.into_iter().find(|rival| rival.category == entry.category);
    let compare = rival.map(|rival| format!("cnref compare {} {}", entry.id, rival.id));
    let more = match depth {
        Depth::Full => format!("cnref related {}", entry.id),
        Depth::Short | Depth::Page => format!("cnref {} --full", entry.id),
    };
    parts.push(format!("more: {more}"));
    parts.extend(compare);
    // A command is not broken where it would be copied from.
    let parts = parts.iter().map(|part| part.replace(' ', HARD_SPACE)).collect::<Vec<_>>();
    let line = page.words(Role::Dim, &parts.join(" \u{b7} "));
    page.wrapped(&line, "");
}
