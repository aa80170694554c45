//! What a key and its value give away: images, charts, actions, commands,
//! labels, components, addresses.

use super::config::Config;
use super::role::Role;
use super::script::Quotes;
use super::terraform::AZURE;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::line::{Line, find, is_label, items};
use crate::identify::reference::{HOLE, chart_name, github_repository};

/// Values that switch off what a switch names.
const OFF: [&str; 4] = ["false", "no", "none", "off"];

/// Words in a key that make it a switch; `false` behind any other is a setting.
const SWITCHES: [&str; 6] = ["inject", "enable", "scrape", "auto", "include", "monitor"];

/// How labels begin that charts write whether or not anything reads them.
const COMMON: [&str; 1] = ["prometheus.io/"];

impl Config<'_, '_, '_, '_> {
    /// Looks at one key with its value.
    pub(super) fn value(&mut self, line: &Line<'_>, role: Role, number: u32) {
        let value = line.value;
        if line.key.is_empty() {
            return self.item(line, number);
        }
        if value.is_empty() {
            return;
        }
        match (role, self.blocks.role()) {
            (Role::Head | Role::Switch, _) => return,
            (Role::Image, _) => {
                let value = if self.is_code() { given(value) } else { value };
                self.scan.image(value, number, self.limit_of(line.key));
            }
            // In GitLab's CI services are images.
            (Role::Name, _) if self.blocks.role() == Role::Services && self.is_gitlab() => {
                self.scan.image(value, number, self.limit);
            }
            (Role::Roles, _) => {
                items(value).for_each(|name| self.role(name, number));
            }
            (Role::Name | Role::Repository, Role::Image | Role::Images) => {
                self.scan.image(value, number, self.limit);
            }
            // Images by names of the user's own; without a tag or a folder it is something else.
            (role, Role::Images) if role.is_free() && value.contains([':', '/']) => {
                self.scan.image(value, number, self.limit);
            }
            (Role::Repository, _) if self.name == ".pre-commit-config.yaml" => {
                if let Some(repository) = github_repository(value) {
                    self.scan.repository(&repository, "", number);
                }
            }
            (Role::Repository, _) if has_registry(value) => {
                self.scan.image(value, number, self.limit);
            }
            (Role::Chart, _) | (Role::Name, Role::Chart | Role::Charts) => {
                self.scan.chart(value, number, self.limit);
            }
            (Role::Name, Role::Dependencies) if matches!(self.name, "Chart.yaml" | "requirements.yaml") => {
                self.scan.chart(value, number, self.limit);
            }
            (Role::Action, _) => self.action(value, number),
            (Role::Script | Role::Command | Role::Arguments, _) | (_, Role::Script) => {
                self.scan.commands(value, number, Quotes::Words);
            }
            (Role::Type, _) if self.blocks.is_in_group("dapr.io") => self.component(value, number),
            (Role::Type, _) if value.starts_with(AZURE) => self.scan.azure(value, number),
            _ if value.starts_with("oci://") => self.oci(value, number),
            _ if self.is_named_image(line, role) => {
                self.scan.image(value, number, self.limit);
            }
            (Role::Class, _) => self.class(value, number),
            (Role::Services, _) if self.is_gitlab() => {
                for image in items(value) {
                    self.scan.image(image, number, self.limit);
                }
            }
            (Role::Folder, _) if self.name == "jsonnetfile.json" => self.library(value, number),
            (_, parent) if line.is_label || parent == Role::Labels => {
                self.label(line.key, value, self.is_expression(line), number);
            }
            _ => {}
        }
        if line.has_slash && role != Role::Image {
            self.path(role, value, number);
        }
    }

    /// Whether the value of `line` is an image because the name beside it says so:
    /// `name: WEB_IMAGE`, `value: redis:7`.
    fn is_named_image(&mut self, line: &Line<'_>, role: Role) -> bool {
        if line.dash.is_some() || self.named_image.is_some_and(|column| column != line.indent) {
            self.named_image = None;
        }
        match role {
            Role::Name if line.key == "name" => {
                let is_image = ends_in_image(line.value);
                self.named_image = is_image.then_some(line.indent);
                false
            }
            Role::Value => self.named_image.is_some() && line.value.contains([':', '/']),
            _ => false,
        }
    }

    /// Whether the value of `line` is not written out, but computed: in Jsonnet, CUE, KCL.
    fn is_expression(&self, line: &Line<'_>) -> bool {
        self.is_data()
            && !line.is_quoted
            && line.value.starts_with(|c: char| c.is_ascii_alphabetic())
            && !matches!(line.value, "true" | "false" | "True" | "False" | "null")
    }

    /// Looks at an item of a list without a key.
    fn item(&mut self, line: &Line<'_>, number: u32) {
        match self.blocks.role() {
            Role::Script => self.scan.commands(line.value, number, Quotes::Words),
            Role::Images => {
                self.scan.image(line.value, number, self.limit);
            }
            Role::Roles => self.role(line.value, number),
            _ if self.blocks.role() == Role::Services && self.is_gitlab() => {
                self.scan.image(line.value, number, self.limit);
            }
            // Labels of compose files are a list of settings.
            _ => {
                if let Some((key, value)) = line.value.split_once('=')
                    && (is_label(key) || self.blocks.role() == Role::Labels)
                {
                    self.label(key, value, false, number);
                }
            }
        }
        self.address(Role::Plain, line.value, number);
    }

    /// What a value alone gives away, whatever its key.
    #[inline]
    pub(super) fn address(&mut self, role: Role, value: &str, number: u32) {
        if find(b'/', value).is_some() {
            self.path(role, value, number);
        }
    }

    /// What a value with a slash gives away.
    fn path(&mut self, role: Role, value: &str, number: u32) {
        // A page about something is not the thing.
        if !matches!(role, Role::Prose | Role::Action) {
            self.scan.source(value, number);
        }
        let (key, value) = value.split_once('=').unwrap_or(("", value));
        self.scan.loose_image(value, number, self.limit_of(key));
    }

    /// The most that an image behind `key` proves: what an operator would run
    /// unless it is told otherwise need not run.
    fn limit_of(&self, key: &str) -> Strength {
        let is_default = key.starts_with('-') && key.contains("default");
        if is_default { Strength::Low } else { self.limit }
    }

    /// An OCI artifact: a chart, or an image by another name.
    fn oci(&mut self, value: &str, number: u32) {
        let is_known = chart_name(value).is_some_and(|name| self.scan.index.chart(name).1);
        if is_known || !self.scan.image(value, number, self.limit) {
            self.scan.chart(value, number, self.limit);
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

    /// A label or an annotation.
    pub(super) fn label(&mut self, key: &str, value: &str, is_expression: bool, number: u32) {
        let owners = self.scan.index.annotations.owners(key);
        if owners.is_empty() || self.blocks.is_below(Role::Resources) {
            return;
        }
        if matches!(value, "disabled" | "disable") || (OFF.contains(&value) && is_switch(key)) {
            self.blocks.switch_off(&owners, &mut self.scan.found);
            return;
        }
        // A template in the settings of something labels what that makes, if anything.
        let is_open = self.is_in_settings() && value.bytes().all(|byte| byte == HOLE as u8);
        let is_common = COMMON.iter().any(|beginning| key.starts_with(beginning));
        let limit = if is_open || is_common || is_expression {
            Strength::Low
        } else {
            Strength::Medium.at_most(self.limit)
        };
        for owner in owners.into_iter().filter(|owner| !self.blocks.is_switched_off(*owner)) {
            self.scan.found.add(owner, Sign::Annotation, limit, number, key);
        }
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
}

/// The first text in quotes of a call: `pulumi.String("nginx:1")`.
fn given(value: &str) -> &str {
    let quoted = value.split_once("(\"").or_else(|| value.split_once("('"));
    quoted.and_then(|(_, rest)| rest.split(['"', '\'']).next()).unwrap_or(value)
}

/// Whether `name` is that of a variable that holds an image.
pub(super) fn ends_in_image(name: &str) -> bool {
    let at = name.len().checked_sub("image".len());
    at.is_some_and(|at| name.as_bytes()[at..].eq_ignore_ascii_case(b"image"))
}

/// Whether `key` switches something on or off.
fn is_switch(key: &str) -> bool {
    let last = key.rsplit('/').next().unwrap_or(key).to_ascii_lowercase();
    SWITCHES.iter().any(|word| last.contains(word))
}

/// Whether `value` begins with a registry, as no repository of sources does.
fn has_registry(value: &str) -> bool {
    !value.contains("://") && value.split_once('/').is_some_and(|(host, _)| host.contains('.'))
}
