//! What is said when a name leads nowhere.

use super::page::Page;
use crate::error::shown;
use crate::lookup::Lookup;
use crate::suggest::Suggestion;
use crate::term::Role;

/// Says that `lookup` found nothing, and what may have been meant.
pub fn miss(page: &mut Page, lookup: &Lookup<'_>, command: Option<&str>) {
    let term = shown(&lookup.term);
    let sentence = format!("no entry for `{term}`");
    let painted = page.words(Role::Plain, &sentence);
    page.wrapped_between(&painted, "cnref: ", "  ");
    if !lookup.words.is_empty() {
        let ids: Vec<&str> = lookup.words.iter().map(|entry| &*entry.id).collect();
        let hint = format!("each word has one: cnref compare {}", ids.join(" "));
        page.wrapped(&page.screen.clean(&hint), "  ");
        return;
    }
    if let Some(command) = command {
        page.line(&format!("  did you mean the command: cnref {command}"));
    }
    if lookup.suggestions.is_empty() {
        if command.is_none() {
            page.wrapped(
                &page.screen.clean("nothing is near; look through `cnref list` or `cnref categories`"),
                "  ",
            );
        }
        return;
    }
    page.line("  did you mean:");
    offer(page, &lookup.suggestions);
}

/// One suggestion a line, each with its id and summary.
pub fn offer(page: &mut Page, suggestions: &[Suggestion<'_>]) {
    let width = suggestions.iter().map(|suggestion| suggestion.card.id.len()).max().unwrap_or(0);
    for Suggestion { card, through } in suggestions {
        let id = page.screen.paint(Role::Name, card.id);
        let padding = " ".repeat(width - card.id.len());
        let summary = page.screen.clean(card.summary);
        let through = through.map_or(String::new(), |name| format!("({}) ", page.screen.clean(name)));
        page.wrapped_between(
            &format!("{through}{summary}"),
            &format!("    {id}{padding}  "),
            &" ".repeat(width + 6),
        );
    }
}
