//! A graph as a tree for the terminal, as DOT for Graphviz, and as Mermaid.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::page::Page;
use super::{Grid, View};
use crate::card::Card;
use crate::graph::{Edge, Graph};
use crate::term::Role;

impl View for Graph<'_> {
    fn text(&self, page: &mut Page) {
        let mut drawn = BTreeSet::new();
        let starts = if self.roots.is_empty() {
            self.entries.iter().map(|card| card.id).collect()
        } else {
            self.roots.clone()
        };
        for root in starts {
            if drawn.insert(root) {
                let name = page.screen.paint(Role::Title, root);
                page.line(&name);
                branches(self, page, root, "", &mut drawn);
            }
        }
        if self.left_out > 0 {
            let note = format!("{} more were left out: --limit takes a larger number", self.left_out);
            page.gap();
            let note = page.words(Role::Dim, &note);
            page.wrapped(&note, "");
        }
    }

    fn grid(&self) -> Grid {
        let header = ["from", "relation", "to"].map(str::to_owned).to_vec();
        let rows = self
            .edges
            .iter()
            .map(|edge| [edge.from, edge.relation.as_str(), edge.to].map(str::to_owned).to_vec());
        Grid { header, rows: rows.collect() }
    }

    fn names(&self) -> Vec<&str> {
        self.entries.iter().map(|card| card.id).collect()
    }

    fn dot(&self) -> Option<String> {
        let mut text = String::from("digraph cnref {\n  rankdir=LR;\n  node [shape=box, style=rounded];\n");
        for card in &self.entries {
            let style = if is_retired(card) { ", style=\"rounded,dashed\"" } else { "" };
            let _ = writeln!(text, "  {} [label={}{style}];", quoted(card.id), quoted(card.name));
        }
        for edge in &self.edges {
            let direction = if edge.relation.is_symmetric() { ", dir=none" } else { "" };
            let label = quoted(edge.relation.label(false));
            let _ =
                writeln!(text, "  {} -> {} [label={label}{direction}];", quoted(edge.from), quoted(edge.to));
        }
        if self.left_out > 0 {
            let _ = writeln!(text, "  label=\"{} more were left out\";", self.left_out);
        }
        text.push_str("}\n");
        Some(text)
    }

    fn mermaid(&self) -> Option<String> {
        let mut text = String::from("flowchart LR\n");
        let number = |id: &str| self.entries.iter().position(|card| card.id == id).unwrap_or_default();
        for (number, card) in self.entries.iter().enumerate() {
            let _ = writeln!(text, "  n{number}[\"{}\"]", entities(card.name));
        }
        for edge in &self.edges {
            let arrow = if edge.relation.is_symmetric() { "---" } else { "-->" };
            let label = edge.relation.label(false);
            let _ = writeln!(text, "  n{} {arrow}|{label}| n{}", number(edge.from), number(edge.to));
        }
        let retired = self.entries.iter().enumerate().filter(|(_, card)| is_retired(card));
        for (number, _) in retired {
            let _ = writeln!(text, "  style n{number} stroke-dasharray: 5 5");
        }
        if self.left_out > 0 {
            let _ = writeln!(text, "  %% {} more were left out", self.left_out);
        }
        Some(text)
    }
}

/// The edges of `id` that lead to what is not drawn yet, as branches below it.
fn branches<'g>(graph: &Graph<'g>, page: &mut Page, id: &str, indent: &str, drawn: &mut BTreeSet<&'g str>) {
    let mut next: Vec<(&Edge<'g>, bool, &'g str)> = graph
        .edges
        .iter()
        .filter_map(|edge| match (edge.from == id, edge.to == id) {
            (true, _) => Some((edge, false, edge.to)),
            (_, true) => Some((edge, true, edge.from)),
            _ => None,
        })
        .filter(|(.., other)| drawn.insert(other))
        .collect();
    next.sort_by_key(|(edge, inverse, other)| (edge.relation, *inverse, *other));
    let (branch, last, line, space) = if page.screen.has_unicode {
        ("\u{251c} ", "\u{2514} ", "\u{2502} ", "  ")
    } else {
        ("|- ", "`- ", "|  ", "   ")
    };
    let count = next.len();
    for (number, (edge, inverse, other)) in next.into_iter().enumerate() {
        let is_last = number + 1 == count;
        let label = page.screen.paint(Role::Dim, edge.relation.label(inverse));
        let name = page.screen.paint(Role::Name, other);
        let ended = graph.entries.iter().find(|card| card.id == other).filter(|card| is_retired(card));
        let ended = ended.map_or(String::new(), |card| {
            format!(" {}", page.screen.paint(Role::Warning, &format!("[{}]", card.standing())))
        });
        page.line(&format!("{indent}{}{label} {name}{ended}", if is_last { last } else { branch }));
        branches(graph, page, other, &format!("{indent}{}", if is_last { space } else { line }), drawn);
    }
}

fn is_retired(card: &Card<'_>) -> bool {
    matches!(card.standing(), "archived" | "superseded")
}

/// A string of DOT (<https://graphviz.org/doc/info/lang.html>).
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Text in which Mermaid finds no syntax: what is not a letter, digit or plain
/// sign becomes a numbered entity (<https://mermaid.js.org/syntax/flowchart.html>).
fn entities(text: &str) -> String {
    text.chars().fold(String::new(), |mut safe, c| {
        if c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '/' | '_') {
            safe.push(c);
        } else {
            let _ = write!(safe, "#{};", u32::from(c));
        }
        safe
    })
}

#[cfg(test)]
mod tests {
    use super::{entities, quoted};

    #[test]
    fn labels_cannot_end_their_string() {
        assert_eq!(quoted("a \"b\" \\"), "\"a \\\"b\\\" \\\\\"");
        assert_eq!(entities("C# (\"x\")"), "C#35; #40;#34;x#34;#41;");
    }
}
