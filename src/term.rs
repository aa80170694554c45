//! The terminal: colour, width, characters, and the styles by name. Nothing
//! else reads the terminal or the variables that speak of it.

use std::env;
use std::io::IsTerminal;

use crate::markup::is_unsafe;
use crate::theme::Theme;

pub use crate::theme::Role;

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum When {
    /// When the stream is a terminal and the environment does not forbid it.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// Which stream is written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// Answers.
    Stdout,
    /// Everything else.
    Stderr,
}

/// What the user asked of the terminal.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes {
    /// `--color`.
    pub color: When,
    /// `--width`.
    pub width: Option<u16>,
    /// `--ascii`.
    pub ascii: bool,
    /// How roles look.
    pub theme: Theme,
}

/// What text is made for: its width, and what it may hold.
#[derive(Clone, Copy, Debug)]
pub struct Screen {
    /// Columns.
    pub width: usize,
    /// Lines, when it is a terminal.
    pub height: Option<usize>,
    /// Whether it is a terminal.
    pub is_terminal: bool,
    /// Whether escape sequences for colour are written.
    pub has_color: bool,
    /// Whether characters beyond ASCII are written.
    pub has_unicode: bool,
    /// How roles look.
    pub theme: Theme,
}

/// The width when nothing tells it.
const USUAL_WIDTH: usize = 80;

/// Lines of prose longer than this are hard to read.
pub const READABLE: usize = 100;

impl Screen {
    /// The screen behind `stream`.
    #[must_use]
    pub fn of(stream: Stream, wishes: Wishes) -> Self {
        let is_terminal = match stream {
            Stream::Stdout => std::io::stdout().is_terminal(),
            Stream::Stderr => std::io::stderr().is_terminal(),
        };
        let size = if is_terminal { terminal_size::terminal_size() } else { None };
        let columns = size.map(|(width, _)| usize::from(width.0)).filter(|width| *width > 0);
        let width =
            wishes.width.map(usize::from).or(columns).or_else(columns_variable).unwrap_or(USUAL_WIDTH);
        Self {
            width,
            height: size.map(|(_, height)| usize::from(height.0)),
            is_terminal,
            has_color: has_color(wishes.color, is_terminal),
            has_unicode: !wishes.ascii && has_unicode(),
            theme: wishes.theme,
        }
    }

    /// A screen of that width without colour, for tests and files.
    #[must_use]
    pub fn plain(width: usize) -> Self {
        Self {
            width,
            height: None,
            is_terminal: false,
            has_color: false,
            has_unicode: true,
            theme: Theme::default(),
        }
    }

    /// `text` in the style called `role`, made safe for a terminal.
    #[must_use]
    pub fn paint(&self, role: Role, text: &str) -> String {
        let text = self.clean(text);
        if self.has_color && role != Role::Plain && !text.is_empty() {
            self.theme.style(role).style(text).to_string()
        } else {
            text
        }
    }

    /// `text` with what could drive the terminal made visible, and in ASCII where asked.
    #[must_use]
    pub fn clean(&self, text: &str) -> String {
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n')) {
            return text.to_owned();
        }
        let mut clean = String::with_capacity(text.len());
        for character in text.chars() {
            match character {
                unsafe_character if is_unsafe(unsafe_character) => {
                    clean.extend(unsafe_character.escape_unicode());
                }
                character if character.is_ascii() || self.has_unicode => clean.push(character),
                character => clean.push_str(ascii(character)),
            }
        }
        clean
    }

    /// How many rows `text` takes: a line longer than the screen is wide goes on below.
    #[must_use]
    pub fn rows(&self, text: &str) -> usize {
        let rows = |line: &str| textwrap::core::display_width(line).div_ceil(self.width.max(1)).max(1);
        text.lines().map(rows).sum()
    }

    /// The width of prose: the screen's, up to a readable measure.
    #[must_use]
    pub fn measure(&self) -> usize {
        self.width.min(READABLE)
    }
}

/// `--color`, then the environment, then the terminal.
fn has_color(when: When, is_terminal: bool) -> bool {
    let environment = || color_of_environment().map_or(When::Auto, |(when, _)| when);
    match if when == When::Auto { environment() } else { when } {
        When::Always => true,
        When::Never => false,
        When::Auto => is_terminal,
    }
}

/// What the environment says of colour, and which variable: `NO_COLOR`
/// (<https://no-color.org>), then those of <https://bixense.com/clicolors/>.
pub(crate) fn color_of_environment() -> Option<(When, &'static str)> {
    let set = |name: &str| env::var_os(name).filter(|value| !value.is_empty());
    if set("NO_COLOR").is_some() {
        Some((When::Never, "NO_COLOR"))
    } else if set("CLICOLOR_FORCE").is_some_and(|value| value != "0") {
        Some((When::Always, "CLICOLOR_FORCE"))
    } else if set("CLICOLOR").is_some_and(|value| value == "0") {
        Some((When::Never, "CLICOLOR"))
    } else {
        set("TERM").filter(|value| value == "dumb").map(|_| (When::Never, "TERM"))
    }
}

fn columns_variable() -> Option<usize> {
    env::var("COLUMNS").ok()?.parse().ok().filter(|columns| *columns > 0)
}

/// Whether the locale is one of UTF-8. None at all counts as UTF-8: that is how
/// containers start, and their terminals are.
fn has_unicode() -> bool {
    let locale =
        ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| env::var(name).ok().filter(|v| !v.is_empty()));
    locale.is_none_or(|locale| {
        let locale = locale.to_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    })
}

/// What stands for a character where only ASCII can be written.
fn ascii(character: char) -> &'static str {
    match character {
        '\u{2026}' => "...",
        '\u{2192}' => "->",
        '\u{2190}' => "<-",
        '\u{b7}' | '\u{2013}' | '\u{2014}' | '\u{2500}' => "-",
        '\u{2018}' | '\u{2019}' => "'",
        '\u{201c}' | '\u{201d}' => "\"",
        '\u{2502}' => "|",
        '\u{251c}' | '\u{2514}' => "+",
        letter => ascii_letter(letter).unwrap_or("?"),
    }
}

/// The letters of ASCII that stand for a small Latin letter with a mark.
pub(crate) fn ascii_letter(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ä' | 'á' | 'à' | 'â' | 'ã' | 'å' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'č' | 'ć' => "c",
        'é' | 'è' | 'ê' | 'ë' | 'ę' | 'ě' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ł' => "l",
        'ñ' | 'ń' | 'ň' => "n",
        'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' => "o",
        'œ' => "oe",
        'ř' => "r",
        'š' | 'ś' => "s",
        'ß' => "ss",
        'ü' | 'ú' | 'ù' | 'û' | 'ů' => "u",
        'ý' | 'ÿ' => "y",
        'ž' | 'ź' | 'ż' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Role, Screen};

    #[test]
    fn escape_sequences_are_shown_not_sent() {
        let screen = Screen { has_color: true, ..Screen::plain(80) };
        assert_eq!(screen.clean("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(screen.paint(Role::Title, "x"), "\u{1b}[1mx\u{1b}[0m");
    }

    #[test]
    fn ascii_has_a_word_for_everything() {
        let screen = Screen { has_unicode: false, ..Screen::plain(80) };
        assert_eq!(
            screen.clean("k8s \u{2192} Kubernetes \u{b7} caf\u{e9} \u{6f22}"),
            "k8s -> Kubernetes - cafe ?"
        );
    }
}
