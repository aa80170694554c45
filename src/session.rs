//! One run of the program: the glossary, what was asked of the output, and the
//! streams. Every command writes through it, once.

use std::io::{self, Write};

use crate::cli::Global;
use crate::error::Error;
use crate::glossary::Glossary;
use crate::render::page::Page;
use crate::render::{Format, View, render};
use crate::term::{Role, Screen, Stream, Wishes};

mod pager;

/// One run of the program.
#[derive(Debug)]
pub struct Session {
    /// What is asked.
    pub glossary: Glossary,
    /// How answers are written.
    pub format: Format,
    /// What answers are written for.
    pub screen: Screen,
    errors: Screen,
    is_quiet: bool,
    uses_pager: bool,
}

impl Session {
    /// A session over `glossary` with the options of the command line.
    #[must_use]
    pub fn new(glossary: Glossary, global: Global) -> Self {
        let wishes = Wishes { color: global.color, width: global.width, ascii: global.ascii };
        let mut screen = Screen::of(Stream::Stdout, wishes);
        if global.output.is_for_machines() {
            screen = Screen { has_color: false, has_unicode: true, ..screen };
        }
        Self {
            glossary,
            format: global.output,
            screen,
            errors: Screen::of(Stream::Stderr, wishes),
            is_quiet: global.quiet,
            uses_pager: !global.no_pager && !global.output.is_for_machines(),
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
        let is_long = self.screen.height.is_some_and(|height| text.lines().count() + 1 > height);
        if self.uses_pager && is_long && pager::page(text, self.screen.has_color) {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes()).and_then(|()| out.flush()).map_err(Error::Write)
    }

    /// Writes a hint to standard error, unless hints are not wanted.
    pub fn hint(&self, write: impl FnOnce(&mut Page)) {
        if !self.is_quiet {
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

    /// Writes an error to standard error.
    pub fn complain(&self, text: &str) {
        self.say(|page| {
            let head = page.screen.paint(Role::Error, "cnref:");
            let text = page.screen.clean(text);
            page.line(&format!("{head} {text}"));
        });
    }
}
