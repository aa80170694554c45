//! One file for each command: it asks the question and hands the answer over.

mod categories;
mod compare;
pub(crate) mod complete;
mod completions;
mod list;
mod show;

pub use completions::script;

use crate::cli::Question;
use crate::error::{Error, Exit};
use crate::session::Session;

/// Answers `question`.
///
/// # Errors
/// Wrong usage, or something that could not be read or written.
pub fn run(question: Question, session: &mut Session) -> Result<Exit, Error> {
    match question {
        Question::Show(arguments) => show::run(&arguments, session),
        Question::List(arguments) => list::run(arguments, session),
        Question::Categories => categories::run(session),
        Question::Compare(arguments) => compare::run(&arguments, session),
        Question::Completions(arguments) => completions::run(&arguments, session),
    }
}
