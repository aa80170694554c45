//! The lines of a text, for places that come in ascending order.

/// Tells on which line a byte stands; each line is counted once.
#[derive(Clone, Debug)]
pub(crate) struct Lines<'t> {
    text: &'t str,
    offset: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    /// The lines of `text`.
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, offset: 0, line: 1 }
    }

    /// The line, from 1, on which byte `offset` stands; of a byte before one
    /// that was asked for already, the line of that.
    pub(crate) fn line(&mut self, offset: usize) -> usize {
        let offset = offset.clamp(self.offset, self.text.len());
        self.line += memchr::memchr_iter(b'\n', &self.text.as_bytes()[self.offset..offset]).count();
        self.offset = offset;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::Lines;

    #[test]
    fn lines_are_counted_from_one() {
        let mut lines = Lines::new("a\nb\n\nc");
        assert_eq!([0, 1, 2, 5, 3, 99].map(|offset| lines.line(offset)), [1, 1, 2, 4, 4, 4]);
    }
}
