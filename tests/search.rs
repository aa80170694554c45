//! Finding by need: how often the answer that an expert expects comes first,
//! and what a user sees.

#![allow(clippy::print_stdout, reason = "the measurement is shown when asked for")]

mod common;

use cnref::glossary::Glossary;
use cnref::search::{Limits, search};
use common::{cnref, expect_file};

const QUESTIONS: &str = include_str!("data/questions.txt");
const UNSEEN: &str = include_str!("data/questions-unseen.txt");

/// How many questions there are, and of how many the right answer is first and
/// among the first five.
fn measure(questions: &str) -> (usize, usize, usize) {
    let glossary = Glossary::builtin();
    let (mut all, mut first, mut five) = (0, 0, 0);
    for line in questions.lines().filter(|line| !line.starts_with('#')) {
        let (question, expected) = line.split_once(" = ").expect("question = ids");
        let expected: Vec<&str> = expected.split(", ").collect();
        let found = search(&glossary, question, &Limits { most: 5, ..Limits::default() });
        let ids: Vec<&str> = found.entries.iter().map(|hit| hit.card.id).collect();
        let is_first = ids.first().is_some_and(|id| expected.contains(id));
        all += 1;
        first += usize::from(is_first);
        five += usize::from(ids.iter().any(|id| expected.contains(id)));
        if !is_first {
            println!("{question}: {ids:?}");
        }
    }
    println!("{first} of {all} first, {five} among five");
    (all, first, five)
}

#[test]
fn the_expected_answer_is_among_the_first() {
    let (all, first, five) = measure(QUESTIONS);
    assert!(all >= 600);
    assert!(first * 100 >= all * 80, "{first} of {all} first");
    assert!(five * 100 >= all * 95, "{five} of {all} among five");
}

#[test]
fn questions_nobody_thought_of_do_well_too() {
    let (all, first, five) = measure(UNSEEN);
    assert!(all >= 220);
    assert!(first * 100 >= all * 80, "{first} of {all} first");
    assert!(five * 100 >= all * 95, "{five} of {all} among five");
}

#[test]
fn a_name_comes_first() {
    for (question, id) in [
        ("helm", "helm"),
        ("service mesh", "service-mesh"),
        ("k8s", "kubernetes"),
        ("CRD", "customresourcedefinition"),
    ] {
        let names = cnref(&["search", question, "-o", "name"]).answer();
        assert_eq!(names.lines().next(), Some(id), "{question}: {names}");
    }
}

#[test]
fn what_a_search_prints() {
    expect_file(
        "search/encrypt.txt",
        &cnref(&["search", "encrypt", "traffic", "between", "pods", "-n", "3"]).answer(),
    );
    expect_file(
        "search/encrypt-40.txt",
        &cnref(&["search", "encrypt traffic between pods", "-n", "3", "--width", "40"]).answer(),
    );
    let colored = cnref(&["search", "helm", "-n", "1", "--color", "always"]).answer();
    assert!(colored.contains("\u{1b}["), "{colored}");
}

#[test]
fn limits_narrow_the_search() {
    let names =
        cnref(&["search", "mesh", "--category", "service-mesh", "--kind", "project", "-o", "name"]).answer();
    assert!(names.lines().any(|id| id == "istio") && names.lines().all(|id| id != "service-mesh"), "{names}");
    let phrase = cnref(&["search", "\"control plane\" mesh", "-n", "0", "-o", "name"]).answer();
    assert!(
        phrase.lines().count()
            < cnref(&["search", "control plane mesh", "-n", "0", "-o", "name"]).answer().lines().count()
    );
}

#[test]
fn a_slip_beside_known_words_is_mended() {
    let names = |question: &str| cnref(&["search", question, "-o", "name"]).answer();
    for (slip, meant) in [
        ("encrpyt traffic between pods", "encrypt traffic between pods"),
        ("renew certifcates automatically", "renew certificates automatically"),
        ("kuberntes web interface", "kubernetes web interface"),
    ] {
        assert_eq!(names(slip), names(meant), "{slip}");
    }
}

#[test]
fn nothing_found_and_nothing_near_tells_where_to_look() {
    let output = cnref(&["search", "qwertzuiop"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert_eq!(
        output.stderr,
        "cnref: nothing is found for `qwertzuiop`\n  other words may find it; the areas there are: cnref categories\n"
    );
}

#[test]
fn nothing_found_names_near_words() {
    let output = cnref(&["search", "prometeus"]).run();
    assert_eq!((output.status, output.stdout.as_str()), (1, ""));
    assert_eq!(output.stderr, "cnref: nothing is found for `prometeus`\n  near words: prometheus\n");
    let output = cnref(&["search", "obsrvability"]).run();
    assert_eq!(output.stderr, "cnref: nothing is found for `obsrvability`\n  near words: observability\n");
}
