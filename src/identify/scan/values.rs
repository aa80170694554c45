//! What a key and its value give away: images, charts, actions, commands,
//! labels, components, addresses.

use super::config::{Config, SCRIPTS, WORDS};
use super::script::Quotes;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::line::Line;
use crate::identify::reference::chart_name;

/// Values that switch off what their key names.
const OFF: [&str; 8] = ["false", "disabled", "disable", "no", "none", "off", "0", ""];

/// Keys under which names of resources stand, which look like labels.
const RESOURCES: [&str; 7] =
    ["limits", "requests", "capacity", "allocatable", "resources", "matchLabels", "annotationsToIgnore"];

/// Keys whose value names a chart.
const CHARTS: [&str; 8] =
    ["chart", "Chart", "chartName", "chart_name", "chart_ref", "remoteChart", "helmChart", "helm.sh/chart"];

impl Config<'_, '_, '_, '_> {
    /// Looks at one key with its value.
    pub(super) fn value(&mut self, line: &Line<'_>, number: u32) {
        let (key, value) = (line.key, line.value);
        if key.is_empty() {
            return self.item(line, number);
        }
        if value.is_empty() {
            return;
        }
        let parent = self.blocks.parent();
        if is_image_key(key) {
            self.scan.image(value, number, self.limit);
        } else if CHARTS.contains(&key) {
            self.scan.chart(value, number);
        } else if key == "uses" {
            self.action(value, number);
        } else if matches!(key, "name" | "newName" | "repository")
            && (is_image_key(parent) || parent == "images")
        {
            self.scan.image(value, number, self.limit);
        } else if key == "repository" && has_registry(value) {
            self.scan.image(value, number, self.limit);
        } else if key == "name" && self.names_charts(parent) {
            self.scan.chart(value, number);
        } else if SCRIPTS.contains(&key) || WORDS.contains(&key) || SCRIPTS.contains(&parent) {
            self.scan.commands(value, number, Quotes::Words);
        } else if key == "type" && self.blocks.is_in_group("dapr.io") {
            self.component(value, number);
        } else if value.starts_with("oci://") {
            self.oci(value, number);
        } else {
            self.label(key, value, number);
        }
        self.address(key, value, number);
    }

    /// Looks at an item of a list without a key.
    fn item(&mut self, line: &Line<'_>, number: u32) {
        let parent = self.blocks.parent();
        if SCRIPTS.contains(&parent) {
            self.scan.commands(line.value, number, Quotes::Words);
        } else if parent == "images" {
            self.scan.image(line.value, number, self.limit);
        } else if let Some((key, value)) = line.value.split_once('=') {
            // Labels of compose files are a list of settings.
            self.label(key, value, number);
        }
        self.address("", line.value, number);
    }

    /// What a value alone gives away, whatever its key.
    fn address(&mut self, key: &str, value: &str, number: u32) {
        if !value.contains('/') {
            return;
        }
        // A page about something is not the thing.
        if !matches!(
            key,
            "home"
                | "homepage"
                | "sources"
                | "source"
                | "icon"
                | "link"
                | "documentation"
                | "$schema"
                | "uses"
        ) {
            self.scan.source(value, number);
        }
        let value = value.split_once('=').map_or(value, |(_, value)| value);
        self.scan.loose_image(value, number, self.limit);
    }

    /// An OCI artifact: a chart, or an image by another name.
    fn oci(&mut self, value: &str, number: u32) {
        let is_known = chart_name(value).is_some_and(|name| self.scan.index.chart(name).1);
        if is_known || !self.scan.image(value, number, self.limit) {
            self.scan.chart(value, number);
        }
    }

    fn action(&mut self, value: &str, number: u32) {
        if let Some(image) = value.strip_prefix("docker://") {
            self.scan.image(image, number, self.limit);
            return;
        }
        let Some((name, _)) = value.split_once('@') else { return };
        let owners = self.scan.index.action(name);
        self.scan.add_all(owners, Sign::Action, self.limit, number, name);
    }

    fn label(&mut self, key: &str, value: &str, number: u32) {
        let is_written_as_one = key.contains(['/', '-', '.']);
        if !is_written_as_one || OFF.contains(&value) || self.blocks.is_below(&RESOURCES) {
            return;
        }
        let owners = self.scan.index.annotations.owners(key);
        let limit = Strength::Medium.at_most(self.limit);
        self.scan.add_all(&owners, Sign::Annotation, limit, number, key);
    }

    /// The kind of a Dapr component: `state.redis`, `pubsub.azure.servicebus`.
    fn component(&mut self, value: &str, number: u32) {
        let Some((_, name)) = value.split_once('.') else { return };
        let name = name.split_once('/').map_or(name, |(name, _)| name);
        let last = name.rsplit('.').next().unwrap_or(name);
        let owner = self.scan.index.name(name).or_else(|| self.scan.index.name(last));
        if let Some(owner) = owner {
            self.scan.found.add(owner, Sign::Component, self.limit, number, value);
        }
    }

    /// Whether names below `parent` are those of charts.
    fn names_charts(&self, parent: &str) -> bool {
        match parent {
            "dependencies" => matches!(self.name, "Chart.yaml" | "requirements.yaml" | "Chart.yml"),
            "helmCharts" | "helmChartInflationGenerator" => true,
            _ => false,
        }
    }
}

/// Whether `value` begins with a registry, as no repository of sources does.
fn has_registry(value: &str) -> bool {
    !value.contains("://") && value.split_once('/').is_some_and(|(host, _)| host.contains('.'))
}

/// Whether the value of `key` is an image.
fn is_image_key(key: &str) -> bool {
    key.len() >= 5 && key.as_bytes()[key.len() - 5..].eq_ignore_ascii_case(b"image")
}
