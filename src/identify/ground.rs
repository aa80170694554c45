//! Which files and folders speak of what is there, and which of what others
//! made, resolved, generated or test with.

use super::evidence::{Sign, Strength};
use super::form::{ending, lowered, parts};

/// Folders whose content was put there by a tool, stands in for the real thing, or is
/// put away.
const FOREIGN_FOLDERS: [&str; 29] = [
    ".archive",
    ".archived",
    ".deprecated",
    ".disabled",
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
    "_archive",
    "_disabled",
    "_testdata",
    "bower_components",
    "fixtures",
    "node_modules",
    "site-packages",
    "testdata",
    "third_party",
    "third-party",
    "unittests",
    "vendor",
    "venv",
];

/// Folders below another that hold what a tool fetched or generated.
const FOREIGN_PAIRS: [(&str, &str); 7] = [
    (".github", "ISSUE_TEMPLATE"),
    (".yarn", "cache"),
    ("cue.mod", "gen"),
    ("cue.mod", "pkg"),
    ("cue.mod", "usr"),
    // Where Go's tools put the sources whose licence asks for it.
    ("go-licenses", "github.com"),
    ("licenses", "github.com"),
];

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

/// How files end that a tool generated.
const GENERATED: [&str; 8] =
    [".pb.go", ".gen.go", "_generated.go", ".min.js", ".d.ts", "_pb2.py", "_pb2_grpc.py", ".map"];

/// How files of tests end.
const TESTS: [&str; 8] =
    ["_test.go", ".test.ts", ".spec.ts", ".test.js", ".spec.js", "_test.py", ".test.tsx", ".spec.tsx"];

/// How tests of Helm charts end; a workflow may end so, too, but lies elsewhere.
const CHART_TESTS: [&str; 2] = ["_test.yaml", "_test.yml"];

/// Whether nothing in the folder called `name`, inside the one called `parent`, is the repository's own.
pub(super) fn is_foreign(parent: &str, name: &str) -> bool {
    FOREIGN_FOLDERS.contains(&name) || FOREIGN_PAIRS.contains(&(parent, name))
}

/// Whether only the name of the file at `path` counts: its content is resolved,
/// generated, prose, or a test.
pub(super) fn is_mute(path: &str) -> bool {
    let (folders, name) = parts(path);
    let lower = lowered(name);
    let ends = |endings: &[&str]| endings.iter().any(|end| lower.ends_with(end));
    match ending(&lower) {
        "json" | "yaml" | "yml" => {
            // A schema describes what could be written.
            let has = |word: &str| memchr::memmem::find(lower.as_bytes(), word.as_bytes()).is_some();
            RESOLVED.contains(&&*lower)
                || lower.ends_with("schema.json")
                || has("openapi")
                || has("swagger")
                || ends(&CHART_TESTS) && folders.split('/').any(|folder| folder == "tests")
        }
        "lock" | "sum" => RESOLVED.contains(&&*lower),
        "go" | "js" | "ts" | "tsx" | "py" | "map" => {
            ["zz_generated", "mock_"].iter().any(|start| lower.starts_with(start))
                || ends(&GENERATED)
                || ends(&TESTS)
                || lower == "conftest.py"
                || lower.strip_suffix(".py").is_some_and(|stem| stem.starts_with("test_"))
        }
        _ => false,
    }
}

/// Folders of examples and tests.
const ASIDE: [&str; 11] = [
    "example",
    "examples",
    "sample",
    "samples",
    "demo",
    "test",
    "tests",
    "testing",
    "e2e",
    "hack",
    "benchmarks",
];

/// How much what stands in a file can prove, by where the file lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ground {
    /// All that it says.
    #[default]
    Own,
    /// Less: examples and tests need not be what runs.
    Aside,
    /// Little: documentation shows how something would be run.
    Told,
}

impl Ground {
    /// The ground of the files in the innermost of `folders`.
    pub(super) fn of(folders: &str) -> Self {
        let grounds = folders.split('/').map(|folder| match folder {
            "docs" => Self::Told,
            folder if ASIDE.contains(&folder) => Self::Aside,
            _ => Self::Own,
        });
        grounds.max().unwrap_or_default()
    }

    /// The ground of a script on this one: it runs, wherever it lies.
    pub(super) fn of_script(self) -> Self {
        self.min(Self::Aside)
    }

    /// How much a `sign` of this `strength` proves here.
    pub(super) fn limit(self, sign: Sign, strength: Strength) -> Strength {
        match self {
            Self::Own => strength,
            // What builds the documentation lies there, too.
            Self::Told if !matches!(sign, Sign::File | Sign::Marker | Sign::Package) => Strength::Low,
            Self::Aside | Self::Told => strength.at_most(Strength::Medium),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Ground, is_foreign, is_mute};
    use crate::identify::evidence::{Sign, Strength};

    #[test]
    fn documentation_and_examples_prove_less() {
        let limit = |folders, sign| Ground::of(folders).limit(sign, Strength::High);
        assert_eq!(limit("website/docs/examples", Sign::Image), Strength::Low);
        assert_eq!(limit("docs", Sign::Package), Strength::Medium);
        assert_eq!(limit("a/examples", Sign::Image), Strength::Medium);
        assert_eq!(limit("apps/my-docs", Sign::Image), Strength::High);
        assert_eq!(limit("", Sign::Image), Strength::High);
    }

    #[test]
    fn what_others_wrote_and_what_is_tested_says_nothing() {
        assert!(is_foreign("licenses", "github.com") && !is_foreign("src", "github.com"));
        assert!(is_foreign("kube", ".archive") && !is_foreign("apps", "archive"));
        assert!(is_foreign(".github", "ISSUE_TEMPLATE") && !is_foreign(".github", "workflows"));
        assert!(is_mute("chart/tests/deployment_test.yaml") && !is_mute("chart/tests/deployment.yaml"));
        assert!(!is_mute(".github/workflows/unit_test.yaml") && is_mute("src/a_test.go"));
        assert!(is_mute("api/openapi.yaml") && !is_mute("hack/generate-openapi.sh"));
    }
}
