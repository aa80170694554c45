//! `Cargo.toml`.

use super::Scan;
use crate::identify::line::lines;

/// The keys of the tables of dependencies.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut is_table = false;
    for (line, number) in lines(text) {
        let trimmed = line.trim();
        if let Some(header) = trimmed.strip_prefix('[').and_then(|header| header.strip_suffix(']')) {
            is_table = header.ends_with("dependencies");
            if let Some((table, name)) = header.rsplit_once('.')
                && table.ends_with("dependencies")
            {
                scan.package("cargo", name, number);
            }
        } else if is_table && let Some((name, _)) = trimmed.split_once('=') {
            let name = name.trim().split('.').next().unwrap_or_default();
            scan.package("cargo", name.trim_matches('"'), number);
        }
    }
}
