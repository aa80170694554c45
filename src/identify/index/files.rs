//! Well-known files, and whose they are.

use super::Table;
use crate::entry::{Entry, Text};
use crate::identify::evidence::Owner;
use crate::identify::form::{self, without_template};
use crate::identify::line::lines;

/// Well-known files, by name, by ending, and by pattern.
#[derive(Debug, Default)]
pub(in crate::identify) struct Files<'g> {
    /// By the last part of the path.
    names: Table<&'g str, Vec<Claim<'g>>>,
    /// By what follows the last dot.
    endings: Table<&'g str, Vec<Claim<'g>>>,
    /// By another pattern for the last part, with what stands before its first star.
    globs: Vec<(&'g str, Claim<'g>)>,
    /// By the folder that a file must lie in, where the name is one of many.
    folders: Table<&'g str, Vec<Claim<'g>>>,
}

/// A pattern of paths, and whose it is.
#[derive(Clone, Copy, Debug)]
pub(in crate::identify) struct Claim<'g> {
    /// The folders that the path must end in; empty for any.
    folder: &'g str,
    /// What the last part must be, end in, or fit, by where the claim stands.
    name: &'g str,
    /// The whole pattern.
    pub(in crate::identify) pattern: &'g str,
    /// How one of the file's lines must begin; none where the name tells.
    having: &'g [Text],
    pub(in crate::identify) owner: Owner,
}

impl Claim<'_> {
    /// Whether only the file's text can confirm the claim.
    pub(in crate::identify) fn needs_text(&self) -> bool {
        !self.having.is_empty()
    }

    /// Whether `text` confirms the claim.
    pub(in crate::identify) fn holds_in(&self, text: &str) -> bool {
        let is_wanted = |line: &str| self.having.iter().any(|start| line.starts_with(&**start));
        !self.needs_text() || lines(text).any(|(line, _)| is_wanted(line.trim_ascii_start()))
    }
}

impl<'g> Files<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        for file in entry.identify.files.iter() {
            let pattern = file.name();
            let (folder, name) = form::parts(pattern);
            let claim = Claim { folder, name, pattern, having: file.having(), owner };
            let innermost = form::file_name(folder);
            if name.contains('*') && !innermost.is_empty() && !innermost.contains('*') {
                self.folders.entry(innermost).or_default().push(claim);
                continue;
            }
            match name.strip_prefix('*').filter(|ending| ending.contains('.') && !ending.contains('*')) {
                Some(ending) => {
                    let claims = self.endings.entry(form::ending(ending)).or_default();
                    claims.push(Claim { name: ending, ..claim });
                }
                None => match name.split_once('*') {
                    Some((before, _)) => self.globs.push((before, claim)),
                    None => self.names.entry(name).or_default().push(claim),
                },
            }
        }
    }

    /// Who claims the file at `path`.
    pub(in crate::identify) fn claims(&self, path: &str) -> Vec<Claim<'g>> {
        let (folders, name) = form::parts(path);
        let claims = self.named(folders, name);
        // What a template makes has its name; but some templates have a name of their own.
        match without_template(name) {
            made if claims.is_empty() && made.len() < name.len() => self.named(folders, made),
            _ => claims,
        }
    }

    /// Who claims the file `name` in `folders`.
    fn named(&self, folders: &str, name: &str) -> Vec<Claim<'g>> {
        // A workflow that is called `trivy.yaml` is a workflow, not that tool's settings.
        let is_workflow = folders.ends_with(".github/workflows");
        let named = self.names.get(name).into_iter().flatten();
        let ended = self.endings.get(form::ending(name)).into_iter().flatten();
        let ended = ended.filter(|claim| name.ends_with(claim.name));
        let globbed = self.globs.iter().filter(|(before, _)| name.starts_with(before));
        let is_there = |claim: &&Claim<'_>| {
            if claim.folder.is_empty() { !is_workflow } else { is_tail(claim.folder, folders) }
        };
        let placed = self.folders.get(form::file_name(folders)).into_iter().flatten();
        let globbed = globbed.map(|(_, claim)| claim).chain(placed);
        let globbed = globbed.filter(|claim| fits(claim.name, name));
        named.chain(ended).chain(globbed).filter(is_there).copied().collect()
    }
}

/// Whether the last of `folders` fit the parts of `pattern`.
fn is_tail(pattern: &str, folders: &str) -> bool {
    if !pattern.contains('*') {
        let rest = folders.strip_suffix(pattern);
        return rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('/'));
    }
    let mut parts = folders.rsplit('/');
    pattern.rsplit('/').all(|glob| parts.next().is_some_and(|part| fits(glob, part)))
}

/// Whether `text` fits `glob`, in which `*` stands for anything.
fn fits(glob: &str, text: &str) -> bool {
    let Some((before, after)) = glob.split_once('*') else { return glob == text };
    let Some(mut rest) = text.strip_prefix(before) else { return false };
    let (middle, end) = after.rsplit_once('*').unwrap_or(("", after));
    // The first place where a part stands leaves the most for those behind it.
    for part in middle.split('*') {
        let Some((_, behind)) = rest.split_once(part) else { return false };
        rest = behind;
    }
    rest.ends_with(end)
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
        assert!(fits("a*b*c", "aXbYbZc") && !fits("a*b*c", "aXc"));
        assert!(!fits(&format!("{}b", "*a".repeat(40)), &"a".repeat(60)));
    }

    #[test]
    fn tails_of_paths() {
        assert!(is_tail(".github/workflows", "app/.github/workflows"));
        assert!(is_tail(".github/workflows", ".github/workflows"));
        assert!(!is_tail(".github/workflows", "workflows"));
        assert!(!is_tail("workflows", "my-workflows"));
        assert!(is_tail("*.d/conf", "etc/app.d/conf"));
        assert!(!is_tail("*.d/conf", "conf"));
    }
}
