//! One file of a glossary as text: whatever lies there, a sentence says what
//! is wrong with it, and nothing blocks or fills the memory.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use crate::finding::Finding;

/// The most bytes that a file may have: some fifty times the longest entry.
pub const LARGEST: u64 = 1 << 20;

/// What marks a file as UTF-8 for some editors; it is no part of the text.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text of `path` with lines that end in a line feed alone; `None` when there is no such file.
///
/// # Errors
/// A finding for what is no file, cannot be read, is larger than [`LARGEST`], or is not UTF-8.
pub fn text(path: &Path) -> Result<Option<String>, Finding> {
    let unreadable = |text: String| Finding::error(path, "", 0, "unreadable", text);
    let failed = |error: &io::Error| unreadable(format!("the file cannot be read: {}", reason(error)));
    // Asked before it is opened: opening a pipe would wait for a writer.
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        // A link that leads nowhere is there, and wrong.
        Err(error) if error.kind() == io::ErrorKind::NotFound && !path.is_symlink() => return Ok(None),
        Err(error) => return Err(failed(&error)),
    };
    if !metadata.is_file() {
        let what = if metadata.is_dir() { "a folder" } else { "no ordinary file" };
        return Err(unreadable(format!("this is {what}, and a file was expected")));
    }
    if metadata.len() > LARGEST {
        return Err(unreadable(format!("the file is larger than {} KiB: no entry is", LARGEST >> 10)));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or_default());
    File::open(path)
        .and_then(|file| file.take(LARGEST).read_to_end(&mut bytes))
        .map_err(|error| failed(&error))?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(plain_lines(text))),
        Err(error) => {
            let offset = error.utf8_error().valid_up_to();
            let before = String::from_utf8_lossy(&error.as_bytes()[..offset]).into_owned();
            let text = "the file is not UTF-8 from here on: save it as UTF-8".to_owned();
            Err(Finding::error(path, &before, offset, "unreadable", text))
        }
    }
}

/// Why something failed, without the number that the system gives it.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    let text = error.to_string();
    text.split_once(" (os error").map_or(text.clone(), |(reason, _)| reason.to_owned())
}

/// `text` without a byte order mark and with plain line feeds.
fn plain_lines(text: String) -> String {
    let unmarked = text.strip_prefix(BYTE_ORDER_MARK);
    if text.contains("\r\n") {
        return unmarked.unwrap_or(&text).replace("\r\n", "\n");
    }
    unmarked.map(str::to_owned).unwrap_or(text)
}

/// Whether `text` can be an id: small letters, digits and hyphens.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let is_part = |c: u8| c.is_ascii_lowercase() || c.is_ascii_digit() || c == b'-';
    !text.is_empty() && text.len() <= 100 && !text.starts_with('-') && text.bytes().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::{is_id, plain_lines};

    #[test]
    fn marks_and_carriage_returns_go() {
        assert_eq!(plain_lines("\u{feff}a\r\nb\n".to_owned()), "a\nb\n");
        assert_eq!(plain_lines("a\n".to_owned()), "a\n");
    }

    #[test]
    fn ids_hold_nothing_that_leads_elsewhere() {
        assert!(is_id("argo-cd") && is_id("k3s"));
        for wrong in ["", "../x", "Helm", "a b", "-rf", "a\u{1b}", "a.b"] {
            assert!(!is_id(wrong), "{wrong:?}");
        }
    }
}
