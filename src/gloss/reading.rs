//! A document as it reads: its words without markup, each with its place.

use std::ops::Range;

use super::{Document, markdown};

/// What a stretch of a document is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Running text.
    Prose,
    /// A heading, where capitals say little.
    Heading,
    /// Marked as code within running text.
    Code,
    /// A block of code, where ordinary words are not words.
    Block,
    /// A block of commands.
    Shell,
    /// The text of a link, with the address.
    Link(String),
}

impl Sort {
    /// Whether it is code of any length.
    pub(super) fn is_code(&self) -> bool {
        matches!(self, Self::Code | Self::Block | Self::Shell)
    }
}

/// A stretch of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Its bytes in the reading.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) sort: Sort,
    /// Which paragraph it belongs to.
    pub(super) paragraph: usize,
}

/// The words of a document. White space of any length, marks of quotation among
/// it, is one space; a new paragraph begins a line; addresses are left out.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// All words.
    pub(super) text: String,
    /// What they are, in order.
    pub(super) stretches: Vec<Stretch>,
    /// From which byte of the reading on which byte of the document is read.
    places: Vec<(usize, usize)>,
    paragraph: usize,
    /// Where in the document an address stopped that may go on.
    address_end: Option<usize>,
}

impl Reading {
    /// Reads `document`: as Markdown, or as plain text, whose paragraphs are
    /// parted by empty lines.
    pub(super) fn of(document: &Document) -> Self {
        let mut reading = Self::default();
        if is_plain(&document.name) {
            reading.read_plain(&document.text);
        } else {
            markdown::read(&document.text, &mut reading);
        }
        reading
    }

    /// The byte of the document that stands at byte `at` of the reading.
    pub(super) fn place(&self, at: usize) -> usize {
        let after = self.places.partition_point(|(read, _)| *read <= at);
        after.checked_sub(1).map_or(0, |piece| at - self.places[piece].0 + self.places[piece].1)
    }

    fn read_plain(&mut self, text: &str) {
        let mut place = 0;
        for line in text.split_inclusive('\n') {
            if line.trim().is_empty() {
                self.begin_paragraph();
            } else {
                self.write_words(line, place, &Sort::Prose);
            }
            place += line.len();
        }
    }

    /// Ends the paragraph that was read.
    pub(super) fn begin_paragraph(&mut self) {
        self.paragraph += 1;
        self.begin_line();
    }

    /// Ends what was read before without ending its paragraph, as a cell of a table does.
    pub(super) fn begin_line(&mut self) {
        self.trim_space();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
        self.address_end = None;
    }

    /// Adds white space, unless there is some.
    pub(super) fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
            self.text.push(' ');
        }
    }

    fn trim_space(&mut self) {
        // A space may belong to a stretch, whose range must not outlive it.
        if self.text.ends_with(' ') {
            self.text.pop();
            if let Some(last) = self.stretches.last_mut() {
                last.range.end = last.range.end.min(self.text.len());
            }
        }
    }

    /// Adds code as it stands.
    pub(super) fn write_code(&mut self, code: &str, place: usize, sort: Sort) {
        let start = self.text.len();
        self.write(code, place);
        self.stretches.push(Stretch { range: start..self.text.len(), sort, paragraph: self.paragraph });
        self.address_end = None;
    }

    /// Adds running text that stands at byte `place` of the document.
    pub(super) fn write_words(&mut self, words: &str, place: usize, sort: &Sort) {
        let start = self.text.len();
        let mut rest = words;
        let place_of = |rest: &str| place + words.len() - rest.len();
        if self.address_end.take() == Some(place) {
            rest = self.skip_address(rest, place);
        }
        while let Some(mark) = rest.find("://") {
            let scheme = rest[..mark].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '+').len();
            self.write_folded(&rest[..scheme], place_of(rest));
            rest = &rest[scheme..];
            rest = self.skip_address(rest, place_of(rest));
        }
        self.write_folded(rest, place_of(rest));
        let end = self.text.len();
        match self.stretches.last_mut() {
            Some(last)
                if last.sort == *sort
                    && last.paragraph == self.paragraph
                    && self.text[last.range.end..start].trim_matches(' ').is_empty() =>
            {
                last.range.end = end;
            }
            _ if start < end => {
                let stretch = Stretch { range: start..end, sort: sort.clone(), paragraph: self.paragraph };
                self.stretches.push(stretch);
            }
            _ => {}
        }
    }

    /// What follows the address that `text` begins with; Markdown may give it in pieces.
    fn skip_address<'t>(&mut self, text: &'t str, place: usize) -> &'t str {
        let ends = |c: char| c.is_whitespace() || "<>\"'`|)]}".contains(c);
        let end = text.find(ends).unwrap_or(text.len());
        if end == text.len() {
            self.address_end = Some(place + end);
        }
        &text[end..]
    }

    /// Adds `text` with each run of white space as one space.
    fn write_folded(&mut self, text: &str, place: usize) {
        let mut rest = text;
        while let Some(end) = rest.find(char::is_whitespace) {
            self.write(&rest[..end], place + text.len() - rest.len());
            self.space();
            rest = rest[end..].trim_start();
        }
        self.write(rest, place + text.len() - rest.len());
    }

    fn write(&mut self, text: &str, place: usize) {
        if text.is_empty() {
            return;
        }
        let at = self.text.len();
        if self.places.last().is_none_or(|(read, written)| written + (at - read) != place) {
            self.places.push((at, place));
        }
        self.text.push_str(text);
    }
}

/// Plain text is what says so; all else, and standard input, is read as Markdown.
fn is_plain(name: &str) -> bool {
    std::path::Path::new(name).extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"))
}

#[cfg(test)]
mod tests {
    use super::{Document, Reading, Sort};

    fn read(name: &str, text: &str) -> Reading {
        Reading::of(&Document { name: name.into(), text: text.into() })
    }

    fn stretches(reading: &Reading) -> Vec<(&str, &Sort)> {
        reading.stretches.iter().map(|s| (&reading.text[s.range.clone()], &s.sort)).collect()
    }

    #[test]
    fn markdown_is_taken_apart() {
        let text = "Run `helm` on\nkind, see [Flux](https://fluxcd.io).\n\n```yaml\nkind: Pod\n```\n";
        let reading = read("-", text);
        let expected = [
            ("Run ", &Sort::Prose),
            ("helm", &Sort::Code),
            (" on kind, see ", &Sort::Prose),
            ("Flux", &Sort::Link("https://fluxcd.io".into())),
            (".", &Sort::Prose),
            ("kind: Pod\n", &Sort::Block),
        ];
        assert_eq!(stretches(&reading), expected);
    }

    #[test]
    fn ends_of_lines_are_spaces() {
        for text in
            ["A **service**\nmesh.", "A service\r\nmesh.", "> A service\n> mesh.", "A service \t mesh."]
        {
            assert_eq!(read("-", text).text.trim_end(), "A service mesh.");
        }
        assert_eq!(read("a.txt", "A service\n   mesh.\n \nNew").text, "A service mesh.\nNew");
    }

    #[test]
    fn a_place_is_that_of_the_document() {
        let text = "> A *service*\n>   mesh &amp; https://a.b/c_d_e now\n\n<p>\n<b>Istio</b></p>";
        let reading = read("-", text);
        for word in ["A ", "service", "mesh", "now", "Istio"] {
            let at = reading.text.find(word).expect("the word is read");
            assert_eq!(reading.place(at), text.find(word).expect("the word is there"), "{word}");
        }
    }

    #[test]
    fn addresses_are_no_words() {
        assert_eq!(read("a.txt", "See https://fsf.org/git, then go.").text, "See then go.");
        let markdown = "At <https://fsf.org/> and https://a.b/c_d*e_f go.";
        assert_eq!(read("-", markdown).text.trim_end(), "At and go.");
    }

    #[test]
    fn html_is_read_between_tags() {
        let text = "<table><tr><td>Istio</td>\n<!-- Helm\n<td> --><td>Linkerd</td></tr></table>\n\n\
                    <script>\nFlux\n</script>\n\n<details><summary>What is Kubernetes?</summary>\n\nText <br/>here\n";
        let reading = read("-", text);
        assert_eq!(reading.text.trim_end(), "Istio\nLinkerd\nWhat is Kubernetes?\nText here");
    }

    #[test]
    fn commands_and_indented_code() {
        let text = "---\ntitle: Helm\n---\n```console\n$ kind\n```\n\nText\n\n    code\n";
        let reading = read("-", text);
        let expected = [
            ("title: Helm\n", &Sort::Block),
            ("$ kind\n", &Sort::Shell),
            ("Text", &Sort::Prose),
            ("code\n", &Sort::Block),
        ];
        assert_eq!(stretches(&reading), expected);
    }
}
