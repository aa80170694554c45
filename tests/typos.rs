//! How often a mistyped name still finds its entry, over the whole glossary.

use cnref::glossary::Glossary;
use cnref::key::key;
use cnref::suggest::suggest;

/// The slips measured: what each makes of a word at a place, if it can.
const SLIPS: [(&str, fn(&[char], usize) -> Option<Vec<char>>); 4] =
    [("missing", missing), ("doubled", doubled), ("swapped", swapped), ("neighbour", neighbour)];

fn missing(word: &[char], at: usize) -> Option<Vec<char>> {
    let mut word = word.to_vec();
    word.remove(at);
    Some(word)
}

fn doubled(word: &[char], at: usize) -> Option<Vec<char>> {
    let mut word = word.to_vec();
    word.insert(at, word[at]);
    Some(word)
}

fn swapped(word: &[char], at: usize) -> Option<Vec<char>> {
    let mut word = word.to_vec();
    (at + 1 < word.len() && word[at] != word[at + 1]).then(|| {
        word.swap(at, at + 1);
        word
    })
}

fn neighbour(word: &[char], at: usize) -> Option<Vec<char>> {
    let keys = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
    let row = keys.iter().find(|row| row.contains(word[at]))?;
    let column = row.find(word[at])?;
    let next = row.chars().nth(column + 1).or(row.chars().nth(column.checked_sub(1)?))?;
    let mut word = word.to_vec();
    word[at] = next;
    Some(word)
}

/// Right and all, for names of at least `shortest` letters.
fn measure(shortest: usize) -> (usize, usize, Vec<String>) {
    let glossary = Glossary::builtin();
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for entry in glossary.entries() {
        let own = [&*entry.id, &*entry.name].into_iter().chain(entry.aliases.iter().map(|alias| &**alias));
        for name in own {
            let word: Vec<char> = name.to_lowercase().chars().collect();
            if word.len() < shortest {
                continue;
            }
            for (number, (slip, make)) in SLIPS.iter().enumerate() {
                // A different place for each slip and name, the same in every run.
                let at = (word.len() * 7 + number * 5 + entry.id.len()) % word.len();
                let Some(typed) = make(&word, at) else { continue };
                let typed = String::from_iter(typed);
                // What is itself a name is answered, not corrected.
                if !glossary.named(&key(&typed)).is_empty() {
                    continue;
                }
                all += 1;
                let first = suggest(&glossary, &typed).first().map(|suggestion| suggestion.card.id);
                if first == Some(&*entry.id) {
                    right += 1;
                } else {
                    wrong.push(format!("{slip} {typed} for {name}: {first:?}"));
                }
            }
        }
    }
    (right, all, wrong)
}

#[test]
fn a_typo_finds_its_entry_98_times_of_100() {
    let (right, all, wrong) = measure(1);
    eprintln!("{right} of {all} typos put the right entry first; the others:\n{}", wrong.join("\n"));
    assert!(all > 1000, "too few were tried: {all}");
    assert!(right * 100 >= all * 98, "{right} of {all}");
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
