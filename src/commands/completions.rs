//! `cnref completions`.

use crate::cli::{Completions, Shell};
use crate::error::{Error, Exit};
use crate::session::Session;

pub(super) fn run(arguments: &Completions, session: &Session) -> Result<Exit, Error> {
    session.print(script(arguments.shell))?;
    Ok(Exit::Found)
}

/// The script that teaches `shell` to complete; the files stand under `completions/`.
#[must_use]
pub fn script(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => include_str!("../../completions/cnref.bash"),
        Shell::Zsh => include_str!("../../completions/_cnref"),
        Shell::Fish => include_str!("../../completions/cnref.fish"),
        Shell::Elvish => include_str!("../../completions/cnref.elv"),
        Shell::PowerShell => include_str!("../../completions/_cnref.ps1"),
    }
}
