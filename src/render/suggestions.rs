//! What is said when a name leads nowhere.

use std::borrow::Cow;

use super::page::Page;
use crate::card::Card;
use crate::error::shown;
use crate::lookup::Lookup;
use crate::term::Role;

/// A term that leads nowhere, with all that may help.
#[derive(Debug)]
pub struct Miss<'m, 'g> {
    /// What was typed, and the names near to it.
    pub lookup: &'m Lookup<'g>,
    /// The command that may have been meant, as it would be typed.
    pub command: Option<String>,
    /// Entries whose texts mention it, when no name is near.
    pub mentions: Vec<Card<'g>>,
}

impl Miss<'_, '_> {
    /// Says that nothing was found.
    pub fn say(&self, page: &mut Page) {
        let term = shown(&self.lookup.term);
        let painted = page.words(Role::Plain, &format!("no entry for `{term}`"));
        page.wrapped_between(&painted, "cnref: ", "  ");
    }

    /// Says what may have been meant, or what to do.
    pub fn help(&self, page: &mut Page) {
        let lookup = self.lookup;
        if let Some(command) = &self.command {
            page.wrapped(&page.screen.clean(&format!("did you mean the command: {}", shown(command))), "  ");
        }
        if !lookup.words.is_empty() {
            let ids: Vec<&str> = lookup.words.iter().map(|entry| &*entry.id).collect();
            let hint = format!("each word has one: cnref compare {}", ids.join(" "));
            page.wrapped(&page.screen.clean(&hint), "  ");
        } else if !lookup.suggestions.is_empty() {
            page.line("  did you mean:");
            offer(page, lookup.suggestions.iter().map(|near| (near.through, near.card)));
        } else if !self.mentions.is_empty() {
            page.line("  mentioned in:");
            offer(page, self.mentions.iter().map(|card| (None, *card)));
        } else if self.command.is_none() {
            let term = shown(&lookup.term);
            // What begins with a dash would be an option.
            let dashes = if term.starts_with('-') { "-- " } else { "" };
            let hint = format!(
                "nothing is near; `cnref search` looks for words of a need, and `cnref new {dashes}{}` begins a page",
                shell_word(&term)
            );
            page.wrapped(&page.screen.clean(&hint), "  ");
        }
    }
}

/// `term` as it is typed in a shell.
fn shell_word(term: &str) -> Cow<'_, str> {
    shlex::try_quote(term).unwrap_or(Cow::Borrowed("TERM"))
}

/// One entry a line, each with its id, the name that led to it and its summary.
fn offer<'g>(page: &mut Page, offers: impl Iterator<Item = (Option<&'g str>, Card<'g>)> + Clone) {
    let width = offers.clone().map(|(_, card)| card.id.len()).max().unwrap_or(0);
    for (through, card) in offers {
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
