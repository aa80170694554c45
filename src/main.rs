//! The program: arguments in, answer out, exit status.

use std::process::ExitCode;

fn main() -> ExitCode {
    ExitCode::from(cnref::run(&std::env::args_os().collect::<Vec<_>>()) as u8)
}
