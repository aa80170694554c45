//! Lists, categories and comparisons, as a user sees them.

mod common;

use common::{cnref, expect_file};

#[test]
fn ids_one_a_line_when_piped() {
    let names = cnref(&["list", "--category", "rpc-api", "--maturity", "incubating"]).answer();
    assert_eq!(names, "grpc\n");
}

#[test]
fn a_list_for_machines_carries_the_card() {
    let json: serde_json::Value =
        serde_json::from_str(&cnref(&["list", "-c", "packaging-config", "-o", "json"]).answer())
            .expect("JSON");
    assert_eq!(json["schema"], 1);
    let helm =
        json["entries"].as_array().expect("a list").iter().find(|card| card["id"] == "helm").expect("Helm");
    let keys: Vec<&str> = helm.as_object().expect("an object").keys().map(String::as_str).collect();
    let mut wanted = vec![
        "id", "name", "aliases", "acronyms", "kind", "category", "group", "maturity", "status", "tags",
        "summary", "layer",
    ];
    wanted.sort_unstable();
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, wanted);
    assert_eq!(helm["group"], "delivery");
    assert_eq!(helm["maturity"], "graduated");
}

#[test]
fn filters_narrow_the_list() {
    let all = cnref(&["list"]).answer().lines().count();
    let delivery = cnref(&["list", "--category", "delivery"]).answer().lines().count();
    let go = cnref(&["list", "--category", "delivery", "--language", "Go"]).answer().lines().count();
    let graduated =
        cnref(&["list", "--category", "delivery", "--language", "Go", "--maturity", "graduated"]).answer();
    assert!(all > delivery && delivery > go && go > graduated.lines().count());
    assert!(graduated.lines().any(|id| id == "helm"));
}

#[test]
fn an_unknown_value_is_usage() {
    let output = cnref(&["list", "--category", "runtme"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    assert!(
        output.stderr.starts_with("cnref: there is no category `runtme`\n  did you mean runtime"),
        "{}",
        output.stderr
    );
    let output = cnref(&["list", "--maturity", "gradated"]).run();
    assert_eq!(output.status, 2);
    assert!(output.stderr.contains("graduated"), "{}", output.stderr);
}

#[test]
fn nothing_that_fits_is_an_empty_list() {
    let output = cnref(&["list", "--kind", "organization", "--maturity", "sandbox"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (0, ""));
    assert_eq!(output.stderr, "cnref: no entry fits all of that\n");
}

#[test]
fn a_comparison() {
    expect_file("compare/istio-linkerd-80.txt", &cnref(&["compare", "istio", "linkerd"]).answer());
    expect_file(
        "compare/istio-linkerd-40.txt",
        &cnref(&["compare", "istio", "linkerd", "--width", "40"]).answer(),
    );
}

#[test]
fn what_stacks_is_said_first() {
    let text = cnref(&["compare", "docker", "containerd"]).answer();
    assert!(
        text.starts_with("Docker Engine is built on containerd: they stack rather than compete.\n"),
        "{text}"
    );
}

#[test]
fn different_categories_compare_common_facts_only() {
    let text = cnref(&["compare", "helm", "istio", "--width", "120"]).answer();
    assert!(text.starts_with("These are of different categories"), "{text}");
    assert!(!text.contains("Data plane"), "{text}");
}

#[test]
fn every_unknown_name_is_said() {
    let output = cnref(&["compare", "isto", "linkrd", "helm"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert!(
        output.stderr.contains("no entry for `isto`") && output.stderr.contains("    istio "),
        "{}",
        output.stderr
    );
    assert!(
        output.stderr.contains("no entry for `linkrd`") && output.stderr.contains("    linkerd "),
        "{}",
        output.stderr
    );
}

#[test]
fn one_name_is_usage() {
    let output = cnref(&["compare", "istio"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (2, ""));
    let output = cnref(&["compare", "--category", "networking"]).run();
    assert_eq!(output.status, 2);
    assert!(output.stderr.contains("is a group of"), "{}", output.stderr);
}

#[test]
fn every_category_with_questions_compares() {
    let grid = cnref(&["categories", "-o", "csv"]).answer();
    let mut compared = 0;
    for line in grid.lines().skip(1) {
        let cells: Vec<&str> = line.splitn(6, ',').collect();
        if cells[4] != "0" {
            for width in ["40", "80", "120"] {
                let output = cnref(&["compare", "--category", cells[0], "--width", width]).run();
                assert_eq!(output.status, 0, "{}: {}", cells[0], output.stderr);
            }
            compared += 1;
        }
    }
    assert!(compared >= 10, "{compared}");
}

#[test]
fn what_has_come_to_its_end_is_compared_last() {
    let json = cnref(&["compare", "--category", "service-mesh", "-o", "json"]).json();
    let cards = json["entries"].as_array().expect("a list");
    let is_retired =
        |card: &serde_json::Value| card["status"] == "archived" || card["status"] == "superseded";
    assert!(cards.iter().any(is_retired) && cards.iter().map(is_retired).is_sorted(), "{cards:?}");
}

#[test]
fn groups_and_categories() {
    let text = cnref(&["categories"]).answer();
    assert!(text.starts_with("runtime "), "{text}");
    assert!(text.contains("\n  service-mesh "), "{text}");
    let json: serde_json::Value =
        serde_json::from_str(&cnref(&["categories", "-o", "json"]).answer()).expect("JSON");
    assert_eq!(json["groups"][0]["id"], "runtime");
}

#[test]
fn markdown_and_csv() {
    let markdown = cnref(&["compare", "istio", "linkerd", "-o", "markdown"]).answer();
    assert!(markdown.starts_with("| question | istio | linkerd |\n| --- | --- | --- |\n"), "{markdown}");
    let csv = cnref(&["compare", "istio", "linkerd", "-o", "csv"]).answer();
    assert!(csv.starts_with("question,istio,linkerd\n"), "{csv}");
}

#[test]
fn a_group_holds_the_category_of_its_name() {
    let lines = |arguments: &[&str]| cnref(arguments).answer().lines().map(str::to_owned).collect::<Vec<_>>();
    let storage = lines(&["list", "--category", "storage"]);
    assert!(storage.contains(&"rook".to_owned()) && storage.contains(&"velero".to_owned()), "{storage:?}");
    let listed = cnref(&["categories", "-o", "name"]).answer();
    for category in cnref(&["list", "-o", "json"]).json()["entries"].as_array().expect("a list") {
        let id = category["category"].as_str().expect("an id");
        assert!(listed.lines().any(|line| line == id), "{id}");
    }
}

#[test]
fn a_category_is_known_by_its_name_in_any_spelling() {
    let ids = cnref(&["list", "--category", "service-mesh"]).answer();
    for spelling in ["Service Mesh", "service meshes", "SERVICE_MESH"] {
        assert_eq!(cnref(&["list", "--category", spelling]).answer(), ids, "{spelling}");
    }
}
