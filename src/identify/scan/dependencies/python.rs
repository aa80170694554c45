//! Projects of Python: `pyproject.toml`, `Pipfile`, `setup.py`, `setup.cfg`.

use super::Scan;
use super::quotes::quoted;
use super::requirements::distribution;
use crate::identify::line::lines;

/// The tables of dependencies of `pyproject.toml` and `Pipfile`: strings in
/// lists, or keys.
pub(super) fn tables(scan: &mut Scan<'_, '_>, text: &str) {
    let (mut is_table, mut is_of_lists) = (false, false);
    let mut list = List::default();
    for (line, number) in lines(text) {
        let line = line.trim();
        if line.starts_with('#') || list.goes_on(scan, line, number) {
            continue;
        }
        if let Some(header) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            // The groups of PEP 735, and extras: each key is a list.
            is_of_lists = header == "dependency-groups";
            is_table = is_of_lists || header.ends_with("dependencies") || header.ends_with("packages");
            if let Some((_, name)) = header.split_once("dependencies.") {
                scan.package("pypi", name.trim_matches('"'), number);
            }
        } else if let Some((key, value)) = line.split_once('=') {
            let (key, value) = (key.trim(), value.trim_start());
            let is_named = key.ends_with("dependencies") || key.starts_with("optional-dependencies.");
            match value.as_bytes().first() {
                Some(b'[') if is_table || is_named => list.line(scan, value, number),
                Some(b'{') if is_named && !is_table => list.line(scan, value, number),
                _ if is_table && !is_of_lists => {
                    if let Some(name) = distribution(key) {
                        scan.package("pypi", name, number);
                    }
                }
                _ => {}
            }
            // Versions for several platforms: `name = [{ version = "1", markers = "..." }]`.
            if is_table
                && value.strip_prefix('[').is_some_and(|rest| rest.trim_start().starts_with('{'))
                && let Some(name) = distribution(key)
            {
                scan.package("pypi", name, number);
            }
        }
    }
}

/// What `setup.py` says is required: strings in lists and mappings of lists.
pub(super) fn setup(scan: &mut Scan<'_, '_>, text: &str) {
    let mut list = List::default();
    for (line, number) in lines(text) {
        let line = line.trim();
        if line.starts_with('#') || list.goes_on(scan, line, number) {
            continue;
        }
        if let Some(value) = required(line) {
            list.line(scan, value, number);
        }
    }
}

/// The list that `line` gives to what is called after being required.
fn required(line: &str) -> Option<&str> {
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut rest = line;
    loop {
        let name = &rest[rest.find(is_of_name)?..];
        let (name, behind) = name.split_at(name.find(|c| !is_of_name(c))?);
        let value = behind.trim_start().strip_prefix('=').map(str::trim_start);
        if (name.contains("require") || name.contains("REQUIRE"))
            && let Some(value) = value.filter(|value| value.starts_with(['[', '{']))
        {
            return Some(value);
        }
        rest = behind;
    }
}

/// What `setup.cfg` says is required: lines behind a key, further in.
pub(super) fn settings(scan: &mut Scan<'_, '_>, text: &str) {
    let (mut is_of_extras, mut is_list) = (false, false);
    for (line, number) in lines(text) {
        let is_inside = line.starts_with([' ', '\t']);
        let mut item = line.trim();
        if item.is_empty() || item.starts_with(['#', ';']) {
            continue;
        }
        if !is_inside {
            is_list = false;
            if item.starts_with('[') {
                is_of_extras = item == "[options.extras_require]";
            } else if let Some((key, value)) = item.split_once('=') {
                let key = key.trim();
                is_list =
                    is_of_extras || matches!(key, "install_requires" | "setup_requires" | "tests_require");
                item = value;
            }
        }
        if is_list {
            for name in item.split(';').take(1).filter_map(distribution) {
                scan.package("pypi", name, number);
            }
        }
    }
}

/// A list of requirements in brackets, over several lines.
#[derive(Debug, Default)]
struct List {
    depth: usize,
}

impl List {
    /// Takes a line that begins in the list, if one is open; whether it did.
    fn goes_on(&mut self, scan: &mut Scan<'_, '_>, line: &str, number: u32) -> bool {
        let is_open = self.depth > 0;
        if is_open {
            self.line(scan, line, number);
        }
        is_open
    }

    /// Takes a line that begins in the list, or opens it.
    fn line(&mut self, scan: &mut Scan<'_, '_>, line: &str, number: u32) {
        let mut rest = line;
        for quoted in quoted(line) {
            if self.brackets(quoted.before) {
                return;
            }
            rest = quoted.after;
            // The keys of a mapping name extras; a group may include another one.
            let is_key = rest.trim_start().starts_with(':') || quoted.before.contains("include-group");
            if let Some(name) = distribution(quoted.text).filter(|_| !is_key) {
                scan.package("pypi", name, number);
            }
        }
        self.brackets(rest);
    }

    /// Counts the brackets of `code`; whether the last was closed, or a comment began.
    fn brackets(&mut self, code: &str) -> bool {
        for byte in code.bytes() {
            match byte {
                b'[' | b'{' | b'(' => self.depth += 1,
                b']' | b'}' | b')' => self.depth = self.depth.saturating_sub(1),
                b'#' => return true,
                _ => continue,
            }
            if self.depth == 0 {
                return true;
            }
        }
        false
    }
}
