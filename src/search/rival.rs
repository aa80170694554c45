//! "An alternative to X", "instead of X": what is asked for stands beside X.

use crate::entry::Entry;
use crate::glossary::Glossary;
use crate::relation::Relation;

/// Words that ask for something else than what follows them, or stands before them.
const REPLACEMENTS: [&str; 13] = [
    "alternative",
    "alternatives",
    "replacement",
    "replacements",
    "substitute",
    "replace",
    "replaced",
    "replaces",
    "replacing",
    "successor",
    "superseded",
    "competitor",
    "competitors",
];

/// Words between such a word and the name.
const LINKS: [&str; 5] = ["to", "for", "of", "the", "a"];

/// The longest name, in words.
const LONGEST: usize = 4;

/// A question for what takes the place of an entry.
#[derive(Debug)]
pub(super) struct Rival<'g> {
    /// What is to be replaced.
    pub(super) entry: &'g Entry,
    /// What may take its place, what it names as its successor first.
    pub(super) alternatives: Vec<&'g Entry>,
    /// What else was asked.
    pub(super) rest: String,
}

impl<'g> Rival<'g> {
    /// The rival that `question` names; none when it asks otherwise.
    pub(super) fn of(glossary: &'g Glossary, question: &str) -> Option<Self> {
        let words: Vec<&str> = question.split_whitespace().collect();
        let is = |at: usize, wanted: &[&str]| {
            words.get(at).is_some_and(|word| wanted.iter().any(|wanted| wanted.eq_ignore_ascii_case(word)))
        };
        let at = (0..words.len())
            .find(|at| is(*at, &REPLACEMENTS) || is(*at, &["instead"]) && is(at + 1, &["of"]))?;
        let after = (at + 1..words.len()).find(|next| !is(*next, &LINKS)).unwrap_or(words.len());
        let behind = || (after..=words.len().min(after + LONGEST)).rev().map(|end| (after, end));
        let before = || (at.saturating_sub(LONGEST)..at).map(|start| (start, at));
        let (entry, alternatives, (start, end)) = behind().chain(before()).find_map(|(start, end)| {
            let name = words.get(start..end)?.join(" ");
            let entry = glossary.called(&name).first().map(|(_, entry)| *entry)?;
            let mut alternatives = glossary.related(entry, Relation::ReplacedBy);
            alternatives.extend(glossary.related(entry, Relation::Alternatives));
            let is_rival = entry.kind.is_comparable() || !alternatives.is_empty();
            is_rival.then_some((entry, alternatives, (start, end)))
        })?;
        let rest = |place: &usize| !(start..end).contains(place) && !(at..after).contains(place);
        let rest = (0..words.len()).filter(rest).map(|place| words[place]).collect::<Vec<_>>().join(" ");
        Some(Self { entry, alternatives, rest })
    }
}

#[cfg(test)]
mod tests {
    use super::Rival;
    use crate::glossary::Glossary;

    #[test]
    fn the_one_to_be_replaced_and_the_rest() {
        let glossary = Glossary::builtin();
        let asked = |question: &str| {
            Rival::of(&glossary, question).map(|rival| (rival.entry.id.to_string(), rival.rest))
        };
        let is = |id: &str, rest: &str| Some((id.to_owned(), rest.to_owned()));
        assert_eq!(asked("open source alternative to Datadog"), is("datadog", "open source"));
        assert_eq!(asked("docker desktop replacement"), is("docker-desktop", ""));
        assert_eq!(asked("what can I use instead of helm"), is("helm", "what can I use"));
        assert_eq!(asked("what replaced dockershim"), is("dockershim", "what"));
        assert_eq!(asked("replace a broken node"), None);
        assert_eq!(asked("encrypt traffic"), None);
    }
}
