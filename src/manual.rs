//! The manual page, cnref(1): made from the command line's definition by a
//! test, which also holds the copy in `man/` current.

/// The page, in roff.
#[must_use]
pub fn text() -> &'static str {
    include_str!("../man/cnref.1")
}

#[cfg(test)]
mod tests {
    use clap::{Arg, Command};
    use roff::{Roff, bold, italic, roman};

    use super::text;
    use crate::cli::{command, help};

    #[test]
    fn the_copy_is_current() {
        let made = page();
        if std::env::var_os("UPDATE_EXPECTED").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/man/cnref.1");
            std::fs::write(path, &made).expect("the copy can be written");
        } else {
            assert_eq!(made, text(), "UPDATE_EXPECTED=1 cargo test writes man/cnref.1 anew");
        }
    }

    /// The whole page.
    fn page() -> String {
        let command = command();
        let mut roff = Roff::new();
        roff.control("TH", ["CNREF", "1", concat!("cnref ", env!("CARGO_PKG_VERSION"))]);
        roff.control("SH", ["NAME"])
            .text([roman("cnref - what cloud-native technology is, is for, and what to use instead")]);
        roff.control("SH", ["SYNOPSIS"]);
        roff.text([
            bold("cnref"),
            roman(" ["),
            italic("OPTIONS"),
            roman("] "),
            italic("TERM"),
            roman(" ..."),
        ]);
        roff.control("br", []);
        roff.text([
            bold("cnref"),
            roman(" ["),
            italic("OPTIONS"),
            roman("] "),
            italic("COMMAND"),
            roman(" ..."),
        ]);
        roff.control("SH", ["DESCRIPTION"]).text([roman(
            "Explains projects, products, standards, concepts and Kubernetes objects of the cloud-native world. \
             The whole glossary is in the program: it needs no network, and writes nothing unasked.",
        )]);
        roff.control("SH", ["COMMANDS"]);
        for name in help::GROUPS.iter().flat_map(|(_, names)| names.iter()) {
            if let Some(sub) = command.find_subcommand(name) {
                subcommand(&mut roff, sub);
            }
        }
        roff.control("SH", ["OPTIONS"]);
        command.get_arguments().for_each(|argument| option(&mut roff, argument));
        sections(&mut roff, help::EXIT_STATUS);
        sections(&mut roff, FILES);
        sections(&mut roff, help::EXAMPLES);
        roff.control("SH", ["SEE ALSO"]).text([
            bold("kubectl"),
            roman("(1), "),
            bold("man"),
            roman("(1), "),
            bold("apropos"),
            roman("(1)"),
        ]);
        roff.to_roff()
    }

    const FILES: &str = "\
FILES
  ~/.config/cnref/config.toml     settings; `cnref config` shows each
  ~/.config/cnref/glossary/       entries of the user's own
  /etc/xdg/cnref/                 the same for everyone on the machine
  .cnref/                         entries of a project, found upwards as .git is";

    /// What one command does, and what follows it.
    fn subcommand(roff: &mut Roff, sub: &Command) {
        let mut line = vec![bold(format!("cnref {}", sub.get_name()))];
        for argument in sub.get_positionals() {
            line.push(roman(" "));
            line.push(italic(value(argument)));
        }
        roff.control("SS", [sub.get_name()]).text(line);
        roff.control("PP", []).text([roman(sub.get_about().map(ToString::to_string).unwrap_or_default())]);
        let own = sub.get_arguments().filter(|argument| !argument.is_global_set());
        own.for_each(|argument| option(roff, argument));
    }

    /// An option or an argument, with what it means.
    fn option(roff: &mut Roff, argument: &Arg) {
        roff.control("TP", []);
        let mut line = Vec::new();
        if let Some(short) = argument.get_short() {
            line.extend([bold(format!("-{short}")), roman(", ")]);
        }
        line.extend(argument.get_long().map(|long| bold(format!("--{long}"))));
        if argument.is_positional() || argument.get_action().takes_values() {
            line.extend((!argument.is_positional()).then(|| roman(" ")));
            line.push(italic(value(argument)));
        }
        roff.text(line);
        let mut meaning = argument.get_help().map(ToString::to_string).unwrap_or_default();
        let values = argument.get_possible_values();
        if argument.get_action().takes_values() && !values.is_empty() {
            let names: Vec<&str> = values.iter().map(clap::builder::PossibleValue::get_name).collect();
            meaning.extend([": ", &names.join(", ")]);
        }
        roff.text([roman(meaning)]);
    }

    /// How the value of an argument is called.
    fn value(argument: &Arg) -> String {
        argument.get_value_names().map(|names| names.join(" ")).unwrap_or_default()
    }

    /// The sections of a text of help: a heading without indent, then rows.
    fn sections(roff: &mut Roff, text: &str) {
        for line in text.lines().filter(|line| !line.is_empty()) {
            match line.strip_prefix("  ") {
                None => {
                    roff.control("SH", [line]);
                }
                Some(row) => {
                    let (term, meaning) = row.split_once("  ").unwrap_or((row, ""));
                    roff.control("TP", []).text([bold(term)]);
                    roff.text([roman(meaning.trim())]);
                }
            }
        }
    }
}
