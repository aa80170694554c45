//! Looks through the text of one file for evidence.

mod aliases;
mod blocks;
mod brackets;
mod chosen;
mod code;
mod compose;
mod config;
mod continued;
mod dependencies;
mod dockerfile;
mod environment;
mod heredoc;
mod installs;
mod json;
mod objects;
mod role;
mod script;
mod services;
mod shell;
mod terraform;
mod tools;
mod unfold;
mod unit;
mod values;
mod variables;
mod words;

use super::evidence::{Owner, Sightings, Sign, Strength};
use super::form::{Form, Registry, ending};
use super::index::Index;
use super::line::{Line, lines};
use super::reference::{Image, addresses, chart_name, github_source};

use self::role::Role;

pub(super) use self::compose::Compose;
pub(super) use self::objects::{definition, is_version};
pub(super) use self::script::Quotes;

/// What every scanner shares: what to look for, and where to put it.
pub(super) struct Scan<'i, 'g> {
    /// What to look for.
    pub(super) index: &'i Index<'g>,
    /// What was found.
    pub(super) found: Sightings,
    /// What was seen of the shape of a Compose file.
    pub(super) compose: Compose,
}

impl<'i, 'g> Scan<'i, 'g> {
    /// A scan that has found nothing yet.
    pub(super) fn new(index: &'i Index<'g>) -> Self {
        Self { index, found: Sightings::default(), compose: Compose::default() }
    }

    /// Looks through `text`, which has the form `form` and is called `name`.
    pub(super) fn text(&mut self, name: &str, form: Form, text: &str) {
        match form {
            Form::Code => {
                if code::may_hold(text) {
                    config::scan(self, name, form, text);
                }
                if code::may_set_up(text) {
                    services::scan(self, text);
                }
            }
            Form::Yaml | Form::Data => {
                config::scan(self, name, form, text);
                self.list(name, text);
            }
            Form::Script => script::scan(self, text, Quotes::Words),
            Form::Pipeline => script::scan(self, text, Quotes::Commands),
            Form::Dockerfile => dockerfile::scan(self, text),
            Form::Terraform => terraform::scan(self, text),
            Form::Environment => environment::scan(self, text),
            Form::Unit => unit::scan(self, text),
            // A catalog of versions, whatever it is called.
            Form::Settings if ending(name) == "toml" && dependencies::is_catalog(text) => {
                self.text(name, Form::Dependencies(Registry::Gradle), text);
            }
            Form::Settings => self.settings(text, name.ends_with("toml")),
            Form::Tools => {
                tools::scan(self, name, text);
                self.markers(text);
            }
            Form::Dependencies(registry) => {
                dependencies::scan(self, registry, text);
                self.markers(text);
            }
            Form::Name => {}
        }
    }

    /// Looks for what files of configuration list that are called as `name` is.
    fn list(&mut self, name: &str, text: &str) {
        match name {
            "environment.yml" | "environment.yaml" => dependencies::conda(self, text),
            "aqua.yaml" | "aqua.yml" | ".aqua.yaml" | ".aqua.yml" => tools::aqua(self, text),
            "devbox.json" => tools::devbox(self, text),
            "devcontainer.json" | ".devcontainer.json" => tools::features(self, text),
            "Pulumi.yaml" | "Pulumi.yml" | "Main.yaml" => services::yaml(self, text),
            // Of `.circleci`; nothing else has orbs.
            "config.yml" | "config.yaml" => tools::orbs(self, text),
            _ => {}
        }
    }

    /// Looks for lines that nothing else writes.
    fn markers(&mut self, text: &str) {
        for (line, number) in lines(text) {
            self.marker(line.trim_ascii(), number);
        }
    }

    /// The same, and the images that settings in TOML name.
    fn settings(&mut self, text: &str, is_toml: bool) {
        for (line, number) in lines(text) {
            self.marker(line.trim_ascii(), number);
            if is_toml
                && let Some(line) = Line::parse(line)
                && Role::of(line.key) == Role::Image
            {
                self.image(line.value, number, Strength::High);
            }
        }
    }

    fn marker(&mut self, trimmed: &str, line: u32) {
        self.index.markers.find(trimmed, |marker, owner| {
            self.found.add(owner, Sign::Marker, Strength::High, line, marker);
        });
    }

    /// An image that something runs, pulls or builds on.
    pub(super) fn image(&mut self, text: &str, line: u32, limit: Strength) -> bool {
        let Some(image) = Image::parse(text) else { return false };
        let (owners, strength) = self.index.image(&image);
        for &owner in owners {
            self.found.add(owner, Sign::Image, strength.at_most(limit), line, text.trim());
        }
        !owners.is_empty()
    }

    /// A value that is an image if it is written like nothing else, or if an entry
    /// names it and a tag follows.
    pub(super) fn loose_image(&mut self, text: &str, line: u32, limit: Strength) {
        let Some(slash) = text.find('/') else { return };
        let Some(mark) = memchr::memchr2(b':', b'@', &text.as_bytes()[slash..]) else { return };
        match Image::parse(text) {
            // What stands before the first slash is a registry.
            Some(image)
                if image.is_plain() && memchr::memchr2(b'.', b':', &text.as_bytes()[..slash]).is_some() =>
            {
                self.image(text, line, limit);
            }
            Some(image) if slash > 0 && text.as_bytes()[slash + mark] == b':' && self.index.names(&image) => {
                self.image(text, line, Strength::Medium.at_most(limit));
            }
            _ => {}
        }
    }

    /// A reference to a chart.
    pub(super) fn chart(&mut self, text: &str, line: u32, limit: Strength) {
        let Some(name) = chart_name(text) else { return };
        let (owners, is_told) = self.index.chart(name);
        let strength = if is_told { Strength::High } else { Strength::Medium };
        for &owner in owners {
            self.found.add(owner, Sign::Chart, strength.at_most(limit), line, text);
        }
    }

    /// Something that is taken from elsewhere: from a repository on GitHub, or
    /// from an address that an entry names.
    fn source(&mut self, text: &str, line: u32) {
        if let Some((repository, path)) = github_source(text) {
            self.repository(&repository, path, line);
        }
        for address in addresses(text) {
            if ending(address) == "tgz" {
                self.packed_chart(address, line);
            }
            if let Some(owner) = self.index.address(address) {
                self.found.add(owner, Sign::Source, Strength::Medium, line, address);
            }
        }
    }

    /// A chart that is taken from where it lies packed, where an entry names it: other
    /// things lie packed so, too.
    fn packed_chart(&mut self, address: &str, line: u32) {
        let (owners, is_told) = chart_name(address).map_or((&[][..], false), |name| self.index.chart(name));
        if is_told {
            self.add_all(owners, Sign::Chart, Strength::Medium, line, address);
        }
    }

    /// A repository on GitHub from which something at `path` is taken.
    fn repository(&mut self, repository: &str, path: &str, line: u32) {
        if let Some(owner) = self.index.repository(repository, path) {
            self.found.add(owner, Sign::Source, Strength::Medium, line, &format!("github.com/{repository}"));
        }
    }

    /// A setting of a chart that switches on or off what `part` stands for, alone or as
    /// it stands in the setting `whole`.
    pub(super) fn switch(&mut self, whole: &str, part: &str, is_on: bool, line: u32, limit: Strength) {
        for key in [part, &format!("{whole}.{part}")] {
            let owners = self.index.switch(key);
            if is_on {
                self.add_all(owners, Sign::Switch, Strength::Medium.at_most(limit), line, key);
            } else {
                self.found.off.extend(owners);
            }
        }
    }

    /// The same of several entries.
    pub(super) fn add_all(
        &mut self,
        owners: &[Owner],
        sign: Sign,
        strength: Strength,
        line: u32,
        text: &str,
    ) {
        for &owner in owners {
            self.found.add(owner, sign, strength, line, text);
        }
    }
}
