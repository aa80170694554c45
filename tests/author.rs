//! Writing entries: new ones, patches, drafts and copies, none of which
//! overwrites what is there.

mod common;

use std::os::unix::fs::PermissionsExt;

use common::{Folder, Output, cnref, expect_file};

/// A project with an empty layer.
fn project(name: &str) -> Folder {
    let folder = Folder::new(name);
    std::fs::create_dir(folder.path.join(".cnref")).expect("the folder can be made");
    folder
}

fn run(folder: &Folder, words: &[&str]) -> Output {
    cnref(words).env("CNREF_TODAY", "2026-11-21").current_dir(&folder.path).run()
}

fn read(folder: &Folder, name: &str) -> String {
    std::fs::read_to_string(folder.path.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn a_new_entry_is_valid_and_asks_the_questions_of_its_category() {
    let folder = project("author-new");
    let output = run(&folder, &["new", "Our", "Mesh", "--category", "service-mesh"]);
    assert_eq!((output.status, output.stdout.as_str()), (0, ".cnref/service-mesh/our-mesh.toml\n"));
    expect_file("author/new.toml", &read(&folder, ".cnref/service-mesh/our-mesh.toml"));
    assert_eq!(run(&folder, &["new", "Payment Gateway", "-q"]).stderr, "");
    let check = || run(&folder, &["check"]).stdout;
    let only_drafts = || {
        check().lines().all(|line| {
            !line.contains(": error: ") && (!line.contains(": warning: ") || line.ends_with("[draft]"))
        })
    };
    assert!(check().ends_with("3 files: 0 errors, 8 warnings\n") && only_drafts(), "{}", check());
    assert_eq!(run(&folder, &["our", "mesh", "-o", "name"]).stdout, "our-mesh\n");
    let again = run(&folder, &["new", "our-mesh"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("leads to the entry `our-mesh` already"), "{}", again.stderr);
    assert_eq!(run(&folder, &["new", "k8s"]).status, 2, "what there is is edited");
    assert_eq!(run(&folder, &["new", "\u{1b}[31m"]).status, 2);
    assert_eq!(run(&folder, &["new", "x", "--category", "servce-mesh"]).status, 2);
    for kind in ["product", "standard", "object", "component"] {
        assert_eq!(run(&folder, &["new", &format!("a {kind} of ours"), "--kind", kind]).status, 0, "{kind}");
    }
    assert!(only_drafts(), "{}", check());
}

#[test]
fn where_a_new_entry_goes() {
    let folder = Folder::new("author-where");
    let home = folder.path.join("home");
    let at = |words: &[&str]| {
        cnref(words).env("HOME", home.to_str().expect("UTF-8")).current_dir(&folder.path).run()
    };
    assert_eq!(at(&["new", "one"]).stdout, "home/.config/cnref/glossary/our-words/one.toml\n");
    assert_eq!(at(&["new", "two", "--layer", "team"]).stdout, "team/our-words/two.toml\n");
    assert_eq!(at(&["new", "three", "--layer", "project"]).stdout, ".cnref/our-words/three.toml\n");
    assert_eq!(at(&["new", "four"]).stdout, ".cnref/our-words/four.toml\n", "there is a project now");
    assert_eq!(
        at(&["new", "five", "--layer", "user"]).stdout,
        "home/.config/cnref/glossary/our-words/five.toml\n"
    );
    let mode = std::fs::metadata(folder.path.join("team/our-words/two.toml"))
        .expect("it is there")
        .permissions()
        .mode();
    assert_eq!(mode & 0o600, 0o600);
}

#[test]
fn a_new_entry_brings_its_category_along() {
    let folder = project("author-category");
    let config = folder.path.join("config");
    let new = |words: &[&str]| {
        cnref(words).env("XDG_CONFIG_HOME", config.to_str().expect("UTF-8")).current_dir(&folder.path).run()
    };
    let own = "name = \"own tool\"\ngroup = \"own\"\nsummary = \"What we made.\"\n";
    folder.write("config/cnref/glossary/own-tools/_category.toml", own);
    assert_eq!(new(&["new", "winch", "-c", "own-tools"]).status, 0);
    assert_eq!(read(&folder, ".cnref/own-tools/_category.toml"), own, "colleagues have not the user's layer");
    assert_eq!(new(&["new", "hoist", "-c", "service-mesh"]).status, 0);
    assert!(!folder.path.join(".cnref/service-mesh/_category.toml").exists(), "everybody has that");
    let group = new(&["new", "davit", "-c", "delivery"]);
    assert!(group.stderr.starts_with("cnref: `delivery` is a group of "), "{}", group.stderr);
    folder.write("notes.md", "**Davit** - lifts\n");
    assert_eq!(new(&["import", "notes.md", "-c", "delivery"]).stderr, group.stderr);
}

#[test]
fn what_cannot_be_looked_up_is_not_begun() {
    let folder = project("author-names");
    assert_eq!(
        run(&folder, &["new", "List"]).stderr,
        "cnref: `List` is a command of cnref\n  name it otherwise, with letters and digits, such as: cnref new \"Argo CD\"\n"
    );
    assert_eq!(run(&folder, &["new", "\u{dc}n\u{ef}t"]).stdout, ".cnref/our-words/unit.toml\n");
    folder.write("notes.md", "**list** - what there is\n**\u{41d}\u{435}\u{442}** - no\n");
    assert_eq!(
        run(&folder, &["import", "notes.md", "-o", "csv"]).stdout,
        "line,term,id,file,reason\n1,list,,,it is a command of cnref\n\
         2,\u{41d}\u{435}\u{442},,,it has letters that the name of a file cannot have\n"
    );
}

/// A project with a program that takes the place of an editor: it writes `$TEXT`.
fn project_with_editor(name: &str) -> (Folder, String) {
    let folder = project(name);
    folder.write("editor", "#!/bin/sh\nprintf '%s' \"$TEXT\" >\"$1\"\n");
    let editor = folder.path.join("editor");
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).expect("it can be run");
    let editor = editor.to_str().expect("UTF-8").to_owned();
    (folder, editor)
}

#[test]
fn an_edit_begins_a_patch_and_is_checked() {
    let (folder, editor) = project_with_editor("author-edit");
    let edit = |text: &str, word: &str| {
        cnref(&["edit", word])
            .env("EDITOR", &editor)
            .env("TEXT", text)
            .env("CNREF_TODAY", "2026-11-21")
            .current_dir(&folder.path)
            .run()
    };
    assert_eq!(edit("", "no-such-thing").status, 1);
    let output = edit("tags = ['approved']\n", "helm");
    assert_eq!(
        (output.status, output.stdout.as_str()),
        (0, ".cnref/packaging-config/helm.patch.toml\n"),
        "{output:?}"
    );
    assert!(run(&folder, &["helm", "--full"]).stdout.contains("approved"));
    let wrong = edit("tagz = ['approved']\n", "helm");
    assert_eq!(wrong.status, 1, "{wrong:?}");
    assert!(
        wrong
            .stdout
            .contains("helm.patch.toml:1:1: error: there is no key `tagz` here: did you mean `tags`?"),
        "{wrong:?}"
    );
    let mended = edit("tags = ['approved']\n", "helm");
    assert_eq!(
        (mended.status, mended.stdout.as_str(), mended.stderr.as_str()),
        (0, ".cnref/packaging-config/helm.patch.toml\n", "")
    );
    // An entry of one's own that cannot be read is opened all the same.
    folder.write(".cnref/our-words/_category.toml", "name = 'w'\ngroup = 'own'\nsummary = 'x'\n");
    folder.write(".cnref/our-words/winch.toml", "name = \n");
    assert!(edit("name = 'Winch'\n", "Winch").stdout.starts_with(".cnref/our-words/winch.toml:1:1: error:"));
}

#[test]
fn an_edit_that_comes_to_nothing_leaves_nothing() {
    let folder = project("author-edit-nothing");
    let edit = |editor: &str| {
        let output = cnref(&["edit", "istio"])
            .env("VISUAL", editor)
            .env("PATH", "/bin:/usr/bin")
            .current_dir(&folder.path)
            .run();
        assert!(!folder.path.join(".cnref/service-mesh").exists(), "{editor}");
        (output.status, output.stderr)
    };
    assert_eq!(edit("true"), (1, "cnref: nothing was changed, and so nothing was kept\n".to_owned()));
    let failed = "cnref: the editor `false` failed: exit status: 1\n  VISUAL or EDITOR names another one\n";
    assert_eq!(edit("false"), (2, failed.to_owned()));
    let missing =
        "cnref: the editor `/no/such/editor` could not be started: No such file or\n    directory\n";
    assert_eq!(edit("/no/such/editor"), (2, missing.to_owned()));
    let unset = "cnref: neither VISUAL nor EDITOR names an editor\n  set one, or write .cnref/service-mesh/istio.patch.toml yourself\n";
    assert_eq!(edit(""), (2, unset.to_owned()));
}

#[test]
fn an_edit_needs_one_entry_below() {
    let (folder, editor) = project_with_editor("author-edit-below");
    folder.write(".cnref/our-words/_category.toml", "name = 'w'\ngroup = 'own'\nsummary = 'x'\n");
    folder.write(".cnref/our-words/treadwheel.toml", "name = 'Treadwheel'\nsummary = 'x'\n");
    let edit = |words: &[&str]| {
        let home = folder.path.join("home");
        cnref(&["edit"])
            .args(words)
            .env("EDITOR", &editor)
            .env("HOME", home.to_str().expect("UTF-8"))
            .env("TEXT", "tags = ['x']\n")
            .current_dir(&folder.path)
            .run()
    };
    let output = edit(&["treadwheel", "--layer", "user"]);
    assert_eq!(output.status, 2);
    assert_eq!(
        output.stderr,
        "cnref: there is no entry `treadwheel` below home/.config/cnref/glossary, so that\n    \
         nothing could be changed there\n  it stands in .cnref/our-words/treadwheel.toml: \
         --layer names the layer of a\n    file\n"
    );
    assert!(!folder.path.join("home").exists());
    assert_eq!(
        edit(&["helm", "--layer", "user"]).stdout,
        "home/.config/cnref/glossary/packaging-config/helm.patch.toml\n"
    );
    for word in ["cd", "opa"] {
        let output = edit(&[word]);
        assert_eq!((output.status, output.stdout.as_str()), (1, ""), "{word}");
        assert_eq!(output.stderr, cnref(&[word]).current_dir(&folder.path).run().stdout, "{word}");
    }
}

const NOTES: &str = r#"# Notes from the conference

## Gateway talks

- **Kuadrantish** - policies for gateways, attached to routes and enforced at the edge.
- **Cilium**: we know that one
- **Wasmclouder** – runs Wasm. Ask Jo.
- they also said **Blixt Layer** would replace kube-proxy some day

**Hypernetes Zero**: VMs as pods. **Kataish** came up, too.

Gammatron
: Mesh part of an API.

| Term | What it is |
| --- | --- |
| FOOBAR | a thing "quoted" \ with `code` |
| Kuadrantish | once more |

## Crossbow

Fires charts at clusters.

This is **really a very important thing to remember** and **wow!**
"#;

#[test]
fn notes_become_drafts() {
    let folder = project("author-import");
    folder.write("notes.md", NOTES);
    let output = run(&folder, &["import", "notes.md"]);
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    expect_file("author/import.txt", &output.stdout);
    expect_file("author/foobar.toml", &read(&folder, ".cnref/our-words/foobar.toml"));
    assert_eq!(run(&folder, &["check"]).stdout, "9 files: 0 errors, 0 warnings\n");
    let before = read(&folder, ".cnref/our-words/crossbow.toml");
    let again = run(&folder, &["import", "notes.md", "-o", "name"]);
    assert_eq!((again.status, again.stdout.as_str()), (0, ""), "nothing is made twice");
    assert_eq!(read(&folder, ".cnref/our-words/crossbow.toml"), before);
    folder.write("words.csv", "term,definition\nPortcullis,\"Our gate, with a moat\"\n");
    assert_eq!(run(&folder, &["import", "words.csv", "-o", "name"]).stdout, "portcullis\n");
    let piped =
        cnref(&["import", "-", "-o", "name"]).current_dir(&folder.path).stdin("**Drawbridge** - lifts\n");
    assert_eq!(piped.run().stdout, "drawbridge\n");
    assert!(
        read(&folder, ".cnref/our-words/drawbridge.toml")
            .starts_with("# Drafted from standard input, line 1: ")
    );
    folder.write("long.md", &format!("**Parapet** - a wall\n\n{}", "more words\n".repeat(200_000)));
    assert_eq!(run(&folder, &["import", "long.md", "-o", "name"]).stdout, "parapet\n");
    folder.write("empty.md", "nothing here\n");
    assert_eq!(run(&folder, &["import", "empty.md"]).status, 2);
    assert_eq!(run(&folder, &["import", "no-such.md"]).status, 2);
}

#[test]
fn a_note_cannot_break_out_of_its_draft() {
    let folder = project("author-hostile");
    folder.write("notes.md", "**../../etc/passwd** - x\n\n**Qq\"\nRr** - \"\"\" ''' \\u001b \u{1b}[31m \u{202e}\n\n**\u{1b}]0;t\u{7}** - y\n");
    let output = run(&folder, &["import", "notes.md", "--color", "never"]);
    assert!(!output.stdout.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{output:?}");
    let mut files: Vec<_> = std::fs::read_dir(folder.path.join(".cnref/our-words"))
        .expect("drafts")
        .map(|item| item.expect("an item").file_name().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(files, ["0-t.toml", "_category.toml", "etc-passwd.toml", "qq-rr.toml"]);
    assert_eq!(
        run(&folder, &["check"]).stdout,
        "4 files: 0 errors, 0 warnings
"
    );
}

#[test]
fn a_copy_says_what_the_glossary_says() {
    let folder = Folder::new("author-export");
    let output = run(&folder, &["export", "copy"]);
    assert_eq!((output.status, output.stderr.as_str()), (0, ""));
    let copy = cnref::source::read(&folder.path.join("copy"));
    let glossary = cnref::glossary::Glossary::builtin();
    assert!(copy.findings.is_empty());
    assert!(copy.entries.iter().map(|parsed| &parsed.value).eq(glossary.entries()));
    assert!(copy.categories.iter().map(|parsed| &parsed.value).eq(glossary.categories()));
    assert_eq!(copy.groups(), glossary.groups());

    let part = run(&folder, &["export", "part", "--category", "service-mesh", "-o", "name"]);
    assert!(part.stdout.lines().any(|id| id == "istio") && !part.stdout.contains("helm\n"));
    folder.write("part/service-mesh/istio.toml", "name = 'mine'\n");
    let refused = run(&folder, &["export", "part", "--category", "service-mesh"]);
    assert_eq!(refused.status, 2);
    assert!(refused.stderr.contains("--force replaces them; nothing was written"), "{}", refused.stderr);
    assert_eq!(read(&folder, "part/service-mesh/istio.toml"), "name = 'mine'\n");
    assert_eq!(run(&folder, &["export", "part", "--category", "service-mesh", "--force"]).status, 0);
    assert!(read(&folder, "part/service-mesh/istio.toml").starts_with("name = \"Istio\"\n"));
}

#[test]
fn a_write_that_fails_leaves_the_old_file_whole() {
    let folder = Folder::new("author-interrupted");
    folder.write("part/service-mesh/istio.toml", "old\n");
    // The room for files ends before the first is whole.
    let script = format!(
        "ulimit -f 0; trap '' XFSZ; {} export part --category service-mesh --force",
        env!("CARGO_BIN_EXE_cnref")
    );
    let output = std::process::Command::new("bash")
        .args(["-c", &script])
        .current_dir(&folder.path)
        .output()
        .expect("bash starts");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert_eq!(read(&folder, "part/service-mesh/istio.toml"), "old\n");
    let left = std::fs::read_dir(folder.path.join("part/service-mesh")).expect("the folder").count();
    assert_eq!(left, 1, "no piece of a file is left");
}

#[test]
fn the_schema_is_printed() {
    for (what, title) in [
        ("entry", "An entry of cnref"),
        ("patch", "A patch of an entry of cnref"),
        ("category", "A category of cnref"),
    ] {
        let schema: serde_json::Value =
            serde_json::from_str(&cnref(&["schema", what]).answer()).expect("JSON");
        assert_eq!(schema["title"], title);
        assert_eq!(schema["additionalProperties"], false);
    }
}
