//! Values of YAML that are given a name where they stand, and meant by it elsewhere.

use std::collections::HashMap;

use crate::identify::line::bare;

/// The named values of a document.
#[derive(Debug, Default)]
pub(super) struct Aliases<'t> {
    values: HashMap<&'t str, &'t str>,
}

impl<'t> Aliases<'t> {
    /// None yet, where `text` uses any: most texts do not.
    pub(super) fn of(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        let mut stars = memchr::memchr_iter(b'*', bytes);
        stars.any(|at| at > 0 && bytes[at - 1] == b' ').then(Self::default)
    }

    /// What the line `text` with this `value` says: its value, or that which it names.
    pub(super) fn resolve(&mut self, text: &'t str, value: &'t str) -> &'t str {
        if let Some(name) = value.strip_prefix('*') {
            return self.values.get(name).copied().unwrap_or(value);
        }
        if let Some((_, anchor)) = text.split_once(" &")
            && let Some((name, value)) = anchor.split_once(' ')
        {
            self.values.insert(name, bare(value));
        }
        value
    }

    /// Forgets all: the next document has names of its own.
    pub(super) fn forget(&mut self) {
        self.values.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::Aliases;

    #[test]
    fn names_stand_for_their_values() {
        assert!(Aliases::of("a: &x redis:7").is_none());
        let mut aliases = Aliases::of("a: &x redis:7\nb: *x").expect("the text uses a name");
        assert_eq!(aliases.resolve("a: &x 'redis:7' # cache", "redis:7"), "redis:7");
        assert_eq!(aliases.resolve("b: *x", "*x"), "redis:7");
        assert_eq!(aliases.resolve("b: *y", "*y"), "*y");
        aliases.forget();
        assert_eq!(aliases.resolve("b: *x", "*x"), "*x");
    }
}
