//! Modules of Go, in `go.mod`.

use super::Scan;
use crate::identify::line::lines;

/// The module itself, those that are required directly, and the programs that
/// are run as its tools: of those, the repository tells, too.
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
                Some(program) if first == "tool" => scan.module(program, number),
                Some(module) if !line.ends_with("// indirect") => scan.package("go", module, number),
                _ => {}
            },
            ("module", "") => {
                if let Some(module) = words.next() {
                    scan.package("go", module.trim_matches('"'), number);
                }
            }
            ("replace" | "exclude" | "retract", _) if line.ends_with('(') => block = "other",
            (program, "tool") => scan.module(program, number),
            (module, "require") if !line.ends_with("// indirect") => {
                scan.package("go", module, number);
            }
            _ => {}
        }
    }
}
