//! The words of a text as search compares them: lower-case stems, each with the
//! field that it stands in. The build script indexes with the same functions
//! that a query goes through.

use rust_stemmers::Stemmer;

use crate::entry::{Entry, Kind};

/// Where in an entry a word stands; the order is that of importance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// The id and the name.
    Name,
    /// Aliases and acronyms.
    Alias,
    /// The summary.
    Summary,
    /// What people want who do not know its name.
    Need,
    /// Tags, and the name of the category.
    Tag,
    /// The problem that it solves.
    Why,
    /// When to choose it, and what its commands do.
    Use,
    /// The description.
    Text,
}

impl Field {
    /// Every field.
    pub(crate) const ALL: [Self; 8] =
        [Self::Name, Self::Alias, Self::Summary, Self::Need, Self::Tag, Self::Why, Self::Use, Self::Text];

    /// The bit that says that a word stands in this field.
    pub(crate) fn bit(self) -> u8 {
        1 << self as u8
    }
}

/// The words of `text`: runs of letters and digits, with signs that belong to names.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '+' | '#')))
        .filter(|word| word.chars().any(char::is_alphanumeric))
}

/// The stem of one word, the same for British and American spelling.
pub(crate) fn stem(stemmer: &Stemmer, word: &str) -> String {
    let mut word = word.to_lowercase();
    americanise(&mut word);
    stemmer.stem(&word).into_owned()
}

/// Spells the endings in which British and American differ the American way:
/// "visualise", "behaviour". Words that only look like it ("noise", "hour")
/// come out wrong, but the same wherever they stand.
fn americanise(word: &mut String) {
    const IS: [&str; 8] = ["ise", "ises", "ised", "iser", "isers", "ising", "isation", "isations"];
    const OUR: [&str; 4] = ["our", "ours", "oured", "ouring"];
    let ending = |endings: &[&'static str]| endings.iter().find(|ending| word.ends_with(**ending)).copied();
    if let Some(ending) = ending(&IS).filter(|ending| word.len() > ending.len() + 2) {
        let s = word.len() - ending.len() + 1;
        word.replace_range(s..=s, "z");
    } else if let Some(ending) = ending(&OUR).filter(|ending| word.len() > ending.len() + 2) {
        let u = word.len() - ending.len() + 1;
        word.remove(u);
    }
}

/// The words that a name in camel case is made of; none of another.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let is_joint = |at: &usize| {
        name.as_bytes()[at - 1].is_ascii_lowercase() && name.as_bytes()[*at].is_ascii_uppercase()
    };
    let joints: Vec<usize> = (1..name.len()).filter(is_joint).collect();
    let ends = joints.clone().into_iter().chain(std::iter::once(name.len()));
    let starts = std::iter::once(0).chain(joints.clone());
    starts.zip(ends).filter(move |_| !joints.is_empty()).map(|(start, end)| &name[start..end])
}

/// The texts of an entry with the field that each belongs to.
pub(crate) fn fields<'e>(entry: &'e Entry, category_name: &'e str) -> Vec<(Field, &'e str)> {
    let mut fields = vec![
        (Field::Name, &*entry.id),
        (Field::Name, &*entry.name),
        (Field::Summary, &*entry.summary),
        (Field::Tag, category_name),
        (Field::Why, &*entry.why),
        (Field::Text, &*entry.description),
    ];
    let mut add = |field: Field, text: &'e str| fields.push((field, text));
    if entry.kind == Kind::Object {
        parts(&entry.name).for_each(|part| add(Field::Name, part));
    }
    entry.aliases.iter().chain(entry.acronyms.iter()).for_each(|name| add(Field::Alias, name));
    entry.needs.iter().for_each(|need| add(Field::Need, need));
    entry.tags.iter().for_each(|tag| add(Field::Tag, tag));
    entry.use_when.iter().for_each(|reason| add(Field::Use, reason));
    entry.commands.iter().for_each(|command| add(Field::Use, &command.does));
    entry.standard.iter().for_each(|standard| add(Field::Use, &standard.governs));
    entry.watch.iter().for_each(|watch| add(Field::Text, &watch.text));
    fields
}

#[cfg(test)]
mod tests {
    use rust_stemmers::{Algorithm, Stemmer};

    use super::{parts, stem};

    #[test]
    fn both_spellings_have_one_stem() {
        let stemmer = Stemmer::create(Algorithm::English);
        for (british, american) in
            [("visualise", "visualize"), ("authorisation", "authorization"), ("behaviours", "behaviors")]
        {
            assert_eq!(stem(&stemmer, british), stem(&stemmer, american));
        }
        assert_eq!(stem(&stemmer, "our"), "our");
    }

    #[test]
    fn names_in_camel_case_have_parts() {
        assert_eq!(parts("PodDisruptionBudget").collect::<Vec<_>>(), ["Pod", "Disruption", "Budget"]);
        assert_eq!(parts("Node").count(), 0);
    }
}
