//! What can be typed, and nothing else.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, Command, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum, ValueHint};

use crate::author::Target;
use crate::check::COMMAND_WORDS;
use crate::entry::{Kind, Maturity, Status};
use crate::identify::Strength;
use crate::list::Sort;
use crate::render::Format;
use crate::schema::Of;
use crate::term::When;

const ABOUT: &str = "What is this, what is it for, and what would I use instead?\n\
                     An offline reference of cloud-native technology.";

const SHORT_EXAMPLES: &str = "\
Examples:
  cnref helm                     what is it?
  cnref compare istio linkerd    which of the two?
  cnref list --category runtime  what else is there?";

const EXAMPLES: &str = "\
EXAMPLES
  cnref helm                       look up a name, an alias, an abbreviation
  cnref service mesh               several words need no quotes
  cnref helm --full                everything there is to say
  cnref list --category runtime    what there is, in a category or group
  cnref compare istio linkerd      side by side
  cnref -- list                    a term that is also a command
";

const IDENTIFY_EXAMPLES: &str = "\
Examples:
  cnref identify                               what is in this folder?
  cnref identify apps/ charts/ -o markdown     a page for a wiki
  kubectl get crd | cnref identify -           what is in this cluster?
  kubectl get pods -A -o jsonpath='{..image}' | cnref identify -
  helm list -A | cnref identify -

It reads, and never runs anything nor asks a cluster.";

const EXIT_STATUS: &str = "\
EXIT STATUS
  0  something was found
  1  nothing was found, or check, stale or edit found something wrong
  2  wrong usage, or something that could not be read or written

ENVIRONMENT
  NO_COLOR, CLICOLOR, CLICOLOR_FORCE   whether to colour (--color overrules them)
  COLUMNS                              the width where no terminal tells it
  CNREF_PAGER, PAGER                   the pager for what is longer than the screen
  CNREF_PATH                           more folders of entries, above the user's own
  XDG_CONFIG_HOME, XDG_CONFIG_DIRS     where cnref/config.toml and cnref/glossary/ are looked for";

const TEMPLATE: &str = "{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}\n";

/// The whole command line.
#[derive(Debug, Parser)]
#[command(
    name = "cnref",
    about = ABOUT,
    version,
    after_help = SHORT_EXAMPLES,
    before_long_help = EXAMPLES,
    after_long_help = EXIT_STATUS,
    override_usage = "cnref [OPTIONS] <TERM>...\n       cnref [OPTIONS] <COMMAND>",
    disable_help_subcommand = false,
    subcommand_required = true,
    term_width = 0,
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
///
/// It is a parser of its own so that a lookup need not build all the others.
#[derive(Debug, Parser)]
#[command(name = "cnref", about = ABOUT, override_usage = "cnref [OPTIONS] <TERM>...", max_term_width = 100)]
struct Term {
    #[command(flatten)]
    show: Show,
    #[command(flatten)]
    global: Global,
}

/// Options that every command takes.
#[derive(Clone, Copy, Debug, Args)]
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

/// The questions that can be asked.
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
    /// Find entries by need, in their whole text
    Search(Search),
    /// Show how an entry stands to others
    Related(Related),
    /// Draw how entries hang together
    Graph(Graph),
    /// List what to read first, in order
    Path(Path),
    /// List the terms of the glossary that occur in a text
    Gloss(Gloss),
    /// Show any entry
    Random(Random),
    /// Open an entry's documentation, home page or repository
    Open(Open),
    /// Hold layers against every rule, or the glossary against the CNCF landscape
    Check(Check),
    /// Show what was not looked at for long, oldest first
    Stale(StaleArguments),
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
    /// Print the JSON Schema of an entry, for editors
    Schema(Schema),
    /// Show the settings in force, and who says so
    Config,
    /// Tell what a repository or a cluster is made of
    Identify(Identify),
    /// Print the script that completes cnref in a shell
    Completions(Completions),
}

/// `cnref show`.
#[derive(Debug, Args)]
pub struct Show {
    /// The term, in any spelling; several words are one term; `-` reads terms from stdin, one a line
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<OsString>,
    /// Everything there is to say
    #[arg(short, long, conflicts_with = "short")]
    pub full: bool,
    /// Only title and summary
    #[arg(short, long)]
    pub short: bool,
}

/// `cnref list`.
#[derive(Debug, Args)]
pub struct List {
    /// Only this category or group (repeatable, as all filters)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
    /// Only this kind
    #[arg(short, long = "kind", value_enum, value_name = "KIND")]
    pub kinds: Vec<Kind>,
    /// Only this level in the CNCF
    #[arg(short, long = "maturity", value_enum, value_name = "LEVEL")]
    pub maturities: Vec<Maturity>,
    /// Only this status
    #[arg(long = "status", value_enum, value_name = "STATUS")]
    pub statuses: Vec<Status>,
    /// Only with this tag
    #[arg(short, long = "tag", value_name = "TAG")]
    pub tags: Vec<String>,
    /// Only written in this language
    #[arg(short, long = "language", value_name = "LANGUAGE")]
    pub languages: Vec<String>,
    /// Only under this licence, such as Apache-2.0 or AGPL
    #[arg(long = "license", value_name = "LICENCE", alias = "licence")]
    pub licenses: Vec<String>,
    /// The order
    #[arg(long, value_enum, default_value_t, value_name = "ORDER")]
    pub sort: Sort,
}

/// `cnref compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// What to compare, two or more; quote a name of several words
    #[arg(value_name = "TERM")]
    pub names: Vec<OsString>,
    /// Every member of a category
    #[arg(short, long = "category", value_name = "CATEGORY", conflicts_with = "names")]
    pub category: Option<String>,
    /// Also the rows in which all are equal
    #[arg(short, long)]
    pub all: bool,
}

/// `cnref search`.
#[derive(Debug, Args)]
pub struct Search {
    /// Words of the need; "quotes" around words that stand together
    #[arg(required = true, value_name = "WORD")]
    pub words: Vec<OsString>,
    /// Only this category or group (repeatable)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
    /// Only this kind (repeatable)
    #[arg(short, long = "kind", value_enum, value_name = "KIND")]
    pub kinds: Vec<Kind>,
    /// At most so many entries; 0 for all
    #[arg(short = 'n', long, default_value_t = 8, value_name = "NUMBER")]
    pub limit: usize,
}

/// `cnref related`.
#[derive(Debug, Args)]
pub struct Related {
    /// The term, in any spelling; several words are one term
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<OsString>,
    /// How many steps to go
    #[arg(short, long, default_value_t = 1, value_name = "STEPS", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=4))]
    pub depth: usize,
}

/// `cnref graph`.
#[derive(Debug, Args)]
pub struct Graph {
    /// What to draw it around; quote a name of several words
    #[arg(value_name = "TERM")]
    pub names: Vec<OsString>,
    /// The members of a category instead
    #[arg(short, long = "category", value_name = "CATEGORY", conflicts_with = "names")]
    pub category: Option<String>,
    /// How many steps to go
    #[arg(short, long, default_value_t = 1, value_name = "STEPS", value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=4))]
    pub depth: usize,
    /// At most so many entries
    #[arg(short = 'n', long, default_value_t = 40, value_name = "NUMBER")]
    pub limit: usize,
}

/// `cnref path`.
#[derive(Debug, Args)]
pub struct Path {
    /// The term that is to be understood; several words are one term
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<OsString>,
}

/// `cnref gloss`.
#[derive(Debug, Args)]
pub struct Gloss {
    /// Markdown or text files; `-` for standard input
    #[arg(required = true, value_name = "FILE", value_hint = clap::ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// Also words that look like terms and are not known
    #[arg(short, long)]
    pub unknown: bool,
}

/// `cnref random`.
#[derive(Debug, Args)]
pub struct Random {
    /// Only from this category or group (repeatable)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
    /// Only title and summary
    #[arg(short, long)]
    pub short: bool,
}

/// `cnref open`.
#[derive(Debug, Args)]
pub struct Open {
    /// The term, and which link: home, docs (the default) or repo
    #[arg(required = true, value_name = "TERM")]
    pub terms: Vec<OsString>,
    /// Only print the address
    #[arg(short, long)]
    pub print: bool,
}

/// A link of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// The home page.
    Home,
    /// The documentation.
    Docs,
    /// The repository.
    Repo,
}

impl Link {
    /// Every link.
    pub const ALL: [Self; 3] = [Self::Home, Self::Docs, Self::Repo];

    /// The word for it on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Docs => "docs",
            Self::Repo => "repo",
        }
    }
}

/// `cnref identify`.
#[derive(Debug, Args)]
#[command(after_help = IDENTIFY_EXAMPLES)]
pub struct Identify {
    /// Folders and files to look at; `-` reads what another program prints
    #[arg(value_name = "PATH", value_hint = ValueHint::AnyPath, default_value = ".")]
    pub paths: Vec<PathBuf>,
    /// All evidence, not only the best of it
    #[arg(short, long)]
    pub evidence: bool,
    /// Leave out what less than this proves
    #[arg(long, value_enum, value_name = "STRENGTH", default_value = "medium")]
    pub min_confidence: Strength,
    /// Only this category or group (repeatable)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
}

/// `cnref check`.
#[derive(Debug, Args)]
pub struct Check {
    /// Folders of entries, each laid over those before it; without one, the layers in use
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folders: Vec<PathBuf>,
    /// Say what a rule asks for; without a name, all rules
    #[arg(long, value_name = "RULE", num_args = 0..=1, conflicts_with = "folders")]
    #[allow(clippy::option_option, reason = "asked for, and of which rule")]
    pub explain: Option<Option<String>>,
    /// Show how the glossary differs from landscape.yml of github.com/cncf/landscape
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath, conflicts_with_all = ["folders", "explain"])]
    pub against: Option<PathBuf>,
}

/// `cnref stale`.
#[derive(Debug, Args)]
pub struct StaleArguments {
    /// The age beyond which something is stale: 90d, 12w, 6m, 1y
    #[arg(long, value_name = "AGE", default_value = "180d", value_parser = age)]
    pub older_than: u32,
}

/// `cnref new`.
#[derive(Debug, Args)]
pub struct New {
    /// The name, as it is spelt; several words need no quotes
    #[arg(required = true, value_name = "TERM")]
    pub name: Vec<String>,
    /// Its category, whose questions are put in; without one, words of your own
    #[arg(short, long, value_name = "CATEGORY")]
    pub category: Option<String>,
    /// What sort of thing it is
    #[arg(short, long, value_enum, value_name = "KIND")]
    pub kind: Option<Kind>,
    /// Where it is written: user, project, or a folder; without one, the project's layer if there is one
    #[arg(long, value_name = "LAYER", default_value = "", hide_default_value = true, value_parser = target, value_hint = ValueHint::DirPath)]
    pub layer: Target,
}

/// `cnref edit`.
#[derive(Debug, Args)]
pub struct Edit {
    /// The term, as for a lookup
    #[arg(id = "terms", required = true, value_name = "TERM")]
    pub name: Vec<String>,
    /// Which layer's file: user, project, or a folder; without one, the project's layer if there is one
    #[arg(long, value_name = "LAYER", default_value = "", hide_default_value = true, value_parser = target, value_hint = ValueHint::DirPath)]
    pub layer: Target,
}

/// `cnref import`.
#[derive(Debug, Args)]
pub struct Import {
    /// Notes in Markdown, or a table in CSV
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// The category of the drafts; without one, words of your own
    #[arg(short, long, value_name = "CATEGORY")]
    pub category: Option<String>,
    /// Where they are written: user, project, or a folder; without one, the project's layer if there is one
    #[arg(long, value_name = "LAYER", default_value = "", hide_default_value = true, value_parser = target, value_hint = ValueHint::DirPath)]
    pub layer: Target,
}

/// `cnref export`.
#[derive(Debug, Args)]
pub struct Export {
    /// The folder that is written to
    #[arg(value_name = "DIR", value_hint = ValueHint::DirPath)]
    pub folder: PathBuf,
    /// Only this category or group (repeatable)
    #[arg(short, long = "category", value_name = "CATEGORY")]
    pub categories: Vec<String>,
    /// Replace files that are there
    #[arg(long)]
    pub force: bool,
}

/// `cnref schema`.
#[derive(Debug, Args)]
pub struct Schema {
    /// Of what
    #[arg(value_enum, default_value_t, value_name = "WHAT")]
    pub what: Of,
}

/// A layer as typed.
#[allow(clippy::unnecessary_wraps, reason = "the shape of a parser of values")]
fn target(text: &str) -> Result<Target, String> {
    Ok(if text.is_empty() { Target::Usual } else { Target::from(text) })
}

/// The days of an age as typed.
fn age(text: &str) -> Result<u32, String> {
    crate::day::span(text).ok_or_else(|| "write a number with a unit: 90d, 12w, 6m, 1y".to_owned())
}

/// `cnref completions`.
#[derive(Debug, Args)]
pub struct Completions {
    /// The shell
    #[arg(value_enum, value_name = "SHELL")]
    pub shell: Shell,
}

/// A shell that can be taught to complete.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// Bash 3.2 or newer.
    Bash,
    /// Zsh.
    Zsh,
    /// Fish.
    Fish,
    /// Elvish.
    Elvish,
    /// `PowerShell`.
    #[value(name = "powershell")]
    PowerShell,
}

macro_rules! value_enum {
    ($($type:ty),*) => {$(
        impl ValueEnum for $type {
            fn value_variants<'a>() -> &'a [Self] {
                &Self::ALL
            }

            fn to_possible_value(&self) -> Option<clap::builder::PossibleValue> {
                Some(self.as_str().into())
            }
        }
    )*};
}

value_enum!(Kind, Maturity, Status, Sort, Strength);

/// The command line as clap sees it.
#[must_use]
pub fn command() -> Command {
    let command = Cli::command().help_template(TEMPLATE);
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    names
        .into_iter()
        .fold(command, |command, name| command.mut_subcommand(name, |sub| sub.help_template(TEMPLATE)))
}

/// What `cnref` alone says: what it is for, how it is called, the commands.
#[must_use]
pub fn greeting() -> String {
    let command = Cli::command();
    let names: Vec<&str> =
        command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(Command::get_name).collect();
    let commands = textwrap::fill(
        &names.join(", "),
        textwrap::Options::new(72).initial_indent("  ").subsequent_indent("  "),
    );
    format!(
        "{ABOUT}\n\nUsage: cnref [OPTIONS] <TERM>...\n       cnref [OPTIONS] <COMMAND>\n\n\
         {SHORT_EXAMPLES}\n\nCommands:\n{commands}\n\n\
         `cnref -h` lists the options, `cnref --help` tells everything.\n"
    )
}

/// Understands `arguments`, of which the first is the program's own name.
///
/// # Errors
/// What clap has to say: a refusal, or the help or version that was asked for.
pub fn parse(arguments: &[OsString]) -> Result<Cli, clap::Error> {
    if names_term(arguments) {
        let mut matches = Term::command().help_template(TEMPLATE).try_get_matches_from(arguments)?;
        let term = Term::from_arg_matches_mut(&mut matches)?;
        return Ok(Cli { question: Question::Show(term.show), global: term.global });
    }
    let mut matches = command().try_get_matches_from(arguments)?;
    Cli::from_arg_matches_mut(&mut matches)
}

/// The options of [`Global`] that take the next argument as their value.
const TAKING: [&str; 4] = ["-o", "--output", "--color", "--width"];

/// Whether the first word that is no option is a term rather than a command.
fn names_term(arguments: &[OsString]) -> bool {
    let mut rest = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    while let Some(argument) = rest.next() {
        match &*argument {
            "--" => return true,
            option if TAKING.contains(&option) => drop(rest.next()),
            option if option.starts_with('-') && option.len() > 1 => {}
            word => return !COMMAND_WORDS.contains(&word),
        }
    }
    false
}

/// Whether the option `text` takes the next argument as its value.
#[must_use]
pub fn takes_next(command: &Command, text: &str) -> bool {
    let is_named = |argument: &&clap::Arg| match text.strip_prefix("--") {
        Some(long) => {
            argument.get_long() == Some(long) || argument.get_all_aliases().is_some_and(|a| a.contains(&long))
        }
        None => text.chars().count() == 2 && argument.get_short() == text.chars().nth(1),
    };
    command.get_arguments().find(is_named).is_some_and(|argument| argument.get_action().takes_values())
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::{COMMAND_WORDS, TAKING, Term, command, names_term, takes_next};

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
    fn options_with_values_are_known() {
        for argument in command().get_arguments().filter(|argument| argument.get_action().takes_values()) {
            let long = format!("--{}", argument.get_long().expect("every option has a long form"));
            assert!(TAKING.contains(&&*long), "{long}");
        }
        assert!(TAKING.iter().all(|option| takes_next(&command(), option)));
    }

    #[test]
    fn a_term_is_shown() {
        assert!(is_term(&["helm"]));
        assert!(is_term(&["--full", "helm"]));
        assert!(is_term(&["-o", "json", "helm"]));
        assert!(is_term(&["--", "list"]));
    }

    #[test]
    fn a_command_stays() {
        assert!(!is_term(&["list"]));
        assert!(!is_term(&["-o", "json", "list"]));
        assert!(!is_term(&["help", "list"]));
        assert!(!is_term(&["--version"]));
        assert!(!is_term(&[]));
    }
}
