//! What stands around a word in running text.

use super::evidence::Occurrence;
use super::reading::Reading;

/// How long a line of commands may be before one of them.
const COMMAND: usize = 500;

/// How far capitals are looked at for other letters.
const CAPITALS: usize = 40;

/// The most letters of an abbreviation.
pub(super) const ABBREVIATION: usize = 6;

/// Words behind a name that make it plain English: "a kind of", "the draft
/// that", "watch it", "deploy the".
const ENGLISH_FOLLOWERS: [&str; 16] = [
    "of", "that", "it", "them", "the", "a", "an", "this", "these", "those", "your", "our", "my", "its",
    "their", "all",
];

/// Words that a program follows: "we ran kind on stage".
const PROGRAM_LEADERS: [&str; 7] = ["run", "runs", "ran", "running", "install", "installed", "installing"];

/// Words that tell a sentence in capitals from a row of abbreviations.
const SMALL_WORDS: [&str; 14] =
    ["THE", "OF", "AND", "TO", "IN", "IS", "A", "FOR", "OR", "ON", "BY", "NOT", "WITH", "BE"];

/// Whether the word that ends at `end` goes on as English does.
pub(super) fn is_followed_as_english(text: &str, end: usize) -> bool {
    let follows = text[end..].strip_prefix([' ', '\n']).unwrap_or_default();
    let word = follows.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    ENGLISH_FOLLOWERS.contains(&word)
}

/// Whether what stands at `start` is run or installed.
pub(super) fn is_run(text: &str, start: usize) -> bool {
    let before = text[..start].strip_suffix(' ').unwrap_or_default();
    let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    PROGRAM_LEADERS.contains(&word)
}

/// Whether a word at `start` has its capital because something begins there.
pub(super) fn begins_sentence(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end_matches([' ', '"', '\'', '(', '*', '_', '-', '\u{201c}']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n'])
}

/// Whether a command begins after `before`, what stands before it in a block of
/// code; with `needs_prompt` only where a prompt says that it is one.
pub(super) fn begins_command(before: &str, needs_prompt: bool) -> bool {
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(COMMAND))..];
    let line = near.rsplit('\n').next().unwrap_or_default();
    let (prompt, line) = match line.trim_start().strip_prefix("$ ") {
        Some(rest) => (true, rest),
        None => (false, line),
    };
    let command = line.rsplit(['|', '&', ';', '(']).next().unwrap_or_default();
    (prompt || !needs_prompt) && matches!(command.trim(), "" | "sudo")
}

/// Whether only what parts the items of a list stands between.
pub(super) fn is_list_gap(gap: &str) -> bool {
    gap.len() <= 12
        && !gap.trim_matches(' ').is_empty()
        && gap
            .split(|c: char| c.is_whitespace() || ",;/()&*`-".contains(c))
            .all(|word| matches!(word, "" | "and" | "or" | "with" | "on" | "vs"))
}

/// Whether it stands in a sentence written in capitals, where they say nothing.
pub(super) fn is_among_capitals(reading: &Reading, one: &Occurrence<'_, '_>) -> bool {
    let stretch = &one.stretch.range;
    let text = &reading.text;
    let start = text.floor_char_boundary(one.start.saturating_sub(CAPITALS).max(stretch.start));
    let end = text.ceil_char_boundary((one.end + CAPITALS).min(stretch.end));
    let around = || text[start..one.start].chars().chain(text[one.end..end].chars());
    !around().any(char::is_lowercase)
        && text[start..end]
            .split(|c: char| !c.is_alphabetic())
            .any(|word| word.len() > ABBREVIATION || SMALL_WORDS.contains(&word) && word != one.text)
}

/// Whether a capitalised word is part of a longer name that is not known: the
/// service in "Amazon Web Services", the role in "a Role Model".
pub(super) fn is_part_of_name(reading: &Reading, found: &[Occurrence<'_, '_>], at: usize) -> bool {
    let one = &found[at];
    let text = &reading.text;
    if !is_capitalised(one.text) || one.text.contains(' ') {
        return false;
    }
    let before = text[..one.start].strip_suffix(' ').unwrap_or_default();
    let word = before.rsplit(|c: char| !is_of_word(c)).next().unwrap_or_default();
    let is_known = at > 0 && found[at - 1].end == before.len();
    let goes_before = is_capitalised(word) && !is_known && !begins_sentence(text, before.len() - word.len());
    if goes_before || one.name.entry.kind.is_comparable() {
        return goes_before;
    }
    let after = text[one.end..].strip_prefix(' ').unwrap_or_default();
    let word = after.split(|c: char| !is_of_word(c)).next().unwrap_or_default();
    let is_known = found.get(at + 1).is_some_and(|next| next.start == one.end + 1);
    is_capitalised(word) && !is_known
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '-'
}

/// Whether only the first letter of a word is a capital.
pub(super) fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.clone().next().is_some_and(char::is_lowercase)
        && !letters.any(|c| c.is_uppercase() || c.is_ascii_digit())
}
