//! The forms of an answer.

/// How an answer is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A page for people.
    #[default]
    Text,
    /// A page for people with more columns.
    Wide,
    /// Ids, one on a line.
    Name,
    /// A JSON document.
    Json,
    /// A YAML document.
    Yaml,
    /// Comma-separated values, as RFC 4180 has them.
    Csv,
    /// A Markdown table or page.
    Markdown,
    /// A diagram for Graphviz.
    Dot,
    /// A diagram for Mermaid.
    Mermaid,
}

impl Format {
    /// Whether a machine reads it, so that it never depends on the terminal.
    #[must_use]
    pub fn is_for_machines(self) -> bool {
        !matches!(self, Self::Text | Self::Wide)
    }

    /// Whether every answer has it.
    #[must_use]
    pub fn is_everywhere(self) -> bool {
        !matches!(self, Self::Dot | Self::Mermaid)
    }
}
