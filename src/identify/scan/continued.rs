//! Lines of scripts that go on behind a backslash.

/// What of a line that goes on has been seen.
#[derive(Debug, Default)]
pub(super) struct Continued {
    text: String,
    /// The number of the first line.
    first: u32,
}

impl Continued {
    /// Whether the line before goes on.
    pub(super) fn is_open(&self) -> bool {
        !self.text.is_empty()
    }

    /// All that ends with `line`, where it began on another, and the number of that.
    pub(super) fn take(&mut self, line: &str, number: u32) -> Option<(String, u32)> {
        let part = line.strip_suffix('\\');
        if !self.is_open() {
            self.first = number;
        }
        if part.is_some() || self.is_open() {
            self.text.push_str(part.unwrap_or(line));
            self.text.push(' ');
        }
        (part.is_none() && self.is_open()).then(|| (std::mem::take(&mut self.text), self.first))
    }
}

#[cfg(test)]
mod tests {
    use super::Continued;

    #[test]
    fn lines_go_on_behind_a_backslash() {
        let mut continued = Continued::default();
        assert_eq!(continued.take("helm install x \\", 3), None);
        assert!(continued.is_open());
        assert_eq!(continued.take("  a/b", 4), Some(("helm install x    a/b ".to_owned(), 3)));
        assert_eq!(continued.take("ls", 5), None);
        assert!(!continued.is_open());
    }
}
