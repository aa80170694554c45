//! Words of one's own over the built-in ones: replaced, patched, added, and
//! never taken for more than text.

mod common;

use std::path::{Path, PathBuf};

use cnref::entry::Entry;
use cnref::glossary::Glossary;
use cnref::layers::place::{Owner, Place};
use cnref::source::document::document;
use common::{Folder, cnref, expect_file};

const GANTRY: &str = r#"
name = "Gantry"
kind = "project"
aliases = ["the crane"]
acronyms = ["GTY"]
summary = "Our deployment service, which renders Helm charts and opens pull requests."
why = "Nobody writes a pipeline twice."
description = "Reads `gantry.yaml` and renders it with [Helm](helm)."
[relations]
built-on = ["helm", "kubernetes"]
works-with = ["istio"]
[compare]
approach = "templates"
[identify]
images = ["registry.example.com/gantry"]
[checked]
on = 2026-11-01
sources = ["https://wiki.example.com/gantry"]
"#;

const HELM_PATCH: &str = r#"
tags = ["charts", "approved"]
[links]
repo = "https://git.example.com/platform/charts"
[team]
owner = "platform"
contact = "platform-help"
note = "We use it for everything that others package."
[remove]
aliases = ["helm v3", "helm v4"]
"#;

/// A project with an entry, a patch and a category of its own.
fn project(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write(
        ".cnref/our-tools/_category.toml",
        "name = 'our tool'\ngroup = 'delivery'\nsummary = 'What we made.'\n",
    );
    folder.write(".cnref/our-tools/gantry.toml", GANTRY);
    folder.write(".cnref/packaging-config/helm.patch.toml", HELM_PATCH);
    folder.write("deep/down/here/.keep", "");
    folder
}

#[test]
fn every_entry_is_what_its_document_says() {
    for entry in Glossary::builtin().entries() {
        let read: Entry = document(entry).try_into().expect("the document is an entry");
        let whole = Entry { id: entry.id.clone(), category: entry.category.clone(), ..read };
        assert_eq!(*entry, whole, "{}", entry.id);
    }
}

#[test]
fn pages_of_own_and_patched_entries() {
    let project = project("layer-pages");
    expect_file("layers/gantry.txt", &cnref(&["gantry"]).current_dir(&project.path).answer());
    expect_file("layers/helm.txt", &cnref(&["helm"]).current_dir(&project.path).answer());
    let below =
        cnref(&["the", "crane", "--short"]).current_dir(&project.path.join("deep/down/here")).answer();
    assert!(below.starts_with("Gantry"), "{below}");
}

#[test]
fn every_command_sees_them() {
    let project = project("layer-commands");
    let ask = |words: &[&str]| cnref(words).current_dir(&project.path).answer();
    assert_eq!(ask(&["list", "--category", "our-tools", "-o", "name"]), "gantry\n");
    assert!(ask(&["list", "--tag", "approved"]).contains("helm"));
    assert!(ask(&["categories"]).contains("our-tools"));
    assert!(ask(&["compare", "gantry", "helm", "--quiet"]).contains("Gantry"));
    project.write("pod.yaml", "image: registry.example.com/gantry:1.0\n");
    project.write("notes.md", "We deploy with Gantry on Fridays.\n");
    assert!(ask(&["search", "deployment", "pull requests", "--limit", "30"]).contains("gantry"));
    assert!(ask(&["identify", "."]).contains("gantry"));
    assert!(ask(&["gloss", "notes.md"]).contains("Gantry"));
    assert!(ask(&["graph", "gantry"]).contains("built on helm"));
    assert!(ask(&["related", "helm"]).contains("gantry"));
    assert!(ask(&["__complete", "bash", "--", "gan"]).contains("gantry"));
    assert!(ask(&["istio", "--full"]).contains("Gantry"), "a page in full knows who names it");
    assert!(!ask(&["istio"]).contains("Gantry"), "a page does not read whole layers");
    let json = ask(&["show", "helm", "-o", "json"]);
    assert!(json.contains("\"change\": \"patches\"") && json.contains("\"owner\": \"platform\""), "{json}");
}

#[test]
fn a_project_is_left_out_when_asked() {
    let project = project("layer-left-out");
    assert_eq!(cnref(&["gantry", "--no-project"]).current_dir(&project.path).run().status, 1);
    let plain = cnref(&["helm", "--no-project"]).current_dir(&project.path).answer();
    assert_eq!(plain, cnref(&["helm"]).answer());
    project.write("config/cnref/config.toml", "project = false\n");
    let home = project.path.join("config");
    let set =
        cnref(&["helm"]).current_dir(&project.path).env("XDG_CONFIG_HOME", home.to_str().expect("UTF-8"));
    assert_eq!(set.answer(), plain);
}

#[test]
fn a_public_name_is_never_redefined_unnoticed() {
    let project = project("layer-redefined");
    project.write(".cnref/packaging-config/helm.toml", "name = 'Helm'\nsummary = 'Not what you think.'\n");
    let output = cnref(&["helm", "--width", "200"]).current_dir(&project.path).run();
    assert!(
        output.stdout.contains(".cnref/packaging-config/helm.toml, in place of the entry below it"),
        "{}",
        output.stdout
    );
    assert!(output.stderr.contains("`helm` is explained by this project"), "{}", output.stderr);
    let hint =
        |words: &[&str]| cnref(words).args(&["--width", "200"]).current_dir(&project.path).run().stderr;
    std::fs::remove_file(project.path.join(".cnref/packaging-config/helm.toml")).expect("it is there");
    let told = "cnref: `helm` is explained by this project's .cnref/packaging-config/helm.patch.toml; --no-project\n  \
                shows the public page\n";
    for words in [&["helm", "--short"][..], &["compare", "helm", "kustomize"], &["open", "helm", "--print"]] {
        assert_eq!(hint(words), told, "{words:?}");
    }
    assert_eq!(hint(&["helm"]), "", "the page names the file");
    project.write(".cnref/packaging-config/helm.patch.toml", "tags = ['approved']\n");
    assert_eq!(hint(&["helm", "--short"]), "", "what it is stays what it is");
    // A name that others have already leads to all, the public one first.
    project.write(
        ".cnref/our-tools/usurper.toml",
        "name = 'k8s'\naliases = ['helm', 'argo cd']\nsummary = 'x'\n",
    );
    let names = |word: &str| cnref(&["show", word, "-o", "name"]).current_dir(&project.path).run().stdout;
    assert_eq!(names("k8s"), "kubernetes\nusurper\n");
    assert_eq!(names("helm"), "helm\n");
    assert_eq!(names("argo-cd"), "argo-cd\n");
}

#[test]
fn a_higher_layer_stands_above_a_lower_one() {
    let folder = Folder::new("layer-order");
    for (place, summary) in [
        ("system/cnref/glossary", "system"),
        ("user/cnref/glossary", "user"),
        ("path", "path"),
        (".cnref", "project"),
    ] {
        folder.write(
            &format!("{place}/packaging-config/helm.patch.toml"),
            &format!("summary = '{summary}'\ntags = ['{summary}']\n"),
        );
    }
    let at = |name: &str| folder.path.join(name).to_str().expect("UTF-8").to_owned();
    let all = || {
        cnref(&["list", "--tag", "system", "-o", "json"])
            .env("XDG_CONFIG_DIRS", &at("system"))
            .env("XDG_CONFIG_HOME", &at("user"))
            .env("CNREF_PATH", &at("path"))
            .current_dir(&folder.path)
    };
    let list = all().answer();
    assert!(list.contains("\"summary\": \"project\"") && list.contains("\"layer\": \"project\""), "{list}");
    let without = all().args(&["--no-project"]).answer();
    assert!(without.contains("\"summary\": \"path\""), "{without}");
    let relative = cnref(&["helm", "--short"]).env("XDG_CONFIG_HOME", "user").current_dir(&folder.path);
    assert!(
        relative.args(&["--no-project"]).answer().contains("Package manager"),
        "relative values are ignored"
    );
}

#[test]
fn a_wrong_file_is_said_and_the_answer_still_comes() {
    let project = project("layer-wrong");
    project.write(".cnref/our-tools/broken.toml", "name = \"x\"\nsumary = 'y'\n");
    let output = cnref(&["list", "--category", "our-tools", "-o", "name"]).current_dir(&project.path).run();
    assert_eq!((output.status, output.stdout.as_str()), (2, "gantry\n"));
    assert!(output.stderr.contains("our-tools/broken.toml:2:1: error: "), "{}", output.stderr);
    assert_eq!(cnref(&["gantry"]).current_dir(&project.path).run().status, 0, "it was not opened");
    let completion = cnref(&["__complete", "bash", "--", "gan"]).current_dir(&project.path).run();
    assert_eq!((completion.status, completion.stderr.as_str()), (0, ""));
}

#[test]
fn the_layers_are_told() {
    let project = project("layer-told");
    project.write(".cnref/our-tools/_category.patch.toml", "summary = 'x'\n");
    project.write(".cnref/nothing/lost.patch.toml", "summary = 'x'\n");
    let output = cnref(&["layers"]).current_dir(&project.path).run();
    assert_eq!(output.status, 2);
    assert!(
        output
            .stdout
            .contains("project  .cnref\n         1 entry, 2 patches, 1 category; .cnref found upwards\n"),
        "{}",
        output.stdout
    );
    assert!(output.stdout.contains("there is no such entry in the layers below"), "{}", output.stdout);
    let names = cnref(&["layers", "-o", "name", "--no-project"]).current_dir(&project.path).answer();
    assert_eq!(names, "builtin\n");
}

#[test]
fn settings_are_read_and_wrong_ones_told() {
    let folder = Folder::new("settings");
    folder.write(
        "cnref/config.toml",
        "outptu = 'json'\noutput = 'name'\ncolor = 'blue'\n[theme]\nname = 'magenta'\n",
    );
    let set = |words: &[&str]| {
        cnref(words)
            .env("XDG_CONFIG_HOME", folder.path.to_str().expect("UTF-8"))
            .current_dir(&folder.path)
            .run()
    };
    let output = set(&["helm"]);
    assert_eq!((output.status, output.stdout.as_str()), (2, "helm\n"));
    assert!(
        output
            .stderr
            .contains("config.toml:1:1: warning: there is no setting `outptu`: did you mean output?"),
        "{}",
        output.stderr
    );
    assert!(output.stderr.contains("config.toml:3:1: error: `color` has a value that it cannot have: write one of auto, always, never"), "{}", output.stderr);
    folder.write("cnref/config.toml", "output = 'name'\n[theme]\ntitle = 'magenta'\n");
    assert!(set(&["helm", "-o", "text", "--color", "always"]).stdout.starts_with("\u{1b}[35mHelm"));
    expect_file("layers/config.txt", &set(&["config", "-o", "csv"]).stdout);
    folder.write("cnref/config.toml", "output = 'dot'\n[theme]\nnam = 'red'\ntitle = 'magenta'\n");
    let output = set(&["helm", "--color", "always"]);
    assert!(output.stdout.starts_with("\u{1b}[35mHelm"), "the rest of a theme holds: {output:?}");
    for said in [
        "config.toml:1:1: error: `output` has a value that it cannot have: write one of text, wide, name, json, yaml, csv, markdown",
        "config.toml:3:1: warning: there is no role `nam`: did you mean name?",
    ] {
        assert!(output.stderr.contains(said), "{}", output.stderr);
    }
}

#[test]
fn what_overrules_the_files_is_told() {
    let folder = Folder::new("settings-in-force");
    folder.write("config/cnref/config.toml", "layers = ['words']\nproject = true\n");
    let config = folder.path.join("config");
    let ask = |words: &[&str], variables: &[(&str, &str)]| {
        let command = cnref(&["config", "-o", "csv"]).args(words).current_dir(&folder.path);
        let command = command.env("XDG_CONFIG_HOME", config.to_str().expect("UTF-8"));
        let output =
            variables.iter().fold(command, |command, (name, value)| command.env(name, value)).answer();
        let row = |line: &str| line.split(',').take(3).collect::<Vec<_>>().join(",");
        output.lines().skip(1).map(row).collect::<Vec<_>>()
    };
    assert_eq!(
        ask(&[], &[("PAGER", "more"), ("NO_COLOR", "1")]),
        [
            "ascii,false,",
            "color,\"\"\"never\"\"\",NO_COLOR",
            "layers,\"[\"\"words\"\"]\",config/cnref/config.toml",
            "output,\"\"\"csv\"\"\",--output",
            "pager,\"\"\"more\"\"\",PAGER",
            "project,true,config/cnref/config.toml",
            "theme,{},",
        ]
    );
    let given = ["--no-project", "--ascii", "--no-pager", "--color", "always"];
    let rows = ask(&given, &[("CNREF_PAGER", "most"), ("NO_COLOR", "1"), ("CNREF_PATH", "more")]);
    assert_eq!(rows[0], "ascii,true,--ascii");
    assert_eq!(rows[1], "color,\"\"\"always\"\"\",--color");
    assert!(rows[2].starts_with("layers,\"[\"\"words\"\""), "{}", rows[2]);
    assert_eq!(rows[4], "pager,\"\"\"\"\"\",--no-pager");
    assert_eq!(rows[5], "project,false,--no-project");
    let rows = ask(&[], &[("CNREF_PAGER", "most"), ("PAGER", "more")]);
    assert_eq!(rows[4], "pager,\"\"\"most\"\"\",CNREF_PAGER");
}

/// Files that are no text of an entry, each of which is told and passed over.
#[test]
fn whatever_lies_in_a_layer_the_rest_goes_on() {
    let project = project("layer-hostile");
    let at = |name: &str| project.path.join(".cnref/our-tools").join(name);
    std::fs::write(at("huge.toml"), vec![b'#'; 2 << 20]).expect("it can be written");
    std::fs::write(at("binary.toml"), [0xff, 0xfe, 0, 1, 2]).expect("it can be written");
    std::fs::create_dir(at("folder.toml")).expect("it can be made");
    std::os::unix::fs::symlink("loop.toml", at("loop.toml")).expect("it can be made");
    std::os::unix::fs::symlink("/nowhere/at/all", at("dangling.toml")).expect("it can be made");
    std::fs::write(at("Bad Name.toml"), "name = 'x'").expect("it can be written");
    let pipe = std::process::Command::new("mkfifo").arg(at("pipe.toml")).status().expect("mkfifo runs");
    assert!(pipe.success());
    project.write(
        ".cnref/our-tools/windows.toml",
        "\u{feff}name = \"Windows\"\r\nsummary = \"\"\"\r\nTwo\r\nlines\"\"\"\r\n",
    );
    let output = cnref(&["list", "--category", "our-tools", "-o", "name"]).current_dir(&project.path).run();
    assert_eq!((output.status, output.stdout.as_str()), (2, "gantry\nwindows\n"));
    for said in [
        "huge.toml:1:1: error: the file is larger than 1024 KiB",
        "binary.toml:1:1: error: the file is not UTF-8",
        "folder.toml:1:1: error: this is a folder",
        "loop.toml:1:1: error: the file cannot be read: Too many levels of symbolic links",
        "dangling.toml:1:1: error: the file cannot be read: No such file",
        "pipe.toml:1:1: error: this is no ordinary file",
        "Bad Name.toml:1:1: error: the name of a file is an id",
    ] {
        assert!(output.stderr.contains(said), "{said}\n{}", output.stderr);
    }
    for (id, status) in [("huge", 2), ("loop", 2), ("pipe", 2), ("folder", 2), ("windows", 0)] {
        assert_eq!(cnref(&[id]).current_dir(&project.path).run().status, status, "{id}");
    }
}

#[test]
fn a_layer_never_drives_the_terminal() {
    let project = project("layer-escapes");
    project.write(
        ".cnref/our-tools/evil.toml",
        "name = \"E\\u001b]8;;http://evil\\u0007vil\"\nsummary = \"\\u001b[31mred \\u202Ereversed\"\ntags = [\"\\u009b2J\"]\n\
         aliases = [\"\\u001bc\"]\n[links]\nhome = \"javascript:alert(1)\"\ndocs = \"\\u001b]8;;x\"\n",
    );
    for form in ["text", "wide", "name", "json", "yaml", "csv", "markdown"] {
        for words in [&["evil"][..], &["evil", "--full"], &["list", "--category", "our-tools"], &["layers"]] {
            let output =
                cnref(words).args(&["-o", form, "--color", "never"]).current_dir(&project.path).run();
            for text in [&output.stdout, &output.stderr] {
                let is_raw = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
                assert!(!text.contains(is_raw), "{words:?} {form}: {text:?}");
                assert!(!text.contains("javascript:"), "{words:?} {form}: {text}");
            }
        }
    }
}

#[test]
fn a_lookup_by_id_opens_only_its_own_files() {
    let project = project("layer-lazy");
    let place = |folder: &Path| Place {
        owner: Owner::User,
        folder: PathBuf::from(folder),
        why: String::new(),
        is_left_out: false,
    };
    project.write(".cnref/our-tools/broken.toml", "=");
    let glossary = Glossary::layered(&[place(&project.path.join(".cnref"))]);
    assert_eq!(glossary.get("gantry").map(|entry| &*entry.name), Some("Gantry"));
    assert_eq!(glossary.called("Gantry").len(), 1);
    assert_eq!(glossary.findings(), [], "nothing else was opened");
    assert!(glossary.entries().count() > 100);
    assert_eq!(glossary.findings().len(), 1);
}
