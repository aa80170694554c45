//! Rules about categories and the answers that their members give.

use std::collections::BTreeSet;

use super::{error, warning};
use crate::check::locate::Step;
use crate::check::{Finding, Glance};
use crate::entry::{ALWAYS, Answer, Dimension, Entry, SCALE};
use crate::source::CATEGORY_FILE;
use crate::source::misfit::nearest;

pub(super) fn categories(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    let source = glance.source;
    for parsed in &source.entries {
        let Entry { id, category, .. } = &parsed.value;
        // At the top of a layer the category is that of the entry below.
        let text = if category.is_empty() {
            glance.below.entry(id).is_none().then(|| {
                format!("a new entry stands in the folder of its category: move it to <category>/{id}.toml")
            })
        } else {
            glance
                .category(category)
                .is_none()
                .then(|| format!("the folder `{category}` has no {CATEGORY_FILE}"))
        };
        findings.extend(text.map(|text| error(parsed, &[], "category", text)));
    }
    for parsed in &source.categories {
        let group = &parsed.value.group;
        if !source.groups().iter().any(|own| own.id == *group) && !glance.below.has_group(group) {
            let text = format!("there is no group `{group}`: name one of {}", crate::source::GROUPS_FILE);
            findings.push(error(parsed, &[Step::Key("group")], "category", text));
        }
    }
}

pub(super) fn comparisons(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.entries {
        let category = glance.category(&parsed.value.category);
        let dimensions = category.map_or(&[][..], |category| &category.dimensions);
        for (id, answer) in parsed.value.compare.iter() {
            let path = [Step::Key("compare"), Step::Key(id)];
            match dimensions.iter().find(|dimension| dimension.id == *id) {
                None => {
                    let text = format!("`{id}` is no question of the category `{}`", parsed.value.category);
                    findings.push(error(parsed, &path, "compare", text));
                }
                Some(dimension) => {
                    let wrong = wrong_answers(dimension, answer);
                    findings.extend(wrong.map(|text| error(parsed, &path, "compare", text)));
                }
            }
        }
        if parsed.value.kind.is_comparable() {
            for dimension in dimensions {
                if !parsed.value.compare.iter().any(|(id, _)| *id == dimension.id) {
                    let text = format!("`{}` is not answered: {}", dimension.id, dimension.question);
                    findings.push(error(parsed, &[Step::Key("compare")], "compare", text));
                }
            }
        }
    }
}

/// What is wrong with `answer` to the question of `dimension`.
fn wrong_answers(dimension: &Dimension, answer: &Answer) -> impl Iterator<Item = String> {
    let scale: Vec<&str> = SCALE.to_vec();
    let values: Vec<&str> = dimension.values.iter().map(|value| &**value).collect();
    let allowed = if dimension.scale { scale } else { values };
    let is_list = matches!(answer, Answer::Several(_));
    let list = (is_list && !dimension.set)
        .then(|| format!("`{}` takes one value: write it without brackets", dimension.id));
    let values = answer.values().iter().filter_map(move |value| {
        let bare = without_note(value);
        let known = allowed.is_empty() || allowed.contains(&bare) || ALWAYS.contains(&bare);
        let near = || {
            nearest(bare, allowed.iter().copied()).map(|near| format!("did you mean `{near}`? There are "))
        };
        (!known).then(|| {
            format!("`{bare}` is not among the values: {}{}", near().unwrap_or_default(), allowed.join(", "))
        })
    });
    list.into_iter().chain(values)
}

/// A value without the note in parentheses behind it.
pub(crate) fn without_note(value: &str) -> &str {
    if value.ends_with(')') { value.split_once(" (").map_or(value, |(bare, _)| bare) } else { value }
}

/// The fewest members of which it is telling that all answer alike.
const TELLING: usize = 3;

pub(super) fn one_answer(glance: &Glance<'_>, findings: &mut Vec<Finding>) {
    for parsed in &glance.source.categories {
        for (at, dimension) in parsed.value.dimensions.iter().enumerate() {
            let members = glance.entries.iter().filter(|entry| entry.value.category == parsed.value.id);
            let answers: Vec<String> = members
                .filter_map(|entry| entry.value.compare.iter().find(|(id, _)| *id == dimension.id))
                .map(|(_, answer)| {
                    answer.values().iter().map(|value| without_note(value)).collect::<Vec<_>>().join(", ")
                })
                .collect();
            let different: BTreeSet<&String> = answers.iter().collect();
            if let (1, true) = (different.len(), answers.len() >= TELLING) {
                let text = format!(
                    "all {} members answer `{}` alike: it decides nothing",
                    answers.len(),
                    dimension.id
                );
                let path = [Step::Key("dimensions"), Step::Index(at)];
                findings.push(warning(parsed, &path, "one-answer", text));
            }
        }
    }
}
