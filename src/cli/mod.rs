//! What can be typed, and nothing else.

mod arguments;
pub(crate) mod help;

use std::borrow::Cow;
use std::ffi::OsString;

use clap::{Arg, Args, ColorChoice, Command, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::check::COMMAND_WORDS;
use crate::format::Format;
use crate::term::When;
pub use arguments::*;
pub use help::greeting;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "cnref",
    about = help::ABOUT,
    version,
    after_help = help::SHORT_EXAMPLES,
    before_long_help = help::EXAMPLES,
    after_long_help = help::EXIT_STATUS,
    override_usage = "cnref [OPTIONS] <TERM>...\n       cnref [OPTIONS] <COMMAND>",
    subcommand_required = true,
    args_override_self = true,
    max_term_width = 100
)]
pub struct Cli {
    /// What is asked.
    #[command(subcommand)]
    pub question: Question,
    /// How it is answered.
    #[command(flatten)]
    pub global: Global,
}

/// The command line when it names no command: a term, answered as `show` does.
// It is a parser of its own so that a lookup need not build all the others.
#[derive(Debug, Parser)]
#[command(
    name = "cnref",
    about = help::ABOUT,
    override_usage = "cnref [OPTIONS] <TERM>...",
    args_override_self = true,
    max_term_width = 100
)]
struct Term {
    #[command(flatten)]
    show: Show,
    #[command(flatten)]
    global: Global,
}

/// Options that every command takes.
#[derive(Clone, Copy, Debug, Default, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Global {
    /// Write the answer in another form
    #[arg(short, long, global = true, value_enum, value_name = "FORM")]
    pub output: Option<Format>,
    /// When to colour; auto unless a setting says otherwise
    #[arg(long, global = true, value_enum, value_name = "WHEN", alias = "colour")]
    pub color: Option<When>,
    /// Columns to write for, instead of the terminal's
    #[arg(long, global = true, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(1..))]
    pub width: Option<u16>,
    /// Write ASCII only
    #[arg(long, global = true)]
    pub ascii: bool,
    /// Never start a pager
    #[arg(long, global = true)]
    pub no_pager: bool,
    /// Leave the project's own words (.cnref/) out
    #[arg(long, global = true)]
    pub no_project: bool,
    /// No hints, only answers and errors
    #[arg(short, long, global = true)]
    pub quiet: bool,
}

/// The questions that can be asked, in the order in which help lists them.
#[derive(Debug, Subcommand)]
pub enum Question {
    /// Look a term up (the same as `cnref TERM`)
    Show(Show),
    /// List entries, by category and other filters
    List(List),
    /// List the groups and categories
    Categories,
    /// Put entries side by side
    Compare(Compare),
    /// Show any entry
    Random(Random),
    /// Open an entry's documentation, home page or repository
    Open(Open),
    /// Find entries by need, in their whole text
    Search(Search),
    /// Show how an entry stands to others
    Related(Related),
    /// List what to read first, in order
    Path(Path),
    /// Draw how entries hang together
    Graph(Graph),
    /// Tell what a repository or a cluster is made of
    Identify(Identify),
    /// List the terms of the glossary that occur in a text
    Gloss(Gloss),
    /// Show where entries come from: built in, the system's, the user's, the project's
    Layers,
    /// Write a file for a new entry, to be filled in
    New(New),
    /// Open your own file for an entry in your editor, and check it afterwards
    Edit(Edit),
    /// Make drafts of the terms in a file of notes
    Import(Import),
    /// Write entries out as files
    Export(Export),
    /// Hold layers against every rule, or the glossary against the CNCF landscape
    Check(Check),
    /// Show what was not looked at for long, oldest first
    Stale(StaleArguments),
    /// Print the JSON Schema of an entry, for editors
    Schema(Schema),
    /// Show the settings in force, and who says so
    Config,
    /// Print the script that completes cnref in a shell
    Completions(Completions),
    /// Print the manual page, as `cnref man | man -l -` reads it
    Man,
}

/// The command line as clap sees it.
#[must_use]
pub fn command() -> Command {
    let command = Cli::command();
    let template = help::template(&command);
    let command = command.help_template(template);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(name, |sub| sub.help_template(help::TEMPLATE)))
}

/// Understands `arguments`, of which the first is the program's own name.
///
/// # Errors
/// What clap has to say: a refusal, or the help or version that was asked for.
pub fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    if let Some(show) = plain_term(arguments) {
        return Ok(Cli { question: Question::Show(show), global: Global::default() });
    }
    let color = color(arguments);
    if names_term(arguments) {
        let command = Term::command().help_template(help::TEMPLATE).color(color);
        let mut matches = command.try_get_matches_from(arguments)?;
        let term = Term::from_arg_matches_mut(&mut matches)?;
        return Ok(Cli { question: Question::Show(term.show), global: term.global });
    }
    let mut matches = command().color(color).try_get_matches_from(arguments)?;
    Cli::from_arg_matches_mut(&mut matches)
}

/// The term that words alone ask for. Options are what a parser is for, and
/// building one takes longer than the lookup.
fn plain_term(arguments: &[OsString]) -> Option<Show> {
    let terms = arguments.get(1..)?;
    let is_plain = |term: &OsString| !term.is_empty() && !term.as_encoded_bytes().starts_with(b"-");
    let is_term = terms.first().is_some_and(|first| !COMMAND_WORDS.iter().any(|word| first == word));
    (is_term && terms.iter().all(is_plain)).then(|| Show { terms: terms.to_vec(), full: false, short: false })
}

/// Whether help and refusals are coloured, which come before the options are understood.
fn color(arguments: &[OsString]) -> ColorChoice {
    let mut color = ColorChoice::Auto;
    let mut words = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    while let Some(word) = words.next().filter(|word| word != "--") {
        let value = match word.strip_prefix("--color").or_else(|| word.strip_prefix("--colour")) {
            Some("") => words.next().map(Cow::into_owned),
            Some(value) => value.strip_prefix('=').map(str::to_owned),
            None => None,
        };
        color = match value.as_deref() {
            Some("always") => ColorChoice::Always,
            Some("never") => ColorChoice::Never,
            Some("auto") => ColorChoice::Auto,
            _ => color,
        };
    }
    color
}

/// Whether the first word that is no option is a term rather than a command.
fn names_term(arguments: &[OsString]) -> bool {
    let global = Global::augment_args(Command::new("cnref"));
    let mut rest = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    while let Some(argument) = rest.next() {
        match &*argument {
            "--" => return true,
            option if option.starts_with('-') && option.len() > 1 => {
                if taking_next(&global, option).is_some() {
                    rest.next();
                }
            }
            word => return !COMMAND_WORDS.contains(&word),
        }
    }
    false
}

/// The option called `word`, `--long` or `-s`, by any of its names.
#[must_use]
pub fn find_option<'c>(command: &'c Command, word: &str) -> Option<&'c Arg> {
    command.get_arguments().find(|argument| match word.strip_prefix("--") {
        Some(long) => {
            argument.get_long() == Some(long) || argument.get_all_aliases().is_some_and(|a| a.contains(&long))
        }
        None => word.chars().count() == 2 && argument.get_short() == word.chars().nth(1),
    })
}

/// The option in `word`, `--long` or a cluster of short ones, whose value is the next argument.
#[must_use]
pub fn taking_next<'c>(command: &'c Command, word: &str) -> Option<&'c Arg> {
    let takes = |argument: &&Arg| argument.get_action().takes_values();
    if word.starts_with("--") {
        return find_option(command, word).filter(takes);
    }
    let mut letters = word.strip_prefix('-')?.chars();
    // What follows the first letter that takes a value is that value.
    let option = letters.find_map(|letter| find_option(command, &format!("-{letter}")).filter(takes))?;
    letters.as_str().is_empty().then_some(option)
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{COMMAND_WORDS, Term, command, names_term};

    fn is_term(words: &[&str]) -> bool {
        let arguments: Vec<_> =
            std::iter::once("cnref").chain(words.iter().copied()).map(Into::into).collect();
        names_term(&arguments)
    }

    #[test]
    fn the_command_line_is_sound() {
        command().debug_assert();
        Term::command().debug_assert();
    }

    #[test]
    fn every_command_is_a_reserved_word() {
        for sub in command().get_subcommands() {
            assert!(COMMAND_WORDS.contains(&sub.get_name()), "{}", sub.get_name());
        }
    }

    #[test]
    fn a_term_is_shown() {
        assert!(is_term(&["helm"]));
        assert!(is_term(&["--full", "helm"]));
        assert!(is_term(&["-o", "json", "helm"]));
        assert!(is_term(&["-qo", "json", "helm"]));
        assert!(is_term(&["-ojson", "helm"]));
        assert!(is_term(&["--", "list"]));
    }

    #[test]
    fn words_alone_are_understood_as_the_parser_would() {
        let parsed = |words: &[&str]| {
            let arguments: Vec<std::ffi::OsString> =
                std::iter::once("cnref").chain(words.iter().copied()).map(Into::into).collect();
            let short = super::plain_term(&arguments).map(|show| format!("{show:?}"));
            let long = Term::command().try_get_matches_from(&arguments).ok().and_then(|matches| {
                clap::FromArgMatches::from_arg_matches(&matches)
                    .ok()
                    .map(|term: Term| format!("{:?}", term.show))
            });
            (short, long)
        };
        for words in [&["helm"][..], &["service", "mesh"], &["cert", "list"]] {
            let (short, long) = parsed(words);
            assert!(short.is_some() && short == long, "{words:?}: {short:?} {long:?}");
        }
        for words in [&["list"][..], &["helm", "--full"], &["-"], &["--", "list"], &[""], &[]] {
            assert_eq!(parsed(words).0, None, "{words:?}");
        }
    }

    #[test]
    fn a_command_stays() {
        assert!(!is_term(&["list"]));
        assert!(!is_term(&["-o", "json", "list"]));
        assert!(!is_term(&["-qo", "json", "list"]));
        assert!(!is_term(&["-ojson", "list"]));
        assert!(!is_term(&["--colour", "never", "list"]));
        assert!(!is_term(&["--color=never", "--width", "80", "list"]));
        assert!(!is_term(&["help", "list"]));
        assert!(!is_term(&["--version"]));
        assert!(!is_term(&[]));
    }
}
