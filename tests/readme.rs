//! The first page must not lie: every example in it is run.

mod common;

use std::path::Path;

use common::{Folder, cnref};

/// A folder in which the examples are run: it sees the project's own `tests/`,
/// and gets the files that the page shows, as they come.
fn folder() -> Folder {
    let folder = Folder::new("readme");
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    std::os::unix::fs::symlink(tests, folder.path.join("tests")).expect("the link can be made");
    folder
}

/// The name in the comment that is the first line of a file's block: `# NAME`
/// in TOML, `<!-- NAME -->` in Markdown.
fn file_name(block: &str) -> Option<&str> {
    let first = block.lines().next()?;
    first.strip_prefix("# ").or_else(|| first.strip_prefix("<!-- ")?.strip_suffix(" -->"))
}

/// What each `$ cnref ...` line of a block of examples prints.
fn outputs(block: &str, folder: &Folder) -> String {
    let mut outputs = String::new();
    for command in block.lines().filter_map(|line| line.strip_prefix("$ cnref ")) {
        let arguments: Vec<&str> = command.split(' ').collect();
        let output = cnref(&arguments).current_dir(&folder.path).run();
        outputs.extend(["$ cnref ", command, "\n", &output.stdout, &output.stderr]);
    }
    outputs
}

/// Runs the examples and compares what follows them; `UPDATE_EXPECTED=1`
/// writes the output into the page instead.
#[test]
fn every_example_of_the_readme_is_real() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(&path).expect("there is a README");
    let folder = folder();
    let mut actual = String::new();
    let mut examples = 0;
    for (number, part) in text.split("```").enumerate() {
        let is_block = number % 2 == 1;
        let (language, block) = part.split_once('\n').unwrap_or((part, ""));
        let separator = if number == 0 { "" } else { "```" };
        match language {
            "console" if is_block => {
                let outputs = outputs(block, &folder);
                examples += outputs.lines().filter(|line| line.starts_with("$ ")).count();
                actual.extend([separator, "console\n", &outputs]);
            }
            _ => {
                if let Some(name) = file_name(block).filter(|_| is_block) {
                    folder.write(name, block);
                }
                actual.extend([separator, part]);
            }
        }
    }
    assert!(examples >= 12, "only {examples} examples");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, &actual).expect("the README can be written");
    }
    let text = std::fs::read_to_string(&path).expect("there is a README");
    assert!(text == actual, "README.md differs from what the program prints:\n{actual}");
}
