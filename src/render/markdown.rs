//! Pieces of Markdown.

use std::fmt::Write;

use super::Grid;

/// `grid` as a Markdown table.
pub(super) fn table(grid: &Grid) -> String {
    let line = |cells: &[String]| {
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        format!("| {} |\n", cells.join(" | "))
    };
    let mut text = line(&grid.header);
    let _ = writeln!(text, "|{}", " --- |".repeat(grid.header.len()));
    for row in &grid.rows {
        text.push_str(&line(row));
    }
    text
}

/// Text that cannot end a cell or a row.
fn cell(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::{Grid, table};

    #[test]
    fn a_bar_in_a_cell_is_escaped() {
        let grid = Grid { header: vec!["a".into()], rows: vec![vec!["x | y\nz".into()]] };
        assert_eq!(table(&grid), "| a |\n| --- |\n| x \\| y z |\n");
    }
}
