//! The pager for what is longer than the screen.

use std::env;
use std::io::Write;
use std::process::{Command, Stdio};

/// Shows `text` in the pager that `chosen` calls, and tells whether one ran;
/// when none did, the caller prints the text itself. One that fails has not shown it.
pub(super) fn page(text: &str, chosen: &str, has_color: bool) -> bool {
    // Words as a shell parts them, without a shell: the value never runs anything but a program with arguments.
    let mut words = shlex::split(chosen).unwrap_or_default().into_iter();
    let Some(program) = words.next().filter(|program| program != "cat") else { return false };
    // `more` shows escape sequences as they are.
    if program == "more" && has_color {
        return false;
    }
    let mut command = Command::new(&program);
    command.args(words).stdin(Stdio::piped());
    if program == "less" || program.ends_with("/less") {
        match env::var_os("LESS") {
            // F: leave when all fits; R: colours; X: keep the text on the screen.
            None => command.env("LESS", "FRX"),
            Some(_) => command.arg("-R"),
        };
    }
    let Ok(mut pager) = command.spawn() else { return false };
    if let Some(mut pipe) = pager.stdin.take() {
        // A reader who leaves early closes the pipe; that is no failure.
        let _ = pipe.write_all(text.as_bytes());
    }
    pager.wait().is_ok_and(|status| status.success())
}

#[cfg(test)]
mod tests {
    use super::page;

    #[test]
    fn only_a_pager_that_ran_well_has_shown_the_text() {
        assert!(page("text\n", "true", false));
        assert!(page("text\n", "sh -c 'exit 0'", false));
        for failing in ["false", "no-such-pager-anywhere", "cat", "", "'unclosed"] {
            assert!(!page("text\n", failing, false), "{failing}");
        }
        assert!(!page("text\n", "more", true), "more shows escape sequences");
    }
}
