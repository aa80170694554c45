//! Lists of anything: images, definitions, groups, charts, commands, words.

use crate::identify::evidence::{Sign, Strength};
use crate::identify::reference::{Image, chart_name};
use crate::identify::scan::{Quotes, Scan};

/// More words than these are prose, or a command.
const LONGEST_NAME: usize = 4;

/// Looks through a list: what each line is, it says itself.
pub(super) fn look(scan: &mut Scan<'_, '_>, text: &str) {
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim().trim_start_matches(['-', '*']).trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        // The number that a shell's history puts before a command.
        let line = line.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start();
        // Without its header, a row of `kubectl api-resources` ends with the kind.
        let last = line.split_whitespace().next_back().unwrap_or_default();
        let kind = if last.starts_with(|c: char| c.is_ascii_uppercase()) { last } else { "" };
        let before = scan.found.mark();
        for word in line.split([' ', '\t', ',', ';']).map(|word| word.trim_matches(['"', '\''])) {
            token(scan, word, kind, number);
        }
        if scan.found.mark() == before {
            scan.commands(line, number, Quotes::Words);
        }
        if scan.found.mark() == before && line.split_whitespace().count() <= LONGEST_NAME {
            name(scan, line, number);
        }
    }
}

/// One word: a definition, a group, an image, a chart.
fn token(scan: &mut Scan<'_, '_>, word: &str, kind: &str, number: u32) {
    if let Some(definition) = word.strip_prefix("customresourcedefinition.apiextensions.k8s.io/") {
        scan.definition(definition, number);
        return;
    }
    if let Some((group, version)) = word.split_once('/') {
        let is_version =
            version.strip_prefix('v').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        if is_version && !version.contains(['/', ':', '.']) {
            scan.served(group, kind, word, number);
            return;
        }
    }
    if !word.contains('/') && !word.contains(':') {
        if scan.index.api_groups.knows(word) && word.contains('.') {
            scan.served(word, "", word, number);
        } else if word.contains('-') && chart_name(word).is_some_and(|name| name.len() < word.len()) {
            // A release as helm lists it: the chart with its version, which has dots of its own.
            scan.chart(word, number, Strength::High);
        } else if word.matches('.').count() > 1 {
            scan.definition(word, number);
        }
        return;
    }
    if let Some((group, kind)) = object(word)
        && scan.index.api_groups.names(group)
    {
        scan.served(group, kind, word, number);
        return;
    }
    if word.contains("://") && !word.starts_with("oci://") && !word.starts_with("docker://") {
        return;
    }
    if !scan.image(word, number, Strength::High) && Image::parse(word).is_some_and(|image| !image.has_version)
    {
        scan.chart(word, number, Strength::High);
    }
}

/// The group and the resource of an object as `kubectl get -o name` writes it:
/// `kafka.kafka.strimzi.io/orders`. A group of fewer parts looks like a registry's host.
fn object(word: &str) -> Option<(&str, &str)> {
    let (resource, name) = word.split_once('/')?;
    let (kind, group) = resource.split_once('.')?;
    let is_object = group.matches('.').count() > 1 && !name.contains(['/', ':']);
    is_object.then_some((group, kind))
}

/// A plain name.
fn name(scan: &mut Scan<'_, '_>, line: &str, number: u32) {
    let whole = scan.index.name(line);
    if let Some(owner) = whole {
        scan.found.add(owner, Sign::Name, Strength::High, number, line);
        return;
    }
    for word in line.split([',', ' ', '\t']).filter(|word| word.len() > 2) {
        if let Some(owner) = scan.index.name(word) {
            scan.found.add(owner, Sign::Name, Strength::Medium, number, word);
        }
    }
}
