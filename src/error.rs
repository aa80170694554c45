//! What can go wrong, the sentence for each, and the exit status.

use std::fmt;
use std::io;

use crate::source::file::reason;

/// How the program ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Something was found, or there was nothing to find.
    Found = 0,
    /// Nothing was found.
    Nothing = 1,
    /// Wrong usage, or something that could not be read or written.
    Trouble = 2,
}

/// What went wrong.
#[derive(Debug)]
pub enum Error {
    /// A value that does not exist, with near ones and all of them.
    UnknownValue {
        /// What was to be named.
        what: &'static str,
        /// What was typed.
        value: String,
        /// What may have been meant.
        near: Vec<String>,
        /// What there is.
        all: Vec<String>,
    },
    /// Anything else about how the program was called: a sentence, and what to do.
    Usage {
        /// What is wrong.
        text: String,
        /// What to do instead.
        hint: String,
    },
    /// A form of output that this answer has not.
    NoSuchForm {
        /// The form asked for.
        form: &'static str,
        /// The forms there are.
        forms: &'static str,
    },
    /// The answer could not be written.
    Write(io::Error),
    /// A file could not be written.
    Save {
        /// Its name.
        what: String,
        /// Why.
        source: io::Error,
    },
    /// A program could not be started.
    Start {
        /// Its name.
        what: String,
        /// Why.
        source: io::Error,
    },
    /// Something could not be read.
    Read {
        /// Its name.
        what: String,
        /// Why.
        source: io::Error,
    },
}

impl Error {
    /// A wrong call, with what to do instead.
    pub fn usage(text: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Usage { text: text.into(), hint: hint.into() }
    }

    /// Whether the reader of the output went away, which ends the program quietly.
    #[must_use]
    pub fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownValue { what, value, near, all } => {
                write!(f, "there is no {what} `{}`", shown(value))?;
                if !near.is_empty() {
                    write!(f, "\n  did you mean {}?", near.join(", "))?;
                }
                match all.len().checked_sub(MOST_KNOWN) {
                    None | Some(0) => write!(f, "\n  known: {}", all.join(", ")),
                    Some(more) => {
                        write!(f, "\n  known: {} and {more} more", all[..MOST_KNOWN].join(", "))
                    }
                }
            }
            Self::Usage { text, hint } => write!(f, "{text}\n  {hint}"),
            Self::NoSuchForm { form, forms } => {
                write!(f, "this answer cannot be written as {form}\n  it can be written as {forms}")
            }
            Self::Write(error) => write!(f, "the answer could not be written: {}", reason(error)),
            Self::Save { what, source } => {
                write!(f, "{} could not be written: {}", shown(what), reason(source))
            }
            Self::Start { what, source } => {
                write!(f, "{} could not be started: {}", shown(what), reason(source))
            }
            Self::Read { what, source } => write!(f, "{} could not be read: {}", shown(what), reason(source)),
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Write(source)
            | Self::Read { source, .. }
            | Self::Start { source, .. }
            | Self::Save { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// How many known values a message names.
const MOST_KNOWN: usize = 150;

/// The longest piece of what was typed that a message repeats.
const SHOWN: usize = 60;

/// What was typed, as a message shows it: without control characters, and not for ever.
#[must_use]
pub fn shown(typed: &str) -> String {
    let mut shown: String = typed
        .chars()
        .take(SHOWN)
        .map(|c| if crate::markup::is_unsafe(c) || c.is_control() { '\u{fffd}' } else { c })
        .collect();
    if typed.chars().count() > SHOWN {
        shown.push_str("...");
    }
    shown
}
