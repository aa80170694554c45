//! What small repositories, and what other programs print, are made of.

mod common;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use common::{Folder, Output, cnref, expect_file};
use serde_json::Value;

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identify")
}

/// The answer, one line for each technology and one for each piece of evidence.
fn summary(output: &Output) -> String {
    let answer: Value = serde_json::from_str(&output.stdout).expect("the answer is JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut lines = String::new();
    for technology in list(&answer["technologies"]) {
        let _ = writeln!(lines, "{} {}", text(&technology["id"]), text(&technology["confidence"]));
        for evidence in list(&technology["evidence"]) {
            let line = evidence["line"].as_u64().map(|line| format!(":{line}")).unwrap_or_default();
            let (file, sign, matched) =
                (text(&evidence["file"]), text(&evidence["sign"]), text(&evidence["matched"]));
            let _ = writeln!(lines, "  {file}{line} {sign} {matched}");
        }
    }
    for unknown in list(&answer["unknown"]) {
        let _ = writeln!(lines, "unknown {} {}", text(&unknown["group"]), unknown["kinds"]);
    }
    lines
}

fn expect_case(name: &str, actual: &str) {
    expect_file(&format!("../identify/{name}"), actual);
}

#[test]
fn every_small_repository_states_its_answer() {
    let mut count = 0;
    let mut folders: Vec<PathBuf> =
        fs::read_dir(cases()).expect("there are cases").map(|case| case.expect("a case").path()).collect();
    folders.sort();
    for case in folders.iter().filter(|case| case.join("tree").is_dir()) {
        let output = cnref(&["identify", ".", "-o", "json", "--min-confidence", "low"])
            .current_dir(&case.join("tree"))
            .run();
        assert_eq!(output.stderr, "");
        let name = case.file_name().expect("a case has a name").to_string_lossy();
        expect_case(&format!("{name}/expected.txt"), &summary(&output));
        count += 1;
    }
    assert!(count > 8);
}

/// What other programs print, each with what it is made of.
const STREAMS: [(&str, &str, &[&str]); 20] = [
    (
        "kubectl api-resources --no-headers",
        "applications  app,apps  argoproj.io/v1alpha1  true  Application\n",
        &["argo-cd"],
    ),
    (
        "helm list -A --no-headers",
        "x\tdefault\t1\t2026-01-01 10:00:00.1 +0000 UTC\tdeployed\tmetrics-server-3.12.1\t0.7.1\n",
        &["helm", "metrics-server"],
    ),
    (
        "helm list -o json",
        "[{\"name\":\"x\",\"chart\":\"metrics-server-3.12.1\",\"app_version\":\"0.7.1\"}]\n",
        &["helm", "metrics-server"],
    ),
    (
        "kubectl get -o name",
        "deployment.apps/web\nkafkatopic.kafka.strimzi.io/orders\nregistry.k8s.io/x\n",
        &["kafka", "strimzi"],
    ),
    (
        "kubectl get crd",
        "NAME                            CREATED AT\ncertificates.cert-manager.io    2026-01-01T00:00:00Z\nrollouts.argoproj.io            2026-01-01T00:00:00Z\n",
        &["argo-rollouts", "cert-manager"],
    ),
    (
        "kubectl get crd -o name",
        "customresourcedefinition.apiextensions.k8s.io/scaledobjects.keda.sh\n",
        &["keda"],
    ),
    (
        "kubectl get crd -o json",
        "{\n  \"apiVersion\": \"v1\",\n  \"items\": [\n    {\n      \"apiVersion\": \"apiextensions.k8s.io/v1\",\n      \"kind\": \"CustomResourceDefinition\",\n      \"metadata\": {\n        \"name\": \"backups.velero.io\"\n      }\n    }\n  ]\n}\n",
        &["kubernetes", "velero"],
    ),
    (
        "kubectl get crd -o yaml",
        "apiVersion: v1\nitems:\n- apiVersion: apiextensions.k8s.io/v1\n  kind: CustomResourceDefinition\n  metadata:\n    name: backups.velero.io\nkind: List\n",
        &["kubernetes", "velero"],
    ),
    (
        "kubectl api-resources",
        "NAME          SHORTNAMES   APIVERSION                NAMESPACED   KIND\npods          po           v1                        true         Pod\napplications  app,apps     argoproj.io/v1alpha1      true         Application\nconfigs                    widgets.example.org/v1    true         Config\n",
        &["argo-cd", "kubernetes"],
    ),
    ("kubectl api-versions", "apps/v1\ncert-manager.io/v1\nv1\n", &["cert-manager", "kubernetes"]),
    (
        "images in one line",
        "quay.io/jetstack/cert-manager-controller:v1.15 registry.k8s.io/coredns/coredns:v1.12 redis:7@sha256:0000",
        &["cert-manager", "coredns", "redis"],
    ),
    (
        "helm list -A",
        "NAME  \tNAMESPACE\tREVISION\tUPDATED\tSTATUS  \tCHART              \tAPP VERSION\nx     \tdefault  \t1       \tnow    \tdeployed\tmetrics-server-3.12.1\t0.7.1      \n",
        &["helm", "metrics-server"],
    ),
    (
        "docker ps",
        "CONTAINER ID   IMAGE               COMMAND                  CREATED       STATUS       PORTS     NAMES\n0123456789ab   grafana/loki:3.0    \"/usr/bin/loki\"          2 hours ago   Up 2 hours   3100/tcp  x\n",
        &["loki"],
    ),
    (
        "docker images",
        "REPOSITORY             TAG       IMAGE ID       CREATED        SIZE\nprom/prometheus        v3        0123456789ab   2 weeks ago    1MB\n",
        &["prometheus"],
    ),
    (
        "kubectl get deployments -o wide",
        "NAME   READY   UP-TO-DATE   AVAILABLE   AGE   CONTAINERS   IMAGES                              SELECTOR\nx      1/1     1            1           1d    x,y          nginx:1.29,envoyproxy/envoy:v1.36   app=x\n",
        &["envoy", "nginx"],
    ),
    ("a Dockerfile", "# build\nFROM nginx:1.29\nRUN true\n", &["nginx"]),
    ("a go.mod", "module example.org/x\n\ngo 1.26\n\nrequire go.temporal.io/sdk v1.0.0\n", &["temporal"]),
    ("commands", "  501  helm upgrade site ./chart\n  502  ls -l\n", &["helm"]),
    ("words", "Istio\nargo cd\nk8s\nnonsense\n", &["argo-cd", "istio", "kubernetes"]),
    (
        "charts",
        "oci://ghcr.io/external-secrets/charts/external-secrets\njetstack/cert-manager\n",
        &["cert-manager", "external-secrets"],
    ),
];

#[test]
fn what_other_programs_print_is_recognised() {
    for (name, text, expected) in STREAMS {
        let output = cnref(&["identify", "-", "-o", "name"]).stdin(text).run();
        let mut found: Vec<&str> = output.stdout.lines().collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn nothing_known_is_dropped_in_silence() {
    let output = cnref(&["identify", "-"])
        .stdin("customresourcedefinition.apiextensions.k8s.io/widgets.example.org\n")
        .run();
    assert_eq!(output.status, 0);
    assert!(
        output.stdout.contains("not in the glossary\n  example.org  widgets  -:1\n"),
        "{}",
        output.stdout
    );
}

#[test]
fn an_answer_has_every_form() {
    let case = cases().join("shared-group/tree");
    let run = |form: &str| {
        let run = cnref(&["identify", ".", "-o", form]).current_dir(&case);
        run.env("CNREF_TODAY", "2026-11-29").answer()
    };
    expect_case("shared-group/page.md", &run("markdown"));
    expect_case("shared-group/rows.csv", &run("csv"));
    expect_case("shared-group/page.txt", &run("text"));
    let names = run("name");
    let mut names: Vec<&str> = names.lines().collect();
    names.sort_unstable();
    assert_eq!(names, ["argo-cd", "argo-rollouts", "helm", "longhorn"]);
    assert!(run("yaml").starts_with("schema: 1\n"));
}

#[test]
fn a_page_for_a_wiki_says_where_and_when_it_was_true() {
    let folder = Folder::new("identify-page");
    for name in ["a", "b", "c"] {
        folder.write(&format!("apps/{name}.yaml"), "image: grafana/promtail:3\n");
    }
    let run = cnref(&["identify", "apps", "-o", "markdown"]).current_dir(&folder.path);
    let page = run.env("CNREF_TODAY", "2026-11-29").answer();
    let lines: Vec<&str> = page.lines().collect();
    assert_eq!(lines[2], "Seen in `apps` on 2026-11-29: 1 technology in 3 files.");
    assert_eq!(lines[4], "## telemetry pipeline");
    assert!(lines[6].starts_with("- **[Promtail](https://"), "{page}");
    assert!(lines[7].contains("in its place: Grafana Alloy"), "{page}");
    assert_eq!(lines[lines.len() - 2], "  - `apps/b.yaml:1`: image `grafana/promtail:3`");
    assert_eq!(lines[lines.len() - 1], "  - and 1 more");
    assert!(!page.contains("`cnref "), "{page}");
}

#[test]
fn only_what_was_asked_for() {
    let case = cases().join("gitops/tree");
    let found = cnref(&["identify", "-o", "name", "--category", "cache"]).arg(&case).answer();
    assert_eq!(found, "redis\n");
    let wrong = cnref(&["identify", "--category", "cahce"]).arg(&case).run();
    assert_eq!(wrong.status, 2);
}

#[test]
fn nothing_found_is_no_success() {
    let output = cnref(&["identify", "-"]).stdin("lorem ipsum\n").run();
    assert_eq!(output.status, 1);
    assert!(output.stderr.contains("no technology"), "{}", output.stderr);
    let missing = cnref(&["identify", "/nonexistent/folder"]).run();
    assert_eq!(missing.status, 2);
    assert_eq!(missing.stderr, "cnref: /nonexistent/folder: No such file or directory\n");
    let stranger = "customresourcedefinition.apiextensions.k8s.io/widgets.example.org\n";
    let other = cnref(&["identify", "-", "-c", "service-mesh", "-o", "name"]).stdin(stranger).run();
    assert_eq!((other.status, &*other.stdout), (1, ""));
}

#[test]
fn what_is_missing_does_not_hide_the_rest() {
    let folder = Folder::new("identify-missing");
    folder.write("pod.yaml", "image: redis:7\n");
    let output = cnref(&["identify", "pod.yaml", "gone", "-o", "name"]).current_dir(&folder.path).run();
    assert_eq!((output.status, &*output.stdout), (2, "redis\n"));
    assert_eq!(output.stderr, "cnref: gone: No such file or directory; the rest is answered\n");
}

#[test]
fn places_are_named_as_they_can_be_opened() {
    let folder = Folder::new("identify-places");
    folder.write("examples/apps/pod.yaml", "image: redis:7\n");
    let places = |path: &str| {
        let answer = cnref(&["identify", path, "-o", "json"]).current_dir(&folder.path).json();
        let redis = &answer["technologies"][0];
        let evidence = &redis["evidence"][0];
        format!("{} {}:{}", redis["confidence"], evidence["file"], evidence["line"]).replace('"', "")
    };
    assert_eq!(places("."), "medium examples/apps/pod.yaml:1");
    assert_eq!(places("examples/apps/"), "high examples/apps/pod.yaml:1");
    assert_eq!(places("./examples"), "high examples/apps/pod.yaml:1");
    assert_eq!(places("examples/apps/pod.yaml"), "high examples/apps/pod.yaml:1");
}

#[test]
fn a_named_file_is_read_to_its_end() {
    let folder = Folder::new("identify-large");
    let filling = "  - name: value\n".repeat((9 << 20) / 16);
    folder.write("dump.yaml", &format!("items:\n{filling}image: redis:7\n"));
    folder.write("images.out", &format!("{}redis:7\n", "# x\n".repeat((9 << 20) / 4)));
    for name in ["dump.yaml", "images.out"] {
        let found = cnref(&["identify", name]).current_dir(&folder.path).answer();
        assert!(found.contains("redis") && found.ends_with("1 technology in 1 file\n"), "{found}");
    }
    let walked = cnref(&["identify", "."]).current_dir(&folder.path).run();
    assert_eq!((walked.status, &*walked.stdout), (1, "0 technologies in 2 files\n"));
    assert!(walked.stderr.contains("dump.yaml is large: only its beginning was read"), "{}", walked.stderr);
}

#[test]
fn who_shares_a_group_is_not_unknown() {
    let run = |more: &[&str]| cnref(&["identify", "-"]).args(more).stdin("argoproj.io/v1alpha1\n").run();
    let found = run(&["-o", "name", "--min-confidence", "low"]).stdout;
    for id in ["argo-cd", "argo-events", "argo-rollouts", "argo-workflows"] {
        assert!(found.lines().any(|line| line == id), "{found}");
    }
    let usual = run(&[]);
    assert!(usual.stdout.contains("more that little points to"), "{}", usual.stdout);
    assert!(!usual.stdout.contains("not in the glossary"), "{}", usual.stdout);
    assert_eq!(usual.stderr, "");
}

#[test]
fn versions_are_no_groups() {
    let text = "Client Version: v1.30.0\nKustomize Version: v5.0.4-0.20230601165947-6ce0bf390ce3\n";
    let found = cnref(&["identify", "-"]).stdin(text).answer();
    assert!(found.contains("kustomize") && !found.contains("not in the glossary"), "{found}");
}

#[test]
fn text_of_windows_is_text() {
    let text = "\u{feff}image: redis:7\r\napiVersion: velero.io/v1\r\nkind: Backup\r\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let output = cnref(&["identify", "-", "-o", "name"]).stdin(bytes).run();
    let mut found: Vec<&str> = output.stdout.lines().collect();
    found.sort_unstable();
    assert_eq!(found, ["redis", "velero"]);
}

#[cfg(unix)]
#[test]
fn strange_files_never_stop_it() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("strange");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("loop")).expect("a folder can be made");
    symlink("..", folder.join("loop/up")).expect("a link can be made");
    symlink("nowhere", folder.join("dangling.yaml")).expect("a link can be made");
    fs::write(folder.join(OsStr::from_bytes(b"caf\xe9.yaml")), "apiVersion: velero.io/v1\nkind: Backup\n")
        .expect("a name need not be UTF-8");
    fs::write(folder.join("binary.yaml"), b"image: redis\0\xff").expect("a file can be written");
    fs::write(
        folder.join("long.json"),
        format!("{{\"image\":\"redis:7\",\"x\":\"{}\"}}", "y".repeat(100_000)),
    )
    .expect("a file can be written");
    let made = std::process::Command::new("mkfifo").arg(folder.join("pipe.yaml")).status();
    let output = cnref(&["identify", "-o", "name"]).arg(&folder).run();
    assert_eq!((output.status, &*output.stderr), (0, ""), "{made:?}");
    let mut found: Vec<&str> = output.stdout.lines().collect();
    found.sort_unstable();
    assert_eq!(found, ["redis", "velero"]);
}

#[test]
fn groups_definitions_and_images_are_terms() {
    for (term, id) in [
        ("certificates.cert-manager.io", "cert-manager"),
        ("cert-manager.io", "cert-manager"),
        ("cert-manager.io/v1", "cert-manager"),
        ("quay.io/jetstack/cert-manager-controller:v1.15", "cert-manager"),
        ("rollouts.argoproj.io", "argo-rollouts"),
        ("customresourcedefinition.apiextensions.k8s.io/certificates.cert-manager.io", "cert-manager"),
        ("ingresses.networking.k8s.io", "ingress"),
        ("deployments.apps", "deployment"),
        ("jobs.batch", "job"),
        ("apps/v1", "kubernetes"),
        ("batch/v1", "kubernetes"),
        ("networking.k8s.io/v1", "kubernetes"),
    ] {
        assert_eq!(cnref(&[term, "-o", "name"]).answer(), format!("{id}\n"), "{term}");
    }
    let shared = cnref(&["argoproj.io", "-o", "name"]).answer();
    for id in ["argo-cd", "argo-events", "argo-rollouts", "argo-workflows"] {
        assert!(shared.lines().any(|line| line == id), "{shared}");
    }
    assert_eq!(cnref(&["example.org"]).run().status, 1);
}

#[test]
fn paths_are_completed() {
    assert_eq!(cnref(&["__complete", "zsh", "--", "identify", ""]).answer(), ":paths\n");
}
