//! "Did you mean": names near to a mistyped one, nearest first, and nothing
//! when nothing is near.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::card::Card;
use crate::entry::{Entry, NameClass};
use crate::glossary::Glossary;
use crate::key::{key, letters};

/// How many suggestions are offered at the most.
pub const MOST: usize = 3;

/// Longer words are not compared: no name comes near them.
const LONGEST: usize = 64;

/// More words than these are no name.
const MOST_WORDS: usize = 12;

/// Words that make a name a question.
const FILLERS: [&str; 16] = [
    "a", "about", "an", "are", "define", "does", "explain", "how", "in", "is", "it", "of", "the", "what",
    "whats", "work",
];

/// A name that the typed one may have meant.
#[derive(Clone, Debug, Serialize)]
pub struct Suggestion<'g> {
    /// The entry it leads to.
    #[serde(flatten)]
    pub card: Card<'g>,
    /// The name that is near, where it is neither the id nor the name.
    pub through: Option<&'g str>,
}

/// How near a name is; smaller is nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Nearness {
    /// Likely slips first, then others, then beginnings and shared words, then far slips.
    tier: u8,
    /// The cost of the slips.
    cost: usize,
}

impl Nearness {
    /// Whether it is so near that `other` is noise beside it.
    fn drowns(self, other: &Self) -> bool {
        other.tier > self.tier + 1
    }
}

/// The entries whose names are near to `typed`, at most [`MOST`], nearest first.
///
/// Names that share words with it are offered only when no slip explains it.
#[must_use]
pub fn suggest<'g>(glossary: &'g Glossary, typed: &str) -> Vec<Suggestion<'g>> {
    let wanted = Wanted::new(typed);
    if wanted.key.len() < 2 || wanted.key.len() > LONGEST {
        return Vec::new();
    }
    let slips = glossary.keys().filter_map(|(key, class, entry)| Some((wanted.nearness(key)?, class, entry)));
    let mut near = nearest_entries(glossary, slips);
    if near.is_empty() {
        let shared = glossary.entries().flat_map(|entry| entry.names().map(move |name| (name, entry)));
        near = nearest_entries(
            glossary,
            shared.filter_map(|((class, name), entry)| Some((wanted.shares_words(name)?, class, entry))),
        );
    }
    if let Some(&(best, _)) = near.first() {
        near.retain(|(nearness, _)| !best.drowns(nearness));
    }
    near.truncate(MOST);
    near.into_iter()
        .map(|(_, entry)| Suggestion { card: Card::new(glossary, entry), through: wanted.through(entry) })
        .collect()
}

/// The entries of which a name has the words of `typed` in another order, or
/// without the words of a question: "operator prometheus", "what is helm".
#[must_use]
pub fn reordered<'g>(glossary: &'g Glossary, typed: &str) -> Vec<Suggestion<'g>> {
    let wanted = Wanted::new(typed);
    let sorted = |words: &[String]| {
        let mut keys: Vec<String> = words.iter().map(|word| key(word)).collect();
        keys.sort_unstable();
        keys
    };
    let telling: Vec<String> =
        wanted.words.iter().filter(|word| !FILLERS.contains(&&***word)).cloned().collect();
    if wanted.words.len() < 2 || wanted.words.len() > MOST_WORDS || telling.is_empty() {
        return Vec::new();
    }
    let telling = sorted(&telling);
    let mut found: Vec<&Entry> = glossary
        .entries()
        .filter(|entry| entry.names().any(|(_, name)| sorted(&words(name)) == telling))
        .collect();
    found.sort_by_key(|entry| Reverse(glossary.weight(entry)));
    found.truncate(MOST);
    found
        .into_iter()
        .map(|entry| Suggestion { card: Card::new(glossary, entry), through: wanted.through(entry) })
        .collect()
}

/// Each entry once, with its nearest name; nearest first, then its own names
/// before shared ones, then what more depends on.
fn nearest_entries<'g>(
    glossary: &Glossary,
    candidates: impl Iterator<Item = (Nearness, NameClass, &'g Entry)>,
) -> Vec<(Nearness, &'g Entry)> {
    let mut near: BTreeMap<&str, (Nearness, NameClass, &Entry)> = BTreeMap::new();
    for candidate in candidates {
        let best = near.entry(&candidate.2.id).or_insert(candidate);
        if (candidate.0, candidate.1) < (best.0, best.1) {
            *best = candidate;
        }
    }
    let mut near: Vec<(Nearness, NameClass, &Entry)> = near.into_values().collect();
    near.sort_by_key(|(nearness, class, entry)| {
        (*nearness, *class, Reverse(glossary.weight(entry)), &entry.id)
    });
    near.into_iter().map(|(nearness, _, entry)| (nearness, entry)).collect()
}

/// The candidates near to `typed` among plain words: flags, values, categories.
#[must_use]
pub fn nearest<'c>(typed: &str, candidates: impl Iterator<Item = &'c str>) -> Vec<&'c str> {
    let wanted = Wanted::new(typed);
    if wanted.key.is_empty() || wanted.key.len() > LONGEST {
        return Vec::new();
    }
    let near = |name: &str| wanted.nearness(&key(name)).or_else(|| wanted.shares_words(name));
    let mut near: Vec<(Nearness, &str)> = candidates.filter_map(|name| Some((near(name)?, name))).collect();
    near.sort_unstable();
    near.dedup();
    if let Some(&(best, _)) = near.first() {
        near.retain(|(nearness, _)| !best.drowns(nearness));
    }
    near.truncate(MOST);
    near.into_iter().map(|(_, name)| name).collect()
}

/// The lower-case words of a name.
fn words(name: &str) -> Vec<String> {
    name.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// What was typed, taken apart once.
struct Wanted {
    /// The key, which has no plural ending.
    key: String,
    /// The same with the ending: the `s` of `eeks` is none.
    whole: String,
    words: Vec<String>,
}

impl Wanted {
    fn new(typed: &str) -> Self {
        let key = key(typed);
        Self { whole: letters(typed), words: words(typed), key }
    }

    /// What was typed with its ending, where the key has lost one.
    fn whole(&self) -> Option<&str> {
        (self.whole != self.key).then_some(&*self.whole)
    }

    /// How near the name with the key `candidate` is: by slips, or because it
    /// begins with what was typed.
    fn nearness(&self, candidate: &str) -> Option<Nearness> {
        let near = slips(&self.key, candidate)
            .into_iter()
            .chain(self.whole().and_then(|whole| slips(whole, candidate)))
            .min();
        let near = near.map(|(tier, cost)| Nearness { tier, cost });
        near.or_else(|| {
            let begins = self.key.len() >= 3 && candidate.starts_with(&self.key);
            begins.then_some(Nearness { tier: 2, cost: 0 })
        })
    }

    /// How many words are left over when every word of the shorter name stands
    /// in the longer one; `None` unless it does, and more than a filler is shared.
    fn shares_words(&self, name: &str) -> Option<Nearness> {
        let name = words(name);
        let (few, many) =
            if self.words.len() <= name.len() { (&self.words, &name) } else { (&name, &self.words) };
        // A name that stands whole in what was typed tells more than a word of a name.
        let least = if name.len() < self.words.len() { 4 } else { 5 };
        let is_telling = few.iter().map(String::len).sum::<usize>() >= least;
        let shares = is_telling && few.len() < many.len() && few.iter().all(|word| many.contains(word));
        // "helm install" speaks of Helm rather than of what is called after it.
        let is_longer = usize::from(self.words.len() < name.len());
        shares.then(|| Nearness { tier: 2, cost: 2 * (many.len() - few.len()) + is_longer })
    }

    /// The name of `entry` that is near, where it is neither the id nor the name.
    fn through<'g>(&self, entry: &'g Entry) -> Option<&'g str> {
        let near = |name: &str| self.nearness(&key(name)).or_else(|| self.shares_words(name));
        let (_, name) = entry.names().filter_map(|(_, name)| Some((near(name)?, name))).min()?;
        (key(name) != key(&entry.id) && key(name) != key(&entry.name)).then_some(name)
    }
}

/// The slips that turn `candidate` into what was typed, as a tier and a
/// cost; `None` when they are more than a third of the word, or more than
/// three.
///
/// A third of the length between one and three was measured on 700 names
/// to find what was meant without guessing; in words of three letters or
/// fewer any letter makes another name, so that only likely slips count
/// there.
fn slips(typed: &str, candidate: &str) -> Option<(u8, usize)> {
    let limit = (typed.len().max(candidate.len()) / 3).clamp(1, 3);
    // One slip changes the length by one and the set of letters by two, which
    // is told much faster than the distance.
    let different_letters = (letter_set(typed) ^ letter_set(candidate)).count_ones() as usize;
    if typed.len().abs_diff(candidate.len()) > limit || different_letters > 2 * limit {
        return None;
    }
    let distance = strsim::osa_distance(typed, candidate);
    if distance > limit {
        return None;
    }
    let (typed, candidate): (Vec<char>, Vec<char>) = (typed.chars().collect(), candidate.chars().collect());
    let shorter = typed.len().min(candidate.len());
    let begins_alike = typed.first() == candidate.first();
    let cost = typing_cost(&typed, &candidate);
    let is_likely = cost <= LIKELY * distance;
    match distance {
        1 if is_likely => Some((0, cost)),
        1 if shorter > 3 => Some((1, cost)),
        2 if shorter > 4 && begins_alike => Some((2, cost)),
        2 if shorter > 5 && is_likely => Some((2, cost)),
        3 if shorter > 7 && begins_alike && cost <= 2 * LIKELY + UNLIKELY => Some((3, cost)),
        _ => None,
    }
}

/// The bytes of a word as a set, of which some share a place.
fn letter_set(word: &str) -> u32 {
    word.bytes().fold(0, |set, byte| set | 1 << (byte % 32))
}

/// The cost of a slip that fingers make, and of one that they do not.
const LIKELY: usize = 3;
const UNLIKELY: usize = 5;

/// Optimal string alignment with the costs of typing: letters swapped, doubled
/// or missing and the neighbour's key hit are likely, anything else is not.
fn typing_cost(typed: &[char], meant: &[char]) -> usize {
    let (rows, columns) = (typed.len() + 1, meant.len() + 1);
    let mut cost = vec![vec![0; columns]; rows];
    for row in 0..rows {
        for column in 0..columns {
            cost[row][column] = match (row, column) {
                (0, 0) => 0,
                (0, _) => cost[0][column - 1] + LIKELY,
                (_, 0) => cost[row - 1][0] + UNLIKELY,
                _ => {
                    let (t, m) = (typed[row - 1], meant[column - 1]);
                    let is_doubled = row > 1 && typed[row - 2] == t;
                    // A finger that hits two keys at once.
                    let is_brushed = row > 1 && are_neighbours(typed[row - 2], t);
                    let extra = match (is_doubled, is_brushed) {
                        (true, _) => LIKELY - 1,
                        (false, true) => LIKELY,
                        (false, false) => UNLIKELY,
                    };
                    let replaced = match t == m {
                        true => 0,
                        false if are_neighbours(t, m) => LIKELY,
                        false => UNLIKELY,
                    };
                    let mut best = (cost[row - 1][column - 1] + replaced)
                        .min(cost[row - 1][column] + extra)
                        .min(cost[row][column - 1] + LIKELY);
                    let is_swapped =
                        row > 1 && column > 1 && t == meant[column - 2] && typed[row - 2] == m && t != m;
                    if is_swapped {
                        best = best.min(cost[row - 2][column - 2] + LIKELY - 1);
                    }
                    best
                }
            };
        }
    }
    cost[rows - 1][columns - 1]
}

/// Whether two keys lie side by side on a QWERTY or QWERTZ keyboard.
fn are_neighbours(a: char, b: char) -> bool {
    const ROWS: [&str; 4] = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let place = |key: char| {
        ROWS.iter().enumerate().find_map(|(row, keys)| keys.find(key).map(|column| (row, column)))
    };
    let (Some((row_a, a)), Some((row_b, b))) = (place(a), place(b)) else { return false };
    match row_a.cmp(&row_b) {
        std::cmp::Ordering::Equal => a.abs_diff(b) == 1,
        // Each row is shifted right by half a key against the one above.
        std::cmp::Ordering::Less => row_b - row_a == 1 && (b == a || b + 1 == a),
        std::cmp::Ordering::Greater => row_a - row_b == 1 && (a == b || a + 1 == b),
    }
}

#[cfg(test)]
mod tests {
    use super::{nearest, typing_cost};

    fn cost(typed: &str, meant: &str) -> usize {
        typing_cost(&typed.chars().collect::<Vec<_>>(), &meant.chars().collect::<Vec<_>>())
    }

    #[test]
    fn slips_of_the_finger_cost_less() {
        assert_eq!(cost("helm", "helm"), 0);
        assert!(cost("hlem", "helm") < cost("hxlm", "helm"), "swapped");
        assert!(cost("heelm", "helm") < cost("hexlm", "helm"), "doubled");
        assert!(cost("hekm", "helm") < cost("hezm", "helm"), "the next key");
        assert!(cost("hlm", "helm") < cost("hexlm", "helm"), "missing");
    }

    #[test]
    fn plain_words_are_offered_too() {
        let values = ["graduated", "incubating", "sandbox", "archived"];
        assert_eq!(nearest("gradutaed", values.into_iter()), ["graduated"]);
        assert!(nearest("purple", values.into_iter()).is_empty());
    }
}
