//! Looks through the text of one file for evidence.

mod aliases;
mod blocks;
mod code;
mod config;
mod continued;
mod dependencies;
mod dockerfile;
mod environment;
mod installs;
mod json;
mod objects;
mod role;
mod script;
mod services;
mod terraform;
mod tools;
mod unfold;
mod unit;
mod values;
mod words;

use super::evidence::{Owner, Sightings, Sign, Strength};
use super::form::Form;
use super::index::Index;
use super::line::lines;
use super::reference::{Image, chart_name, github_source};

pub(super) use self::objects::{definition, is_version};
pub(super) use self::script::Quotes;

/// What every scanner shares: what to look for, and where to put it.
pub(super) struct Scan<'i, 'g> {
    /// What to look for.
    pub(super) index: &'i Index<'g>,
    /// What was found.
    pub(super) found: Sightings,
}

impl<'i, 'g> Scan<'i, 'g> {
    /// A scan that has found nothing yet.
    pub(super) fn new(index: &'i Index<'g>) -> Self {
        Self { index, found: Sightings::default() }
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
            Form::Settings => self.markers(text),
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

    fn marker(&mut self, trimmed: &str, line: u32) {
        self.index.markers.find(trimmed, |marker, owner| {
            self.found.add(owner, Sign::Marker, Strength::High, line, marker);
        });
    }

    /// An image that something runs, pulls or builds on.
    pub(super) fn image(&mut self, text: &str, line: u32, limit: Strength) -> bool {
        let Some(image) = Image::parse(text) else { return false };
        let (owners, strength) = self.index.images.owners(&image);
        for &owner in owners {
            self.found.add(owner, Sign::Image, strength.at_most(limit), line, text.trim());
        }
        !owners.is_empty()
    }

    /// A value that is an image if it is written like nothing else.
    pub(super) fn loose_image(&mut self, text: &str, line: u32, limit: Strength) {
        let Some(slash) = text.find('/') else { return };
        let is_likely = memchr::memchr2(b'.', b':', &text.as_bytes()[..slash]).is_some()
            && memchr::memchr2(b':', b'@', &text.as_bytes()[slash..]).is_some();
        if is_likely && Image::parse(text).is_some_and(|image| image.is_plain()) {
            self.image(text, line, limit);
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

    /// Something that is taken from a repository on GitHub.
    fn source(&mut self, text: &str, line: u32) {
        if self.index.github.find(text.as_bytes()).is_none() {
            return;
        }
        if let Some(repository) = github_source(text) {
            self.repository(&repository, line);
        }
    }

    /// A repository on GitHub from which something is taken.
    fn repository(&mut self, repository: &str, line: u32) {
        if let Some(owner) = self.index.source(repository) {
            self.found.add(owner, Sign::Source, Strength::Medium, line, &format!("github.com/{repository}"));
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
