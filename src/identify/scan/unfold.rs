//! Data on one line, unfolded: one key a line, with the column of its depth.

/// The greatest depth that is told apart.
const DEEPEST: usize = 64;

/// Whether `text` is a mapping or a list without a line of its own for each key.
pub(super) fn is_on_one_line(text: &str) -> bool {
    text.starts_with(['{', '[']) && !text.trim_end().contains('\n')
}

/// Text in flow style as lines, each two columns further in for every depth.
#[derive(Debug, Default)]
pub(super) struct Unfolded {
    text: String,
    /// The depth of each line.
    depths: Vec<u8>,
}

impl Unfolded {
    /// Takes `text` apart.
    pub(super) fn of(text: &str) -> Self {
        let mut unfolded = Self { text: String::with_capacity(text.len() + text.len() / 4), depths: vec![0] };
        let mut depth = 0;
        let mut quote = None;
        let mut is_escaped = false;
        for character in text.chars() {
            if let Some(mark) = quote {
                unfolded.text.push(character);
                if is_escaped {
                    is_escaped = false;
                } else if character == '\\' {
                    is_escaped = true;
                } else if character == mark {
                    quote = None;
                }
                continue;
            }
            match character {
                '"' | '\'' => {
                    quote = Some(character);
                    unfolded.text.push(character);
                }
                '{' => {
                    depth += 1;
                    unfolded.begin(depth);
                    // Every mapping of a list is an item of its own.
                    unfolded.text.push_str("- ");
                }
                '[' => {
                    depth += 1;
                    unfolded.begin(depth);
                }
                '}' | ']' => {
                    depth = usize::saturating_sub(depth, 1);
                    unfolded.begin(depth);
                }
                ',' => unfolded.begin(depth + 1),
                ' ' | '\n' | '\r' | '\t' if unfolded.text.ends_with([' ', '\n']) => {}
                '\n' | '\r' => unfolded.text.push(' '),
                other => unfolded.text.push(other),
            }
        }
        unfolded
    }

    /// Begins a line.
    fn begin(&mut self, depth: usize) {
        self.text.push('\n');
        self.depths.push(u8::try_from(depth.min(DEEPEST)).unwrap_or(u8::MAX));
    }

    /// The whole text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Every line that holds something, with its column.
    pub(super) fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        let columns = self.depths.iter().map(|depth| 2 * usize::from(*depth));
        columns.zip(self.text.split('\n').map(str::trim_ascii)).filter(|(_, line)| !line.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::Unfolded;

    #[test]
    fn one_key_a_line_by_depth() {
        let unfolded = Unfolded::of("{kind: Pod, spec: {image: \"a,b\"}}");
        let lines: Vec<(usize, &str)> = unfolded.lines().collect();
        assert_eq!(lines, [(2, "- kind: Pod"), (4, "spec:"), (4, "- image: \"a,b\"")]);
    }

    #[test]
    fn deep_and_broken_text_stays_small() {
        let unfolded = Unfolded::of(&"[,".repeat(10_000));
        assert!(unfolded.text().len() < 30_000);
        assert_eq!(unfolded.lines().count(), 0);
    }
}
