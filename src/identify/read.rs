//! The bytes of a file as text, however large or broken it is.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// What is read of one file. Configuration is smaller; what is larger is data,
/// and two threads must fit in the memory of a small machine.
pub(super) const LONGEST: u64 = 8 << 20;

/// Where a zero byte tells that a file is no text.
const PROBE: usize = 1024;

/// The beginning of a file.
#[derive(Debug)]
pub(super) struct Beginning<'b> {
    /// Its bytes.
    pub(super) bytes: &'b [u8],
    /// Whether there is more.
    pub(super) is_cut: bool,
}

/// How much of a file is asked for at once: nearly every file ends within it.
const PIECE: usize = 64 << 10;

/// Reads up to [`LONGEST`] bytes of the file at `path`, into `buffer`, which only grows.
///
/// # Errors
/// When it cannot be opened or read.
pub(super) fn read<'b>(path: &Path, buffer: &'b mut Vec<u8>) -> io::Result<Beginning<'b>> {
    let mut file = File::open(path)?;
    if buffer.len() < PIECE {
        buffer.resize(PIECE, 0);
    }
    let first = file.read(&mut buffer[..PIECE])?;
    if first < PIECE {
        // A file gives all that it has; less is its end.
        return Ok(Beginning { bytes: &buffer[..first], is_cut: false });
    }
    buffer.truncate(PIECE);
    // One byte more tells whether there is more.
    file.take(LONGEST + 1 - PIECE as u64).read_to_end(buffer)?;
    let is_cut = buffer.len() as u64 > LONGEST;
    let end = buffer.len().min(usize::try_from(LONGEST).unwrap_or(usize::MAX));
    Ok(Beginning { bytes: &buffer[..end], is_cut })
}

/// `bytes` as text; `None` for what is no text.
pub(super) fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let probe = &bytes[..bytes.len().min(PROBE)];
    if memchr::memchr(0, probe).is_some() {
        return None;
    }
    // Checking is much faster than repairing, and rarely fails.
    Some(std::str::from_utf8(bytes).map_or_else(|_| String::from_utf8_lossy(bytes), Cow::Borrowed))
}
