//! Builds with Gradle, and its catalogs of versions.

use super::Scan;
use super::comments::Comments;
use super::quotes::quoted;
use crate::identify::line::lines;

/// Whether `text` is a catalog of versions.
pub(in crate::identify::scan) fn is_catalog(text: &str) -> bool {
    lines(text).any(|(line, _)| line.trim_end() == "[libraries]")
}

/// Coordinates in one text or in two, and plugins.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut comments = Comments::of_java();
    let mut is_of_plugins = false;
    for (line, number) in lines(text) {
        let line = comments.strip(line);
        let line = line.trim();
        if line.starts_with(['#', '[']) {
            // `[plugins]` of a catalog; a comment there.
            is_of_plugins = line == "[plugins]";
        } else if !line.starts_with("exclude") {
            if let Some(plugin) = plugin(line, is_of_plugins) {
                scan.package("gradle", plugin, number);
            }
            coordinates(scan, line, number);
        }
    }
}

/// `"group:artifact:version"`, and `group: 'x', name: 'y'`.
fn coordinates(scan: &mut Scan<'_, '_>, line: &str, number: u32) {
    let mut group = None;
    for quoted in quoted(line) {
        let mut parts = quoted.text.split(':');
        match (parts.next(), parts.next()) {
            (Some(group), Some(artifact)) if !group.is_empty() => {
                scan.package("maven", &format!("{group}:{artifact}"), number);
            }
            (Some(text), None) => match (argument(quoted.before), group) {
                ("group", _) => group = Some(text),
                ("name", Some(group)) => scan.package("maven", &format!("{group}:{text}"), number),
                _ => {}
            },
            _ => {}
        }
    }
}

/// The name of the argument whose value follows `before`: `group: `, `name = `.
fn argument(before: &str) -> &str {
    let before = before.trim_end();
    let Some(name) = before.strip_suffix([':', '=']) else { return "" };
    name.trim_end().rsplit(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

/// The plugin that a line applies, or, in a catalog, says the version of.
fn plugin(line: &str, is_of_plugins: bool) -> Option<&str> {
    if is_of_plugins {
        let named = quoted(line).find(|quoted| argument(quoted.before) == "id").or_else(|| {
            let (_, value) = line.split_once('=')?;
            value.trim_start().starts_with(['"', '\'']).then(|| quoted(value).next())?
        });
        return named?.text.split(':').next();
    }
    let line = line.strip_prefix("plugins {").unwrap_or(line).trim_start();
    let is_applied = match line.strip_prefix("id") {
        Some(rest) => rest.trim_start().starts_with(['"', '\'', '(']),
        None => line.starts_with("apply") && line.contains("plugin"),
    };
    is_applied.then(|| quoted(line).next().map(|quoted| quoted.text)).flatten()
}

#[cfg(test)]
mod tests {
    use super::{argument, plugin};

    #[test]
    fn plugins_in_every_spelling() {
        for line in [
            "id 'a.b' version '1'",
            "id(\"a.b\")",
            "plugins { id \"a.b\" }",
            "apply plugin: 'a.b'",
            "apply(plugin = \"a.b\")",
        ] {
            assert_eq!(plugin(line, false), Some("a.b"), "{line}");
        }
        assert_eq!(plugin("id = \"a.b\"", false), None);
        assert_eq!(plugin("ideas \"a.b\"", false), None);
        assert_eq!(plugin("x = { id = \"a.b\", version = \"1\" }", true), Some("a.b"));
        assert_eq!(plugin("x = \"a.b:1\"", true), Some("a.b"));
        assert_eq!(argument("api(group = "), "group");
        assert_eq!(argument(", name: "), "name");
        assert_eq!(argument(" version "), "");
    }
}
