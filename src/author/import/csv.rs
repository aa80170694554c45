//! Terms in the rows of a CSV file.

use super::Definition;
use crate::error::Error;

/// What a header calls the column of terms.
const TERMS: [&str; 5] = ["term", "name", "word", "acronym", "title"];

/// What a header calls the column of definitions.
const DEFINITIONS: [&str; 5] = ["definition", "description", "meaning", "summary", "explanation"];

/// The terms in the rows of `text`: in the columns that a header names, else in the first two.
pub(super) fn definitions(text: &str) -> Result<Vec<Definition>, Error> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut columns = (0, 1);
    let mut definitions = Vec::new();
    for (number, row) in reader.records().enumerate() {
        let row = row.map_err(|error| {
            Error::usage(format!("this is no CSV: {error}"), "quote fields as RFC 4180 has it")
        })?;
        if number == 0 {
            let column =
                |names: &[&str]| row.iter().position(|cell| names.contains(&&*cell.trim().to_lowercase()));
            if let (Some(term), definition) = (column(&TERMS), column(&DEFINITIONS)) {
                columns = (term, definition.unwrap_or(term + 1));
                continue;
            }
        }
        let cell =
            |at: usize| row.get(at).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        let line = row.position().map_or(0, |position| usize::try_from(position.line()).unwrap_or_default());
        if !cell(columns.0).is_empty() {
            definitions.push(Definition { line, term: cell(columns.0), text: cell(columns.1) });
        }
    }
    Ok(definitions)
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
    }
}
