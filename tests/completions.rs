//! A TAB in real shells, and what appears.

mod common;

use std::path::PathBuf;

use common::cnref;
use completest_pty::{BashRuntime, ElvishRuntime, FishRuntime, Runtime, Term, ZshRuntime};

/// The folder of the program under test, first on the shell's path.
fn bin_root() -> PathBuf {
    let program = PathBuf::from(env!("CARGO_BIN_EXE_cnref"));
    program.parent().expect("the program lies in a folder").to_owned()
}

/// An empty home for one shell.
fn home(shell: &str) -> PathBuf {
    let home = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("completions-{shell}"));
    if home.exists() {
        std::fs::remove_dir_all(&home).expect("an old home can be removed");
    }
    home
}

/// Types `line` in a shell that knows cnref, and waits until all of `expected`
/// stands on the screen. The terminal gives up on a shell that is slow to
/// start, hence the tries.
fn types(shell: &mut dyn Runtime, line: &str, expected: &[&str]) {
    const TRIES: usize = 10;
    let term = Term::new().width(120).height(60);
    let mut screen = String::new();
    for _ in 0..TRIES {
        screen =
            shell.complete(line, &term).unwrap_or_else(|error| panic!("the shell could not be run: {error}"));
        // Elvish quotes what it puts in.
        let plain = screen.replace('\'', "");
        if expected.iter().all(|text| plain.contains(text)) {
            return;
        }
    }
    panic!("{line:?} should show {expected:?}:\n{screen}");
}

/// What every shell must do.
fn completes(shell: &mut dyn Runtime, name: &str, shows_summaries: bool) {
    let script = cnref(&["completions", name]).answer();
    shell.register("cnref", &script).expect("the script can be written");

    for (line, expected) in [
        ("cnref statefuls\t", "cnref statefulset"),
        ("cnref service me\t", "cnref service mesh"),
        ("cnref categ\t", "cnref categories"),
        ("cnref list --matu\t", "cnref list --maturity"),
        ("cnref list --maturity grad\t", "cnref list --maturity graduated"),
        ("cnref list --maturity=grad\t", "cnref list --maturity=graduated"),
        ("cnref list --category service-m\t", "cnref list --category service-mesh"),
        ("cnref compare istio linke\t", "cnref compare istio linkerd"),
    ] {
        types(shell, line, &[expected]);
    }

    types(shell, "cnref kube-\t\t", &["kube-apiserver", "kube-proxy"]);
    if shows_summaries {
        types(shell, "cnref kube-s\t\t", &["kube-scheduler", "ontrol"]);
    }
}

#[test]
#[ignore = "needs the shell: run with --ignored where it is installed, as .ci/run does"]
fn bash_completes() {
    let home = home("bash");
    let mut shell = BashRuntime::new(bin_root(), home.clone()).expect("bash can be set up");
    // Without the bash-completion package, which the script does not need.
    std::fs::write(home.join(".bashrc"), "PS1='% '\n").expect("the configuration can be written");
    completes(&mut shell, "bash", false);
}

#[test]
#[ignore = "needs the shell: run with --ignored where it is installed, as .ci/run does"]
fn zsh_completes() {
    let mut shell = ZshRuntime::new(bin_root(), home("zsh")).expect("zsh can be set up");
    completes(&mut shell, "zsh", true);
}

#[test]
#[ignore = "needs the shell: run with --ignored where it is installed, as .ci/run does"]
fn fish_completes() {
    let mut shell = FishRuntime::new(bin_root(), home("fish")).expect("fish can be set up");
    completes(&mut shell, "fish", true);
}

#[test]
#[ignore = "needs the shell: run with --ignored where it is installed, as .ci/run does"]
fn elvish_completes() {
    let mut shell = ElvishRuntime::new(bin_root(), home("elvish")).expect("elvish can be set up");
    completes(&mut shell, "elvish", true);
}

#[test]
fn the_files_are_what_the_command_prints() {
    for (shell, file) in [
        ("bash", "cnref.bash"),
        ("zsh", "_cnref"),
        ("fish", "cnref.fish"),
        ("elvish", "cnref.elv"),
        ("powershell", "_cnref.ps1"),
    ] {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("completions").join(file);
        let expected = std::fs::read_to_string(&path).expect("the file is there");
        assert_eq!(cnref(&["completions", shell]).answer(), expected, "{file}");
    }
}

#[test]
fn an_unknown_shell_is_usage() {
    let output = cnref(&["completions", "bsh"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    assert!(output.stderr.contains("bash"), "{}", output.stderr);
}

#[test]
fn the_same_category_comes_first_and_not_what_is_there() {
    let candidates = cnref(&["__complete", "fish", "--", "compare", "istio", ""]).answer();
    let values: Vec<&str> =
        candidates.lines().map(|line| line.split('\t').next().unwrap_or_default()).collect();
    assert!(values.contains(&"linkerd") && !values.contains(&"istio"), "{values:?}");
}

#[test]
fn whatever_is_typed_completion_is_silent() {
    for words in [&["--"][..], &["--", "--"], &["--", "list", "--category"], &["--", "\u{1b}", "x"], &[]] {
        let output = cnref(&["__complete", "zsh"]).args(words).run();
        assert_eq!(output.stderr, "", "{words:?}");
    }
}
