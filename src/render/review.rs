//! Findings, each with its line and a mark under the place.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::page::Page;
use super::{Grid, View};
use crate::check::{self, Finding};
use crate::markup::is_unsafe;
use crate::review::{Explained, Review, Shown};
use crate::term::Role;

impl View for Review {
    fn text(&self, page: &mut Page) {
        for shown in &self.findings {
            let Finding { file, line, column, level, text, rule, .. } = &shown.finding;
            let (word, role) = match level {
                check::Level::Error => ("error", Role::Error),
                check::Level::Warning => ("warning", Role::Warning),
            };
            let place = page.screen.paint(Role::Title, &format!("{}:{line}:{column}:", file.display()));
            let level = page.screen.paint(role, &format!("{word}:"));
            let text = page.screen.clean(text);
            page.line(&format!("{place} {level} {text} [{rule}]"));
            if !shown.excerpt.is_empty() {
                let excerpt = marked(page, shown);
                page.line_block(&excerpt);
            }
        }
        let (errors, warnings) = (counted(self.errors, "error"), counted(self.warnings, "warning"));
        let files = counted(self.files, "file");
        page.line(&page.screen.paint(Role::Dim, &format!("{files}: {errors}, {warnings}")));
    }

    fn grid(&self) -> Grid {
        let header = ["file", "line", "column", "level", "rule", "text"].map(str::to_owned).to_vec();
        let rows = self.findings.iter().map(|Shown { finding, .. }| {
            let level = match finding.level {
                check::Level::Error => "error",
                check::Level::Warning => "warning",
            };
            vec![
                finding.file.display().to_string(),
                finding.line.to_string(),
                finding.column.to_string(),
                level.to_owned(),
                finding.rule.to_owned(),
                finding.text.clone(),
            ]
        });
        Grid { header, rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        let mut files: Vec<&str> =
            self.findings.iter().filter_map(|shown| shown.finding.file.to_str()).collect();
        files.dedup();
        files
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

/// The line of a finding with a mark under what is wrong.
fn marked(page: &Page, shown: &Shown) -> String {
    // One sign for one, so that columns stay what they are.
    let visible = |c: char| if is_unsafe(c) { '\u{fffd}' } else { c };
    let line: String = shown.excerpt.chars().map(visible).collect();
    let line = if page.screen.has_unicode { line } else { page.screen.clean(&line) };
    let start = line.char_indices().nth(shown.finding.column - 1).map_or(line.len(), |(at, _)| at);
    let (level, kind) = (Level::ERROR, AnnotationKind::Primary);
    let snippet = Snippet::source(&line)
        .line_start(shown.finding.line)
        .annotation(kind.span(start..start + token(&line[start..])));
    let renderer = if page.screen.has_color { Renderer::styled() } else { Renderer::plain() };
    let report = [Group::with_level(level).element(snippet)];
    let mut text = renderer.term_width(page.screen.width).render(&report);
    text.push('\n');
    text
}

/// How many bytes of `text` belong together: a text in quotes, a key, else the line.
fn token(text: &str) -> usize {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''));
    let end = match quote {
        None if text.starts_with('#') => None,
        Some(quote) => text[1..].find(quote).map(|at| at + 2),
        None => text.find([' ', '=', ',', ']', '}']).filter(|at| *at > 0),
    };
    end.unwrap_or(text.len())
}

impl View for Explained {
    fn text(&self, page: &mut Page) {
        for rule in &self.rules {
            page.line(&page.screen.paint(Role::Name, rule.id));
            page.wrapped(rule.explanation, "  ");
            let example = page.words(Role::Dim, &format!("For instance: {}", rule.example));
            page.wrapped(&example, "  ");
        }
        page.gap();
        let hint = "A file excuses a rule with a comment: # excuse RULE: the reason";
        page.wrapped(&page.words(Role::Dim, hint), "");
    }

    fn grid(&self) -> Grid {
        let rows = self
            .rules
            .iter()
            .map(|rule| [rule.id, rule.explanation, rule.example].map(str::to_owned).to_vec());
        Grid { header: ["id", "explanation", "example"].map(str::to_owned).to_vec(), rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.rules.iter().map(|rule| rule.id).collect()
    }
}
