//! The first page must not lie: every example in it is run.

mod common;

use std::path::Path;

use common::cnref;

/// Runs each `$ cnref ...` line of the console blocks and compares what follows
/// it; `UPDATE_EXPECTED=1` writes the output into the file instead.
#[test]
fn every_example_of_the_readme_is_real() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let text = std::fs::read_to_string(&path).expect("there is a README");
    let mut actual = String::new();
    let mut examples = 0;
    let mut blocks = text.split("```console\n");
    actual.push_str(blocks.next().unwrap_or_default());
    for block in blocks {
        let (example, rest) = block.split_once("```\n").expect("a block ends");
        actual.push_str("```console\n");
        for command in example.lines().filter_map(|line| line.strip_prefix("$ cnref ")) {
            examples += 1;
            let arguments: Vec<&str> = command.split(' ').collect();
            let output = cnref(&arguments).run();
            actual.extend(["$ cnref ", command, "\n", &output.stdout, &output.stderr]);
        }
        actual.push_str("```\n");
        actual.push_str(rest);
    }
    assert!(examples >= 5, "only {examples} examples");
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        std::fs::write(&path, &actual).expect("the README can be written");
    }
    let text = std::fs::read_to_string(&path).expect("there is a README");
    assert!(text == actual, "README.md differs from what the program prints:\n{actual}");
}
