//! Findings as a user sees them: one bad example for each rule.

mod common;

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use cnref::check::RULES;
use cnref::check::{Nothing, check};
use cnref::entry::Date;
use cnref::source;
use common::{Folder, cnref, expect_file};

const CATEGORY: &str = "name = 'our tool'\ngroup = 'delivery'\nsummary = 'What we made ourselves.'\n\
                        [[dimensions]]\nid = 'engine'\nname = 'Engine'\nquestion = 'What drives it?'\n\
                        values = ['diesel', 'electric']\n";

/// A layer with the files that `tests/bad/RULE.toml` holds, each behind a line `# file: PATH`.
fn layer(rule: &str) -> Folder {
    // Tests run side by side, each in a folder of its own.
    static MADE: AtomicUsize = AtomicUsize::new(0);
    let folder = Folder::new(&format!("bad-{rule}-{}", MADE.fetch_add(1, Ordering::Relaxed)));
    folder.write("layer/our-tools/_category.toml", CATEGORY);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/bad/{rule}.toml"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for file in text.split("# file: ").skip(1) {
        let (name, text) = file.split_once('\n').expect("a name and a text");
        folder.write(&format!("layer/{name}"), text);
    }
    folder
}

fn run(folder: &Folder, arguments: &[&str]) -> common::Output {
    cnref(&["check", "layer"])
        .args(arguments)
        .env("CNREF_TODAY", "2026-11-21")
        .current_dir(&folder.path)
        .run()
}

#[test]
fn every_rule_has_a_bad_example_that_it_alone_finds() {
    for rule in RULES {
        let folder = layer(rule.name);
        let output = run(&folder, &[]);
        assert_eq!((output.status, output.stderr.as_str()), (1, ""), "{}", rule.name);
        expect_file(&format!("check/{}.txt", rule.name), &output.stdout);
        let json: serde_json::Value =
            serde_json::from_str(&run(&folder, &["-o", "json"]).stdout).expect("the output is JSON");
        let findings = json["findings"].as_array().expect("a list");
        assert!(!findings.is_empty(), "{}", rule.name);
        for finding in findings {
            assert_eq!(finding["rule"], rule.name, "{finding}");
            assert!(finding["line"].as_u64().is_some() && finding["level"].is_string(), "{finding}");
        }
    }
    let files =
        std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")).expect("the folder");
    assert_eq!(files.count(), RULES.len(), "one file for each rule");
}

#[test]
fn the_rules_are_sorted_and_explained() {
    assert!(RULES.windows(2).all(|pair| pair[0].name < pair[1].name));
    expect_file("check/explain.txt", &cnref(&["check", "--explain", "patch"]).answer());
    let all = cnref(&["check", "--explain", "-o", "name"]).answer();
    assert_eq!(all.lines().count(), RULES.len());
    let output = cnref(&["check", "--explain", "alais"]).run();
    assert_eq!(output.status, 2);
    assert!(output.stderr.contains("there is no rule `alais`\n  did you mean alias?"), "{}", output.stderr);
}

#[test]
fn an_excuse_with_a_reason_lets_a_finding_pass() {
    let folder = layer("praise");
    let path = "layer/our-tools/gantry.toml";
    let text = std::fs::read_to_string(folder.path.join(path)).expect("the file");
    folder.write(path, &format!("# excuse praise: the vendor's own words, quoted\n{text}"));
    let output = run(&folder, &[]);
    assert_eq!((output.status, output.stdout.as_str()), (0, "2 files: 0 errors, 0 warnings\n"));
}

#[test]
fn what_makes_a_file_unusable_is_not_excused() {
    let folder = layer("summary");
    folder.write(
        "layer/packaging-config/helm.patch.toml",
        "# excuse unknown-key: as we like it\ntaggs = ['x']\n",
    );
    let output = run(&folder, &["-o", "csv"]).stdout;
    assert!(
        output.contains("helm.patch.toml,1,1,warning,excuse,`unknown-key` cannot be excused\n"),
        "{output}"
    );
    assert!(output.contains("helm.patch.toml,2,1,error,unknown-key,"), "{output}");
}

#[test]
fn a_new_file_is_a_draft_until_it_is_written() {
    let folder = Folder::new("check-draft");
    let run = |words: &[&str]| cnref(words).current_dir(&folder.path).run();
    assert_eq!(run(&["new", "Gantry", "--layer", "layer"]).status, 0);
    let output = run(&["check", "layer", "-o", "csv"]).stdout;
    let places: Vec<&str> =
        output.lines().filter_map(|line| line.strip_prefix("layer/our-words/gantry.toml")).collect();
    assert_eq!(
        places,
        [",9,12", ",11,8", ",14,1", ",42,33"]
            .map(|place| format!("{place},warning,draft,TODO is left: write what belongs here"))
    );
}

#[test]
fn a_layer_with_groups_of_its_own_is_laid_over_the_glossary() {
    let folder = layer("summary");
    folder.write("layer/_groups.toml", "[[groups]]\nid = 'ours'\nname = 'Ours'\nsummary = 'What we made.'\n");
    folder.write("layer/more/_category.toml", "name = 'more'\ngroup = 'ours'\nsummary = 'More of it.'\n");
    folder.write("layer/packaging-config/helm.patch.toml", "tags = ['approved']\n");
    let output = run(&folder, &[]);
    assert!(output.stdout.ends_with("5 files: 0 errors, 1 warning\n"), "{output:?}");
    // A whole glossary stands by itself: nothing in it replaces what is below.
    let copied = cnref(&["export", "copy", "-q"]).current_dir(&folder.path).run();
    assert_eq!(copied.status, 0);
    let copy = cnref(&["check", "copy"]).current_dir(&folder.path).run();
    assert!(!copy.stdout.contains("[redefinition]"), "{}", copy.stdout);
    std::fs::remove_file(folder.path.join("copy/packaging-config/helm.toml")).expect("it can be removed");
    let copy = cnref(&["check", "copy"]).current_dir(&folder.path).run();
    assert!(copy.stdout.contains("there is no entry `helm`"), "{}", copy.stdout);
}

#[test]
fn files_are_checked_in_their_layer() {
    let folder = layer("summary");
    folder.write("layer/our-tools/winch.toml", "name = 'Winch'\n");
    folder.write("layer/helm.patch.toml", "tagz = ['x']\n");
    let check = |words: &[&str]| cnref(&["check"]).args(words).current_dir(&folder.path).run();
    let output = check(&["layer/our-tools/gantry.toml"]);
    assert_eq!(output.status, 1);
    assert!(output.stdout.ends_with("1 file: 0 errors, 1 warning\n"), "{}", output.stdout);
    assert_eq!(check(&["layer/our-tools/_category.toml"]).stdout, "1 file: 0 errors, 0 warnings\n");
    let output = check(&["layer/our-tools/_category.toml", "layer/our-tools/winch.toml", "-o", "name"]);
    assert_eq!((output.status, output.stdout.as_str()), (1, "layer/our-tools/winch.toml\n"));
    // What lies at the top of a layer lies beside the folders of categories.
    assert!(check(&["layer/helm.patch.toml"]).stdout.ends_with("1 file: 1 error, 0 warnings\n"));
    folder.write("empty/notes.md", "");
    for (path, said) in [
        (
            "empty",
            "cnref: there is no file of a glossary in `empty`\n  an entry is a file <category>/<id>.toml\n",
        ),
        (
            "none",
            "cnref: there is no folder or file `none`\n  `cnref layers` shows the folders that are looked at\n",
        ),
        (
            "empty/notes.md",
            "cnref: `empty/notes.md` is no file of a glossary\n  an entry is a file <category>/<id>.toml\n",
        ),
    ] {
        let output = check(&[path]);
        assert_eq!((output.status, output.stderr.as_str()), (2, said), "{path}");
    }
}

#[test]
fn without_folders_the_layers_in_use_are_checked() {
    let folder = layer("summary");
    std::fs::rename(folder.path.join("layer"), folder.path.join(".cnref")).expect("it can be renamed");
    let here = |words: &[&str]| cnref(words).current_dir(&folder.path).run();
    let output = here(&["check"]);
    assert!(
        output.stdout.starts_with(".cnref/our-tools/gantry.toml:3:1: warning: the summary has 7"),
        "{output:?}"
    );
    assert_eq!(here(&["check", "--no-project"]).status, 2);
    assert_eq!(here(&["check", "no/such/folder"]).status, 2);
}

#[test]
fn a_layer_may_rest_on_the_one_before() {
    let folder = layer("summary");
    folder.write("second/our-tools/gantry.patch.toml", "tags = ['crane']\n");
    let output = cnref(&["check", "second"]).current_dir(&folder.path).run();
    assert!(output.stdout.contains("there is no entry `gantry` to patch"), "{output:?}");
    let output = cnref(&["check", "layer", "second"]).current_dir(&folder.path).run();
    assert!(output.stdout.ends_with("3 files: 0 errors, 1 warning\n"), "{output:?}");
}

#[test]
fn the_glossary_obeys_every_rule_that_is_an_error() {
    let source = source::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary"));
    let today = Date { year: 2026, month: 11, day: 30 };
    let findings = check(&source, &Nothing, Some(today));
    let errors: Vec<String> = findings
        .iter()
        .filter(|finding| finding.level == cnref::check::Level::Error)
        .map(ToString::to_string)
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

#[test]
fn what_was_not_looked_at_for_long() {
    let stale =
        |age: &str, today: &str| cnref(&["stale", "--older-than", age]).env("CNREF_TODAY", today).run();
    assert_eq!(stale("0d", "1999-01-01").status, 0, "nothing is older than a day that is past");
    assert_eq!(stale("1y", "2027-01-01").stdout, "0 facts are older than 365 days on 2027-01-01\n");
    let output = stale("1y", "2036-01-01");
    assert_eq!(output.status, 1);
    let days: Vec<&str> = output.stdout.lines().filter(|line| line.starts_with("20")).collect();
    assert!(days.len() > 100 && days.is_sorted_by_key(|line| &line[..10]));
    assert_eq!(stale("soon", "2026-01-01").status, 2);
}

#[test]
fn drift_from_the_landscape() {
    let folder = Folder::new("drift");
    folder.write(
        "landscape.yml",
        r"
landscape:
  - category:
    name: Orchestration
    subcategories:
      - subcategory:
        name: Service Mesh
        items:
          - item:
            name: Istio
            homepage_url: https://istio.example.org
            repo_url: https://github.com/istio/istio
            project: graduated
            extra:
              accepted: '2022-09-30'
              incubating: '2022-09-30'
              graduated: '2023-07-13'
          - item:
            name: Linkerdoo
            homepage_url: https://linkerd.io/
            repo_url: https://github.com/linkerd/linkerd2
            project: incubating
          - item:
            name: Brand New Thing
            project: sandbox
          - item:
            name: NATS
            project: sandbox
          - item:
            name: Not of the foundation
",
    );
    let against = |words: &[&str]| {
        cnref(&["check", "--against", "landscape.yml"]).args(words).current_dir(&folder.path).run()
    };
    let output = against(&["-o", "csv"]);
    assert_eq!((output.status, output.stderr.as_str()), (1, ""));
    let lines: Vec<&str> =
        output.stdout.lines().filter(|line| !line.starts_with("gone,") && !line.contains("nats")).collect();
    assert_eq!(
        lines,
        [
            "kind,id,name,field,ours,theirs",
            "new,,Brand New Thing,maturity,,sandbox",
            "renamed,linkerd,Linkerdoo,name,Linkerd,Linkerdoo",
            "standing,istio,Istio,graduated,2023-07-12,2023-07-13",
            "standing,linkerd,Linkerdoo,accepted,2017-01-23,",
            "standing,linkerd,Linkerdoo,graduated,2021-07-28,",
            "standing,linkerd,Linkerdoo,incubating,2018-04-06,",
            "standing,linkerd,Linkerdoo,maturity,graduated,incubating",
            "link,istio,Istio,home,https://istio.io,https://istio.example.org",
        ]
    );
    assert!(!output.stdout.contains("renamed,nats"), "a name that looks like a plural is a name");
    assert!(output.stdout.contains("gone,helm,Helm,maturity,graduated,"), "{}", output.stdout);
    assert!(against(&[]).stdout.contains("Brand New Thing  sandbox, has no entry"));
    folder.write("landscape.yml", "- nothing\n  of: [that");
    assert_eq!(against(&[]).status, 2);
    assert_eq!(cnref(&["check", "--against", "no-such-file"]).run().status, 2);
}
