//! Whether a name that is also plain English means the technology: by how it is
//! written, and by what stands beside it.

use std::collections::VecDeque;
use std::ops::Range;

use super::field::{Field, tells_field};
use super::names::Name;
use super::reading::{Reading, Sort, Stretch};
use super::surroundings::{
    begins_command, begins_sentence, is_among_capitals, is_capitalised, is_followed_as_english, is_list_gap,
    is_part_of_name, is_run,
};
use crate::entry::{Kind, NameClass};

/// A name found in a document.
#[derive(Clone, Copy, Debug)]
pub(super) struct Occurrence<'t, 'g> {
    /// Where it begins in the reading.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// As it stands there.
    pub(super) text: &'t str,
    /// The name that it is.
    pub(super) name: Name<'g>,
    /// What it stands in.
    pub(super) stretch: &'t Stretch,
    /// What stands before it there.
    pub(super) before: &'t str,
    /// What stands after it there.
    pub(super) after: &'t str,
}

/// The evidence that is enough.
const ENOUGH: i32 = 3;

/// How many technologies in a row make a list.
const LIST: usize = 3;

/// Within how many bytes two names stand next to each other, and near.
const NEXT: usize = 25;
const NEAR: usize = 80;

/// How many names away one is looked for that supports another.
const REACH: usize = 8;

/// Takes from `found`, in the order of the document, what means the technology.
pub(super) fn meant<'t, 'g>(reading: &Reading, found: Vec<Occurrence<'t, 'g>>) -> Vec<Occurrence<'t, 'g>> {
    let mut field = Field::named(&found);
    let is_certain = |one: &Occurrence<'_, '_>| {
        field.allows(one)
            && one.is_unmistakable()
            && !(one.name.is_short() && is_among_capitals(reading, one))
    };
    let mut is_meant: Vec<bool> = found.iter().map(is_certain).collect();
    for list in lists(reading, &field, &found) {
        is_meant[list].fill(true);
    }
    field.learn(&found, &is_meant);
    let own: Vec<i32> = (0..found.len()).map(|at| own_evidence(reading, &found, at)).collect();
    // What is meant supports its neighbours, so that a list is taken whole.
    let mut waiting: VecDeque<usize> = (0..found.len()).collect();
    while let Some(at) = waiting.pop_front() {
        if !is_meant[at]
            && field.allows(&found[at])
            && field.is_about(&found[at])
            && own[at] + i32::from(field.is_ours()) + beside(reading, &field, &found, &is_meant, at) >= ENOUGH
        {
            is_meant[at] = true;
            let around = at.saturating_sub(REACH)..(at + REACH + 1).min(found.len());
            waiting.extend(around.filter(|other| !is_meant[*other]));
        }
    }
    found
        .into_iter()
        .zip(is_meant)
        .filter(|(one, is_meant)| *is_meant && field.is_about(one))
        .map(|(one, _)| one)
        .collect()
}

/// The enumerations of technologies: "helm, flux and vault" is none of ships.
fn lists(reading: &Reading, field: &Field<'_>, found: &[Occurrence<'_, '_>]) -> Vec<Range<usize>> {
    let is_technology = |one: &Occurrence<'_, '_>| field.allows(one) && one.name.entry.kind.is_comparable();
    let belong = |pair: &[Occurrence<'_, '_>]| {
        pair.iter().all(is_technology)
            && pair[0].name.entry.id != pair[1].name.entry.id
            && reading.text.get(pair[0].end..pair[1].start).is_some_and(is_list_gap)
    };
    let mut lists = Vec::new();
    let mut first = 0;
    for end in 1..=found.len() {
        let goes_on = end < found.len() && belong(&found[end - 1..=end]);
        if !goes_on {
            if end - first >= LIST {
                lists.push(first..end);
            }
            first = end;
        }
    }
    lists
}

impl Occurrence<'_, '_> {
    /// Whether its spelling is the name's own, with its capitals.
    pub(super) fn is_named(&self) -> bool {
        let is_part_of_own =
            || self.name.entry.kind.is_comparable() && self.name.entry.name.contains(self.text);
        has_capital(self.text)
            && (self.name.is_spelled(self.text) || self.is_short_in_capitals() || is_part_of_own())
    }

    fn is_own_spelling(&self) -> bool {
        self.name.is_spelled(self.text) && !self.name.is_other()
    }

    /// Whether it is a short name as its entry has it: `dns`, `pod`.
    fn is_short_and_own(&self) -> bool {
        self.name.is_short() && self.is_own_spelling()
    }

    /// Whether it is one of the two letters that kubectl takes for an object: IP, CS, NO.
    fn is_for_kubectl(&self) -> bool {
        let name = self.name;
        name.class == NameClass::Acronym && name.entry.kind == Kind::Object && name.written.len() < 3
    }

    fn is_several(&self) -> bool {
        !self.text.eq_ignore_ascii_case(self.name.written) && self.text.len() != self.name.written.len()
    }

    /// Whether it is a short name in capitals; one with a digit is rare enough in any case.
    fn is_short_in_capitals(&self) -> bool {
        let has_digit = || self.text.contains(|c: char| c.is_ascii_digit());
        self.name.is_short() && (self.name.is_in_capitals(self.text) || has_digit())
    }

    /// Whether the name can be meant at all here: in a block of code ordinary
    /// words are keys and values, and `no` is a node for kubectl only.
    pub(super) fn may_count(&self) -> bool {
        if self.is_several() && self.name.is_english && self.name.entry.kind.is_comparable() {
            // "Boundaries" are no more than English.
            return false;
        }
        match self.stretch.sort {
            Sort::Block | Sort::Shell | Sort::Code if !self.name.is_english && !self.name.is_short() => true,
            Sort::Code => self.is_whole_stretch() || self.before.is_empty() && self.is_program(),
            Sort::Shell => self.is_command(false),
            Sort::Block => self.is_command(true),
            Sort::Prose | Sort::Heading | Sort::Link(_) => {
                !self.name.is_short() || self.is_named() && !self.is_for_kubectl() || self.is_short_and_own()
            }
        }
    }

    fn is_whole_stretch(&self) -> bool {
        self.stretch.range == (self.start..self.end)
    }

    /// Whether the word is the entry's program, called in a block of code.
    fn is_command(&self, needs_prompt: bool) -> bool {
        let is_word = self.after.is_empty() || self.after.starts_with(char::is_whitespace);
        is_word && begins_command(self.before, needs_prompt) && self.is_program()
    }

    /// Whether the word is the entry's program.
    fn is_program(&self) -> bool {
        let kind = self.name.entry.kind;
        let is_its_own = || matches!(kind, Kind::Project | Kind::Product) && !self.name.is_other();
        self.name.entry.identify.commands.contains(&self.text.into()) || is_its_own()
    }

    /// Whether the name is one in any text: no English word, and not short letters by chance.
    fn is_unmistakable(&self) -> bool {
        !self.name.is_english
            && !self.is_phrase()
            && (!self.name.is_short() || self.is_named() && self.is_safe_abbreviation())
    }

    /// Whether few others have the same initials: none of two letters, and of the
    /// ideas only the usual ones, which are their ids.
    fn is_safe_abbreviation(&self) -> bool {
        let name = self.name;
        let has_digit = self.text.contains(|c: char| c.is_ascii_digit());
        let is_id = name.written.eq_ignore_ascii_case(&name.entry.id);
        has_digit || self.text.len() > 2 && (is_id || name.entry.kind.is_comparable())
    }

    /// Whether it is an idea in several small words, which others may have in mind, too.
    pub(super) fn is_phrase(&self) -> bool {
        let kind = self.name.entry.kind;
        // `kube-proxy` is no phrase.
        let is_joined = || self.text.contains('-') && kind == Kind::Concept;
        !kind.is_comparable()
            && (self.text.contains([' ', '/']) || is_joined())
            && !self.text.contains(char::is_uppercase)
    }

    /// Whether the name may be meant that technology took from a myth, a person or
    /// a place; those are never written small.
    pub(super) fn may_be_person(&self) -> bool {
        self.name.is_proper && has_capital(self.text)
    }
}

fn has_capital(text: &str) -> bool {
    text.chars().any(|c| c.is_uppercase() || c.is_ascii_digit())
}

/// What speaks for it by itself: marked as code, a link, spelled as a name.
fn own_evidence(reading: &Reading, found: &[Occurrence<'_, '_>], at: usize) -> i32 {
    let one = &found[at];
    let is_idea = !one.name.entry.kind.is_comparable();
    let marks = match &one.stretch.sort {
        Sort::Code if is_idea && !one.is_program() => 2,
        Sort::Code if !one.is_program() => 0,
        Sort::Code | Sort::Shell | Sort::Block => ENOUGH,
        Sort::Link(address) if leads_to(address, one.name) => ENOUGH,
        Sort::Link(address) if one.is_whole_stretch() && !address.starts_with('#') => 2,
        Sort::Link(_) | Sort::Heading | Sort::Prose => 0,
    };
    let is_named = one.is_named() && !is_among_capitals(reading, one);
    let is_part = is_part_of_name(reading, found, at);
    let is_by_chance = is_capitalised(one.text)
        && (one.stretch.sort == Sort::Heading || begins_sentence(&reading.text, one.start));
    let is_usual_form = !one.name.is_english && (one.is_phrase() || one.is_short_and_own());
    let spelling = match (is_named && !is_part, is_by_chance) {
        (true, false) => 2,
        (true, true) => 1,
        (false, _) if is_usual_form => 2,
        (false, _) => 0,
    };
    let is_english_use = !is_named && !one.is_phrase() && is_followed_as_english(&reading.text, one.end);
    // "Skaffold builds": another word for an idea is English unless it is marked.
    let is_other_word = !is_named
        && !one.is_phrase()
        && is_idea
        && one.name.is_other()
        && !one.name.written.eq_ignore_ascii_case(&one.name.entry.name);
    marks + spelling - if is_english_use || is_other_word || is_part && is_idea { 4 } else { 0 }
}

/// Whether `address` is one of those that the entry gives, or below it.
fn leads_to(address: &str, name: Name<'_>) -> bool {
    let address = without_scheme(address);
    let links = &name.entry.links;
    let mut own =
        [&links.home, &links.docs, &links.repo].into_iter().flatten().map(|link| without_scheme(link));
    own.any(|own| {
        address.strip_prefix(own).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#', '?']))
    })
}

fn without_scheme(link: &str) -> &str {
    let link = link.split_once("://").map_or(link, |(_, rest)| rest);
    link.trim_start_matches("www.").trim_end_matches('/')
}

/// What the nearest names in the same paragraph that are meant say for it.
fn beside(
    reading: &Reading,
    field: &Field<'_>,
    found: &[Occurrence<'_, '_>],
    is_meant: &[bool],
    at: usize,
) -> i32 {
    let here = &found[at];
    // "The sidecar listens on port 80" beside Istio is not about Port.
    let is_project = |one: &Occurrence<'_, '_>| one.name.entry.kind.is_comparable();
    let needs_list = here.name.is_english
        && !here.is_named()
        && (is_project(here) || here.name.is_short())
        && !is_run(&reading.text, here.start);
    let is_near = |number: &usize| {
        let other = &found[*number];
        is_meant[*number]
            && other.stretch.paragraph == here.stretch.paragraph
            && other.name.entry.id != here.name.entry.id
            && (field.is_ours() || tells_field(other))
    };
    let before = (0..at).rev().take(REACH).find(is_near);
    let after = (at + 1..found.len()).take(REACH).find(is_near);
    let each = |number: usize| {
        let other = &found[number];
        let (from, to) = (other.end.min(here.end), other.start.max(here.start));
        match to.saturating_sub(from) {
            _ if is_list_gap(&reading.text[from..to]) && is_project(here) == is_project(other) => 2,
            _ if needs_list => 0,
            distance if distance <= NEXT => 2,
            distance if distance <= NEAR => 1,
            _ => 0,
        }
    };
    // Between two names of a list, both count.
    before.map_or(0, each) + after.map_or(0, each)
}
