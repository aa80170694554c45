//! Which files and folders speak of what is there, and which of what others
//! made, resolved, generated or test with.

use super::evidence::Strength;

/// Folders whose content was put there by a tool, or stands in for the real thing.
const FOREIGN_FOLDERS: [&str; 21] = [
    ".git",
    ".hg",
    ".svn",
    ".terraform",
    ".terragrunt-cache",
    ".venv",
    ".tox",
    "__pycache__",
    "__fixtures__",
    "__mocks__",
    "__snapshots__",
    "__tests__",
    "bower_components",
    "fixtures",
    "node_modules",
    "site-packages",
    "testdata",
    "third_party",
    "third-party",
    "vendor",
    "venv",
];

/// Folders below another that hold what a tool fetched or generated.
const FOREIGN_PAIRS: [(&str, &str); 4] =
    [("cue.mod", "gen"), ("cue.mod", "pkg"), ("cue.mod", "usr"), (".yarn", "cache")];

/// Files that a tool resolved from what is written elsewhere.
const RESOLVED: [&str; 20] = [
    "package-lock.json",
    "npm-shrinkwrap.json",
    "yarn.lock",
    "pnpm-lock.yaml",
    "bun.lock",
    "go.sum",
    "go.work.sum",
    "cargo.lock",
    "poetry.lock",
    "uv.lock",
    "pipfile.lock",
    "gemfile.lock",
    "composer.lock",
    "flake.lock",
    "chart.lock",
    "jsonnetfile.lock.json",
    "vendir.lock.yml",
    "module.bazel.lock",
    "buf.lock",
    "devbox.lock",
];

/// Whether nothing in the folder called `name`, inside the one called `parent`, is the repository's own.
pub(super) fn is_foreign(parent: &str, name: &str) -> bool {
    FOREIGN_FOLDERS.contains(&name) || FOREIGN_PAIRS.contains(&(parent, name))
}

/// Whether only the name of the file counts: its content is resolved,
/// generated, prose, or a test.
pub(super) fn is_mute(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let is_generated = ["zz_generated", "mock_"].iter().any(|start| lower.starts_with(start))
        || [".pb.go", ".gen.go", "_generated.go", ".min.js", ".d.ts", "_pb2.py", "_pb2_grpc.py", ".map"]
            .iter()
            .any(|end| lower.ends_with(end));
    let is_test =
        ["_test.go", ".test.ts", ".spec.ts", ".test.js", ".spec.js", "_test.py", ".test.tsx", ".spec.tsx"]
            .iter()
            .any(|end| lower.ends_with(end))
            || lower.strip_suffix(".py").is_some_and(|stem| stem.starts_with("test_"))
            || lower == "conftest.py";
    // A schema describes what could be written.
    let has = |word: &str| memchr::memmem::find(lower.as_bytes(), word.as_bytes()).is_some();
    let is_schema = lower.ends_with("schema.json") || has("openapi") || has("swagger");
    RESOLVED.contains(&&*lower) || is_generated || is_test || is_schema
}

/// The most that a file at `path` can prove: examples and tests show less than what runs.
pub(super) fn limit(path: &str) -> Option<Strength> {
    const ASIDE: [&str; 11] = [
        "example",
        "examples",
        "sample",
        "samples",
        "demo",
        "test",
        "tests",
        "e2e",
        "docs",
        "hack",
        "benchmarks",
    ];
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').any(|folder| ASIDE.contains(&folder)).then_some(Strength::Medium)
}
