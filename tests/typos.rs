//! How often a mistyped name still finds its entry, over the whole glossary.

#![allow(clippy::print_stdout, reason = "the measurement is shown when asked for")]

use cnref::entry::Entry;
use cnref::glossary::Glossary;
use cnref::key::key;
use cnref::suggest::suggest;

/// What makes of a word a mistyped one, at a place.
type Slip = fn(&[char], usize) -> Vec<char>;

/// The slips measured.
const SLIPS: [(&str, Slip); 4] =
    [("missing", missing), ("doubled", doubled), ("swapped", swapped), ("neighbour", neighbour)];

fn missing(word: &[char], at: usize) -> Vec<char> {
    [&word[..at], &word[at + 1..]].concat()
}

fn doubled(word: &[char], at: usize) -> Vec<char> {
    [&word[..=at], &word[at..]].concat()
}

fn swapped(word: &[char], at: usize) -> Vec<char> {
    let mut word = word.to_vec();
    if at + 1 < word.len() {
        word.swap(at, at + 1);
    }
    word
}

/// The key to the right, or to the left at the end of a row.
fn neighbour(word: &[char], at: usize) -> Vec<char> {
    let mut word = word.to_vec();
    for row in ["qwertyuiop", "asdfghjkl", "zxcvbnm"] {
        if let Some(column) = row.find(word[at]) {
            let next = row.chars().nth(column + 1).or_else(|| row.chars().nth(column - 1));
            word[at] = next.expect("a row has more than one key");
            break;
        }
    }
    word
}

/// How many typos of an entry's names there are, and those that did not find it.
fn measure(glossary: &Glossary, entry: &Entry) -> (usize, Vec<String>) {
    let (mut all, mut wrong) = (0, Vec::new());
    let names = [&*entry.id, &*entry.name].into_iter().chain(entry.aliases.iter().map(|alias| &**alias));
    for name in names {
        let word: Vec<char> = name.to_lowercase().chars().collect();
        for (number, (slip, make)) in SLIPS.iter().enumerate() {
            // A different place for each slip and name, the same in every run.
            let at = (word.len() * 7 + number * 5 + entry.id.len()) % word.len();
            let typed = String::from_iter(make(&word, at));
            // What is itself a name is answered, not corrected.
            if key(&typed).is_empty() || !glossary.named(&typed).is_empty() {
                continue;
            }
            all += 1;
            let first = suggest(glossary, &typed).first().map(|suggestion| suggestion.card.id);
            if first != Some(&*entry.id) {
                wrong.push(format!("{slip} {typed} for {name}: {first:?}"));
            }
        }
    }
    (all, wrong)
}

#[test]
fn a_typo_finds_its_entry_98_times_of_100() {
    let glossary = Glossary::builtin();
    let entries: Vec<&Entry> = glossary.entries().collect();
    let (left, right) = entries.split_at(entries.len() / 2);
    let half = |entries: &[&Entry]| entries.iter().map(|entry| measure(&glossary, entry)).collect::<Vec<_>>();
    let measured = std::thread::scope(|scope| {
        let other = scope.spawn(|| half(right));
        [half(left), other.join().expect("no panic")].concat()
    });
    let all: usize = measured.iter().map(|(all, _)| all).sum();
    let wrong: Vec<&String> = measured.iter().flat_map(|(_, wrong)| wrong).collect();
    println!("{} of {all} typos put the right entry first; the others: {wrong:#?}", all - wrong.len());
    assert!(all > 1000, "too few were tried: {all}");
    assert!(wrong.len() * 100 <= all * 2, "{} of {all}", wrong.len());
}

#[test]
fn gibberish_is_left_alone() {
    let glossary = Glossary::builtin();
    // Letters from a small generator (Numerical Recipes' constants), the same in every run.
    let mut state: u32 = 2026;
    let mut letter = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        char::from(b'a' + u8::try_from((state >> 16) % 26).expect("below 26"))
    };
    let mut answered = Vec::new();
    let mut all = 0;
    for length in 6..14 {
        for _ in 0..100 {
            let word: String = (0..length).map(|_| letter()).collect();
            all += 1;
            if !suggest(&glossary, &word).is_empty() {
                answered.push(word);
            }
        }
    }
    assert!(answered.len() * 100 <= all, "{} of {all}: {answered:?}", answered.len());
}

#[test]
fn plain_words_get_no_unrelated_guess() {
    let glossary = Glossary::builtin();
    let words = [
        "banana",
        "umbrella",
        "yesterday",
        "chocolate",
        "saxophone",
        "mountain",
        "breakfast",
        "giraffe",
        "lighthouse",
        "butterfly",
        "elephant",
        "strawberry",
        "hospital",
        "newspaper",
        "keyboard",
        "sandwich",
    ];
    let answered: Vec<&str> = words.into_iter().filter(|word| !suggest(&glossary, word).is_empty()).collect();
    assert!(answered.len() <= 2, "{answered:?}");
}
