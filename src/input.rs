//! What somebody names to be read whole: an ordinary file, or standard input.
//! Nothing blocks, and nothing fills the memory.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use crate::decode;
use crate::error::Error;

/// The most bytes that are read.
const LARGEST: u64 = 64 << 20;

/// The name of standard input as an argument.
pub const STDIN: &str = "-";

/// The text of `path`, or of standard input where that is `-`, in which the
/// user was to give `what`: UTF-8, where what is none is replaced, or UTF-16 if
/// a byte order mark says so.
///
/// # Errors
/// When it is no ordinary file or a terminal, no text, too large, or cannot be read.
pub fn text(path: &Path, what: &str, example: &str) -> Result<String, Error> {
    let bytes = if path == Path::new(STDIN) { stdin(what, example)? } else { file(path)? };
    decode::text(&bytes, usize::MAX).map(Cow::into_owned).ok_or_else(|| {
        let name = if path == Path::new(STDIN) {
            "standard input".to_owned()
        } else {
            format!("`{}`", path.display())
        };
        Error::usage(
            format!("{name} is no text, since it has bytes of value 0"),
            "give a text, or save it as UTF-8",
        )
    })
}

/// All of standard input, of which a terminal would wait for what nobody knows of.
fn stdin(what: &str, example: &str) -> Result<Vec<u8>, Error> {
    let stdin = io::stdin().lock();
    if stdin.is_terminal() {
        return Err(Error::usage(
            format!("standard input is a terminal, and {what} should come from it"),
            format!("for instance: {example}"),
        ));
    }
    at_most("standard input", stdin)
}

fn file(path: &Path) -> Result<Vec<u8>, Error> {
    let name = path.display().to_string();
    let failed = |source| Error::Read { what: name.clone(), source };
    // Asked before it is opened: opening a pipe would wait for a writer. One
    // that a shell has opened, as in <(command), has one.
    let is_open = path.starts_with("/dev/fd") || path.starts_with("/proc/self/fd");
    if !is_open && !fs::metadata(path).map_err(failed)?.is_file() {
        return Err(Error::usage(
            format!("`{name}` is no ordinary file"),
            "name a file, or `-` for standard input",
        ));
    }
    at_most(&name, File::open(path).map_err(failed)?)
}

/// What `stream` holds, unless it is more than can be meant.
fn at_most(name: &str, stream: impl Read) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = stream.take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|source| Error::Read { what: name.to_owned(), source })?;
    if bytes.len() as u64 > LARGEST {
        return Err(Error::usage(
            format!("`{name}` is larger than {} MiB", LARGEST >> 20),
            "name a smaller file, or a part of it",
        ));
    }
    Ok(bytes)
}
