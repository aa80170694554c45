//! `cnref gloss`.

use std::io;
use std::path::Path;

use super::read_stdin_bytes;
use crate::cli::Gloss;
use crate::error::{Error, Exit};
use crate::gloss::{Document, gloss};
use crate::session::Session;

pub(super) fn run(arguments: &Gloss, session: &Session) -> Result<Exit, Error> {
    let mut documents = Vec::new();
    let mut is_complete = true;
    for file in &arguments.files {
        match read(file) {
            Ok(document) => documents.push(document),
            Err(error) if arguments.files.len() == 1 => return Err(error),
            Err(error) => {
                // One unreadable file must not cost the others' answer.
                session.complain(&error.to_string());
                is_complete = false;
            }
        }
    }
    let gloss = gloss(&session.glossary, &documents, arguments.unknown);
    let is_empty = gloss.entries.is_empty() && gloss.unknown.is_empty();
    if is_empty {
        session.hint(|page| page.line("cnref: no term of the glossary occurs there"));
    } else {
        session.answer(&gloss)?;
    }
    Ok(match (is_complete, is_empty) {
        (false, _) => Exit::Trouble,
        (true, true) => Exit::Nothing,
        (true, false) => Exit::Found,
    })
}

fn read(file: &Path) -> Result<Document, Error> {
    let name = file.to_string_lossy().into_owned();
    let is_stdin = name == "-";
    let what = if is_stdin { "standard input" } else { &name };
    let unreadable = |source| Error::Read { what: what.to_owned(), source };
    let bytes = if is_stdin {
        read_stdin_bytes("a text", "cnref gloss - < notes.md")?
    } else if file.is_dir() {
        return Err(unreadable(io::Error::other("it is a folder, and files are wanted: name those in it")));
    } else {
        std::fs::read(file).map_err(unreadable)?
    };
    let text = decode(&bytes)
        .ok_or_else(|| unreadable(io::Error::other("it is no text, since it has bytes of value 0")))?;
    Ok(Document { name, text })
}

/// The text that `bytes` are: UTF-8, where what is none is replaced, or UTF-16
/// if a byte order mark says so; `None` for what is no text at all.
fn decode(bytes: &[u8]) -> Option<String> {
    let utf16 = |bytes: &[u8], unit: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    match bytes {
        [0xff, 0xfe, rest @ ..] => Some(utf16(rest, u16::from_le_bytes)),
        [0xfe, 0xff, rest @ ..] => Some(utf16(rest, u16::from_be_bytes)),
        _ if bytes.contains(&0) => None,
        [0xef, 0xbb, 0xbf, rest @ ..] => Some(String::from_utf8_lossy(rest).into_owned()),
        _ => Some(String::from_utf8_lossy(bytes).into_owned()),
    }
}
