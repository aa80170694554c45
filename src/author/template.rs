//! A new file to fill in: valid as it stands, with a comment for each thing to
//! write and the questions of its category.

use std::fmt::Write;

use super::quoted;
use crate::entry::{Category, Date, Dimension, Entry, Kind, SCALE};

/// A file for a new entry called `name`.
#[must_use]
pub fn entry(name: &str, kind: Kind, category: Option<&Category>, today: Date) -> String {
    let mut text = String::new();
    let category_name = category.map_or("word", |category| &category.name);
    let _ = write!(
        text,
        "# A new entry of the category `{category_name}`. Replace each TODO; `cnref check` says what is missing.\n\
         name = {name}\n\
         # project, product, service, standard, concept, component, object or organization\n\
         kind = \"{kind}\"\n\
         # aliases = [\"another name, for this entry alone\"]\n\
         # acronyms = [\"an abbreviation, which others may share\"]\n\
         tags = [\"draft\"]\n\
         # What it is and what sets it apart, in one sentence of 40 to 110 characters.\n\
         summary = \"TODO: what it is and what sets it apart, in one sentence.\"\n\
         # The problem, then what one sees of it: at most 150 characters.\n\
         why = \"TODO: the problem that it solves.\"\n\
         # How it works: short paragraphs, `code` in backticks, [words](id) link another entry.\n\
         description = \"\"\"\nTODO: how it works.\n\"\"\"\n\
         # use-when = [\"when to choose it\"]\n\
         # avoid-when = [\"when to think twice\"]\n\n\
         # [[watch]]\n# text = \"what a colleague would warn of\"\n# as-of = {today}\n# source = \"https://...\"\n\n",
        name = quoted(name),
        kind = kind.as_str(),
    );
    if kind.is_comparable() {
        text.push_str(
            "# [project]\n# license = \"Apache-2.0\"\n# languages = [\"Go\"]\n# since = 2020\n# status = \"active\"\n\n",
        );
    }
    text.push_str(
        "# [links]\n# home = \"https://...\"\n# docs = \"https://...\"\n# repo = \"https://...\"\n\n\
         # [relations]\n# built-on = [\"an id\"]\n# works-with = [\"an id\"]\n# alternatives = [\"an id\"]\n\n",
    );
    let dimensions = category.map_or(&[][..], |category| &category.dimensions);
    if kind.is_comparable() && !dimensions.is_empty() {
        text.push_str(
            "# The questions of the category; a note may follow an answer in parentheses.\n[compare]\n",
        );
        for dimension in dimensions {
            let _ = writeln!(
                text,
                "# {}{}\n{} = \"unknown\"",
                dimension.question,
                choices(dimension),
                dimension.id
            );
        }
        text.push('\n');
    }
    let _ = write!(
        text,
        "# [team]\n# owner = \"who looks after it\"\n# contact = \"where to ask\"\n# note = \"what we use it for\"\n\n\
         # The day on which you looked, and the pages that say what this says.\n\
         [checked]\non = {today}\nsources = [\"https://example.org/TODO\"]\n"
    );
    text
}

/// What a question can be answered with, in words.
fn choices(dimension: &Dimension) -> String {
    let values = match (dimension.scale, &dimension.values[..]) {
        (true, _) => SCALE.join(", "),
        (false, []) => return String::new(),
        (false, values) => values.join(", "),
    };
    let many = if dimension.set { "; several in brackets" } else { "" };
    format!(" ({values}{many})")
}

/// A patch of `entry` that changes nothing yet.
#[must_use]
pub fn patch(entry: &Entry) -> String {
    format!(
        "# What we say of `{id}` ourselves. Lists grow, tables merge, single values are replaced;\n\
         # [remove] names what goes. The entry below: cnref {id} --full --no-project\n\n\
         # tags = [\"approved\"]\n\n\
         # [links]\n# docs = \"https://wiki.example.com/{id}\"\n\n\
         # [team]\n# owner = \"who looks after it\"\n# contact = \"where to ask\"\n# note = \"what we use it for\"\n\n\
         # [remove]\n# relations.alternatives = [\"an id\"]\n",
        id = entry.id
    )
}

/// The description of a category that a layer begins.
#[must_use]
pub fn category(id: &str, summary: &str) -> String {
    format!("name = {}\ngroup = \"own\"\nsummary = {}\n", quoted(&id.replace('-', " ")), quoted(summary))
}
