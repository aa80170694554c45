//! A clean room: the program with an empty environment, an empty home, and
//! everything it said.

#![allow(dead_code, unreachable_pub, missing_docs, reason = "each test file uses its part")]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// The program, about to be run.
pub struct Cnref {
    command: Command,
    stdin: Option<Vec<u8>>,
}

/// What the program said and how it ended.
#[derive(Debug)]
pub struct Output {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

/// The program with these arguments.
pub fn cnref(arguments: &[&str]) -> Cnref {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cnref"));
    command.args(arguments).env_clear().env("HOME", "/nonexistent").stdin(Stdio::null());
    Cnref { command, stdin: None }
}

impl Cnref {
    pub fn arg(mut self, argument: impl AsRef<std::ffi::OsStr>) -> Self {
        self.command.arg(argument);
        self
    }

    pub fn args(mut self, arguments: &[&str]) -> Self {
        self.command.args(arguments);
        self
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn current_dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub fn stdin(mut self, text: impl Into<Vec<u8>>) -> Self {
        self.stdin = Some(text.into());
        self.command.stdin(Stdio::piped());
        self
    }

    pub fn run(mut self) -> Output {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().expect("the program starts");
        if let Some(text) = self.stdin {
            let mut pipe = child.stdin.take().expect("stdin is a pipe");
            // A program that does not read to the end closes the pipe.
            let _ = pipe.write_all(&text);
        }
        let output = child.wait_with_output().expect("the program ends");
        Output {
            stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
            status: output.status.code().expect("no signal ended the program"),
        }
    }

    /// Runs it and checks that it found something and had nothing else to say.
    pub fn answer(self) -> String {
        let output = self.run();
        assert_eq!((output.status, output.stderr.as_str()), (0, ""), "{output:?}");
        output.stdout
    }

    /// The answer, which is JSON.
    pub fn json(self) -> serde_json::Value {
        serde_json::from_str(&self.answer()).expect("the answer is JSON")
    }
}

/// Compares `actual` with the file `tests/expected/NAME`; `UPDATE_EXPECTED=1`
/// writes the file instead, to be reviewed as any change.
pub fn expect_file(name: &str, actual: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::create_dir_all(path.parent().expect("the path has a folder"))
            .expect("the folder can be made");
        std::fs::write(&path, actual).expect("the file can be written");
    }
    let expected =
        std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(expected == actual, "{name} differs; expected:\n{expected}\nactual:\n{actual}");
}

/// A folder of one test's own, empty at first.
pub struct Folder {
    pub path: std::path::PathBuf,
}

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        if path.exists() {
            std::fs::remove_dir_all(&path).expect("an old folder can be removed");
        }
        std::fs::create_dir_all(&path).expect("the folder can be made");
        Self { path }
    }

    /// Writes `text` to the file `name` in it, and makes the folders on the way.
    pub fn write(&self, name: &str, text: &str) {
        let file = self.path.join(name);
        std::fs::create_dir_all(file.parent().expect("the file has a folder"))
            .expect("the folder can be made");
        std::fs::write(file, text).expect("the file can be written");
    }
}
