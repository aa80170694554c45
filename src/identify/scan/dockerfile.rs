//! Dockerfiles and Earthfiles: what they build on, and what they run.

use std::borrow::Cow;
use std::collections::HashMap;

use super::Scan;
use super::continued::Continued;
use super::script::Quotes;
use crate::identify::evidence::Strength;
use crate::identify::line::lines;
use crate::identify::reference::filled_from;

/// Looks through a Dockerfile.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut arguments = Arguments::default();
    let mut continued = Continued::default();
    for (line, number) in lines(text) {
        let trimmed = line.trim();
        scan.marker(trimmed, number);
        if trimmed.is_empty() || trimmed.starts_with('#') {
            continue;
        }
        let (word, rest) = trimmed.split_once(char::is_whitespace).unwrap_or((trimmed, ""));
        match &*word.to_ascii_uppercase() {
            "FROM" => {
                let image = rest.split_whitespace().find(|word| !word.starts_with("--"));
                if let Some(image) = image {
                    scan.image(&arguments.fill(image), number, Strength::High);
                }
            }
            "ARG" => {
                if let Some((name, value)) = rest.split_once('=') {
                    arguments.add(name.trim(), value.trim().trim_matches(['"', '\'']));
                }
            }
            "COPY" => {
                let from = rest.split_whitespace().find_map(|word| word.strip_prefix("--from="));
                if let Some(image) = from.filter(|image| image.contains(['/', ':'])) {
                    scan.image(&arguments.fill(image), number, Strength::High);
                }
            }
            "ADD" => scan.commands(rest, number, Quotes::Words),
            "LABEL" | "ENV" | "EXPOSE" | "USER" | "WORKDIR" | "VOLUME" => {}
            // Any other line runs something, or goes on with what runs.
            _ => scan.script_line(&mut continued, trimmed, number, Quotes::Words),
        }
    }
}

/// The arguments with their defaults, in which earlier ones are filled in.
#[derive(Default)]
struct Arguments<'t> {
    values: HashMap<&'t str, String>,
}

/// The longest value of an argument: an image is shorter, and values that hold
/// each other must not grow without end.
const LONGEST: usize = 1024;

impl<'t> Arguments<'t> {
    fn add(&mut self, name: &'t str, value: &str) {
        let value = self.fill(value);
        if value.len() <= LONGEST {
            let value = value.into_owned();
            self.values.insert(name, value);
        }
    }

    fn fill<'a>(&self, text: &'a str) -> Cow<'a, str> {
        filled_from(text, |name| self.values.get(name).map(String::as_str))
    }
}
