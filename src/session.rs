//! One run of the program: the glossary, what was asked of the output, and the
//! streams. Every command writes through it, once.

use std::io::{self, Write};

use crate::check::{Finding, Level};
use crate::cli::Global;
use crate::config::Config;
use crate::error::{Error, Exit};
use crate::glossary::Glossary;
use crate::layers::place::Place;
use crate::render::page::Page;
use crate::render::{Format, View, render};
use crate::settings;
use crate::term::{Role, Screen, Stream, Wishes};

mod pager;

/// Findings beyond these are counted only.
const MOST_FINDINGS: usize = 10;

/// One run of the program.
#[derive(Debug)]
pub struct Session {
    /// What is asked.
    pub glossary: Glossary,
    /// How answers are written.
    pub format: Format,
    /// What answers are written for.
    pub screen: Screen,
    /// What is set.
    pub config: Config,
    /// Where layers lie or could lie.
    pub places: Vec<Place>,
    /// The options of the command line.
    pub given: Global,
    errors: Screen,
    uses_pager: bool,
}

impl Session {
    /// A session with the settings and layers of the machine, the user and the
    /// project, and the options of the command line, which overrule them.
    #[must_use]
    pub fn open(global: Global) -> Self {
        let config = Config::load();
        let places = config.places(global.no_project);
        let format = global.output.or(config.output()).unwrap_or_default();
        let wishes = Wishes {
            color: global.color.or(config.color()).unwrap_or_default(),
            width: global.width,
            ascii: global.ascii || config.ascii(),
            theme: config.theme(),
        };
        let mut screen = Screen::of(Stream::Stdout, wishes);
        if format.is_for_machines() {
            screen = Screen { has_color: false, has_unicode: true, ..screen };
        }
        Self {
            glossary: Glossary::layered(&places),
            format,
            screen,
            errors: Screen::of(Stream::Stderr, wishes),
            uses_pager: !format.is_for_machines(),
            config,
            places,
            given: global,
        }
    }

    /// Writes `answer` to standard output, through a pager when it is longer than the screen.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn answer(&self, answer: &impl View) -> Result<(), Error> {
        self.print(&render(answer, self.format, self.screen)?)
    }

    /// Writes `text` to standard output, through a pager when it is longer than the screen.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn print(&self, text: &str) -> Result<(), Error> {
        let is_long = self.screen.height.is_some_and(|height| self.screen.rows(text) + 1 > height);
        if self.uses_pager && is_long {
            let (program, _) = settings::pager(&self.config, &self.given);
            if pager::page(text, &program, self.screen.has_color) {
                return Ok(());
            }
        }
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Error::Write)
    }

    /// Writes a hint to standard error, unless hints are not wanted.
    pub fn hint(&self, write: impl FnOnce(&mut Page)) {
        if !self.given.quiet {
            self.say(write);
        }
    }

    /// Writes to standard error.
    pub fn say(&self, write: impl FnOnce(&mut Page)) {
        let mut page = Page::new(self.errors);
        write(&mut page);
        // Nothing can be said about a failure to say something.
        let _ = io::stderr().lock().write_all(page.into_text().as_bytes());
    }

    /// Says what was wrong in the settings and in the layers as far as they
    /// were read, and what that makes of the exit status.
    #[must_use]
    pub fn report_trouble(&self) -> Exit {
        let settings = self.config.findings.iter();
        let layers = self.glossary.findings();
        let layers = layers.iter().filter(|finding| finding.level == Level::Error);
        let findings: Vec<&Finding> = settings.chain(layers).collect();
        for finding in findings.iter().take(MOST_FINDINGS) {
            self.complain(&finding.to_string());
        }
        if let Some(more) = findings.len().checked_sub(MOST_FINDINGS).filter(|more| *more > 0) {
            self.complain(&format!("and {more} more: `cnref layers` tells them all"));
        }
        let is_error = findings.iter().any(|finding| finding.level == Level::Error);
        if is_error { Exit::Trouble } else { Exit::Found }
    }

    /// Says what went wrong and what to do, folded to the screen.
    pub fn explain(&self, error: &Error) {
        self.say(|page| {
            let name = format!("{} ", page.screen.paint(Role::Error, "cnref:"));
            for (number, line) in error.to_string().lines().enumerate() {
                let painted = page.screen.clean(line.trim_start());
                page.wrapped_between(&painted, if number == 0 { &name } else { "  " }, "    ");
            }
        });
    }

    /// Writes a sentence on what is wrong to standard error, in one line.
    pub fn complain(&self, text: &str) {
        self.say(|page| {
            let head = page.screen.paint(Role::Error, "cnref:");
            let text = page.screen.clean(text);
            page.line(&format!("{head} {text}"));
        });
    }
}
