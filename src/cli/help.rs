//! What help says beside what clap knows: examples, exit status, and the
//! commands by what they are for.

use std::fmt::Write as _;

use clap::{Command, CommandFactory};

use super::Cli;

pub(super) const ABOUT: &str = "What is this, what is it for, and what would I use instead?\n\
                     An offline reference of cloud-native technology.";

pub(super) const SHORT_EXAMPLES: &str = "\
Examples:
  cnref helm                     what is it?
  cnref compare istio linkerd    which of the two?
  cnref list --category runtime  what else is there?";

pub(crate) const EXAMPLES: &str = "\
EXAMPLES
  cnref helm                          look up a name, an alias, an abbreviation
  cnref service mesh                  several words need no quotes
  cnref helm --full                   everything there is to say
  cnref compare istio linkerd         side by side
  cnref list --category runtime       what there is, in a category or group
  cnref search encrypt pod traffic    what fits a need, when no name is known
  cnref identify                      what the repository here is made of
  kubectl get crd | cnref identify -  what the cluster is made of
  cnref -- list                       a term that is also a command";

pub(crate) const EXIT_STATUS: &str = "\
EXIT STATUS
  0  something was found
  1  nothing was found, or check, stale or edit found something wrong
  2  wrong usage, or something that could not be read or written

ENVIRONMENT
  NO_COLOR, CLICOLOR, CLICOLOR_FORCE   whether to colour (--color overrules them)
  COLUMNS                              the width where no terminal tells it
  CNREF_PAGER, PAGER                   the pager for what is longer than the screen
  VISUAL, EDITOR                       the editor of cnref edit
  CNREF_PATH                           more folders of entries, above the user's own
  CNREF_TODAY                          the day that counts as today, such as 2026-08-07
  XDG_CONFIG_HOME, XDG_CONFIG_DIRS     where cnref/config.toml and cnref/glossary/ are looked for";

/// How the help of a command is laid out.
pub(super) const TEMPLATE: &str = "{about}\n\n{usage-heading} {usage}\n\n{all-args}{after-help}\n";

/// The commands, under what somebody wants who looks for one.
pub(crate) const GROUPS: [(&str, &[&str]); 5] = [
    ("Look up", &["show", "list", "categories", "compare", "random", "open"]),
    ("Find", &["search", "related", "path", "graph"]),
    ("Recognise", &["identify", "gloss"]),
    ("Words of your own", &["layers", "new", "edit", "import", "export", "check", "stale", "schema"]),
    ("Set up", &["config", "completions", "man", "help"]),
];

/// How the help of the whole program is laid out: examples first where there
/// is room for them, and the commands in [`GROUPS`].
pub(super) fn template(command: &Command) -> String {
    let styles = command.get_styles();
    let (header, literal) = (styles.get_header(), styles.get_literal());
    let mut groups = String::new();
    for (title, names) in GROUPS {
        let _ = writeln!(groups, "{header}{title}:{header:#}");
        for name in names {
            let about = about(command, name);
            let _ = writeln!(groups, "  {literal}{name:<11}{literal:#}  {about}");
        }
        groups.push('\n');
    }
    format!(
        "{{about}}\n\n{{before-help}}{{usage-heading}} {{usage}}\n\n{groups}{header}Options:{header:#}\n{{options}}{{after-help}}\n"
    )
}

/// What the command called `name` does, in a line.
fn about(command: &Command, name: &str) -> String {
    let known = command.find_subcommand(name).and_then(Command::get_about);
    known.map_or_else(|| "Tell all of one command: `cnref help compare`".to_owned(), ToString::to_string)
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

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::{Cli, GROUPS};

    #[test]
    fn every_command_stands_in_one_group() {
        let grouped: Vec<&str> = GROUPS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        let mut command = Cli::command();
        command.build();
        let known: BTreeSet<&str> =
            command.get_subcommands().filter(|sub| !sub.is_hide_set()).map(clap::Command::get_name).collect();
        assert_eq!(grouped.iter().copied().collect::<BTreeSet<_>>(), known);
        assert_eq!(grouped.len(), known.len());
    }
}
