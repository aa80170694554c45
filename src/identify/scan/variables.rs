//! Variables of a workflow, which it fills in elsewhere: `${{ env.REGISTRY }}`.

use std::collections::HashMap;

use crate::identify::reference::is_of_variable;

/// What stands before the name of a variable.
const OPEN: &str = "${{";

/// The longest value that is filled in.
const LONGEST: usize = 256;

/// The variables that a workflow sets for all that it runs.
#[derive(Debug, Default)]
pub(super) struct Variables<'t> {
    values: HashMap<&'t str, &'t str>,
}

impl<'t> Variables<'t> {
    /// Notes that `name` is `value`, where that is written out.
    pub(super) fn add(&mut self, name: &'t str, value: &'t str) {
        if !value.is_empty() && value.len() <= LONGEST && !value.contains('$') {
            self.values.insert(name, value);
        }
    }

    /// `text` with the variables that are known; `None` where it has none.
    pub(super) fn fill(&self, text: &str) -> Option<String> {
        if self.values.is_empty() || !text.contains(OPEN) {
            return None;
        }
        let mut out = String::with_capacity(text.len());
        let (mut rest, mut is_filled) = (text, false);
        while let Some(at) = rest.find(OPEN) {
            let (before, tail) = rest.split_at(at);
            out.push_str(before);
            let known = tail[OPEN.len()..].trim_start().strip_prefix("env.").and_then(|tail| {
                let length = tail.bytes().take_while(|byte| is_of_variable(*byte)).count();
                let (name, behind) = tail.split_at(length);
                Some((self.values.get(name)?, behind.trim_start().strip_prefix("}}")?))
            });
            if let Some((value, behind)) = known {
                out.push_str(value);
                (rest, is_filled) = (behind, true);
            } else {
                out.push_str(OPEN);
                rest = &tail[OPEN.len()..];
            }
        }
        out.push_str(rest);
        is_filled.then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::Variables;

    #[test]
    fn what_is_set_is_filled_in() {
        let mut variables = Variables::default();
        assert_eq!(variables.fill("${{ env.A }}"), None);
        variables.add("A", "ghcr.io");
        variables.add("B", "$X");
        assert_eq!(variables.fill("a: ${{ env.A }}/${{env.B}}").as_deref(), Some("a: ghcr.io/${{env.B}}"));
        for text in ["a", "${{ env.C }}", "${{ env.A", "${{"] {
            assert_eq!(variables.fill(text), None, "{text}");
        }
    }
}
