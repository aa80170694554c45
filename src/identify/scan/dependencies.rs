//! What a program depends on, in the files of its language.

use super::Scan;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::form::Registry;
use crate::identify::line::{Line, lines};

/// Looks through a file of dependencies.
pub(super) fn scan(scan: &mut Scan<'_, '_>, registry: Registry, text: &str) {
    match registry {
        Registry::Go => go(scan, text),
        Registry::Npm => npm(scan, text),
        Registry::Requirements => requirements(scan, text),
        Registry::Python => python(scan, text),
        Registry::Maven => maven(scan, text),
        Registry::Gradle => gradle(scan, text),
        Registry::Cargo => cargo(scan, text),
    }
}

impl Scan<'_, '_> {
    fn package(&mut self, registry: &str, name: &str, line: u32) {
        let owners = self.index.packages.owners(registry, name);
        for &owner in owners {
            self.found.add(owner, Sign::Package, Strength::Medium, line, name);
        }
    }
}

/// The modules that are required directly.
fn go(scan: &mut Scan<'_, '_>, text: &str) {
    let mut block = "";
    for (line, number) in lines(text) {
        let line = line.trim();
        let mut words = line.split_whitespace();
        let Some(first) = words.next() else { continue };
        match (first, block) {
            (")", _) => block = "",
            ("require" | "tool", _) => match words.next() {
                Some("(") => block = if first == "tool" { "tool" } else { "require" },
                Some(module) if !line.ends_with("// indirect") => scan.package("go", module, number),
                _ => {}
            },
            ("replace" | "exclude" | "retract", _) if line.ends_with('(') => block = "other",
            (module, "require" | "tool") if !line.ends_with("// indirect") => {
                scan.package("go", module, number)
            }
            _ => {}
        }
    }
}

/// Dependencies of a package of npm, and the commands of its scripts.
fn npm(scan: &mut Scan<'_, '_>, text: &str) {
    let mut section = "";
    for (raw, number) in lines(text) {
        let Some(line) = Line::parse(raw) else { continue };
        if line.value.starts_with('{') {
            section = line.key;
        } else if raw.trim().starts_with('}') {
            section = "";
        } else if matches!(
            section,
            "dependencies" | "devDependencies" | "peerDependencies" | "optionalDependencies"
        ) {
            scan.package("npm", line.key, number);
        } else if section == "scripts" {
            scan.commands(line.value, number, super::Quotes::Words);
        }
    }
}

/// `requirements.txt`: one distribution a line.
fn requirements(scan: &mut Scan<'_, '_>, text: &str) {
    for (line, number) in lines(text) {
        if let Some(name) = distribution(line) {
            scan.package("pypi", name, number);
        }
    }
}

/// The tables of dependencies of `pyproject.toml` and `Pipfile`: strings in
/// lists, or keys.
fn python(scan: &mut Scan<'_, '_>, text: &str) {
    let (mut is_table, mut is_list) = (false, false);
    for (line, number) in lines(text) {
        let trimmed = line.trim();
        if trimmed.starts_with('[') && trimmed.ends_with(']') && !is_list {
            is_table = trimmed.contains("dependencies") || trimmed.contains("packages]");
            continue;
        }
        let opens = trimmed.starts_with("dependencies") || (is_table && trimmed.contains("= ["));
        if opens || is_list {
            for name in trimmed.split('"').skip(1).step_by(2).filter_map(distribution) {
                scan.package("pypi", name, number);
            }
            is_list = !trimmed.ends_with(']');
        } else if is_table {
            if let Some(name) = trimmed.split_once('=').and_then(|(name, _)| distribution(name)) {
                scan.package("pypi", name, number);
            }
        }
    }
}

/// The name of a distribution before its extras, versions and markers.
fn distribution(text: &str) -> Option<&str> {
    let text = text.trim().trim_matches('"');
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c)).unwrap_or(text.len());
    (end > 0 && !text.starts_with('-')).then_some(&text[..end])
}

/// `groupId` and the `artifactId` behind it.
fn maven(scan: &mut Scan<'_, '_>, text: &str) {
    let mut group = "";
    for (line, number) in lines(text) {
        let line = line.trim();
        if let Some(value) = element(line, "groupId") {
            group = value;
        } else if let Some(artifact) = element(line, "artifactId") {
            scan.package("maven", &format!("{group}:{artifact}"), number);
        }
    }
}

fn element<'t>(line: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = line.split_once(name)?.1.split_once('>').map(|(_, rest)| ((), rest))?;
    Some(rest.split('<').next()?.trim())
}

/// Coordinates in quotes: `"group:artifact:version"`.
fn gradle(scan: &mut Scan<'_, '_>, text: &str) {
    for (line, number) in lines(text) {
        for quoted in line.split(['"', '\'']).skip(1).step_by(2) {
            let mut parts = quoted.split(':');
            if let (Some(group), Some(artifact)) = (parts.next(), parts.next()) {
                scan.package("maven", &format!("{group}:{artifact}"), number);
            }
        }
    }
}

/// The keys of the tables of dependencies.
fn cargo(scan: &mut Scan<'_, '_>, text: &str) {
    let mut is_table = false;
    for (line, number) in lines(text) {
        let trimmed = line.trim();
        if let Some(header) = trimmed.strip_prefix('[').and_then(|header| header.strip_suffix(']')) {
            is_table = header.ends_with("dependencies");
            if let Some((table, name)) = header.rsplit_once('.') {
                if table.ends_with("dependencies") {
                    scan.package("cargo", name, number);
                }
            }
        } else if is_table {
            if let Some((name, _)) = trimmed.split_once('=') {
                let name = name.trim().split('.').next().unwrap_or_default();
                scan.package("cargo", name.trim_matches('"'), number);
            }
        }
    }
}
