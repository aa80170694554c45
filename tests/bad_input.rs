//! Whatever is typed: an answer or a sentence, never a panic.

mod common;

use std::ffi::OsString;
use std::fs::OpenOptions;
use std::os::unix::ffi::OsStringExt;
use std::process::{Command, Stdio};

use common::{Folder, cnref};

#[test]
fn an_empty_term() {
    for empty in ["", " ", "...", "\u{1b}[31m--\u{1b}"] {
        let output = cnref(&["show"]).arg("--").arg(empty).run();
        assert_eq!((output.status, output.stdout.as_str()), (output.status.max(1), ""), "{empty:?}");
        assert!(!output.stderr.contains('\u{1b}'), "{:?}", output.stderr);
    }
    let output = cnref(&[""]).run();
    assert_eq!(output.status, 2);
    assert_eq!(
        output.stderr,
        "cnref: `` is no term: it has neither letter nor digit\n  for instance: cnref helm\n"
    );
}

#[test]
fn a_hundred_thousand_letters() {
    let output = cnref(&[]).arg("x".repeat(100_000)).run();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert!(output.stderr.len() < 300, "{}", output.stderr);
}

#[test]
fn bytes_that_are_not_utf8() {
    let output = cnref(&[]).arg(OsString::from_vec(vec![0xff, b'h', 0xfe])).run();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
}

#[test]
fn a_term_that_drives_the_terminal_is_shown_not_sent() {
    let output = cnref(&["evil\u{1b}]0;title\u{7}"]).env("CLICOLOR_FORCE", "1").run();
    assert_eq!(output.status, 1);
    assert!(!output.stderr.contains("\u{1b}]") && !output.stderr.contains('\u{7}'), "{:?}", output.stderr);
}

#[test]
fn dashes() {
    for words in [&["--", "--foo"][..], &["--", "-"], &["--", "--"]] {
        let output = cnref(words).run();
        assert!(matches!(output.status, 1 | 2), "{words:?}: {output:?}");
        assert_eq!(output.stdout, "");
    }
    let output = cnref(&["--foo"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    assert!(output.stderr.contains("unexpected argument '--foo'"), "{}", output.stderr);
}

#[test]
fn a_mistyped_option_is_suggested() {
    let output = cnref(&["list", "--categry", "runtime"]).run();
    assert_eq!(output.status, 2);
    assert!(output.stderr.contains("--category"), "{}", output.stderr);
}

#[test]
fn a_width_of_one() {
    for command in [&["helm"][..], &["helm", "--full"], &["list", "-o", "wide"], &["categories"]] {
        let output = cnref(command).arg("--width").arg("1").run();
        assert_eq!(output.status, 0, "{command:?}: {}", output.stderr);
    }
    assert_eq!(cnref(&["compare", "istio", "linkerd", "--width", "1"]).run().status, 0);
}

#[test]
fn a_full_disk_is_said() {
    for command in [&["helm"][..], &["list"], &["--help"], &["--version"], &["completions", "bash"]] {
        let full = OpenOptions::new().write(true).open("/dev/full").expect("there is a full device");
        let output = Command::new(env!("CARGO_BIN_EXE_cnref"))
            .args(command)
            .env_clear()
            .stdout(full)
            .stderr(Stdio::piped())
            .output()
            .expect("the program starts");
        assert_eq!(output.status.code(), Some(2), "{command:?}");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(
            stderr.starts_with("cnref: the answer could not be written: No space left on device"),
            "{stderr}"
        );
    }
}

#[test]
fn a_closed_pipe_ends_it_quietly() {
    // `head -1` leaves after one line of many.
    let script = format!("{} list -o json | head -1; exit ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_cnref"));
    let output = Command::new("bash").args(["-c", &script]).output().expect("bash starts");
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(String::from_utf8_lossy(&output.stdout), "{\n");
}

#[test]
fn a_closed_stdout_is_no_panic() {
    let script = format!("{} helm >&-", env!("CARGO_BIN_EXE_cnref"));
    let output = Command::new("bash").args(["-c", &script]).output().expect("bash starts");
    assert!(matches!(output.status.code(), Some(0 | 2)), "{output:?}");
    assert!(!String::from_utf8_lossy(&output.stderr).contains("panicked"), "{output:?}");
}

#[test]
fn what_blocks_or_never_ends_is_not_read() {
    let folder = Folder::new("bad-files");
    let pipe = folder.path.join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo runs").success());
    let sparse = std::fs::File::create(folder.path.join("sparse")).expect("it can be made");
    sparse.set_len(65 << 20).expect("it can be made long");
    for command in [&["gloss"][..], &["import"], &["check", "--against"]] {
        for (file, said) in [
            ("pipe", "cnref: `pipe` is no ordinary file\n  name a file, or `-` for standard input\n"),
            (
                "/dev/zero",
                "cnref: `/dev/zero` is no ordinary file\n  name a file, or `-` for standard input\n",
            ),
            ("sparse", "cnref: `sparse` is larger than 64 MiB\n  name a smaller file, or a part of it\n"),
            (".", "cnref: `.` is no ordinary file\n  name a file, or `-` for standard input\n"),
            ("none", "cnref: none could not be read: No such file or directory\n"),
        ] {
            let output = cnref(command).arg(file).current_dir(&folder.path).run();
            assert_eq!((output.status, output.stderr.as_str()), (2, said), "{command:?} {file}");
        }
    }
    let output = cnref(&["check", "--against", "-"]).stdin("landscape: []\nlandscape: []\n").run();
    assert_eq!(
        (output.status, output.stderr.as_str()),
        (
            2,
            "cnref: -:2:1 is no data file of the landscape\n  it is landscape.yml of https://github.com/cncf/landscape\n"
        )
    );
}

#[test]
fn the_systems_numbers_and_temporary_names_stay_inside() {
    let folder = Folder::new("bad-places");
    folder.write("file", "");
    for words in [&["export", "file/x"][..], &["new", "Gantry", "--layer", "file/x"]] {
        let output = cnref(words).current_dir(&folder.path).run();
        assert_eq!(output.status, 2, "{words:?}");
        assert!(output.stderr.ends_with(" could not be written: Not a directory\n"), "{}", output.stderr);
    }
}

/// Nothing that a stranger's file, or its name, says reaches the terminal in any form.
#[test]
fn no_form_of_an_answer_drives_the_terminal() {
    let folder = Folder::new("bad-escapes");
    let evil = "\u{1b}]0;owned\u{7}\u{9b}2J\u{202e}";
    let escaped = "\\u001b]0;owned\\u0007\\u009b2J\\u202e";
    folder.write(".cnref/x/a.toml", &format!("kind = \"{escaped}\"\n"));
    folder.write(&format!(".cnref/{evil}.toml"), "");
    folder.write(
        ".cnref/_groups.toml",
        &format!("[[groups]]\nid = \"run{escaped}\"\nname = \"{escaped}\"\nsummary = \"{escaped}\"\n"),
    );
    folder.write(
        ".cnref/x/_category.toml",
        &format!("name = \"{escaped}\"\ngroup = \"run{escaped}\"\nsummary = \"{escaped}\"\n"),
    );
    folder.write(
        &format!("deploy/{evil}.yaml"),
        &format!("apiVersion: {evil}.example.com/v1\nkind: {evil}\nimage: istio/proxyv2\n"),
    );
    let landscape = format!(
        "landscape:\n  - subcategories:\n      - items:\n          - {{name: \"{escaped}\", project: \"{escaped}\"}}\n"
    );
    folder.write("landscape.yml", &landscape);
    folder.write("notes.md", &format!("**Win{evil}ch** - x\n"));
    let gloss = format!("istio-{evil}.md");
    folder.write(&gloss, "Istio\n");
    let mut commands: Vec<Vec<&str>> = [
        &["check"][..],
        &["check", "--against", "landscape.yml"],
        &["identify", "deploy", "--min-confidence", "low"],
        &["categories"],
        &["layers"],
        &["import", "notes.md"],
        &["gloss", &gloss],
    ]
    .iter()
    .flat_map(|words| {
        let forms = ["text", "wide", "name", "json", "yaml", "csv", "markdown"];
        forms.map(|form| [*words, &["-o", form]].concat())
    })
    .collect();
    commands.push(vec!["__complete", "fish", "--", "list", "-c", "run"]);
    for words in commands {
        let output = cnref(&words).current_dir(&folder.path).run();
        for text in [&output.stdout, &output.stderr] {
            let raw =
                text.chars().find(|c| (c.is_control() && !matches!(c, '\n' | '\t')) || *c == '\u{202e}');
            assert_eq!(raw, None, "{words:?}: {text:?}");
        }
    }
}

/// A stranger's words stay words in a page for a wiki.
#[test]
fn markdown_holds_no_html_and_no_link_of_a_stranger() {
    let folder = Folder::new("bad-markdown");
    folder
        .write(".cnref/our-words/_category.toml", "name = '<b>w</b>'\ngroup = 'own'\nsummary = '<i>x</i>'\n");
    folder.write(
        ".cnref/our-words/gantry.toml",
        "name = 'Gantry<br>'\nsummary = '<img src=x onerror=alert(1)> [click](javascript:alert(1))'\n\
         description = '# <h1> and `<code>` and [Helm](helm)'\n\
         [links]\ndocs = 'https://x/> <script>'\n\
         [[watch]]\ntext = '**<u>**'\nas-of = 2026-01-01\nsource = 'https://x/> <script>'\n\
         [[examples]]\ntitle = '<t>'\nlanguage = \"sh\\n<script>\"\ntext = \"a\\n```\\n<script>\"\n",
    );
    let ask = |words: &[&str]| {
        cnref(words).args(&["-o", "markdown"]).stdin("Gantry<br>\n").current_dir(&folder.path).answer()
    };
    let expected = r"# Gantry\<br>

\<img src=x onerror=alert(1)> \[click\](javascript:alert(1))

- Category: \<b>w\</b>, concept
- Layer: project: .cnref/our-words/gantry.toml
- Watch: \*\*\<u>\*\* (2026-01-01, <https://x/%3E%20%3Cscript%3E>)
- <https://x/%3E%20%3Cscript%3E>

\# \<h1> and `<code>` and Helm

\<t>:

````shscript
a
```
<script>
````
";
    assert_eq!(ask(&["show", "gantry"]), expected);
    let list = ask(&["list", "--category", "our-words"]);
    assert!(list.ends_with("| Gantry\\<br> | our-words | concept |  |  | \\<img src=x onerror=alert(1)> \\[click\\](javascript:alert(1)) |\n"), "{list}");
    assert_eq!(
        ask(&["gloss", "-"]),
        "## Glossary\n\n- **[Gantry\\<br>](https://x/%3E%20%3Cscript%3E)**: \\<img src=x onerror=alert(1)> \
         \\[click\\](javascript:alert(1))\n"
    );
}
