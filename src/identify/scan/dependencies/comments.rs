//! Code without its comments, line by line.

use std::borrow::Cow;

/// Takes away comments, of which some go on for lines.
#[derive(Debug)]
pub(super) struct Comments {
    open: &'static str,
    close: &'static str,
    /// What begins a comment that ends with its line; empty for nothing.
    line: &'static str,
    is_open: bool,
}

impl Comments {
    /// Those of XML.
    pub(super) fn of_xml() -> Self {
        Self { open: "<!--", close: "-->", line: "", is_open: false }
    }

    /// Those of Java, Groovy, Kotlin and Scala.
    pub(super) fn of_java() -> Self {
        Self { open: "/*", close: "*/", line: "//", is_open: false }
    }

    /// What of `line` is no comment.
    pub(super) fn strip<'t>(&mut self, line: &'t str) -> Cow<'t, str> {
        if !self.is_open && self.begin(line).is_none() {
            return Cow::Borrowed(line);
        }
        let mut code = String::new();
        let mut rest = line;
        loop {
            if self.is_open {
                let Some(at) = rest.find(self.close) else { break };
                rest = &rest[at + self.close.len()..];
                self.is_open = false;
            }
            let Some((at, goes_on)) = self.begin(rest) else {
                code.push_str(rest);
                break;
            };
            code.push_str(&rest[..at]);
            if !goes_on {
                break;
            }
            rest = &rest[at + self.open.len()..];
            self.is_open = true;
        }
        Cow::Owned(code)
    }

    /// Where in `text` a comment begins, and whether it ends only where it is closed.
    fn begin(&self, text: &str) -> Option<(usize, bool)> {
        // A quote in XML may stand alone; an address in quotes has slashes.
        let has_quotes = !self.line.is_empty();
        let mut quote = None;
        let bytes = text.as_bytes();
        for (at, &byte) in bytes.iter().enumerate() {
            match quote {
                Some(mark) => quote = Some(mark).filter(|mark| *mark != byte),
                None if has_quotes && matches!(byte, b'"' | b'\'') => quote = Some(byte),
                None if bytes[at..].starts_with(self.open.as_bytes()) => return Some((at, true)),
                None if has_quotes && bytes[at..].starts_with(self.line.as_bytes()) => {
                    return Some((at, false));
                }
                None => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::Comments;

    #[test]
    fn comments_go_and_the_rest_stays() {
        let mut java = Comments::of_java();
        assert_eq!(java.strip("url 'https://x' // why"), "url 'https://x' ");
        assert_eq!(java.strip("a /* b */ c /* d"), "a  c ");
        assert_eq!(java.strip("all of it"), "");
        assert_eq!(java.strip("e */ f"), " f");
        let mut xml = Comments::of_xml();
        assert_eq!(xml.strip("<a>it's</a><!-- <b/> --><c/>"), "<a>it's</a><c/>");
        assert_eq!(xml.strip("<a>//x</a>"), "<a>//x</a>");
    }
}
