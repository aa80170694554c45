//! The terms of the glossary that occur in a text, where and how often; and the
//! words that look like terms and are not known.

mod evidence;
mod field;
mod markdown;
mod names;
mod reading;
mod surroundings;
mod unknown;

use std::collections::HashMap;

use serde::Serialize;

use crate::card::Card;
use crate::glossary::Glossary;
use crate::line_number::Lines;
use evidence::Occurrence;
use names::Names;
use reading::Reading;

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
        let reading = Reading::of(document);
        let found = occurrences(&names, &reading);
        if wants_unknown {
            unknown::collect(glossary, document, &reading, &found, &mut gloss.unknown);
        }
        let mut lines = Lines::new(&document.text);
        for term in evidence::meant(&reading, found) {
            let entry = term.name.entry;
            let number = *places.entry(&entry.id).or_insert_with(|| {
                gloss.entries.push(Term {
                    card: Card::new(glossary, entry),
                    docs: entry.links.best(),
                    count: 0,
                    places: Vec::new(),
                });
                gloss.entries.len() - 1
            });
            let known = &mut gloss.entries[number];
            known.count += 1;
            let place = Place { file: document.name.clone(), line: lines.line(reading.place(term.start)) };
            if known.places.last() != Some(&place) {
                known.places.push(place);
            }
        }
    }
    gloss
}

/// The names that stand in a document, whether they are meant or not.
fn occurrences<'r, 'g>(names: &Names<'g>, reading: &'r Reading) -> Vec<Occurrence<'r, 'g>> {
    let mut found = Vec::new();
    for stretch in &reading.stretches {
        let from = stretch.range.start;
        let text = &reading.text[stretch.range.clone()];
        found.extend(names.find(text, stretch.sort.is_code()).into_iter().map(|(range, name)| Occurrence {
            start: from + range.start,
            end: from + range.end,
            text: &text[range.clone()],
            name,
            stretch,
            before: &text[..range.start],
            after: &text[range.end..],
        }));
    }
    found
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
    fn short_names_count_as_they_are_written_or_in_capitals() {
        assert_eq!(ids("We use DNS and TCP here."), ["dns", "tcp"]);
        let found =
            ids("Our K8s runs k3s; EKS and GKE; a pod and pods; PVC; SLO; a node with no IP, as it has.");
        let expected = [
            "kubernetes",
            "k3s",
            "amazon-eks",
            "google-kubernetes-engine",
            "pod",
            "persistentvolumeclaim",
            "slo",
            "node",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn initials_of_a_project_count_beside_its_name() {
        assert_eq!(ids("Kubernetes and Istio at 8:30 AM in San Francisco, CAS."), ["kubernetes", "istio"]);
        assert_eq!(ids("Kubernetes with the Cluster Autoscaler: CAS."), ["kubernetes", "cluster-autoscaler"]);
    }

    #[test]
    fn code_hosts_make_no_field() {
        let found =
            ids("GitHub and GitLab: our Controller decides the Role and the Policy, the Service and Job.");
        assert_eq!(found, ["github", "gitlab"]);
    }

    #[test]
    fn words_in_links_and_marks_of_code_are_no_terms() {
        assert_eq!(
            ids("[Fetch Jobs from a Stack](x.py), `#harbor`, `f({kind: 1})`, `nodes/<role>/x.yaml`"),
            [""; 0]
        );
        assert_eq!(
            ids("[the Harbor](https://goharbor.io/docs/) and `kind create cluster`"),
            ["harbor", "kind"]
        );
    }

    #[test]
    fn a_project_in_small_letters_needs_a_list_or_a_mark() {
        assert_eq!(ids("Istio and Envoy: the sidecar listens on port 80"), ["istio", "envoy"]);
    }

    #[test]
    fn capitals_say_nothing_among_capitals() {
        assert_eq!(
            ids("THE REST OF US USE AM RADIO AND RED CAP\n\nKubernetes, Istio"),
            ["kubernetes", "istio"]
        );
    }

    #[test]
    fn parts_of_unknown_names_are_no_terms() {
        let found = ids("On Amazon Web Services the Semantic Kernel runs with Kubernetes and Istio.");
        assert_eq!(found, ["kubernetes", "istio"]);
    }

    #[test]
    fn commands_in_blocks_are_terms() {
        assert_eq!(
            ids("```sh\nhelm install x\nkind create cluster | jq .kind\nkind: x\n```\n"),
            ["helm", "kind", "jq"]
        );
        assert_eq!(ids("    $ sudo kind create\n    kind: Service\n"), ["kind"]);
    }

    #[test]
    fn phrases_of_ideas_need_a_field() {
        assert_eq!(ids("Mind the air gaps and the response time; we scale up in a control plane."), [""; 0]);
        assert_eq!(ids("A service\nmesh like Istio."), ["service-mesh", "istio"]);
        assert_eq!(ids("The kube-proxy and a metrics-server."), ["kube-proxy", "metrics-server"]);
    }

    #[test]
    fn keys_in_blocks_of_code_are_no_terms() {
        assert_eq!(ids("```yaml\nkind: Service\nname: stack\n```\n"), [""; 0]);
    }
}
