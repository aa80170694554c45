//! What stands in relation to an entry, and what to read before it.

use super::page::Page;
use super::{Grid, View};
use crate::related::{Path, Related};
use crate::term::Role;

/// Below this width a summary stands under its id instead of beside it.
const NARROW: usize = 60;

impl View for Related<'_> {
    fn text(&self, page: &mut Page) {
        let title = page.words(Role::Title, self.card.name);
        let summary = page.screen.clean(self.card.summary);
        page.wrapped_between(&summary, &format!("{title}  "), "  ");
        relations(page, self, "");
    }

    fn grid(&self) -> Grid {
        let header = ["from", "relation", "id", "name", "category", "summary"].map(str::to_owned).to_vec();
        let mut rows = Vec::new();
        grid_rows(self, &mut rows);
        Grid { header, rows }
    }

    fn names(&self) -> Vec<&str> {
        let children = self.relations.iter().flat_map(|relations| &relations.entries);
        children.flat_map(|child| std::iter::once(child.card.id).chain(View::names(child))).collect()
    }
}

fn grid_rows(node: &Related<'_>, rows: &mut Vec<Vec<String>>) {
    for relations in &node.relations {
        for child in &relations.entries {
            let cells = [
                node.card.id,
                relations.label,
                child.card.id,
                child.card.name,
                child.card.category,
                child.card.summary,
            ];
            rows.push(cells.map(str::to_owned).to_vec());
            grid_rows(child, rows);
        }
    }
}

fn relations(page: &mut Page, node: &Related<'_>, indent: &str) {
    for relations_here in &node.relations {
        if indent.is_empty() {
            page.gap();
        }
        let label = page.screen.paint(Role::Label, relations_here.label);
        page.line(&format!("{indent}{label}"));
        let width = relations_here.entries.iter().map(|child| child.card.id.len()).max().unwrap_or(0);
        for child in &relations_here.entries {
            line(page, child, indent, width);
            relations(page, child, &format!("{indent}    "));
        }
    }
}

fn line(page: &mut Page, child: &Related<'_>, indent: &str, width: usize) {
    let id = page.screen.paint(Role::Name, child.card.id);
    let text = page.prose(child.difference.unwrap_or(child.card.summary));
    let standing = match child.card.standing() {
        ended @ ("archived" | "superseded") => {
            format!(" {}", page.screen.paint(Role::Warning, &format!("[{ended}]")))
        }
        _ => String::new(),
    };
    let column = indent.len() + 2 + width + 2;
    if page.screen.width < NARROW.max(column + 30) {
        page.line(&format!("{indent}  {id}{standing}"));
        page.wrapped(&text, &format!("{indent}      "));
    } else {
        let padding = " ".repeat(width - child.card.id.len());
        page.wrapped_between(
            &format!("{text}{standing}"),
            &format!("{indent}  {id}{padding}  "),
            &" ".repeat(column),
        );
    }
}

impl View for Path<'_> {
    fn text(&self, page: &mut Page) {
        for (number, step) in self.entries.iter().enumerate() {
            let id = page.screen.paint(Role::Name, step.card.id);
            let because = match &step.needed_by[..] {
                [] => String::new(),
                names => format!("for {}", names.join(", ")),
            };
            let because = page.words(Role::Dim, &because);
            let head = format!("{:>2}. {id}", number + 1);
            if because.is_empty() {
                page.line(&head);
            } else {
                page.wrapped_between(&because, &format!("{head}  "), "      ");
            }
            let summary = page.screen.clean(step.card.summary);
            page.wrapped(&summary, "    ");
        }
    }

    fn grid(&self) -> Grid {
        let header = ["step", "id", "name", "needed by", "summary"].map(str::to_owned).to_vec();
        let rows = self.entries.iter().enumerate().map(|(number, step)| {
            vec![
                (number + 1).to_string(),
                step.card.id.to_owned(),
                step.card.name.to_owned(),
                step.needed_by.join(", "),
                step.card.summary.to_owned(),
            ]
        });
        Grid { header, rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.entries.iter().map(|step| step.card.id).collect()
    }
}
