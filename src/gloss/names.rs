//! The names to look for in a text: one automaton over all of them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::entry::{Entry, Kind, NameClass};
use crate::glossary::Glossary;

/// Names that are also plain English words.
const ENGLISH: &str = include_str!("data/english.txt");

/// Names that were a person's, a place's or a myth's before.
const PROPER: &str = include_str!("data/proper.txt");

/// The longest name that counts only as it is written: `CD` is one, `cd` is a command.
const SHORT: usize = 3;

/// A name that leads to an entry.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'g> {
    /// As the entry writes it.
    pub(super) written: &'g str,
    /// The entry.
    pub(super) entry: &'g Entry,
    /// How the name belongs to the entry.
    pub(super) class: NameClass,
    /// Whether it means something else in plain English.
    pub(super) is_english: bool,
    /// Whether it was a person's, a place's or a myth's before.
    pub(super) is_proper: bool,
}

impl Name<'_> {
    /// Whether `found` is spelled as the name is, not merely with the same letters.
    pub(super) fn is_spelled(&self, found: &str) -> bool {
        is_one_or_several(found, self.written)
    }

    /// Whether `found` is the name in capitals: `EKS` where the entry says `eks`.
    pub(super) fn is_in_capitals(&self, found: &str) -> bool {
        is_one_or_several(found, &self.written.to_uppercase())
    }

    /// Whether it is so short that the same letters often mean something else.
    pub(super) fn is_short(&self) -> bool {
        self.written.len() <= SHORT
    }

    /// Whether it is another name than the entry's own.
    pub(super) fn is_other(&self) -> bool {
        self.class > NameClass::Name
    }
}

/// Whether `found` is `name`, or several of it.
fn is_one_or_several(found: &str, name: &str) -> bool {
    found == name
        || found.strip_prefix(name).is_some_and(|ending| matches!(ending, "s" | "es"))
        || found.strip_suffix("ies").is_some_and(|stem| name.strip_suffix('y') == Some(stem))
}

/// All names of a glossary, to be found in one pass.
pub(super) struct Names<'g> {
    automaton: AhoCorasick,
    /// For each pattern the names that have its letters, preferred ones first.
    names: Vec<Vec<Name<'g>>>,
}

/// The letters of a name at a place in a text.
#[derive(Clone, Debug)]
struct Spot {
    range: Range<usize>,
    pattern: usize,
}

impl<'g> Names<'g> {
    /// The names of `glossary`.
    pub(super) fn new(glossary: &'g Glossary) -> Option<Self> {
        let (english, proper) = (words(ENGLISH), words(PROPER));
        let mut patterns: BTreeMap<String, Vec<Name<'g>>> = BTreeMap::new();
        for entry in glossary.entries() {
            for (class, written) in entry.names() {
                let lower = written.to_lowercase();
                let (is_english, is_proper) = (english.contains(&*lower), proper.contains(&*lower));
                let name = Name { written, entry, class, is_english, is_proper };
                let spaced = match entry.kind {
                    Kind::Object => parted(written),
                    _ => lower.replace('-', " "),
                };
                let several = [several(&lower), several(&spaced)];
                let all: BTreeSet<String> =
                    [lower, spaced].into_iter().chain(several.into_iter().flatten()).collect();
                for pattern in all {
                    patterns.entry(pattern).or_default().push(name);
                }
            }
        }
        for names in patterns.values_mut().filter(|names| names.len() > 1) {
            sort_by_preference(glossary, names);
        }
        let (patterns, names): (Vec<String>, Vec<Vec<Name<'g>>>) = patterns.into_iter().unzip();
        let builder = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::Standard)
            .build(patterns);
        builder.ok().map(|automaton| Self { automaton, names })
    }

    /// The names that stand in `text` as whole words, longest first, with their bytes.
    /// In code a slash makes a path, whatever stands on its sides.
    pub(super) fn find(&self, text: &str, is_code: bool) -> Vec<(Range<usize>, Name<'g>)> {
        let mut spots: Vec<Spot> = self
            .automaton
            .find_overlapping_iter(text)
            .filter_map(|found| {
                let end = with_plural(text, found.range());
                is_whole(text, found.start()..end)
                    .then(|| Spot { range: found.start()..end, pattern: found.pattern().as_usize() })
            })
            .collect();
        spots.sort_by_key(|spot| (spot.range.start, Reverse(spot.range.end)));
        let chosen = without_paths(text, &without_overlaps(&spots), is_code);
        chosen
            .into_iter()
            .map(|spot| (spot.range.clone(), self.name(spot.pattern, &text[spot.range])))
            .collect()
    }

    /// Of the names with these letters the one that is spelled as what was found.
    fn name(&self, pattern: usize, found: &str) -> Name<'g> {
        let names = &self.names[pattern];
        let unlikeness = |name: &&Name<'g>| {
            let is_in_capitals = name.is_in_capitals(found);
            if name.is_spelled(found) || is_in_capitals && !name.is_other() {
                0
            } else if is_in_capitals {
                1
            } else {
                2
            }
        };
        let nearest = names.iter().min_by_key(unlikeness).unwrap_or(&names[0]);
        // Of the same entry the spelling that was found tells more.
        *names
            .iter()
            .find(|name| name.entry.id == nearest.entry.id && name.is_spelled(found))
            .unwrap_or(nearest)
    }
}

/// Sorts names of the same letters: the entry first that they belong to most, and
/// of each its own spelling before that of the id. Ideas go before projects of
/// the same initials, since those stand only beside their full name.
fn sort_by_preference(glossary: &Glossary, names: &mut [Name<'_>]) {
    let mut best: HashMap<&str, NameClass> = HashMap::new();
    for name in &*names {
        let class = best.entry(&name.entry.id).or_insert(name.class);
        *class = name.class.min(*class);
    }
    names.sort_by_key(|name| {
        let class = best.get(&*name.entry.id).copied();
        let is_comparable = name.entry.kind.is_comparable();
        (
            class,
            is_comparable,
            Reverse(glossary.weight(name.entry)),
            name.class != NameClass::Name,
            name.class,
        )
    });
}

/// The words of a list, one a line; `#` begins a comment.
fn words(list: &str) -> BTreeSet<&str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

/// The words of a name of an object: "network policy" is a `NetworkPolicy`.
fn parted(written: &str) -> String {
    let mut words = String::new();
    let mut is_small = false;
    for c in written.chars() {
        if c.is_uppercase() && is_small {
            words.push(' ');
        }
        is_small = c.is_lowercase();
        words.extend(c.to_lowercase());
    }
    words.replace('-', " ")
}

/// Several of a name whose last letter changes for it.
fn several(name: &str) -> Option<String> {
    let stem = name.strip_suffix('y')?;
    (name.len() > SHORT && !stem.ends_with(['a', 'e', 'o', 'u'])).then(|| format!("{stem}ies"))
}

/// The end of a word that goes on with a plural ending only.
fn with_plural(text: &str, found: Range<usize>) -> usize {
    let (name, rest) = (&text[found.clone()], &text[found.end..]);
    let is_hissing =
        name.ends_with(['s', 'x', 'z', 'S', 'X']) || name.ends_with("ch") || name.ends_with("sh");
    let ending = if is_hissing { "es" } else { "s" };
    // "has" is not several HA, "HAs" is.
    let has_plural = name.len() >= SHORT || name.chars().any(char::is_uppercase);
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    match rest.strip_prefix(ending).filter(|rest| has_plural && ends(rest)) {
        Some(_) => found.end + ending.len(),
        None => found.end,
    }
}

/// Whether no letter, digit or sign that belongs to a longer word stands at
/// either side: `helm.sh`, `nginx-unprivileged` and `my-app` are such.
fn is_whole(text: &str, range: Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let rest = &text[range.end..];
    let mut after = rest.chars();
    let (next, second) = (after.next(), after.next());
    let joins_before = |c: char| {
        // "TL;DR" has no DR.
        c.is_alphanumeric() || "_-@$\\.".contains(c) || (c == ';' && range.len() < SHORT)
    };
    let joins_after = |c: char| {
        // A dot joins only when a word follows; a hyphen may make "Kubernetes-native".
        c.is_alphanumeric()
            || matches!(c, '_' | '@')
            || (c == '.' && second.is_some_and(char::is_alphanumeric))
    };
    !before.is_some_and(joins_before) && !next.is_some_and(joins_after) && !rest.starts_with("://")
}

/// The longest names from the left. One that begins with another name leaves its
/// end to a longer name: in "the Kubernetes service mesh" stands no Kubernetes service.
fn without_overlaps(spots: &[Spot]) -> Vec<Spot> {
    let mut chosen: Vec<Spot> = Vec::new();
    for (number, spot) in spots.iter().enumerate() {
        let Range { start, end } = spot.range;
        if chosen.last().is_some_and(|last| start < last.range.end) {
            continue;
        }
        let later = || spots[number + 1..].iter().take_while(|other| other.range.start < end);
        let is_divided = |longer: &Spot| {
            longer.range.end > end
                && later().any(|first| first.range.start == start && first.range.end < longer.range.start)
        };
        if !later().any(is_divided) {
            chosen.push(spot.clone());
        }
    }
    chosen
}

/// Leaves out the parts of paths: a slash parts names only when all that it parts are names.
fn without_paths(text: &str, spots: &[Spot], is_code: bool) -> Vec<Spot> {
    let is_slash = |at: Option<char>| at == Some('/');
    let mut kept: Vec<Spot> = Vec::new();
    let mut first = 0;
    for end in 1..=spots.len() {
        let is_joined =
            !is_code && end < spots.len() && &text[spots[end - 1].range.end..spots[end].range.start] == "/";
        if is_joined {
            continue;
        }
        let (start, stop) = (spots[first].range.start, spots[end - 1].range.end);
        let mut after = text[stop..].chars();
        let goes_on = is_slash(after.next()) && after.next().is_some_and(|c| !c.is_whitespace());
        if !is_slash(text[..start].chars().next_back()) && !goes_on {
            kept.extend_from_slice(&spots[first..end]);
        }
        first = end;
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::glossary::Glossary;

    fn ids(text: &str) -> Vec<String> {
        let glossary = Glossary::builtin();
        let names = Names::new(&glossary).expect("the names make an automaton");
        names.find(text, false).into_iter().map(|(_, name)| name.entry.id.to_string()).collect()
    }

    #[test]
    fn whole_words_longest_first() {
        assert_eq!(ids("Service Meshes? The service mesh."), ["service-mesh"; 2]);
        assert_eq!(ids("StatefulSets and gRPC"), ["statefulset", "grpc"]);
        assert_eq!(ids("helmet, overhelm, helm_x"), [""; 0]);
        assert_eq!(ids("Kubernetes-native"), ["kubernetes"]);
    }

    #[test]
    fn several_of_a_name() {
        assert_eq!(
            ids("Ingresses, NetworkPolicies, StorageClasses, service meshes"),
            ["ingress", "networkpolicy", "storageclass", "service-mesh"]
        );
        assert_eq!(ids("It has nos."), [""; 0]);
    }

    #[test]
    fn the_spelling_decides_between_entries() {
        assert_eq!(ids("WG wg"), ["kubernetes-sig", "wireguard"]);
        assert_eq!(ids("IDP IdP"), ["internal-developer-platform", "identity-provider"]);
        assert_eq!(ids("OPA MCP DNS EKS K8s"), ["opa", "mcp", "dns", "amazon-eks", "kubernetes"]);
    }

    #[test]
    fn a_name_leaves_its_end_to_a_longer_one() {
        assert_eq!(ids("The Kubernetes service mesh."), ["kubernetes", "service-mesh"]);
    }

    #[test]
    fn a_slash_parts_names_and_joins_paths() {
        assert_eq!(
            ids("Kubernetes/Istio/Helm, (SPIFFE/SPIRE)."),
            ["kubernetes", "istio", "helm", "spiffe", "spire"]
        );
        assert_eq!(ids("docs/helm/istio, /helm and helm/x, curl http://a.b, TL;DR"), [""; 0]);
        let glossary = Glossary::builtin();
        let names = Names::new(&glossary).expect("the names make an automaton");
        assert_eq!(names.find("Kubernetes/Istio", true).len(), 0);
    }
}
