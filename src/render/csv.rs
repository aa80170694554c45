//! Answers as comma-separated values (RFC 4180).

use std::io;

use super::Grid;
use crate::error::Error;

/// `grid` with its header, quoted where needed, lines ended by a newline.
pub(super) fn write(grid: &Grid) -> Result<String, Error> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let write = |error: csv::Error| Error::Write(io::Error::other(error));
    writer.write_record(&grid.header).map_err(write)?;
    for row in &grid.rows {
        writer.write_record(row).map_err(write)?;
    }
    let bytes = writer.into_inner().map_err(|error| Error::Write(io::Error::other(error.to_string())))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
