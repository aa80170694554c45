//! The table of rules; each family of them has a file.

mod comparison;
mod evidence;
mod facts;
mod layer;
mod names;
mod relations;
mod text;

use super::locate::{Step, locate};
use super::{Finding, Glance, Level, Rule};
use crate::source::Parsed;

/// Every rule, by name.
pub const RULES: &[Rule] = &[
    Rule {
        name: "alias",
        explanation: "A name, id or alias leads to one entry alone, whatever its spelling, and an entry has one file; an abbreviation that several entries share is an acronym.",
        example: "aliases = [\"k8s\"] in an entry that is not Kubernetes: make it acronyms = [\"k8s\"] in both, or drop it",
        find: names::aliases,
    },
    Rule {
        name: "category",
        explanation: "Every folder has a _category.toml (in it or in a layer below), and its group is one of the known groups.",
        example: "group = \"deliverry\": `cnref categories` lists the groups",
        find: comparison::categories,
    },
    Rule {
        name: "command-word",
        explanation: "An id or alias that is also a subcommand could not be looked up by itself.",
        example: "a file list.toml: name it linked-list.toml",
        find: names::command_words,
    },
    Rule {
        name: "compare",
        explanation: "Projects, products and services answer every question of their category, in its vocabulary.",
        example: "proxy = \"envoy\" where the value is \"Envoy\"; a note goes behind it: \"Envoy (since 1.2)\"",
        find: comparison::comparisons,
    },
    Rule {
        name: "cycle",
        explanation: "What one must read first leads down to words that need nothing, never back up.",
        example: "a pod is read before a node, and a node before a pod: drop one of the two",
        find: relations::cycles,
    },
    Rule {
        name: "date-order",
        explanation: "A project is accepted, then incubating, then graduated, then archived: never the other way round.",
        example: "accepted = 2020-01-01 and graduated = 2019-01-01",
        find: facts::order,
    },
    Rule {
        name: "draft",
        explanation: "What a template leaves to be written is written.",
        example: "summary = \"TODO: what it is\"",
        find: text::drafts,
    },
    Rule {
        name: "empty-item",
        explanation: "An item of a list says something: nothing is recognised by an empty text.",
        example: "images = [\"\"]",
        find: text::empty_items,
    },
    Rule {
        name: "ending",
        explanation: "What is archived or superseded names what replaces it, what one uses instead, or why it ended.",
        example: "status = \"archived\" and nothing else: add relations.replaced-by or a [[watch]]",
        find: facts::endings,
    },
    Rule {
        name: "evidence",
        explanation: "What gives an entry away can be met: a package names its registry, a line begins with more than a few letters.",
        example: "packages = [\"redis\"]: write \"npm:redis\", \"pypi:redis\" ...",
        find: evidence::evidence,
    },
    Rule {
        name: "excuse",
        explanation: "An excuse names a rule that is broken in its file, and a reason; one that is not needed any more goes.",
        example: "# excuse praise: it is the vendor's own slogan",
        find: no_breach,
    },
    Rule {
        name: "file-name",
        explanation: "A file is named after its id, a folder after its category: small letters, digits and hyphens. There are no folders in it.",
        example: "Helm.toml: name it helm.toml",
        find: no_breach,
    },
    Rule {
        name: "future",
        explanation: "No fact is dated later than today.",
        example: "checked.on = 2999-01-01: write the day on which you looked",
        find: facts::future,
    },
    Rule {
        name: "group",
        explanation: "A group has an id, a name and a summary, and stands once.",
        example: "two [[groups]] with id = \"runtime\"",
        find: text::groups,
    },
    Rule {
        name: "length",
        explanation: "What stands on one or two lines of a page has 150 characters at the most: why, use-when, avoid-when, a warning, a team's note.",
        example: "a why of 300 characters: the rest belongs in the description",
        find: text::lengths,
    },
    Rule {
        name: "link",
        explanation: "Links and sources are https addresses.",
        example: "home = \"http://example.org\": write https",
        find: facts::links,
    },
    Rule {
        name: "one-answer",
        explanation: "A question that all members of a category answer alike decides nothing.",
        example: "all seven meshes say \"yes\": ask what differs",
        find: comparison::one_answer,
    },
    Rule {
        name: "patch",
        explanation: "A patch changes an entry or category that exists below, and removes only what is there.",
        example: "helmm.patch.toml: name it helm.patch.toml",
        find: layer::patches,
    },
    Rule {
        name: "praise",
        explanation: "Words of praise tell nothing that can be checked.",
        example: "a powerful, seamless mesh: a mesh that encrypts calls without changing the services",
        find: text::praise,
    },
    Rule {
        name: "redefinition",
        explanation: "A layer changes a public entry or category by a patch; one that stands in its place says why.",
        example: "# excuse redefinition: our fork shares nothing but the name",
        find: layer::redefinitions,
    },
    Rule {
        name: "reference",
        explanation: "A relation or a link in a text names an entry that exists, and never its own.",
        example: "works-with = [\"promethues\"]: write prometheus",
        find: relations::references,
    },
    Rule {
        name: "repetition",
        explanation: "An alias is no other spelling of a name that is there already; an id stands once in a relation, a question once in a category, a value once in a question.",
        example: "name = \"Argo CD\" and aliases = [\"argo-cd\"]",
        find: names::repetitions,
    },
    Rule {
        name: "required",
        explanation: "An entry has a name, a summary and a description, the day of its last check and a source; a category a name and a summary, its questions an id, a name and words.",
        example: "no [checked]: write on = the day, and sources = the pages that say so",
        find: text::required,
    },
    Rule {
        name: "summary",
        explanation: "A summary says what the thing is in 40 to 110 characters, so that it fits one line of a list.",
        example: "summary = \"A tool.\"",
        find: no_breach,
    },
    Rule {
        name: "toml",
        explanation: "A file is TOML of the shape that its kind has.",
        example: "tags = \"cni\": write tags = [\"cni\"]",
        find: no_breach,
    },
    Rule {
        name: "undated",
        explanation: "A fact that changes has its day and its source: a warning, a level in the foundation.",
        example: "maturity = \"graduated\" without graduated = the day",
        find: facts::undated,
    },
    Rule {
        name: "unknown-key",
        explanation: "A key is one that an entry has, so that a misspelt one cannot disappear.",
        example: "sumary = \"...\": write summary",
        find: no_breach,
    },
    Rule {
        name: "unknown-value",
        explanation: "A value is one that its key can have.",
        example: "kind = \"tool\": write project, product, service, ...",
        find: no_breach,
    },
    Rule {
        name: "unreadable",
        explanation: "A file is an ordinary file of text in UTF-8 that may be read, of 1 MiB at the most.",
        example: "a folder called x.toml",
        find: no_breach,
    },
    Rule {
        name: "unsafe-character",
        explanation: "Control and bidirectional characters could drive a terminal or hide what is written.",
        example: "name = \"a\\u001b[31mb\"",
        find: text::unsafe_characters,
    },
];

/// Words that are commands and so cannot be names.
pub const COMMAND_WORDS: &[&str] = &[
    "categories",
    "check",
    "compare",
    "completions",
    "config",
    "edit",
    "export",
    "gloss",
    "graph",
    "help",
    "identify",
    "import",
    "layers",
    "list",
    "man",
    "new",
    "open",
    "path",
    "random",
    "related",
    "schema",
    "search",
    "show",
    "stale",
];

/// For what reading a file, another rule or an excuse finds.
fn no_breach(_: &Glance<'_>, _: &mut Vec<Finding>) {}

/// An error in `parsed`, at the value that `path` leads to.
fn error<T>(parsed: &Parsed<T>, path: &[Step<'_>], rule: &'static str, text: String) -> Finding {
    let place = locate(&parsed.text, path);
    let finding = Finding::error(&parsed.path, &parsed.text, place.unwrap_or_default(), rule, text);
    Finding { is_placed: place.is_some(), ..finding }
}

/// A warning in `parsed`, at the value that `path` leads to.
fn warning<T>(parsed: &Parsed<T>, path: &[Step<'_>], rule: &'static str, text: String) -> Finding {
    Finding { level: Level::Warning, ..error(parsed, path, rule, text) }
}
