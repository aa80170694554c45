//! Every piece of evidence in the glossary gives its entry away, and nobody else's.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use cnref::entry::{ApiGroup, Entry};
use cnref::glossary::Glossary;
use cnref::identify::{Limits, Strength, Subject, identify};
use cnref::relation::Relation;

/// One piece of evidence, and a file in which it stands.
struct Case {
    id: String,
    says: String,
    file: String,
    text: String,
}

/// Everything that `entry` says of itself, each in a file as people write it.
fn cases(entry: &Entry) -> Vec<Case> {
    let evidence = &entry.identify;
    let mut cases = Vec::new();
    let mut add = |says: String, file: &str, text: String| {
        cases.push(Case { id: entry.id.to_string(), says, file: file.to_owned(), text });
    };
    for group in evidence.api_groups.iter() {
        let (group, kinds) = match group {
            ApiGroup::Whole(group) => (&**group, vec!["Thing"]),
            ApiGroup::Kinds(some) => (&*some.group, some.kinds.iter().map(|kind| &**kind).collect()),
        };
        let version =
            if group == "core" { "v1".to_owned() } else { format!("{}/v1", group.replace('*', "x")) };
        for kind in kinds {
            add(
                format!("group {group} {kind}"),
                "object.yaml",
                format!("apiVersion: {version}\nkind: {kind}\n"),
            );
        }
    }
    for image in evidence.images.iter() {
        add(format!("image {image}"), "pod.yaml", format!("containers:\n  - image: {image}:v1\n"));
    }
    for file in evidence.files.iter() {
        let name = file.name();
        let made = name.replace('*', "x");
        if file.having().is_empty() {
            add(format!("file {name}"), &made, String::new());
        }
        for line in file.having() {
            add(format!("file {name} having {line}"), &made, format!("{line}\n"));
        }
    }
    for command in evidence.commands.iter() {
        let words = evidence.subcommands.first().map_or("--help", |word| word);
        let text = if command.contains(' ') { command.to_string() } else { format!("{command} {words}") };
        add(format!("command {command}"), "run.sh", format!("{text}\n"));
    }
    for chart in evidence.charts.iter() {
        add(format!("chart {chart}"), "release.yaml", format!("spec:\n  chart: {chart}\n"));
    }
    for annotation in evidence.annotations.iter() {
        let key = match annotation.strip_prefix("*.") {
            Some(rest) => format!("x.{rest}").replace('*', "y"),
            None => annotation.replace('*', "y"),
        };
        add(format!("annotation {annotation}"), "meta.yaml", format!("annotations:\n  {key}: \"on\"\n"));
    }
    for action in evidence.actions.iter() {
        let action = action.replace('*', "x");
        add(format!("action {action}"), "job.yaml", format!("steps:\n  - uses: {action}@v1\n"));
    }
    for address in evidence.terraform.iter() {
        let text = if address.contains('/') {
            format!("module \"x\" {{\n  source = \"{address}\"\n}}\n")
        } else {
            format!("resource \"{}\" \"x\" {{\n}}\n", address.replace('*', "x"))
        };
        add(format!("terraform {address}"), "main.tf", text);
    }
    for package in evidence.packages.iter() {
        let (registry, name) = package.split_once(':').expect("a package names its registry");
        let (file, text) = match registry {
            "go" => ("go.mod", format!("module x\n\nrequire {name} v1.0.0\n")),
            "npm" => {
                ("package.json", format!("{{\n  \"dependencies\": {{\n    \"{name}\": \"1\"\n  }}\n}}\n"))
            }
            "pypi" => ("requirements.txt", format!("{name}==1.0\n")),
            "maven" => {
                // A group stands for all that is published in it.
                let (group, artifact) = name.split_once(':').unwrap_or((name, "anything"));
                ("pom.xml", format!("<groupId>{group}</groupId>\n<artifactId>{artifact}</artifactId>\n"))
            }
            "cargo" => ("Cargo.toml", format!("[dependencies]\n{name} = \"1\"\n")),
            "nuget" => ("x.csproj", format!("<PackageReference Include=\"{name}\" Version=\"1.0\" />\n")),
            "gem" => ("Gemfile", format!("gem \"{name}\"\n")),
            "composer" => {
                ("composer.json", format!("{{\n  \"require\": {{\n    \"{name}\": \"1\"\n  }}\n}}\n"))
            }
            "hex" => ("mix.exs", format!("{{:{name}, \"~> 1.0\"}},\n")),
            "gradle" => ("build.gradle", format!("plugins {{\n  id \"{name}\"\n}}\n")),
            "os" => ("setup.sh", format!("apt-get install -y {name}\n")),
            other => panic!("{}: the registry `{other}` of `{package}` is not read", entry.id),
        };
        add(format!("package {package}"), file, text);
    }
    for source in evidence.sources.iter() {
        let path = if source.starts_with("github.com/") { "/releases/download/v1/x" } else { "" };
        add(format!("source {source}"), "run.sh", format!("curl -L https://{source}{path} -o x\n"));
    }
    for switch in evidence.switches.iter() {
        add(format!("switch {switch}"), "values.yaml", format!("{switch}:\n  enabled: true\n"));
    }
    for marker in evidence.markers.iter() {
        add(format!("marker {marker}"), "settings.conf", format!("{marker}\n"));
    }
    cases
}

#[test]
fn every_piece_of_evidence_gives_its_entry_away() {
    let glossary = Glossary::builtin();
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("evidence");
    let _ = fs::remove_dir_all(&root);
    let mut expected: BTreeMap<String, Case> = BTreeMap::new();
    for (number, case) in glossary.entries().flat_map(cases).enumerate() {
        let folder = format!("{number}");
        let path: PathBuf = root.join(&folder).join(&case.file);
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
        fs::write(path, &case.text).expect("a file can be written");
        expected.insert(folder, case);
    }
    let limits = Limits { confidence: Strength::Low, categories: Vec::new() };
    let inventory = identify(&glossary, &[Subject::Path(root.clone())], &limits);
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for technology in &inventory.technologies {
        for evidence in &technology.evidence {
            let inside = Path::new(&*evidence.file).strip_prefix(&root).expect("it lies below the folder");
            let folder = inside.iter().next().unwrap_or_default().to_string_lossy().into_owned();
            found.entry(folder).or_default().insert(technology.card.id.to_owned());
        }
    }
    let mut wrong = Vec::new();
    for (folder, case) in &expected {
        let ids = found.get(folder).cloned().unwrap_or_default();
        if !ids
            .iter()
            .any(|id| *id == case.id || is_part(&glossary, &case.id, id) || is_part(&glossary, id, &case.id))
        {
            wrong.push(format!("{}: {} gives {ids:?}", case.id, case.says));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether `part` belongs to `whole`, at whatever remove.
fn is_part(glossary: &Glossary, part: &str, whole: &str) -> bool {
    let Some(entry) = glossary.get(part) else { return false };
    entry.relations.part_of.iter().any(|id| id == whole || is_part(glossary, id, whole))
}

#[test]
fn no_piece_of_evidence_has_two_owners() {
    let glossary = Glossary::builtin();
    let mut owners: BTreeMap<String, Vec<&Entry>> = BTreeMap::new();
    for entry in glossary.entries() {
        for case in cases(entry) {
            if !case.says.starts_with("command ") {
                owners.entry(case.says).or_default().push(entry);
            }
        }
    }
    let mut wrong = Vec::new();
    for (says, entries) in owners {
        for (at, one) in entries.iter().enumerate() {
            for other in &entries[at + 1..] {
                if one.id != other.id && !are_near(&glossary, one, other) {
                    wrong.push(format!("{says}: {} and {}", one.id, other.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whether the glossary says how the two belong together: then both may be meant.
fn are_near(glossary: &Glossary, one: &Entry, other: &Entry) -> bool {
    let near = [
        Relation::PartOf,
        Relation::BuiltOn,
        Relation::Implements,
        Relation::WorksWith,
        Relation::ReplacedBy,
    ];
    let names =
        |a: &Entry, b: &Entry| near.iter().any(|relation| a.relations.of(*relation).any(|id| *id == b.id));
    let wholes =
        |entry: &Entry| entry.relations.part_of.iter().map(ToString::to_string).collect::<BTreeSet<_>>();
    names(one, other) || names(other, one) || !wholes(one).is_disjoint(&wholes(other)) || {
        is_part(glossary, &one.id, &other.id) || is_part(glossary, &other.id, &one.id)
    }
}
