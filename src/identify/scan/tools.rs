//! Lists of tools that a repository is worked on with: asdf, mise, aqua, Nix and
//! Devbox, dev containers, orbs of `CircleCI`.

use super::Scan;
use super::continued::Continued;
use super::json::pieces;
use super::script::Quotes;
use crate::identify::evidence::{Owner, Sign, Strength};
use crate::identify::form::ending;
use crate::identify::line::{Line, lines};

/// `.tool-versions`, or the settings of mise: `[tools]` names them, and tasks run commands.
pub(super) fn scan(scan: &mut Scan<'_, '_>, name: &str, text: &str) {
    if ending(name) == "nix" {
        return nix(scan, text);
    }
    let is_plain = name == ".tool-versions";
    let (mut is_of_tools, mut is_of_tasks) = (is_plain, false);
    let mut continued = Continued::default();
    for (line, number) in lines(text) {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(header) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'))
            && !is_plain
        {
            is_of_tools = header == "tools";
            is_of_tasks = header.starts_with("tasks");
            if let Some(tool) = header.strip_prefix("tools.") {
                scan.tool(unquoted(tool), number);
            }
        } else if is_of_tools {
            let end = if is_plain { line.find(char::is_whitespace) } else { line.find('=') };
            scan.tool(unquoted(line[..end.unwrap_or(line.len())].trim()), number);
        } else if is_of_tasks && !line.starts_with("description") {
            let command = line.strip_prefix("run").and_then(|rest| rest.trim_start().strip_prefix('='));
            scan.script_line(&mut continued, command.unwrap_or(line).trim(), number, Quotes::Words);
        }
    }
}

/// Packages of Nix: `pkgs.kubectl`, and all in the list behind `with pkgs;`.
fn nix(scan: &mut Scan<'_, '_>, text: &str) {
    const WITH: &str = "with pkgs;";
    let is_of_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let mut is_in_list = false;
    for (line, number) in lines(text) {
        let line = line.split('#').next().unwrap_or(line);
        for (at, before) in line.match_indices("pkgs.") {
            let name = line[at + before.len()..].split(|c| !is_of_name(c)).next().unwrap_or_default();
            scan.tool_or_package(name, number);
        }
        let list = line.split_once(WITH).map(|(_, list)| list);
        is_in_list |= list.is_some();
        let list = list.unwrap_or(line);
        let end = list.find(']');
        if is_in_list {
            let words = list[..end.unwrap_or(list.len())].split([' ', '\t', '[', '(', ')']);
            for word in words.filter(|word| !word.is_empty() && word.chars().all(is_of_name)) {
                scan.tool_or_package(word, number);
            }
        }
        is_in_list &= end.is_none();
    }
}

/// The packages of Devbox: `"packages": ["kubectl@latest"]`, or each as a key.
pub(super) fn devbox(scan: &mut Scan<'_, '_>, text: &str) {
    let mut section = "";
    for piece in pieces(text) {
        match (piece.depth, piece.is_key) {
            (1, true) => section = piece.text,
            (2, _) if section == "packages" => {
                let name = piece.text.split('@').next().unwrap_or(piece.text);
                scan.tool_or_package(name, piece.line);
            }
            _ => {}
        }
    }
}

/// The packages of `aqua.yaml`: `- name: owner/name@version`.
pub(super) fn aqua(scan: &mut Scan<'_, '_>, text: &str) {
    for (line, number) in lines(text) {
        if let Some(line) = Line::parse(line)
            && line.dash.is_some()
            && line.key == "name"
        {
            scan.tool(line.value.split('@').next().unwrap_or(line.value), number);
        }
    }
}

/// The features of `devcontainer.json`, with those of their tools that are left out.
pub(super) fn features(scan: &mut Scan<'_, '_>, text: &str) {
    let (mut section, mut option) = ("", "");
    let mut feature: Option<Feature<'_>> = None;
    for piece in pieces(text) {
        match (piece.depth, piece.is_key) {
            (1, true) => section = piece.text,
            (2, true) if section == "features" => {
                if let Some(feature) = feature.replace(Feature::of(piece.text, piece.line)) {
                    feature.found(scan);
                }
            }
            (3, true) => option = piece.text,
            (3, false) if piece.text == "none" => {
                if let Some(feature) = &mut feature {
                    feature.left_out.push(option);
                }
            }
            _ => {}
        }
    }
    if let Some(feature) = feature {
        feature.found(scan);
    }
}

/// A feature of a dev container.
struct Feature<'t> {
    /// The last part of its address.
    name: &'t str,
    line: u32,
    left_out: Vec<&'t str>,
}

/// What stands behind a tool in the name of its feature.
const SUFFIXES: [&str; 5] = ["-cli", "-in-docker", "-outside-of-docker", "-asdf", "-homebrew"];

impl<'t> Feature<'t> {
    fn of(address: &'t str, line: u32) -> Self {
        let name = address.rsplit('/').next().unwrap_or(address);
        Self { name: name.split([':', '@']).next().unwrap_or(name), line, left_out: Vec::new() }
    }

    fn found(&self, scan: &mut Scan<'_, '_>) {
        if scan.tool(self.name, self.line) {
            return;
        }
        // `github-cli` is no GitHub: only a program is meant without its suffix.
        let bare = SUFFIXES.iter().find_map(|suffix| self.name.strip_suffix(suffix));
        if let Some(name) = bare.filter(|name| scan.program(name).is_some()) {
            scan.tool(name, self.line);
            return;
        }
        // `kubectl-helm-minikube` has all three.
        let is_of_tools = self.name.split('-').all(|part| !scan.index.commands().programs(part).is_empty());
        for part in self.name.split('-').filter(|part| is_of_tools && !self.left_out.contains(part)) {
            scan.tool(part, self.line);
        }
    }
}

/// The orbs of `CircleCI`: `helm: circleci/helm@3`.
pub(super) fn orbs(scan: &mut Scan<'_, '_>, text: &str) {
    let mut is_of_orbs = false;
    for (line, number) in lines(text) {
        let Some(line) = Line::parse(line) else { continue };
        if line.indent == 0 {
            is_of_orbs = line.key == "orbs";
        } else if is_of_orbs
            && let Some((orb, _)) = line.value.split_once('@')
            && let Some((_, name)) = orb.split_once('/')
        {
            scan.tool(name, number);
        }
    }
}

/// A text without quotes around it.
fn unquoted(text: &str) -> &str {
    text.trim_matches(['"', '\''])
}

/// What has a name of two letters, `jq` or `gh`, helps with something else.
const HELPER: usize = 2;

impl Scan<'_, '_> {
    /// A tool, by its name in a list of tools: `terraform`, `owner/name`, `go:module`.
    /// Whether it is anything known.
    fn tool(&mut self, tool: &str, line: u32) -> bool {
        let (registry, name) = tool.split_once(':').unwrap_or(("", tool));
        let name = name.split('[').next().unwrap_or(name);
        match registry {
            "go" => self.module(name, line),
            "npm" | "cargo" | "gem" => self.package(registry, name, line),
            "pipx" => self.package("pypi", name, line),
            "dotnet" => self.package("nuget", name, line),
            _ => return self.named_tool(name, line),
        }
        true
    }

    /// A tool, or else a package of an operating system, by its name.
    fn tool_or_package(&mut self, name: &str, line: u32) {
        if !self.tool(name, line) && name.len() > HELPER {
            self.system(&[name], line);
        }
    }

    fn named_tool(&mut self, name: &str, line: u32) -> bool {
        let mut parts = name.splitn(3, '/');
        let (first, second, third) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
        if second.is_none() && first.len() <= HELPER {
            return false;
        }
        let called = |name| self.program(name).map(|owner| (owner, Strength::Medium));
        let known = if let Some(repository) = second {
            let source = self.index.repository(&format!("{first}/{repository}").to_lowercase(), "");
            source.map(|owner| (owner, Strength::Medium)).or_else(|| called(third?))
        } else {
            called(first).or_else(|| {
                let owner = self.index.id(first).or_else(|| self.index.name(first))?;
                Some((owner, if is_odd(first) { Strength::Medium } else { Strength::Low }))
            })
        };
        if let Some((owner, strength)) = known {
            self.found.add(owner, Sign::Package, strength, line, name);
        }
        known.is_some()
    }

    /// Whose program is called `name`, where it is one entry's alone.
    fn program(&self, name: &str) -> Option<Owner> {
        match self.index.commands().programs(name)[..] {
            [owner] => Some(owner),
            _ => None,
        }
    }
}

/// Whether `name` is hardly a word.
fn is_odd(name: &str) -> bool {
    name.len() > 6 || name.bytes().any(|byte| byte == b'-' || byte.is_ascii_digit())
}
