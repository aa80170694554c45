//! Looks through the text of one file for evidence.

mod aliases;
mod blocks;
mod brackets;
mod code;
mod config;
mod continued;
mod dependencies;
mod dockerfile;
mod environment;
mod heredoc;
mod installs;
mod objects;
mod role;
mod script;
mod shell;
mod terraform;
mod unfold;
mod unit;
mod values;
mod words;

use super::evidence::{Owner, Sightings, Sign, Strength};
use super::form::Form;
use super::index::Index;
use super::line::lines;
use super::reference::{Image, addresses, chart_name, github_source};

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
            Form::Code if !code::may_hold(text) => {}
            Form::Yaml | Form::Data | Form::Code => {
                config::scan(self, name, form, text);
                if name.starts_with("environment.") {
                    dependencies::conda(self, text);
                }
            }
            Form::Script => script::scan(self, text, Quotes::Words),
            Form::Pipeline => script::scan(self, text, Quotes::Commands),
            Form::Dockerfile => dockerfile::scan(self, text),
            Form::Terraform => terraform::scan(self, text),
            Form::Environment => environment::scan(self, text),
            Form::Unit => unit::scan(self, text),
            Form::Settings => self.markers(text),
            Form::Dependencies(registry) => {
                dependencies::scan(self, registry, text);
                self.markers(text);
            }
            Form::Name => {}
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
        let (owners, strength) = self.index.image(&image);
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

    /// Something that is taken from elsewhere: from a repository on GitHub, or
    /// from an address that an entry names.
    fn source(&mut self, text: &str, line: u32) {
        if let Some((repository, path)) = github_source(text) {
            self.repository(&repository, path, line);
        }
        for address in addresses(text) {
            if let Some(owner) = self.index.address(address) {
                self.found.add(owner, Sign::Source, Strength::Medium, line, address);
            }
        }
    }

    /// A repository on GitHub from which something at `path` is taken.
    fn repository(&mut self, repository: &str, path: &str, line: u32) {
        if let Some(owner) = self.index.repository(repository, path) {
            self.found.add(owner, Sign::Source, Strength::Medium, line, &format!("github.com/{repository}"));
        }
    }

    /// A setting of a chart that switches on or off what `key` stands for.
    pub(super) fn switch(&mut self, key: &str, is_on: bool, line: u32, limit: Strength) {
        let owners = self.index.switch(key);
        if is_on {
            self.add_all(owners, Sign::Switch, Strength::Medium.at_most(limit), line, key);
        } else {
            self.found.off.extend(owners);
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
