//! The hidden command that the completion scripts call.

use std::ffi::OsString;
use std::io::Write;

use crate::cli;
use crate::complete::{Shown, complete};
use crate::config::Config;
use crate::error::Exit;
use crate::glossary::Glossary;
use crate::markup::visible;

/// Layers with more files than this are known by the files' names only: reading
/// them would take longer than a shell can wait.
const LARGE: usize = 500;

/// Answers `SHELL -- WORD...`, the last word being the one under the cursor.
///
/// It never fails and never writes to standard error: a shell would show
/// either in the middle of a command line.
pub(crate) fn run(arguments: &[OsString]) -> Exit {
    let arguments: Vec<String> = arguments.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let Some((shell, words)) = arguments.split_first() else { return Exit::Trouble };
    let words = words.strip_prefix(&["--".to_owned()]).unwrap_or(words);
    let shown = if shell == "bash" { Shown::ValueOnly } else { Shown::WithSummary };
    let no_project = words.iter().any(|word| word == "--no-project");
    let mut glossary = Glossary::layered(&Config::load().places(no_project));
    if glossary.layer_ids().len() > LARGE {
        glossary = glossary.nearby();
    }
    let mut text = String::new();
    for candidate in complete(&glossary, &cli::command(), words) {
        text.push_str(&candidate.value);
        if shown == Shown::WithSummary && !candidate.summary.is_empty() {
            text.push('\t');
            text.push_str(&candidate.summary);
        }
        text.push('\n');
    }
    match std::io::stdout().lock().write_all(visible(&text).as_bytes()) {
        Ok(()) => Exit::Found,
        Err(_) => Exit::Trouble,
    }
}
