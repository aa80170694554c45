//! A script line by line: commands, lines that go on, documents among them.

use super::Scan;
use super::continued::Continued;
use super::heredoc::{DEEPEST, Heredoc};
use super::objects::{self, Head};
use super::script::Quotes;
use crate::identify::evidence::Strength;
use crate::identify::line::Line;

/// What is known at a line of a script of the lines before it.
#[derive(Debug)]
pub(super) struct Shell<'t> {
    quotes: Quotes,
    /// The line that goes on behind a backslash.
    continued: Continued,
    /// The document that is open.
    heredoc: Option<Heredoc<'t>>,
    /// How many documents the script stands in.
    depth: u8,
    /// Objects of Kubernetes in other text than documents, where there are any.
    head: Option<Head<'t>>,
}

impl Shell<'_> {
    /// A script that stands `depth` documents deep and in which quoted text is `quotes`.
    pub(super) fn new(quotes: Quotes, depth: u8) -> Self {
        Self { quotes, continued: Continued::default(), heredoc: None, depth, head: None }
    }

    /// The same, in which objects may stand anywhere.
    pub(super) fn with_objects(self) -> Self {
        Self { head: Some(Head::default()), ..self }
    }
}

impl Scan<'_, '_> {
    /// Looks at a line of a script.
    pub(super) fn shell<'t>(&mut self, shell: &mut Shell<'t>, line: &'t str, number: u32) {
        if let Some(heredoc) = &mut shell.heredoc {
            if heredoc.take(line, number) {
                self.end_heredoc(shell, true);
            }
            return;
        }
        self.shell_line(shell, line, number);
        if shell.depth < DEEPEST {
            shell.heredoc = Heredoc::opened_by(line);
        }
    }

    /// Looks at what is left at the end of a script, which may go on with another.
    pub(super) fn end_shell(&mut self, shell: &mut Shell<'_>) {
        self.end_heredoc(shell, false);
        shell.continued = Continued::default();
    }

    /// Looks at the document of `shell`: what does not end is none.
    fn end_heredoc(&mut self, shell: &mut Shell<'_>, is_whole: bool) {
        let Some(heredoc) = shell.heredoc.take() else { return };
        if let Some(form) = heredoc.form().filter(|_| is_whole) {
            return self.document(form, &heredoc.lines, shell.depth);
        }
        let mut inner = Shell::new(shell.quotes, DEEPEST);
        inner.head = shell.head.is_some().then(Head::default);
        for (line, number) in heredoc.lines {
            self.shell_line(&mut inner, line, number);
        }
    }

    /// Looks at a line outside documents.
    fn shell_line<'t>(&mut self, shell: &mut Shell<'t>, line: &'t str, number: u32) {
        let trimmed = line.trim();
        if trimmed.is_empty() {
            return;
        }
        self.marker(trimmed, number);
        if let Some(head) = &mut shell.head
            && let Some(line) = Line::parse(trimmed)
            && let Some((api, kind)) = head.take(&line, number)
        {
            objects::object(self.index, &mut self.found, api, kind, Strength::High);
        } else if !trimmed.starts_with('#') && !trimmed.starts_with("//") {
            self.script_line(&mut shell.continued, trimmed, number, shell.quotes);
        }
    }
}
