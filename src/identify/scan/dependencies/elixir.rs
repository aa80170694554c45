//! `mix.exs`.

use super::Scan;
use crate::identify::line::lines;

/// What is depended on: `{:name, "~> 1.0"}`.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    for (line, number) in lines(text) {
        if line.trim_start().starts_with('#') {
            continue;
        }
        for part in line.split("{:").skip(1) {
            if let Some((name, _)) = part.split_once(',') {
                scan.package("hex", name, number);
            }
        }
    }
}
