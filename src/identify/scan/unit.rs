//! Units of systemd, and the Quadlets that Podman makes units of.

use super::Scan;
use super::script::Quotes;
use crate::identify::evidence::Strength;
use crate::identify::line::lines;

/// Looks for the images that run, and for what is executed.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    // A command goes on behind a backslash: it is looked at when it is whole.
    let mut command = String::new();
    let mut first = 0;
    for (line, number) in lines(text) {
        let line = line.trim();
        scan.marker(line, number);
        let part = match line.split_once('=') {
            Some((key, value)) if command.is_empty() => {
                if key.trim_end() == "Image" {
                    scan.image(value.trim(), number, Strength::High);
                }
                if !key.starts_with("Exec") {
                    continue;
                }
                first = number;
                // Before a program stands how its failure is taken.
                value.trim_start().trim_start_matches(['-', '@', ':', '+', '!'])
            }
            None if command.is_empty() => continue,
            _ => line,
        };
        if let Some(part) = part.strip_suffix('\\') {
            command.push_str(part);
            command.push(' ');
        } else {
            command.push_str(part);
            scan.commands(&command, first, Quotes::Words);
            command.clear();
        }
    }
}
