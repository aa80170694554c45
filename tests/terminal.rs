//! Colour, help and version.

mod common;

use common::{cnref, expect_file};

#[test]
fn colour_follows_flag_then_environment() {
    let colored = |cnref: common::Cnref| cnref.answer().contains('\u{1b}');
    assert!(!colored(cnref(&["helm"])));
    assert!(colored(cnref(&["helm", "--color", "always"])));
    assert!(colored(cnref(&["helm", "--color", "always"]).env("NO_COLOR", "1")));
    assert!(colored(cnref(&["helm"]).env("CLICOLOR_FORCE", "1")));
    assert!(!colored(cnref(&["helm"]).env("CLICOLOR_FORCE", "0")));
    assert!(!colored(cnref(&["helm"]).env("CLICOLOR", "1")), "a pipe is no terminal");
    assert!(!colored(cnref(&["helm"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "1")));
    assert!(colored(cnref(&["helm"]).env("CLICOLOR_FORCE", "1").env("NO_COLOR", "")));
    assert!(!colored(cnref(&["helm", "--color", "never"]).env("CLICOLOR_FORCE", "1")));
}

#[test]
fn colour_carries_no_meaning() {
    let plain = cnref(&["istio", "--full"]).answer();
    let colored = cnref(&["istio", "--full", "--color", "always"]).answer();
    // Without colour, marks set off what is code.
    assert!(plain.contains("`istiod`") && !colored.contains('`'));
    assert_eq!(without_escapes(&colored), plain.replace('`', ""));
}

/// `text` without the sequences that set a style.
fn without_escapes(text: &str) -> String {
    let mut parts = text.split("\u{1b}[");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |plain, part| plain + part.split_once('m').map_or(part, |(_, rest)| rest))
}

#[test]
fn ascii_where_asked_or_where_the_locale_is() {
    let asked = cnref(&["helm", "--ascii"]).answer();
    assert!(asked.is_ascii(), "{asked}");
    assert_eq!(cnref(&["helm"]).env("LC_ALL", "C").answer(), asked);
}

#[test]
fn help_is_a_tracked_file() {
    expect_file("help/greeting.txt", &cnref(&[]).answer());
    assert!(cnref(&[]).answer().lines().count() <= 24);
    expect_file("help/cnref.txt", &cnref(&["-h"]).answer());
    expect_file("help/cnref-long.txt", &cnref(&["--help"]).answer());
    let command = cnref::cli::command();
    let commands = command.get_subcommands().filter(|sub| !sub.is_hide_set());
    let commands: Vec<&str> = commands.map(clap::Command::get_name).collect();
    assert!(commands.len() > 20, "{commands:?}");
    for command in commands {
        let help = cnref(&[command, "--help"]).answer();
        expect_file(&format!("help/{command}.txt"), &help);
        assert_eq!(cnref(&["help", command]).answer(), help);
    }
}

#[test]
fn help_of_a_lookup_is_for_readers() {
    expect_file("help/term.txt", &cnref(&["helm", "--help"]).answer());
}

#[test]
fn help_comes_even_beside_wrong_arguments() {
    assert_eq!(cnref(&["list", "--nonsense", "-h"]).answer(), cnref(&["list", "-h"]).answer());
}

#[test]
fn the_version_says_what_is_inside() {
    let version = cnref(&["--version"]).answer();
    let lines: Vec<&str> = version.lines().collect();
    assert_eq!(lines[0], concat!("cnref ", env!("CARGO_PKG_VERSION")));
    assert!(lines[1].contains(" entries in ") && lines[1].contains(", last checked 20"), "{version}");
    assert_eq!(cnref(&["-V"]).answer(), version);
}
