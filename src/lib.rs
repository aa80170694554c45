//! An offline reference of cloud-native technology.
//!
//! Every command takes the same three steps: a *question* ([`lookup`],
//! [`list`], [`compare`], ...) is a plain function of the [`glossary`] and what
//! was asked; its *answer* is a plain struct; [`render`] turns the answer into
//! what was asked for.

#![forbid(unsafe_code)]

pub mod author;
mod builtin;
pub mod card;
pub mod check;
pub mod cli;
pub mod commands;
pub mod compare;
pub mod complete;
pub mod config;
pub mod day;
pub mod decode;
pub mod drift;
pub mod entry;
pub mod error;
pub mod finding;
pub mod format;
pub mod gloss;
pub mod glossary;
pub mod graph;
pub mod identify;
pub mod input;
pub mod key;
pub mod layers;
mod line_number;
pub mod list;
pub mod lookup;
pub mod manual;
pub mod markup;
pub mod related;
pub mod relation;
pub mod render;
pub mod review;
pub mod schema;
pub mod search;
pub mod session;
pub mod settings;
pub mod source;
pub mod stale;
pub mod suggest;
pub mod term;
pub mod theme;

use std::ffi::OsString;
use std::fmt::Write as _;
use std::io::{self, Write};

use clap::builder::StyledStr;
use clap::error::ErrorKind;

use error::{Error, Exit};
use glossary::Glossary;
use session::Session;
use term::{Role, Screen, Stream, Wishes};

/// Answers `arguments`, the first of which is the program's own name, on the
/// process's standard streams, and says how it went.
#[must_use]
pub fn run(arguments: &[OsString]) -> Exit {
    if arguments.get(1).is_some_and(|first| first == complete::COMMAND) {
        return commands::complete::run(&arguments[2..]);
    }
    match answer(arguments) {
        Ok(exit) => exit,
        Err(error) if error.is_closed_pipe() => Exit::Found,
        Err(error) => {
            complain(&error);
            Exit::Trouble
        }
    }
}

fn answer(arguments: &[OsString]) -> Result<Exit, Error> {
    if arguments.len() < 2 {
        return write(&cli::greeting());
    }
    match cli::parse(arguments) {
        Ok(cli) => {
            let mut session = Session::open(cli.global);
            match commands::run(cli.question, &mut session) {
                Err(error) if !error.is_closed_pipe() => {
                    session.explain(&error);
                    Ok(Exit::Trouble)
                }
                exit => exit,
            }
        }
        Err(refusal) => refuse(arguments, &refusal),
    }
}

/// What clap has to say: help and version are answers, all else is wrong usage.
fn refuse(arguments: &[OsString], refusal: &clap::Error) -> Result<Exit, Error> {
    match refusal.kind() {
        ErrorKind::DisplayHelp => print(&refusal.render()),
        ErrorKind::DisplayVersion => write(&version()),
        _ => {
            if let Some(help) = help_among(arguments) {
                return print(&help.render());
            }
            let screen = Screen::of(Stream::Stderr, Wishes::default());
            let text = styled(&refusal.render(), screen.has_color);
            // Nothing can be said about a failure to say something.
            let _ = io::stderr().lock().write_all(text.as_bytes());
            Ok(Exit::Trouble)
        }
    }
}

/// The help that was asked for beside arguments that are wrong.
fn help_among(arguments: &[OsString]) -> Option<clap::Error> {
    let command = cli::command();
    let options = || arguments.iter().skip(1).take_while(|argument| *argument != "--");
    let flag = options().find(|argument| *argument == "-h" || *argument == "--help")?;
    let sub = options().find(|argument| command.get_subcommands().any(|sub| *argument == sub.get_name()));
    let asked: Vec<&OsString> =
        std::iter::once(&arguments[0]).chain(sub).chain(std::iter::once(flag)).collect();
    command.try_get_matches_from(asked).err().filter(|refusal| refusal.kind() == ErrorKind::DisplayHelp)
}

/// The version, and what the glossary holds.
fn version() -> String {
    let glossary = Glossary::builtin();
    let entries = glossary.entries().count();
    let categories = glossary.categories().len();
    let mut text =
        format!("cnref {}\n{entries} entries in {categories} categories", env!("CARGO_PKG_VERSION"));
    if let Some(day) = glossary.checked() {
        let _ = write!(text, ", last checked {day}");
    }
    text.push('\n');
    text
}

fn print(text: &StyledStr) -> Result<Exit, Error> {
    let screen = Screen::of(Stream::Stdout, Wishes::default());
    let text = styled(text, screen.has_color);
    write(&format!("{}\n", text.trim_end()))
}

fn styled(text: &StyledStr, has_color: bool) -> String {
    if has_color { text.ansi().to_string() } else { text.to_string() }
}

fn write(text: &str) -> Result<Exit, Error> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Error::Write)?;
    Ok(Exit::Found)
}

fn complain(error: &Error) {
    let screen = Screen::of(Stream::Stderr, Wishes::default());
    let head = screen.paint(Role::Error, "cnref:");
    let text = screen.clean(&error.to_string());
    // Nothing can be said about a failure to say something.
    let _ = writeln!(io::stderr().lock(), "{head} {text}");
}
