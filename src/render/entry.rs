//! The page of an entry: short, whole, or its card.

use serde::Serialize;

use super::page::{HARD_SPACE, Page, paragraphs};
use super::{Grid, View};
use crate::card::Card;
use crate::entry::{Date, Entry, Kind, NameClass, Watch};
use crate::error::shown;
use crate::glossary::Glossary;
use crate::key::key;
use crate::layers::origin::{Change, Origin};
use crate::layers::place;
use crate::relation::Relation;
use crate::term::Role;

/// How much of an entry is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Depth {
    /// Title and summary.
    Short,
    /// What answers most questions, in a screen.
    #[default]
    Page,
    /// Everything.
    Full,
}

/// The lines that a page may take at the usual width: a terminal has 24, and
/// the prompt wants two.
const PAGE_LINES: usize = 22;

/// What a page shows of what there may be more of.
#[derive(Clone, Copy)]
struct Allowance {
    watches: usize,
    confusions: usize,
    pitfalls: usize,
    commands: usize,
}

/// What pages show, most first: the first that fits [`PAGE_LINES`] is taken.
const ALLOWANCES: [Allowance; 6] = [
    Allowance { watches: 2, confusions: 2, pitfalls: 2, commands: 2 },
    Allowance { watches: 2, confusions: 1, pitfalls: 2, commands: 2 },
    Allowance { watches: 2, confusions: 1, pitfalls: 1, commands: 1 },
    Allowance { watches: 1, confusions: 1, pitfalls: 1, commands: 1 },
    Allowance { watches: 1, confusions: 1, pitfalls: 1, commands: 0 },
    Allowance { watches: 1, confusions: 0, pitfalls: 1, commands: 0 },
];

/// Everything there is.
const ALL: Allowance =
    Allowance { watches: usize::MAX, confusions: usize::MAX, pitfalls: usize::MAX, commands: usize::MAX };

/// Terms with the entries they lead to.
#[derive(Debug, Serialize)]
pub struct Answered<'g> {
    /// One answer for each term that leads anywhere, in the order asked.
    pub answers: Vec<Answer<'g>>,
    /// Where relations lead.
    #[serde(skip)]
    pub glossary: &'g Glossary,
    /// How much is shown.
    #[serde(skip)]
    pub depth: Depth,
}

/// A term with the entries it leads to.
#[derive(Debug, Serialize)]
pub struct Answer<'g> {
    /// The term as typed.
    pub term: String,
    /// How it belongs to the first entry.
    pub matched: Option<NameClass>,
    /// One entry, or every meaning of an ambiguous word.
    pub entries: Vec<&'g Entry>,
    /// Which layers had a part in them; empty for what is the program's own.
    pub origins: Vec<Marked<'g>>,
}

/// A layer's part in an entry.
#[derive(Debug, Serialize)]
pub struct Marked<'g> {
    /// The entry.
    pub id: &'g str,
    /// The layer, its file and what it does.
    #[serde(flatten)]
    pub origin: &'g Origin,
}

impl<'g> Answer<'g> {
    /// The answer to `term`, with what layers had a part in it.
    #[must_use]
    pub fn new(
        glossary: &'g Glossary,
        term: String,
        matched: Option<NameClass>,
        entries: Vec<&'g Entry>,
    ) -> Self {
        let origins = entries
            .iter()
            .flat_map(|entry| glossary.origins(entry).iter().map(|origin| Marked { id: &entry.id, origin }));
        Self { term, matched, origins: origins.collect(), entries }
    }
}

impl View for Answered<'_> {
    fn text(&self, page: &mut Page) {
        for answer in &self.answers {
            page.gap();
            match &answer.entries[..] {
                [entry] => match self.depth {
                    Depth::Short => short(page, self.glossary, entry),
                    Depth::Page => screenful(page, self.glossary, entry),
                    Depth::Full => full(page, self.glossary, entry),
                },
                meanings => ambiguous(page, self.glossary, &answer.term, meanings),
            }
        }
    }

    fn wide(&self, page: &mut Page) {
        for entry in self.answers.iter().flat_map(|answer| &answer.entries) {
            page.gap();
            full(page, self.glossary, entry);
        }
    }

    fn grid(&self) -> Grid {
        let entries = self.answers.iter().flat_map(|answer| &answer.entries);
        let entries = entries.map(|entry| Card::new(self.glossary, entry)).collect();
        crate::list::Listing { entries, is_grouped: false }.grid()
    }

    fn markdown(&self) -> String {
        let entries = self.answers.iter().flat_map(|answer| &answer.entries);
        entries.map(|entry| markdown_page(self.glossary, entry)).collect::<Vec<_>>().join("\n")
    }

    fn names(&self) -> Vec<&str> {
        self.answers.iter().flat_map(|answer| &answer.entries).map(|entry| &*entry.id).collect()
    }
}

/// Every meaning of a word, with what to type for each.
fn ambiguous(page: &mut Page, glossary: &Glossary, term: &str, meanings: &[&Entry]) {
    let heading = page.screen.paint(Role::Title, &shown(term));
    page.line(&format!("{heading} has {} meanings:", meanings.len()));
    let typed: Vec<String> = meanings
        .iter()
        .map(|entry| {
            let is_plain = glossary.named(&entry.id).len() == 1;
            if is_plain { entry.id.to_string() } else { format!("{}/{}", entry.category, entry.id) }
        })
        .collect();
    let width = typed.iter().map(String::len).max().unwrap_or(0);
    for (entry, typed) in meanings.iter().zip(typed) {
        let id = page.screen.paint(Role::Name, &typed);
        let what = format!("{} \u{b7} {}. {}", entry.name, category_name(glossary, entry), entry.summary);
        let what = page.screen.clean(&what);
        let (first, indent) = if page.screen.width < width + 40 {
            page.line(&format!("  {id}"));
            ("      ".to_owned(), "      ".to_owned())
        } else {
            (format!("  {id}{}  ", " ".repeat(width - typed.len())), " ".repeat(width + 4))
        };
        page.wrapped_between(&what, &first, &indent);
    }
}

fn category_name<'g>(glossary: &'g Glossary, entry: &'g Entry) -> &'g str {
    glossary.category(&entry.category).map_or(&entry.category, |category| &category.name)
}

/// The title line and the summary.
fn head(page: &mut Page, glossary: &Glossary, entry: &Entry) {
    let title = page.words(Role::Title, &entry.name);
    let mut what = vec![category_name(glossary, entry)];
    if !what[0].ends_with(entry.kind.as_str()) {
        what.push(entry.kind.as_str());
    }
    let own = [key(&entry.id), key(&entry.name)];
    let also = entry.aliases.iter().chain(entry.acronyms.iter()).map(|name| &**name);
    let also: Vec<&str> = also.filter(|name| !own.contains(&key(name))).collect();
    let mut line = format!("{title} \u{b7} {}", what.join(" \u{b7} "));
    if !also.is_empty() {
        line.push_str(&page.words(Role::Dim, &format!(" \u{b7} also: {}", also_names(&also))));
    }
    let line = if page.screen.has_unicode { line } else { line.replace('\u{b7}', "-") };
    page.wrapped(&line, "");
    let summary = page.screen.clean(&entry.summary);
    page.wrapped(&summary, "");
}

/// The first other names, as many as stay on a line.
fn also_names(names: &[&str]) -> String {
    const ROOM: usize = 36;
    let mut shown = String::new();
    for name in names {
        if !shown.is_empty() {
            if shown.len() + name.len() > ROOM {
                break;
            }
            shown.push_str(", ");
        }
        shown.push_str(name);
    }
    shown
}

fn short(page: &mut Page, glossary: &Glossary, entry: &Entry) {
    head(page, glossary, entry);
}

/// Which layers had a part in the entry, and what the team says of it.
fn own_words(page: &mut Page, glossary: &Glossary, entry: &Entry) {
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
fn origin_text(origin: &Origin) -> String {
    let file = place::short(&origin.file);
    let layer = origin.layer.as_str();
    match origin.change {
        Change::Adds => format!("{layer}: {file}"),
        Change::Replaces => format!("{layer}: {file}, in place of the entry below it"),
        Change::Patches => format!("{layer}: {file} ({})", origin.keys.join(", ")),
    }
}

/// The page that answers most questions in [`PAGE_LINES`] lines at 80 columns.
fn screenful(page: &mut Page, glossary: &Glossary, entry: &Entry) {
    let mut shortest = String::new();
    for allowance in ALLOWANCES {
        let mut draft = Page::new(page.screen);
        screenful_within(&mut draft, glossary, entry, allowance);
        let fits = draft.lines() <= PAGE_LINES;
        shortest = draft.into_text();
        if fits {
            break;
        }
    }
    page.line_block(&shortest);
}

fn screenful_within(page: &mut Page, glossary: &Glossary, entry: &Entry, allowance: Allowance) {
    head(page, glossary, entry);
    page.gap();
    own_words(page, glossary, entry);
    prose_row(page, "Why", &entry.why);
    for watch in entry.watch.iter().take(allowance.watches) {
        watch_row(page, watch);
    }
    facts(page, glossary, entry, allowance);
    neighbours(page, glossary, entry, Depth::Page, allowance);

    let mut foot = Page::new(page.screen);
    commands(&mut foot, entry, allowance.commands);
    links(&mut foot, entry, false);
    foot_line(&mut foot, glossary, entry);
    match entry.kind {
        Kind::Concept | Kind::Standard | Kind::Object | Kind::Organization => {
            explain(page, entry, PAGE_LINES.saturating_sub(page.lines() + foot.lines()));
        }
        Kind::Project | Kind::Product | Kind::Service | Kind::Component => {}
    }
    page.line_block(&foot.into_text());
}

/// As much of how it works as `left` lines hold: an example if the whole of it
/// fits, and the first paragraph of the description.
fn explain(page: &mut Page, entry: &Entry, left: usize) {
    let mut draft = Page::new(page.screen);
    if let Some(first) = paragraphs(&entry.description).next() {
        prose_row(&mut draft, "How", first);
    }
    let how = draft.lines();
    if how <= left {
        page.line_block(&draft.into_text());
    }
    let left = if how <= left { left - how } else { left };
    if let Some(example) = entry.examples.first() {
        let lines = example.text.trim_matches('\n').lines().count();
        if lines < left && lines > 0 {
            prose_row(page, "Example", &example.title);
            page.code(&example.text, "          ");
        }
    }
}

/// Every word of an entry.
fn full(page: &mut Page, glossary: &Glossary, entry: &Entry) {
    head(page, glossary, entry);
    page.gap();
    own_words(page, glossary, entry);
    prose_row(page, "Why", &entry.why);
    for watch in entry.watch.iter() {
        watch_row(page, watch);
        page.continued(&page.screen.paint(Role::Link, &watch.source));
    }
    facts(page, glossary, entry, ALL);
    history(page, entry);
    neighbours(page, glossary, entry, Depth::Full, ALL);
    page.gap();
    page.paragraphs(&entry.description, "");
    reasons(page, "Choose it when", &entry.use_when);
    reasons(page, "Think twice when", &entry.avoid_when);
    comparison(page, glossary, entry);
    if !entry.commands.is_empty() {
        page.gap();
        commands(page, entry, ALL.commands);
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
    foot_line(page, glossary, entry);
}

fn prose_row(page: &mut Page, label: &str, text: &str) {
    if !text.is_empty() {
        let painted = page.prose(text);
        page.row(label, &painted);
    }
}

fn watch_row(page: &mut Page, watch: &Watch) {
    let text = page.words(Role::Warning, &watch.text);
    let date = page.screen.paint(Role::Dim, &format!("({})", watch.as_of));
    page.row("Watch", &format!("{text} {date}"));
}

/// Standing, licence, languages; what an object is called; what a standard governs.
fn facts(page: &mut Page, glossary: &Glossary, entry: &Entry, allowance: Allowance) {
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
        for pitfall in object.pitfalls.iter().take(allowance.pitfalls) {
            let field = page.words(Role::Code, &pitfall.field);
            let text = page.prose(&pitfall.text);
            page.row("Pitfall", &format!("{field}: {text}"));
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

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The relations of an entry, each under the word a reader looks for.
fn neighbours(page: &mut Page, glossary: &Glossary, entry: &Entry, depth: Depth, allowance: Allowance) {
    let related = |relation| glossary.related(entry, relation);
    let inverse = |wanted: Relation| -> Vec<&Entry> {
        let mut found: Vec<&Entry> = glossary
            .inverse(entry)
            .filter(|(relation, _)| *relation == wanted)
            .map(|(_, entry)| entry)
            .collect();
        found.sort_by_key(|entry| std::cmp::Reverse(glossary.weight(entry)));
        found
    };
    names_row(page, "Now", &related(Relation::ReplacedBy), depth);
    names_row(page, "Part of", &related(Relation::PartOf), depth);
    names_row(page, "Needs", &related(Relation::BuiltOn), depth);
    let done_by = inverse(Relation::Implements);
    names_row(page, "Done by", &done_by, depth);
    if depth == Depth::Full {
        names_row(page, "Follows", &related(Relation::Implements), depth);
        names_row(page, "Parts", &inverse(Relation::PartOf), depth);
        names_row(page, "Replaces", &inverse(Relation::ReplacedBy), depth);
        names_row(page, "Carries", &inverse(Relation::BuiltOn), depth);
    }
    names_row(page, "Instead", &related(Relation::Alternatives), depth);
    let mut with = related(Relation::WorksWith);
    with.retain(|entry| done_by.iter().all(|other| other.id != entry.id));
    names_row(page, "With", &with, depth);
    let is_word = matches!(entry.kind, Kind::Concept | Kind::Standard | Kind::Object);
    if depth == Depth::Full || is_word {
        names_row(page, "First", &related(Relation::ReadFirst), depth);
    }
    if depth == Depth::Full {
        names_row(page, "See also", &related(Relation::SeeAlso), depth);
    }
    for (id, difference) in entry.relations.confused_with.iter().take(allowance.confusions) {
        let name = glossary.get(id).map_or(&**id, |other| &other.name);
        let name = page.words(Role::Name, name);
        let difference = page.prose(difference);
        page.row("Not", &format!("{name}: {difference}"));
    }
}

/// Names beside a label; on a page, as many as stay on the line.
fn names_row(page: &mut Page, label: &str, entries: &[&Entry], depth: Depth) {
    if entries.is_empty() {
        return;
    }
    let mut room = page.screen.measure().max(40) - 18;
    let mut names = Vec::new();
    for entry in entries {
        let width = entry.name.chars().count() + 2;
        if depth != Depth::Full && !names.is_empty() && width > room {
            break;
        }
        room = room.saturating_sub(width);
        names.push(page.words(Role::Name, &entry.name));
    }
    let mut painted = names.join(", ");
    if names.len() < entries.len() {
        let more = format!(" +{}", entries.len() - names.len());
        painted.push_str(&page.screen.paint(Role::Dim, &more));
    }
    page.row(label, &painted);
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

fn reasons(page: &mut Page, heading: &str, reasons: &[crate::entry::Text]) {
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

/// The commands, each with what it does beside it, or below where the screen is narrow.
fn commands(page: &mut Page, entry: &Entry, most: usize) {
    let shown: Vec<_> = entry.commands.iter().take(most).collect();
    let width = shown.iter().map(|command| command.run.chars().count()).max().unwrap_or(0);
    let does_width = shown.iter().map(|command| command.does.chars().count()).max().unwrap_or(0);
    let fits = 10 + width + 2 + does_width <= page.screen.measure();
    let mut lines = Vec::new();
    for command in shown {
        // Spaces that wrapping must not touch: a command is read as it is typed.
        let run = page.screen.paint(Role::Code, &command.run).replace(' ', HARD_SPACE);
        let does = page.screen.clean(&command.does);
        if fits {
            let padding = HARD_SPACE.repeat(width + 2 - command.run.chars().count());
            lines.push(format!("{run}{padding}{does}"));
        } else {
            lines.push(run);
            lines.push(format!("  {}", page.words(Role::Dim, &command.does)));
        }
    }
    page.rows("Try", lines);
}

fn evidence(page: &mut Page, entry: &Entry) {
    let identify = &entry.identify;
    let groups: Vec<String> = identify
        .api_groups
        .iter()
        .map(|group| match group {
            crate::entry::ApiGroup::Whole(group) => group.to_string(),
            crate::entry::ApiGroup::Kinds(group) => format!("{} ({})", group.group, group.kinds.join(", ")),
        })
        .collect();
    let rows = [
        ("API group", groups.join(", ")),
        ("Image", identify.images.join(", ")),
        ("File", identify.files.join(", ")),
        ("Chart", identify.charts.join(", ")),
        ("Label", identify.annotations.join(", ")),
        ("Action", identify.actions.join(", ")),
        ("Terraform", identify.terraform.join(", ")),
        ("Package", identify.packages.join(", ")),
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

fn links(page: &mut Page, entry: &Entry, all: bool) {
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
    let best = links.docs.as_ref().or(links.home.as_ref()).or(links.repo.as_ref());
    if let Some(link) = best.or(entry.checked.sources.first()) {
        let painted = page.screen.paint(Role::Link, link);
        page.row("Docs", &painted);
    }
}

/// The day of the last check, and what to type next.
fn foot_line(page: &mut Page, glossary: &Glossary, entry: &Entry) {
    let mut parts = Vec::new();
    parts.extend(entry.checked.on.map(|day| format!("Checked {day}")));
    parts.push(format!("more: cnref {} --full", entry.id));
    let rival = glossary.related(entry, Relation::Alternatives).into_iter().next();
    parts.extend(rival.map(|rival| format!("cnref compare {} {}", entry.id, rival.id)));
    let line = page.words(Role::Dim, &parts.join(" \u{b7} "));
    page.wrapped(&line, "");
}

/// An entry as a page of Markdown.
fn markdown_page(glossary: &Glossary, entry: &Entry) -> String {
    let mut page = Page::new(crate::term::Screen::plain(usize::MAX >> 1));
    page.line(&format!("# {}", entry.name));
    page.gap();
    page.line(&entry.summary);
    page.gap();
    page.line(&format!("- Category: {}, {}", category_name(glossary, entry), entry.kind.as_str()));
    let standing = crate::compare::standing(entry);
    if !standing.is_empty() {
        page.line(&format!("- Status: {standing}"));
    }
    for origin in glossary.origins(entry) {
        page.line(&format!("- Layer: {}", origin_text(origin)));
    }
    for watch in entry.watch.iter() {
        page.line(&format!("- Watch: {} ({}, <{}>)", watch.text, watch.as_of, watch.source));
    }
    let alternatives = glossary.related(entry, Relation::Alternatives);
    if !alternatives.is_empty() {
        let names: Vec<&str> = alternatives.iter().map(|entry| &*entry.name).collect();
        page.line(&format!("- Instead: {}", names.join(", ")));
    }
    for link in [&entry.links.home, &entry.links.docs, &entry.links.repo].into_iter().flatten() {
        page.line(&format!("- <{link}>"));
    }
    for paragraph in paragraphs(&entry.description) {
        page.gap();
        let text: String = crate::markup::pieces(paragraph)
            .map(|piece| match piece {
                crate::markup::Piece::Plain(text) => text.split('\n').collect::<Vec<_>>().join(" "),
                crate::markup::Piece::Code(code) => format!("`{code}`"),
                crate::markup::Piece::Link(label, _) => label.to_owned(),
            })
            .collect();
        page.line(&text);
    }
    for example in entry.examples.iter() {
        page.gap();
        page.line(&format!("{}:", capitalised(&example.title)));
        page.gap();
        page.line(&format!("```{}", example.language));
        page.code(&example.text, "");
        page.line("```");
    }
    page.into_text()
}
