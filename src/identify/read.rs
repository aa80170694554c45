//! The bytes of a file as text, however large or broken it is.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::decode;

/// What is read of a file that lies in a folder. Configuration is smaller; what is
/// larger is data, and two threads must fit in the memory of a small machine.
pub(super) const LONGEST: u64 = 8 << 20;

/// What is read of what was asked about by its name: all that a cluster holds fits.
pub const LONGEST_NAMED: u64 = 256 << 20;

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

/// Reads up to `longest` bytes of the file at `path`, into `buffer`, which only grows.
///
/// # Errors
/// When it cannot be opened or read.
pub(super) fn read<'b>(path: &Path, buffer: &'b mut Vec<u8>, longest: u64) -> io::Result<Beginning<'b>> {
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
    file.take(longest + 1 - PIECE as u64).read_to_end(buffer)?;
    Ok(Beginning::of(buffer, longest))
}

impl<'b> Beginning<'b> {
    /// The first `longest` of `bytes`, where there may be one more.
    pub(super) fn of(bytes: &'b [u8], longest: u64) -> Self {
        let longest = usize::try_from(longest).unwrap_or(usize::MAX);
        Self { bytes: &bytes[..bytes.len().min(longest)], is_cut: bytes.len() > longest }
    }
}

/// How much tells what a script is read by.
const FIRST: u64 = 128;

/// The first bytes of the file at `path`, no more than its first line needs.
///
/// # Errors
/// When it cannot be opened or read.
pub(super) fn first(path: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(FIRST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// `bytes` as text; `None` for what is no text.
pub(super) fn text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    decode::text(bytes, PROBE)
}

#[cfg(test)]
mod tests {
    use super::Beginning;

    #[test]
    fn one_byte_too_many_is_told() {
        assert!(Beginning::of(b"abc", 2).is_cut && !Beginning::of(b"ab", 2).is_cut);
        assert_eq!(Beginning::of(b"abc", 2).bytes, b"ab");
    }
}
