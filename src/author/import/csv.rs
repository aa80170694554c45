//! Terms in the rows of a CSV file.

use std::cmp::Reverse;

use csv::{Reader, ReaderBuilder};

use super::Definition;
use super::columns::Columns;
use crate::error::Error;

/// What may part the cells of a row, that first which stands in prose the least.
const DELIMITERS: [u8; 3] = [b'\t', b',', b';'];

/// The terms in the rows of `text`: in the columns that a header names, else in the first two.
pub(super) fn definitions(text: &str) -> Result<Vec<Definition>, Error> {
    let mut columns = Columns::default();
    let mut definitions = Vec::new();
    for (number, row) in reader(text, delimiter(text)).records().enumerate() {
        let row = row.map_err(|error| {
            Error::usage(format!("this is no CSV: {error}"), "quote fields as RFC 4180 has it")
        })?;
        let cells: Vec<&str> = row.iter().collect();
        if let (0, Some(named)) = (number, Columns::named(&cells)) {
            columns = named;
            continue;
        }
        let cell = |at: usize| {
            cells.get(at).copied().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let line = row.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or_default());
        let (term, text) = (cell(columns.term), cell(columns.definition));
        if !term.is_empty() {
            definitions.push(Definition { line, term, text });
        }
    }
    Ok(definitions)
}

fn reader(text: &str, delimiter: u8) -> Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// What parts the cells of `text`: that by which most rows are as wide as the first.
fn delimiter(text: &str) -> u8 {
    let alike = |delimiter: u8| {
        let widths = reader(text, delimiter).into_records().map_while(Result::ok).map(|row| row.len());
        let widths: Vec<usize> = widths.collect();
        let first = widths.first().copied().filter(|width| *width > 1);
        widths.iter().filter(|width| Some(**width) == first).count()
    };
    DELIMITERS.into_iter().min_by_key(|delimiter| Reverse(alike(*delimiter))).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::definitions;

    #[test]
    fn a_header_names_the_columns() {
        let rows = definitions("Owner,Term,Meaning\nme,Gantry,\"Our, own\"\n,,\nx,Crane\n").expect("CSV");
        let rows: Vec<_> = rows.iter().map(|row| (row.line, &*row.term, &*row.text)).collect();
        assert_eq!(rows, [(2, "Gantry", "Our, own"), (4, "Crane", "")]);
        assert_eq!(definitions("a,b\nc,d").expect("CSV").len(), 2);
        assert_eq!(definitions("Abbreviation,Full form\nGTY,Gantry").expect("CSV")[0].term, "GTY");
    }

    #[test]
    fn semicolons_and_tabs_part_cells_too() {
        for (text, expected) in [
            ("Gantry;Our deployer, a tool\nWinch;lifts\n", "Our deployer, a tool"),
            ("Gantry\tOur deployer; a tool\n", "Our deployer; a tool"),
            ("Gantry,Our deployer; a tool\n", "Our deployer; a tool"),
        ] {
            let rows = definitions(text).expect("CSV");
            assert_eq!((&*rows[0].term, &*rows[0].text), ("Gantry", expected), "{text}");
        }
    }
}
