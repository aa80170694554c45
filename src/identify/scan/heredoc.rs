//! Documents that stand among commands or attributes up to a word of their own:
//! `cat <<EOF | kubectl apply -f -`.

use super::Scan;
use super::config;
use crate::identify::form::Form;
use crate::identify::line::Line;
use crate::identify::reference::is_of_variable;

/// How many documents deep others are looked for: a script in settings in a script.
pub(super) const DEEPEST: u8 = 3;

/// The document that is open, with the lines that came of it.
#[derive(Debug)]
pub(super) struct Heredoc<'t> {
    /// What follows it.
    end: &'t str,
    /// Its lines with their numbers.
    pub(super) lines: Vec<(&'t str, u32)>,
}

impl<'t> Heredoc<'t> {
    /// The document that begins behind `line`.
    pub(super) fn opened_by(line: &'t str) -> Option<Self> {
        let at = memchr::memmem::find(line.as_bytes(), b"<<")?;
        // `<<<` gives a text that stands there.
        let rest = line[at + 2..].trim_start_matches(['-', '~']).trim_start_matches([' ', '\\']);
        let (rest, quote) = match rest.as_bytes().first() {
            Some(quote @ (b'"' | b'\'')) => (&rest[1..], Some(*quote)),
            _ => (rest, None),
        };
        let length = rest.bytes().take_while(|byte| is_of_variable(*byte)).count();
        let end = &rest[..length];
        let is_word = end.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
        let is_closed = quote.is_none_or(|quote| rest.as_bytes().get(length) == Some(&quote));
        (is_word && is_closed).then(|| Self { end, lines: Vec::new() })
    }

    /// The document that begins behind `line`, where nothing else stands there.
    pub(super) fn opened_at_end_of(line: &'t str) -> Option<Self> {
        Self::opened_by(line).filter(|heredoc| line.ends_with(heredoc.end))
    }

    /// Takes in `line`; whether it is the end.
    pub(super) fn take(&mut self, line: &'t str, number: u32) -> bool {
        let is_end = line.trim_ascii() == self.end;
        if !is_end {
            self.lines.push((line, number));
        }
        is_end
    }

    /// Whether the document says of itself that it is a script.
    pub(super) fn is_script(&self) -> bool {
        self.lines.first().is_some_and(|(line, _)| line.trim_ascii_start().starts_with("#!"))
    }

    /// The form of the document, where it is configuration.
    pub(super) fn form(&self) -> Option<Form> {
        let mut lines = self.lines.iter().map(|(line, _)| line.trim_ascii());
        let first = lines.find(|line| !is_passed_over(line))?;
        match first {
            "{" | "[" => return Some(Form::Data),
            _ if first.starts_with("- ") => return Some(Form::Yaml),
            _ => {}
        }
        let key = Line::parse(first)?.key;
        let behind = first.trim_start_matches(['"', '\'']).get(key.len()..)?.trim_start_matches(['"', '\'']);
        let is_key = !key.is_empty() && behind.starts_with(':') && !behind.starts_with("::");
        is_key.then_some(Form::Yaml)
    }
}

/// Whether a line says nothing of what the document is.
fn is_passed_over(line: &str) -> bool {
    line.is_empty() || line.starts_with(['#', '%']) || line == "---" || line.starts_with("{{")
}

impl Scan<'_, '_> {
    /// Looks through a document of which the form is known, and which stands `depth`
    /// documents deep.
    pub(super) fn document(&mut self, form: Form, lines: &[(&str, u32)], depth: u8) {
        if depth < DEEPEST {
            config::document(self, form, lines, depth + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Heredoc;
    use crate::identify::form::Form;

    #[test]
    fn documents_end_with_their_word() {
        for line in ["cat <<EOF", "cat <<-'EOF' | x", "x << \"EOF\"", "x = <<~EOF", "cat > a <<\\EOF"] {
            assert_eq!(Heredoc::opened_by(line).map(|heredoc| heredoc.end), Some("EOF"), "{line}");
        }
        for line in ["cat <<<EOF", "1 << 2", "x <<", "<<'EOF", "a < b"] {
            assert!(Heredoc::opened_by(line).is_none(), "{line}");
        }
    }

    #[test]
    fn the_first_line_tells_the_form() {
        let form = |text: &'static str| {
            let lines = text.lines().zip(1..).collect();
            Heredoc { end: "EOF", lines }.form()
        };
        assert_eq!(form("# x\n---\napiVersion: v1"), Some(Form::Yaml));
        assert_eq!(form("- a: b"), Some(Form::Yaml));
        assert_eq!(form("{\n  \"a\": 1\n}"), Some(Form::Data));
        assert_eq!(form("\"a\": 1"), Some(Form::Yaml));
        for text in ["", "a=b", "docker run x", "[Service]", "a := 1", "std::x"] {
            assert_eq!(form(text), None, "{text}");
        }
    }
}
