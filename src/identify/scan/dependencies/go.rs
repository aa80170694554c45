//! Modules of Go, in `go.mod`.

use super::Scan;
use crate::identify::line::lines;

/// The module itself, and those that are required directly.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
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
            ("module", "") => {
                if let Some(module) = words.next() {
                    scan.package("go", module.trim_matches('"'), number);
                }
            }
            ("replace" | "exclude" | "retract", _) if line.ends_with('(') => block = "other",
            (module, "require" | "tool") if !line.ends_with("// indirect") => {
                scan.package("go", module, number);
            }
            _ => {}
        }
    }
}
