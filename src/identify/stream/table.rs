//! Tables as kubectl, helm and docker print them: a header of capitals, and
//! columns by position.

use crate::identify::evidence::{Sign, Strength};
use crate::identify::index::Usage;
use crate::identify::scan::Scan;

/// A table with the names of its columns.
pub(super) struct Table<'t> {
    /// The names, and the columns at which they begin.
    header: Vec<(&'t str, usize)>,
    /// The lines below, with their numbers.
    rows: Vec<(&'t str, u32)>,
}

impl<'t> Table<'t> {
    /// Reads `text` as a table; `None` when its first line is no header.
    pub(super) fn read(text: &'t str) -> Option<Self> {
        let mut lines = text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
        let (first, _) = lines.next()?;
        let is_header =
            first.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_whitespace() || "-_()/%".contains(c));
        let header = columns(first);
        // One name alone is a header when what kubectl was asked for is one column.
        (is_header && (header.len() > 1 || first.trim().len() > 2))
            .then(|| Self { header, rows: lines.collect() })
    }

    /// The cell below the column `name` in `row`.
    fn cell(&self, row: &'t str, name: &str) -> &'t str {
        let Some(at) = self.header.iter().position(|(column, _)| *column == name) else { return "" };
        let start = begins(row, self.header[at].1);
        let end = self.header.get(at + 1).map_or(row.len(), |(_, next)| begins(row, *next));
        row.get(start..end).unwrap_or_default().trim()
    }
}

/// The names of a header and where they begin: two spaces or a tab part them.
fn columns(header: &str) -> Vec<(&str, usize)> {
    let mut columns = Vec::new();
    let mut at = 0;
    for part in header.split_inclusive("  ").flat_map(|part| part.split_inclusive('\t')) {
        let name = part.trim();
        if !name.is_empty() {
            columns.push((name, at + part.len() - part.trim_start().len()));
        }
        at += part.len();
    }
    columns
}

/// The byte of `row` at which its cell for the column at `start` begins: a long
/// cell before it may have pushed it to the right, and a tab counts as one.
fn begins(row: &str, start: usize) -> usize {
    let start = start.min(row.len());
    let bytes = row.as_bytes();
    let is_inside = start > 0 && start < bytes.len() && !bytes[start - 1].is_ascii_whitespace();
    let pushed =
        if is_inside { bytes[start..].iter().take_while(|b| !b.is_ascii_whitespace()).count() } else { 0 };
    let mut at = start + pushed;
    while at < row.len() && !row.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Looks through a table.
pub(super) fn look(scan: &mut Scan<'_, '_>, table: &Table<'_>) {
    let has = |name: &str| table.header.iter().any(|(column, _)| *column == name);
    for (row, number) in table.rows.iter().copied() {
        for column in ["IMAGE", "IMAGES"] {
            for image in table.cell(row, column).split([',', ' ']).filter(|image| !image.is_empty()) {
                scan.image(image, number, Strength::High);
            }
        }
        if has("REPOSITORY") {
            scan.image(table.cell(row, "REPOSITORY"), number, Strength::High);
        }
        if has("CHART") {
            scan.chart(table.cell(row, "CHART"), number, Strength::High);
        }
        if has("APIVERSION") {
            api(scan, table.cell(row, "APIVERSION"), table.cell(row, "KIND"), number);
        }
        let name = table.cell(row, "NAME");
        if let Some((_, definition)) = name.split_once("customresourcedefinition.apiextensions.k8s.io/") {
            scan.definition(definition, number);
        } else if has("CREATED AT") || table.header.len() == 1 {
            scan.definition(name, number);
        }
        if has("SERVICE") {
            // `kubectl get apiservices`: v1.cert-manager.io.
            if let Some((version, group)) = name.split_once('.') {
                api(scan, &format!("{group}/{version}"), "", number);
            }
        }
        if has("URL") {
            scan.chart(name, number, Strength::High);
        }
    }
}

/// A resource that the cluster's API serves.
fn api(scan: &mut Scan<'_, '_>, api_version: &str, kind: &str, number: u32) {
    let Some((group, _)) = api_version.split_once('/') else {
        if api_version == "v1" {
            scan.served("", kind, api_version, number);
        }
        return;
    };
    scan.served(group, kind, api_version, number);
}

impl Scan<'_, '_> {
    /// A custom resource definition that a cluster has.
    pub(super) fn definition(&mut self, name: &str, line: u32) -> bool {
        crate::identify::scan::definition(self.index, &mut self.found, name, line, Strength::High)
    }

    /// A group that a cluster serves.
    pub(super) fn served(&mut self, group: &str, kind: &str, text: &str, line: u32) {
        let groups = &self.index.api_groups;
        let owners = groups.owners(group, kind, Usage::Definition);
        self.add_all(&owners, Sign::ApiGroup, Strength::High, line, text);
        if owners.is_empty() && groups.knows(group) {
            // Whose of those who share the group it is, only a kind would tell.
            self.add_all(&groups.everybody(group), Sign::ApiGroup, Strength::Low, line, text);
        } else if owners.is_empty() && group.contains('.') {
            self.found.add_stranger(group, kind, line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn cells_below_their_header() {
        let text = "NAME   NAMESPACE  CHART        APP VERSION\n\
                    x      default    a-1.2.3      v1\n\
                    y      z          b-1          v2\n";
        let table = Table::read(text).expect("a table");
        assert_eq!(table.cell(table.rows[0].0, "CHART"), "a-1.2.3");
        assert_eq!(table.cell(table.rows[1].0, "APP VERSION"), "v2");
        assert_eq!(table.cell(table.rows[1].0, "NAME"), "y");
        assert_eq!(table.cell(table.rows[1].0, "IMAGE"), "");
        assert!(Table::read("just words\nhere").is_none());
    }
}
