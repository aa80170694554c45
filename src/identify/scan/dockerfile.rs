//! Dockerfiles and Earthfiles: what they build on, and what they run.

use std::collections::HashMap;

use super::Scan;
use super::script::Quotes;
use crate::identify::evidence::Strength;
use crate::identify::line::lines;

/// Looks through a Dockerfile.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut arguments: HashMap<&str, &str> = HashMap::new();
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
                    scan.image(&expand(image, &arguments), number, Strength::High);
                }
            }
            "ARG" => {
                if let Some((name, value)) = rest.split_once('=') {
                    arguments.insert(name.trim(), value.trim().trim_matches(['"', '\'']));
                }
            }
            "COPY" => {
                let from = rest.split_whitespace().find_map(|word| word.strip_prefix("--from="));
                if let Some(image) = from.filter(|image| image.contains(['/', ':'])) {
                    scan.image(&expand(image, &arguments), number, Strength::High);
                }
            }
            "ADD" => scan.commands(rest, number, Quotes::Words),
            "LABEL" | "ENV" | "EXPOSE" | "USER" | "WORKDIR" | "VOLUME" => {}
            // Any other line runs something, or goes on with what runs.
            _ => scan.commands(trimmed, number, Quotes::Words),
        }
    }
}

/// `image` with the arguments that have a default.
fn expand(image: &str, arguments: &HashMap<&str, &str>) -> String {
    arguments.iter().fold(image.to_owned(), |image, (name, value)| {
        image.replace(&format!("${{{name}}}"), value).replace(&format!("${name}"), value)
    })
}
