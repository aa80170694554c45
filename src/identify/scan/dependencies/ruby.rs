//! Gemfiles and the descriptions of gems.

use super::Scan;
use super::quotes::quoted;
use crate::identify::line::lines;

/// How a description of a gem names another.
const ADDERS: [&str; 3] = [".add_dependency", ".add_runtime_dependency", ".add_development_dependency"];

/// The gems that are depended on.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    for (line, number) in lines(text) {
        let line = line.trim_start();
        if line.starts_with('#') {
            continue;
        }
        let rest = line
            .strip_prefix("gem")
            .or_else(|| ADDERS.iter().find_map(|adder| Some(line.split_once(adder)?.1)));
        if let Some(rest) = rest.filter(|rest| rest.starts_with([' ', '(']))
            && let Some(name) = quoted(rest).next()
            && matches!(name.before.trim(), "" | "(")
        {
            scan.package("gem", name.text, number);
        }
    }
}
