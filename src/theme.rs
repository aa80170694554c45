//! How each role looks: the sixteen colours of the palette and a few effects,
//! which a setting can change role by role.

use owo_colors::{AnsiColors, Style};

/// What a piece of text is, which decides how it looks.
///
/// Only the sixteen colours of the palette are used, so that they fit every
/// terminal's colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name at the head of a page.
    Title,
    /// The label before a row.
    Label,
    /// Nothing in particular.
    Plain,
    /// A name that can be looked up.
    Name,
    /// What is typed or written in a file.
    Code,
    /// An address.
    Link,
    /// What to be careful with.
    Warning,
    /// What matched a search.
    Match,
    /// What may be skipped.
    Dim,
    /// Something went wrong.
    Error,
}

impl Role {
    /// Every role, in the order of their declaration.
    pub const ALL: [Self; 10] = [
        Self::Title,
        Self::Label,
        Self::Plain,
        Self::Name,
        Self::Code,
        Self::Link,
        Self::Warning,
        Self::Match,
        Self::Dim,
        Self::Error,
    ];

    /// The word for it in a setting.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Label => "label",
            Self::Plain => "plain",
            Self::Name => "name",
            Self::Code => "code",
            Self::Link => "link",
            Self::Warning => "warning",
            Self::Match => "match",
            Self::Dim => "dim",
            Self::Error => "error",
        }
    }
}

/// A style for each role.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Theme([Style; Role::ALL.len()]);

impl Default for Theme {
    fn default() -> Self {
        let usual = Role::ALL.map(|role| parse(usual(role)).unwrap_or_default());
        Self(usual)
    }
}

impl Theme {
    /// The style of `role`.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.0[role as usize]
    }

    /// Gives `role` another style.
    pub fn set(&mut self, role: Role, style: Style) {
        self.0[role as usize] = style;
    }
}

/// How `role` looks unless a setting says otherwise; none carries a meaning that the words do not.
#[must_use]
pub fn usual(role: Role) -> &'static str {
    match role {
        Role::Plain => "plain",
        Role::Label => "cyan",
        Role::Name => "green",
        Role::Title | Role::Code => "bold",
        Role::Link => "underline",
        Role::Warning => "yellow",
        Role::Match => "bold underline",
        Role::Dim => "dim",
        Role::Error => "bold red",
    }
}

/// The words that a style is made of.
pub const WORDS: &str = "plain, bold, dim, italic, underline, reverse, and a colour: black, red, green, yellow, \
                         blue, magenta, cyan, white, each also as bright-red and so on";

/// The style that `words` describe; `None` when one of them is none of [`WORDS`].
#[must_use]
pub fn parse(words: &str) -> Option<Style> {
    words.split_whitespace().try_fold(Style::new(), |style, word| {
        Some(match word {
            "plain" => style,
            "bold" => style.bold(),
            "dim" => style.dimmed(),
            "italic" => style.italic(),
            "underline" => style.underline(),
            "reverse" => style.reversed(),
            color => style.color(palette(color)?),
        })
    })
}

fn palette(name: &str) -> Option<AnsiColors> {
    Some(match name {
        "black" => AnsiColors::Black,
        "red" => AnsiColors::Red,
        "green" => AnsiColors::Green,
        "yellow" => AnsiColors::Yellow,
        "blue" => AnsiColors::Blue,
        "magenta" => AnsiColors::Magenta,
        "cyan" => AnsiColors::Cyan,
        "white" => AnsiColors::White,
        "bright-black" => AnsiColors::BrightBlack,
        "bright-red" => AnsiColors::BrightRed,
        "bright-green" => AnsiColors::BrightGreen,
        "bright-yellow" => AnsiColors::BrightYellow,
        "bright-blue" => AnsiColors::BrightBlue,
        "bright-magenta" => AnsiColors::BrightMagenta,
        "bright-cyan" => AnsiColors::BrightCyan,
        "bright-white" => AnsiColors::BrightWhite,
        _ => return None,
    })
}
