//! What other programs print: tables, lists, documents. The form is
//! recognised, never asked for.

mod list;
mod table;

use super::evidence::Sightings;
use super::form::{Form, Registry};
use super::index::Index;
use super::scan::Scan;
use table::Table;

/// Looks through what was piped.
pub(super) fn look(index: &Index<'_>, text: &str) -> Sightings {
    let mut scan = Scan::new(index);
    match document(text) {
        Some((name, form)) => scan.text(name, form, text),
        None => match Table::read(text) {
            Some(table) => table::look(&mut scan, &table),
            None => list::look(&mut scan, text),
        },
    }
    scan.found.settle();
    scan.found
}

/// The file that the text would be, where it is one.
fn document(text: &str) -> Option<(&'static str, Form)> {
    let lines = || text.lines().map(str::trim_end).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let first = lines().next()?;
    let word = first.split_whitespace().next().unwrap_or_default();
    let has = |beginning: &str| lines().any(|line| line.starts_with(beginning));
    let named = |name: &'static str| Some((name, Form::of(name)));
    if word.starts_with(['{', '['])
        && !word.starts_with("[[")
        && (word.len() == 1 || word.contains(['"', '{']))
    {
        return Some(if text.contains("ependencies\"") {
            ("package.json", Form::Dependencies(Registry::Npm))
        } else {
            ("stream.json", Form::Data)
        });
    }
    if text.lines().any(|line| line.trim_start().trim_start_matches("- ").starts_with("apiVersion:")) {
        return named("stream.yaml");
    }
    if word == "module" && (has("go ") || has("require ")) {
        return named("go.mod");
    }
    if first.starts_with("<?xml") || word.starts_with("<project") {
        return named("pom.xml");
    }
    if has("[dependencies]") || has("[package]") {
        return named("Cargo.toml");
    }
    if matches!(word, "resource" | "terraform" | "provider" | "variable" | "locals") && first.ends_with('{') {
        return named("stream.tf");
    }
    if has("FROM ") && lines().all(|line| !line.contains('\t') || line.starts_with([' ', '\t'])) {
        return named("Dockerfile");
    }
    if first.starts_with("#!") || text.starts_with("#!") {
        return named("stream.sh");
    }
    let keys = lines().take(20).filter(|line| is_key(line)).count();
    if has("services:") || has("stages:") || keys > 3 {
        return named("stream.yaml");
    }
    None
}

/// Whether `line` is a key of YAML at the left margin.
fn is_key(line: &str) -> bool {
    line.split_once(':').is_some_and(|(key, rest)| {
        !key.is_empty()
            && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
            && (rest.is_empty() || rest.starts_with(' '))
    })
}
