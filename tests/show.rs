//! Looking a term up, as a user sees it.

mod common;

use common::{cnref, expect_file};

#[test]
fn the_page_of_helm() {
    expect_file("show/helm.txt", &cnref(&["helm"]).answer());
    expect_file("show/helm-40.txt", &cnref(&["helm", "--width", "40"]).answer());
    expect_file("show/helm-full.txt", &cnref(&["helm", "--full"]).answer());
    expect_file("show/helm-short.txt", &cnref(&["--short", "helm"]).answer());
    expect_file("show/helm.md", &cnref(&["helm", "-o", "markdown"]).answer());
}

#[test]
fn a_concept_a_standard_an_object() {
    expect_file("show/sidecar.txt", &cnref(&["sidecar"]).answer());
    expect_file("show/cri.txt", &cnref(&["cri"]).answer());
    expect_file("show/statefulset.txt", &cnref(&["statefulset"]).answer());
}

#[test]
fn spellings_lead_to_one_page() {
    let page = cnref(&["service-mesh"]).answer();
    assert!(page.starts_with("Service Mesh "), "{page}");
    for spelling in [&["service", "mesh"][..], &["service mesh"], &["Service_Mesh"], &["SERVICE", "MESHES"]] {
        assert_eq!(cnref(spelling).answer(), page, "{spelling:?}");
        assert_eq!(cnref(&["show"]).arg(spelling.join(" ")).answer(), page, "{spelling:?}");
    }
}

#[test]
fn a_term_that_is_a_command() {
    let miss = cnref(&["--", "list"]).run();
    assert_eq!((miss.status, miss.stdout.as_str()), (1, ""));
    assert!(miss.stderr.starts_with("cnref: no entry for `list`\n"), "{}", miss.stderr);
    assert_eq!(cnref(&["show", "list"]).run().stderr, miss.stderr);
}

#[test]
fn an_ambiguous_word_offers_every_meaning() {
    let page = cnref(&["cd"]).answer();
    assert!(page.lines().count() > 2 && page.starts_with("cd has "), "{page}");
    assert!(page.contains("continuous-delivery ") && page.contains("continuous-deployment "), "{page}");
    let json: serde_json::Value = serde_json::from_str(&cnref(&["cd", "-o", "json"]).answer()).expect("JSON");
    assert!(json["answers"][0]["entries"].as_array().expect("a list").len() > 1);
}

#[test]
fn a_category_before_the_id_is_never_ambiguous() {
    assert!(cnref(&["packaging-config/helm"]).answer().starts_with("Helm "));
}

#[test]
fn terms_from_standard_input_are_answered_in_order() {
    let output = cnref(&["show", "-", "--short"]).stdin("istio\n\n nonsuchthing \nhelm\n").run();
    assert_eq!(output.status, 1);
    let (first, second) = output.stdout.split_once("\n\n").expect("two answers");
    assert!(first.starts_with("Istio ") && second.starts_with("Helm "), "{}", output.stdout);
    assert!(output.stderr.starts_with("cnref: no entry for `nonsuchthing`\n"), "{}", output.stderr);
}

#[test]
fn two_things_at_once_are_told_apart() {
    let output = cnref(&["istio", "helm"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert_eq!(
        output.stderr,
        "cnref: no entry for `istio helm`\n  each word has one: cnref compare istio helm\n"
    );
}

#[test]
fn a_typo_suggests_and_shows_nothing() {
    let output = cnref(&["promethues"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    expect_file("show/typo.txt", &output.stderr);
}

#[test]
fn gibberish_suggests_nothing() {
    let output = cnref(&["xqzvwkjpfd"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert_eq!(
        output.stderr,
        "cnref: no entry for `xqzvwkjpfd`\n  nothing is near; `cnref search` looks for words of a need, and `cnref new\n  \
         xqzvwkjpfd` begins a page\n"
    );
}

#[test]
fn a_mistyped_command_is_offered_as_it_would_be_typed() {
    for (typed, meant) in [
        (&["lst"][..], "cnref list"),
        (&["compar", "istio", "linkerd"], "cnref compare istio linkerd"),
        (&["identfy", "."], "cnref identify ."),
    ] {
        let output = cnref(typed).run();
        assert_eq!((output.status, output.stdout.as_str()), (1, ""), "{typed:?}");
        let offered = output.stderr.lines().nth(1).unwrap_or_default();
        assert_eq!(offered, format!("  did you mean the command: {meant}"), "{typed:?}");
    }
}

#[test]
fn what_no_name_is_near_to_may_be_spoken_of() {
    let output = cnref(&["renews", "certificates"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert!(output.stderr.contains("\n  mentioned in:\n"), "{}", output.stderr);
}

#[test]
fn a_near_name_is_not_followed_by_far_ones() {
    let output = cnref(&["kubernets"]).run();
    let offered: Vec<&str> = output
        .stderr
        .lines()
        .filter(|line| line.starts_with("    ") && !line.starts_with("      "))
        .collect();
    assert_eq!(offered.len(), 1, "{}", output.stderr);
    assert!(offered[0].starts_with("    kubernetes "), "{}", output.stderr);
}

#[test]
fn machines_get_the_whole_entry() {
    let json: serde_json::Value =
        serde_json::from_str(&cnref(&["helm", "-o", "json"]).answer()).expect("JSON");
    assert_eq!(json["schema"], 1);
    let entry = &json["answers"][0]["entries"][0];
    assert_eq!(entry["id"], "helm");
    assert_eq!(entry["category"], "packaging-config");
    assert_eq!(entry["cncf"]["graduated"], "2020-05-01");
    assert!(entry["use_when"].is_array() && entry["object"].is_null(), "every key is there");
    let yaml = cnref(&["helm", "-o", "yaml"]).answer();
    assert!(yaml.starts_with("schema: 1\n"), "{yaml}");
    assert_eq!(cnref(&["helm", "-o", "name"]).answer(), "helm\n");
    let csv = cnref(&["helm", "-o", "csv"]).answer();
    assert!(csv.starts_with("id,name,category,kind,maturity,status,summary\nhelm,Helm,"), "{csv}");
}

#[test]
fn machine_output_does_not_depend_on_the_terminal() {
    let json = cnref(&["helm", "-o", "json"]).answer();
    let other = cnref(&["helm", "-o", "json", "--color", "always", "--width", "10", "--ascii"]);
    assert_eq!(other.env("LC_ALL", "C").answer(), json);
}

#[test]
fn every_page_fits_a_terminal() {
    let names = cnref(&["list"]).answer();
    for id in names.lines() {
        let page = cnref(&["show", id]).answer();
        assert!(page.lines().count() <= 22, "{id}: {} lines\n{page}", page.lines().count());
    }
}
