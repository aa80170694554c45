//! Reading a text with the glossary beside it, and how entries hang together.

mod common;

use std::process::Command;

use common::{cnref, expect_file};

const NOTES: &str = include_str!("data/gloss/notes.md");
const SHIPS: &str = include_str!("data/gloss/ships.md");

#[test]
fn conference_notes_give_all_their_terms() {
    let names = cnref(&["gloss", "-", "-o", "name"]).stdin(NOTES).answer();
    let expected = "grpc containerd harbor helm prometheus fluentd istio telepresence akka knative skaffold buildpacks \
                    kind kubeflow crictl";
    let found: Vec<&str> = names.lines().collect();
    for id in expected.split_whitespace() {
        assert!(found.contains(&id), "{id}: {found:?}");
    }
    let silly: Vec<&&str> = found.iter().filter(|id| !expected.contains(**id) && **id != "kubecon").collect();
    assert!(silly.is_empty(), "{silly:?}");
    expect_file("gloss/notes.txt", &cnref(&["gloss", "-", "--unknown"]).stdin(NOTES).answer());
    expect_file("gloss/notes.md", &cnref(&["gloss", "-", "-o", "markdown"]).stdin(NOTES).answer());
}

#[test]
fn ships_and_harbours_give_next_to_nothing() {
    let output = cnref(&["gloss", "-", "-o", "name"]).stdin(SHIPS).run();
    assert!(output.stdout.lines().count() <= 1, "{}", output.stdout);
}

#[test]
fn an_unreadable_file_is_said_and_the_rest_answered() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/gloss/notes.md");
    let output = cnref(&["gloss", "/nonexistent.md", path, "-o", "name"]).run();
    assert_eq!(output.status, 2);
    assert!(output.stdout.contains("helm\n"), "{}", output.stdout);
    assert!(
        output.stderr.starts_with("cnref: /nonexistent.md could not be read: No such file"),
        "{}",
        output.stderr
    );
}

#[test]
fn bytes_that_are_no_text_are_read_as_far_as_they_go() {
    let output =
        cnref(&["gloss", "-", "-o", "name"]).stdin(b"\xff Kubernetes \xfe\x1b[31m gRPC".to_vec()).run();
    assert_eq!(output.status, 0, "{}", output.stderr);
    assert_eq!(output.stdout, "kubernetes\ngrpc\n");
}

#[test]
fn a_byte_order_mark_tells_utf_16() {
    let text = "\u{feff}Kubernetes \u{2192} Istio";
    let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little, big, text.as_bytes().to_vec()] {
        let output = cnref(&["gloss", "-", "-o", "name"]).stdin(bytes).run();
        assert_eq!((output.status, output.stdout.as_str()), (0, "kubernetes\nistio\n"), "{}", output.stderr);
    }
}

#[test]
fn what_is_no_text_is_refused_in_a_sentence() {
    let output = cnref(&["gloss", "-"]).stdin(b"Kubernetes \x00 Istio".to_vec()).run();
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    let sentence = "cnref: standard input is no text, since it has bytes of value 0\n  give a text, or save it as UTF-8\n";
    assert_eq!(output.stderr, sentence);
    let output = cnref(&["gloss", "tests"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    let sentence = "cnref: `tests` is no ordinary file\n  name a file, or `-` for standard input\n";
    assert_eq!(output.stderr, sentence);
}

#[test]
fn unknown_words_stand_in_tables_and_pages_too() {
    let gloss = |format| {
        cnref(&["gloss", "-", "--unknown", "-o", format]).stdin("We run Istio and XYZOperator.").answer()
    };
    let csv = gloss("csv");
    assert_eq!(csv.lines().last(), Some(",XYZOperator,1,line 1,"), "{csv}");
    assert!(gloss("markdown").ends_with("\n## Not in the glossary\n\n- XYZOperator\n"));
    assert_eq!(gloss("name"), "istio\n");
}

#[test]
fn relations_from_both_ends() {
    expect_file("related/linkerd.txt", &cnref(&["related", "kmesh"]).answer());
    let json: serde_json::Value =
        serde_json::from_str(&cnref(&["related", "cri", "-o", "json"]).answer()).expect("JSON");
    let relations = json["relations"].as_array().expect("a list");
    let done_by =
        relations.iter().find(|one| one["label"] == "implemented by").expect("somebody implements it");
    assert_eq!(done_by["inverse"], true);
    assert!(done_by["entries"].as_array().expect("a list").iter().any(|entry| entry["id"] == "containerd"));
    let near = cnref(&["related", "cri", "-o", "name"]).answer().lines().count();
    let far = cnref(&["related", "cri", "--depth", "2", "-o", "name"]).answer().lines().count();
    assert!(far > near);
}

#[test]
fn what_to_read_first() {
    expect_file("path/istio.txt", &cnref(&["path", "istio"]).answer());
    let names = cnref(&["path", "istio", "-o", "name"]).answer();
    assert_eq!(names.lines().last(), Some("istio"));
}

#[test]
fn a_graph_as_a_tree_and_as_diagrams() {
    expect_file("graph/kmesh.txt", &cnref(&["graph", "kmesh", "--width", "40"]).answer());
    expect_file("graph/kmesh.dot", &cnref(&["graph", "kmesh", "-o", "dot"]).answer());
    expect_file("graph/kmesh.mmd", &cnref(&["graph", "kmesh", "-o", "mermaid"]).answer());
    let limited = cnref(&["graph", "kubernetes", "-n", "5"]).answer();
    assert!(limited.contains("were left out"), "{limited}");
    assert!(cnref(&["graph", "kmesh", "--ascii"]).answer().is_ascii());
    let retired = cnref(&["graph", "open-service-mesh", "-o", "dot"]).answer();
    assert!(
        retired.contains("\"open-service-mesh\" [label=\"Open Service Mesh\", style=\"rounded,dashed\"]"),
        "{retired}"
    );
}

#[test]
fn only_a_graph_is_a_diagram() {
    let output = cnref(&["list", "-o", "dot"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    assert_eq!(
        output.stderr,
        "cnref: this answer cannot be written as dot\n  it can be written as text, wide, name, json, yaml, csv or markdown\n"
    );
}

/// Run by `.ci/run`, which installs Graphviz.
#[test]
#[ignore = "needs Graphviz: run with --ignored where it is installed, as .ci/run does"]
fn graphviz_renders_every_category() {
    for category in cnref(&["categories", "-o", "name"]).answer().lines() {
        let dot = cnref(&["graph", "--category", category, "-o", "dot"]).answer();
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("graph.dot");
        std::fs::write(&path, dot).expect("the file can be written");
        let output = Command::new("dot").arg("-Tsvg").arg(&path).output().expect("Graphviz starts");
        assert!(output.status.success() && output.stderr.is_empty(), "{category}: {output:?}");
        assert!(output.stdout.starts_with(b"<?xml"), "{category}");
    }
}

#[test]
fn any_entry() {
    let page = cnref(&["random", "--category", "service-mesh"]).answer();
    assert!(page.contains(" \u{b7} service mesh"), "{page}");
    assert!(cnref(&["random", "--short"]).answer().lines().count() <= 5);
}

#[test]
fn links_are_printed_where_no_desktop_is() {
    assert_eq!(cnref(&["open", "helm"]).answer(), "https://helm.sh/docs/\n");
    assert_eq!(cnref(&["open", "helm", "repo", "--print"]).answer(), "https://github.com/helm/helm\n");
    assert_eq!(cnref(&["open", "service", "mesh", "home"]).run().status, 1);
    assert_eq!(cnref(&["open", "service", "mesh"]).answer(), "https://glossary.cncf.io/service-mesh/\n");
    assert_eq!(cnref(&["open", "hlem"]).run().status, 1);
    let csv = cnref(&["open", "helm", "repo", "-o", "csv"]).answer();
    assert_eq!(csv, "id,link,url\nhelm,repo,https://github.com/helm/helm\n");
    let json = cnref(&["open", "helm", "-o", "json"]).answer();
    assert!(
        json.contains("\"link\": \"docs\"") && json.contains("\"url\": \"https://helm.sh/docs/\""),
        "{json}"
    );
}
