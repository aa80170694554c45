//! Well-known files, and whose they are.

use std::collections::HashMap;

use crate::identify::evidence::Owner;

/// Well-known files, by name, by ending, and by pattern.
#[derive(Debug, Default)]
pub(in crate::identify) struct Files<'g> {
    /// By the last part of the path.
    names: HashMap<&'g str, Vec<(&'g str, Owner)>>,
    /// By the ending, the dot included.
    endings: HashMap<&'g str, Vec<(&'g str, Owner)>>,
    /// By a pattern for the last part, which begins with plain text.
    patterns: Vec<(&'g str, &'g str, &'g str, Owner)>,
}

impl<'g> Files<'g> {
    pub(super) fn add(&mut self, owner: Owner, pattern: &'g str) {
        let name = pattern.rsplit('/').next().unwrap_or(pattern);
        let ending = name.strip_prefix('*').filter(|ending| ending.starts_with('.') && !ending.contains('*'));
        match ending {
            Some(ending) if !ending[1..].contains('.') => {
                self.endings.entry(ending).or_default().push((pattern, owner));
            }
            _ if name.contains('*') => {
                let plain = name.split('*').next().unwrap_or_default();
                self.patterns.push((plain, name, pattern, owner));
            }
            _ => self.names.entry(name).or_default().push((pattern, owner)),
        }
    }

    /// Whose the file at `path` is, with the pattern that says so.
    pub(in crate::identify) fn owners(&self, path: &str) -> Vec<(&'g str, Owner)> {
        let name = path.rsplit('/').next().unwrap_or(path);
        // A workflow that is called `trivy.yaml` is a workflow, not that tool's settings.
        let is_workflow =
            path.rsplit_once('/').is_some_and(|(folder, _)| folder.ends_with(".github/workflows"));
        let ending = name.rfind('.').map_or("", |at| &name[at..]);
        let named = self.names.get(name).into_iter().flatten();
        let ended = self.endings.get(ending).into_iter().flatten();
        let plain = named.chain(ended).copied().filter(|(pattern, _)| is_tail(pattern, path));
        let globbed = self
            .patterns
            .iter()
            .filter(|(plain, ..)| plain.is_empty() || plain.as_bytes().first() == name.as_bytes().first())
            .filter(|(_, glob, ..)| fits(glob, name))
            .filter(|(.., pattern, _)| is_tail(pattern, path));
        plain
            .chain(globbed.map(|(.., pattern, owner)| (*pattern, *owner)))
            .filter(|(pattern, _)| !is_workflow || pattern.contains('/'))
            .collect()
    }
}

/// Whether the last parts of `path`, of which the very last does, fit the parts of `pattern`.
fn is_tail(pattern: &str, path: &str) -> bool {
    if !pattern.contains('/') {
        return true;
    }
    let mut parts = path.rsplit('/');
    pattern.rsplit('/').all(|glob| parts.next().is_some_and(|part| fits(glob, part)))
}

/// Whether `text` fits `glob`, in which `*` stands for anything.
fn fits(glob: &str, text: &str) -> bool {
    let Some((before, after)) = glob.split_once('*') else { return glob == text };
    let Some(rest) = text.strip_prefix(before) else { return false };
    if !after.contains('*') {
        return rest.len() >= after.len() && rest.ends_with(after);
    }
    (0..=rest.len()).filter(|at| rest.is_char_boundary(*at)).any(|at| fits(after, &rest[at..]))
}

#[cfg(test)]
mod tests {
    use super::{fits, is_tail};

    #[test]
    fn patterns_fit_names() {
        assert!(fits("docker-compose.*.yml", "docker-compose.override.yml"));
        assert!(fits("Dockerfile.*", "Dockerfile.dev"));
        assert!(!fits("Dockerfile.*", "Dockerfile"));
        assert!(fits("*", "anything"));
        assert!(!fits("a*a", "a"));
    }

    #[test]
    fn tails_of_paths() {
        assert!(is_tail(".github/workflows/*.yml", "app/.github/workflows/ci.yml"));
        assert!(!is_tail(".github/workflows/*.yml", "workflows/ci.yml"));
        assert!(is_tail("Chart.yaml", "Chart.yaml"));
    }
}
