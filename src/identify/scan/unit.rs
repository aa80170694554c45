//! Units of systemd, and the Quadlets that Podman makes units of.

use super::Scan;
use super::continued::Continued;
use super::script::Quotes;
use crate::identify::evidence::Strength;
use crate::identify::line::lines;

/// Looks for the images that run, and for what is executed.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut continued = Continued::default();
    for (line, number) in lines(text) {
        let line = line.trim();
        scan.marker(line, number);
        if continued.is_open() {
            scan.script_line(&mut continued, line, number, Quotes::Words);
            continue;
        }
        match line.split_once('=') {
            Some((key, value)) if key.trim_end() == "Image" => {
                scan.image(value.trim_start(), number, Strength::High);
            }
            Some((key, value)) if key.starts_with("Exec") => {
                // Before a program stands how its failure is taken.
                let command = value.trim_start().trim_start_matches(['-', '@', ':', '+', '!']);
                scan.script_line(&mut continued, command, number, Quotes::Words);
            }
            _ => {}
        }
    }
}
