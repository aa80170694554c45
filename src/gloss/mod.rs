//! The terms of the glossary that occur in a text, where and how often; and the
//! words that look like terms and are not known.

mod evidence;
mod names;
mod prose;
mod unknown;

use std::collections::HashMap;

use serde::Serialize;

use crate::card::Card;
use crate::glossary::Glossary;
use crate::line_number::Lines;
use evidence::Occurrence;
use names::Names;

/// A text to be read.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its name, as places are given: a path, or `-`.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The terms that occur in texts.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Gloss<'g> {
    /// The terms, in the order of their first appearance.
    pub entries: Vec<Term<'g>>,
    /// Words that look like terms and are not known, in the order of appearance.
    pub unknown: Vec<Unknown>,
}

/// A term that occurs in a text.
#[derive(Clone, Debug, Serialize)]
pub struct Term<'g> {
    /// The entry.
    #[serde(flatten)]
    pub card: Card<'g>,
    /// Its documentation.
    pub docs: Option<&'g str>,
    /// How often it occurs.
    pub count: usize,
    /// Where, one place for each line.
    pub places: Vec<Place>,
}

/// A word that looks like a term.
#[derive(Clone, Debug, Serialize)]
pub struct Unknown {
    /// The word.
    pub word: String,
    /// How often it occurs.
    pub count: usize,
    /// Where it first occurs.
    pub place: Place,
}

/// A line of a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// The text's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

/// The terms of `glossary` in `documents`; with `wants_unknown` also the words
/// that look like terms.
#[must_use]
pub fn gloss<'g>(glossary: &'g Glossary, documents: &[Document], wants_unknown: bool) -> Gloss<'g> {
    let mut gloss = Gloss::default();
    let Some(names) = Names::new(glossary) else { return gloss };
    let mut places: HashMap<&str, usize> = HashMap::new();
    for document in documents {
        let (terms, known) = terms(&names, document);
        let mut lines = Lines::new(&document.text);
        for term in terms {
            let entry = term.name.entry;
            let number = *places.entry(&entry.id).or_insert_with(|| {
                let docs =
                    entry.links.docs.as_ref().or(entry.links.home.as_ref()).or(entry.links.repo.as_ref());
                let docs = docs.map(|link| &**link);
                gloss.entries.push(Term {
                    card: Card::new(glossary, entry),
                    docs,
                    count: 0,
                    places: Vec::new(),
                });
                gloss.entries.len() - 1
            });
            let known = &mut gloss.entries[number];
            known.count += 1;
            let place = Place { file: document.name.clone(), line: lines.line(term.start) };
            if known.places.last() != Some(&place) {
                known.places.push(place);
            }
        }
        if wants_unknown {
            unknown::collect(glossary, document, &known, &mut gloss.unknown);
        }
    }
    gloss
}

/// The terms that are meant in a document, and the bytes of all that were considered.
fn terms<'d, 'g>(
    names: &Names<'g>,
    document: &'d Document,
) -> (Vec<Occurrence<'d, 'g>>, Vec<std::ops::Range<usize>>) {
    let mut found = Vec::new();
    for stretch in prose::stretches(&document.text, is_markdown(&document.name)) {
        let text = &document.text[stretch.range.clone()];
        for (range, name) in names.find(text) {
            found.push(Occurrence {
                start: stretch.range.start + range.start,
                end: stretch.range.start + range.end,
                text: &text[range],
                name: *name,
                sort: stretch.sort,
                paragraph: stretch.paragraph,
            });
        }
    }
    let considered = found.iter().map(|occurrence| occurrence.start..occurrence.end).collect();
    (evidence::meant(&document.text, found), considered)
}

/// Plain text is what says so; all else, and standard input, is read as Markdown.
fn is_markdown(name: &str) -> bool {
    !std::path::Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

#[cfg(test)]
mod tests {
    use super::{Document, gloss};
    use crate::glossary::Glossary;

    fn ids(text: &str) -> Vec<String> {
        let document = Document { name: "-".into(), text: text.into() };
        let glossary = Glossary::builtin();
        gloss(&glossary, &[document], false).entries.iter().map(|term| term.card.id.to_owned()).collect()
    }

    #[test]
    fn a_list_is_taken_whole() {
        let found = ids("We saw gRPC, containerd, Harbor, Helm, Prometheus and kind.");
        assert_eq!(found, ["grpc", "containerd", "harbor", "helm", "prometheus", "kind"]);
    }

    #[test]
    fn a_list_in_small_letters_is_one() {
        let found = ids("we use helm, flux and vault with argo on kind; consul does discovery");
        assert_eq!(found, ["helm", "flux", "vault", "argo", "kind", "consul"]);
    }

    #[test]
    fn plain_english_is_left_alone() {
        let found = ids(
            "The helm of the ship was of a kind that harbor pilots know. A draft of two metres, the node of service.",
        );
        assert_eq!(found, [""; 0]);
    }

    #[test]
    fn verbs_beside_names_are_no_terms() {
        let found =
            ids("Skaffold builds, Istio and Cilium run; watch it with Prometheus, deploy the Helm chart.");
        assert_eq!(found, ["skaffold", "istio", "cilium", "prometheus", "chart"]);
    }

    #[test]
    fn names_out_of_a_book_of_myths_do_not_make_a_document_technical() {
        let found = ids(
            "Prometheus stole the fire, Cassandra warned them, Loki lied; Salt in the port, an Argo at the dock.",
        );
        assert_eq!(found, ["prometheus", "cassandra", "loki"]);
    }

    #[test]
    fn code_marks_are_evidence() {
        assert_eq!(ids("Type `kind` and wait."), ["kind"]);
    }

    #[test]
    fn keys_in_blocks_of_code_are_no_terms() {
        assert_eq!(ids("```yaml\nkind: Service\nname: stack\n```\n"), [""; 0]);
    }
}
