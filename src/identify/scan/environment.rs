//! Files of variables, which compose files and scripts fill in.

use super::Scan;
use crate::identify::evidence::Strength;
use crate::identify::line::lines;

/// Looks for images: a variable that is called one, or a value that can be nothing else.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    for (line, number) in lines(text) {
        let line = line.trim();
        let line = line.strip_prefix("export ").unwrap_or(line);
        if line.starts_with('#') {
            continue;
        }
        scan.marker(line, number);
        let Some((name, value)) = line.split_once('=') else { continue };
        let value = value.trim().trim_matches(['"', '\'']);
        if name.trim_end().ends_with("IMAGE") {
            scan.image(value, number, Strength::High);
        } else {
            scan.loose_image(value, number, Strength::High);
        }
    }
}
