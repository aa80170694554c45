//! Terraform and `OpenTofu`: providers, modules, types of resources, charts, and
//! whatever configuration stands in heredocs.

use super::Scan;
use super::brackets::{Brackets, first_word};
use super::heredoc::Heredoc;
use super::objects::{self, Head};
use super::role::Role;
use super::script::Quotes;
use super::shell::Shell;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::line::{Line, items, lines};
use crate::identify::reference::github_repository;

/// How the types of resources of Azure begin.
pub(super) const AZURE: &str = "Microsoft.";

/// Looks through HCL.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut hcl = Hcl {
        scan,
        head: Head::default(),
        block: Block::Other,
        chart: None,
        has_charts: false,
        brackets: Brackets::default(),
        heredoc: None,
        is_comment: false,
    };
    for (raw, number) in lines(text) {
        hcl.raw(raw, number);
    }
    hcl.end_heredoc(false);
}

/// A block as far as it says what an attribute of it means.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Other,
    /// It releases a chart.
    Release,
    /// It is a variable that is called an image.
    Image,
}

/// What is known at a line of the lines before it.
struct Hcl<'s, 'i, 'g, 't> {
    scan: &'s mut Scan<'i, 'g>,
    /// Objects of Kubernetes, as HCL or in heredocs.
    head: Head<'t>,
    /// What the block at the outermost level is.
    block: Block,
    /// A chart of which the repository has not come yet.
    chart: Option<(&'t str, u32)>,
    /// Whether the innermost block names a repository of charts.
    has_charts: bool,
    /// What is open: blocks, maps, lists.
    brackets: Brackets<'t>,
    /// The document that is open, and the key that it is the value of.
    heredoc: Option<(Heredoc<'t>, &'t str)>,
    /// Whether the line stands in a comment of several.
    is_comment: bool,
}

impl<'t> Hcl<'_, '_, '_, 't> {
    fn raw(&mut self, raw: &'t str, number: u32) {
        if let Some((heredoc, _)) = &mut self.heredoc {
            if heredoc.take(raw, number) {
                self.end_heredoc(true);
            }
            return;
        }
        let trimmed = raw.trim();
        if self.is_comment || trimmed.starts_with("/*") {
            self.is_comment = !trimmed.contains("*/");
            return;
        }
        self.brackets.begin_line(&self.scan.found);
        self.scan.marker(trimmed, number);
        if self.brackets.is_in("terraform") {
            // `cloud {` says something only there.
            self.scan.marker(&format!("terraform: {trimmed}"), number);
        }
        let behind = self.brackets.close_before(trimmed, &mut self.scan.found);
        if is_block_with_content(behind) {
            for (piece, bracket) in pieces(behind) {
                self.line(piece, number);
                self.brackets.take(bracket, piece, &mut self.scan.found);
            }
        } else {
            self.line(trimmed, number);
            self.brackets.take_all(behind, &mut self.scan.found);
        }
        self.heredoc = Heredoc::opened_at_end_of(trimmed).map(|heredoc| (heredoc, self.key_at(trimmed)));
    }

    /// The key that what `text` ends with is the value of.
    fn key_at(&self, text: &'t str) -> &'t str {
        if text.starts_with("<<") { self.brackets.list() } else { first_word(text) }
    }

    /// Looks at the document that has come, which is whole or is none.
    fn end_heredoc(&mut self, is_whole: bool) {
        let Some((heredoc, key)) = self.heredoc.take() else { return };
        if let Some(form) = heredoc.form().filter(|_| is_whole) {
            return self.scan.document(form, &heredoc.lines, 0);
        }
        if !heredoc.is_script() && !is_of_commands(key) {
            for (line, number) in heredoc.lines {
                self.scan.marker(line.trim(), number);
                self.line(line.trim(), number);
            }
            return;
        }
        let mut shell = Shell::new(Quotes::Words, 1);
        for (line, number) in heredoc.lines {
            self.scan.shell(&mut shell, line, number);
        }
        self.scan.end_shell(&mut shell);
    }

    fn line(&mut self, text: &'t str, number: u32) {
        if text.ends_with('{') || text.starts_with('}') {
            (self.chart, self.has_charts) = (None, false);
        }
        let mut words = text.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if matches!(first, "resource" | "data" | "provider" | "variable") && second.starts_with('"') {
            self.block(first, second.trim_matches(['"', '{']), number);
        } else if let Some(line) = Line::parse(text) {
            self.attribute(&line, text, number);
        }
    }

    /// The head of a block at the outermost level.
    fn block(&mut self, block: &str, name: &str, number: u32) {
        self.block = match block {
            "variable" if name.contains("image") => Block::Image,
            _ if name == "helm_release" => Block::Release,
            _ => Block::Other,
        };
        match block {
            "variable" => {}
            "provider" => self.scan.provider(name, number),
            _ => {
                self.scan.terraform(name, number);
                if let Some((provider, _)) = name.split_once('_') {
                    self.scan.provider(provider, number);
                }
            }
        }
    }

    fn attribute(&mut self, line: &Line<'t>, text: &'t str, number: u32) {
        if let Some((api, kind)) = self.head.take(line, number) {
            return objects::object(self.scan.index, &mut self.scan.found, api, kind, Strength::High);
        }
        let is_image = || Role::of(line.key) == Role::Image;
        match line.key {
            "source" => {
                self.scan.terraform(line.value, number);
                self.scan.source(line.value, number);
                self.scan.git_module(line.value, number);
            }
            "chart" => self.chart(line.value, number),
            "repository" => self.repository(),
            "type" if line.value.starts_with(AZURE) => self.scan.azure(line.value, number),
            "command" => self.scan.commands(line.value, number, Quotes::Words),
            "" => self.item(self.brackets.list(), unquoted(text), number),
            "enabled" | "enable" | "create" => self.switch(line.value, number),
            key if line.value == "true" => self.scan.addon(key, number),
            // `addons = { metrics-server = {} }` of a cluster.
            key if line.value.starts_with('{')
                && self.brackets.map().is_some_and(|map| map.ends_with("addons")) =>
            {
                self.scan.switched_on(key, number);
            }
            key if line.value.starts_with('[') => {
                items(line.value).for_each(|item| self.item(key, item, number));
            }
            key if is_image() || (key == "default" && self.block == Block::Image) => {
                self.scan.image(line.value, number, Strength::High);
            }
            _ => self.address(line.value, number),
        }
    }

    /// An item of the list that is the value of `key`.
    fn item(&mut self, key: &str, value: &str, number: u32) {
        if is_of_commands(key) {
            self.scan.commands(value, number, Quotes::Words);
        }
        self.address(value, number);
    }

    /// What a value alone gives away.
    fn address(&mut self, value: &str, number: u32) {
        if value.contains('/') {
            self.scan.source(value, number);
            self.scan.loose_image(value, number, Strength::High);
        }
    }

    /// Whether what the innermost map says is there at all: `cert-manager = { enabled = true }`.
    fn switch(&mut self, value: &str, number: u32) {
        match (value, self.brackets.map()) {
            ("false", _) => self.brackets.switch_off(),
            ("true", Some(name)) => self.scan.switched_on(name, number),
            _ => {}
        }
    }

    /// A chart, where a release or a repository beside it says that it is one.
    fn chart(&mut self, name: &'t str, number: u32) {
        if self.block == Block::Release || self.has_charts {
            self.scan.chart(name, number, Strength::High);
        } else {
            self.chart = Some((name, number));
        }
    }

    fn repository(&mut self) {
        self.has_charts = true;
        if let Some((name, number)) = self.chart.take() {
            self.scan.chart(name, number, Strength::High);
        }
    }
}

/// Whether `text` opens a block and goes on with what is in it: `config { image = "redis:7" }`.
fn is_block_with_content(text: &str) -> bool {
    let opens = memchr::memchr(b'{', text.as_bytes());
    opens.is_some_and(|at| at + 1 < text.len() && text[at..].contains('='))
}

/// The heads of blocks and the attributes that stand on one line, each with the
/// bracket or the comma behind it.
fn pieces(text: &str) -> impl Iterator<Item = (&str, u8)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut is_quoted = false;
        let end = rest.bytes().position(|byte| {
            is_quoted ^= byte == b'"';
            !is_quoted && matches!(byte, b'{' | b'}' | b',')
        });
        let piece = rest[..end.unwrap_or(rest.len())].trim();
        let mark = end.map_or(0, |end| rest.as_bytes()[end]);
        let is_left = !rest.is_empty();
        rest = end.map_or("", |end| &rest[end + 1..]);
        is_left.then_some((piece, mark))
    })
}

/// Whether the value of `key` is commands.
fn is_of_commands(key: &str) -> bool {
    matches!(Role::of(key), Role::Script | Role::Command)
        || ["user_data", "script", "commands"].iter().any(|ending| key.ends_with(ending))
}

/// An item of a list without its quotes and the comma.
fn unquoted(text: &str) -> &str {
    let text = text.trim_end_matches([',', ']', ' ']);
    text.strip_prefix('"').map_or(text, |text| text.strip_suffix('"').unwrap_or(text))
}

impl Scan<'_, '_> {
    /// A switch of a module that installs add-ons: `enable_metrics_server`.
    fn addon(&mut self, key: &str, line: u32) {
        let Some(name) = key.strip_prefix("enable_").map(|name| name.replace('_', "-")) else { return };
        let named = self.index.name(&name);
        // Many are called as the chart that they install; one word means too much.
        let chart = if name.contains('-') { self.index.chart(&name).0 } else { &[] };
        let owners = named.as_ref().map_or(chart, std::slice::from_ref);
        self.add_all(owners, Sign::Terraform, Strength::Medium, line, key);
    }

    /// A map that switches something on, which is called as what it installs.
    fn switched_on(&mut self, name: &str, line: u32) {
        let spelled = name.replace('_', "-");
        let (owners, _) = self.index.chart(&spelled);
        self.add_all(owners, Sign::Terraform, Strength::Medium, line, name);
    }

    /// A provider by its last name, as resources begin with it.
    fn provider(&mut self, name: &str, line: u32) {
        let address = format!("hashicorp/{name}");
        let owners = self.index.terraform().owners(&address);
        if owners.is_empty() {
            let known = self.index.terraform().provider(name);
            return self.add_all(&known, Sign::Terraform, Strength::High, line, name);
        }
        self.add_all(&owners, Sign::Terraform, Strength::High, line, &address);
    }

    /// A module that is taken from the repository from which the registry has it:
    /// `github.com/owner/terraform-provider-name` is `owner/name/provider`.
    fn git_module(&mut self, source: &str, line: u32) {
        let Some(repository) = github_repository(source) else { return };
        let parts = repository.split_once("/terraform-");
        if let Some((owner, Some((provider, name)))) =
            parts.map(|(owner, rest)| (owner, rest.split_once('-')))
        {
            self.terraform(&format!("{owner}/{name}/{provider}"), line);
        }
    }

    /// A type of resource of Azure, with the version of its interface: in Bicep, in
    /// templates of the Resource Manager, in HCL.
    pub(super) fn azure(&mut self, resource: &str, line: u32) {
        self.terraform(resource.split('@').next().unwrap_or(resource), line);
    }

    /// A provider, a module or a type of resource.
    fn terraform(&mut self, address: &str, line: u32) {
        for owner in self.index.terraform().owners(address) {
            self.found.add(owner, Sign::Terraform, Strength::High, line, address);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_block_with_content, pieces};

    #[test]
    fn blocks_on_one_line_are_taken_apart() {
        let text = r#"task "x" { config { image = "a,{b}:7" } }"#;
        assert!(is_block_with_content(text) && !is_block_with_content("config {"));
        let all = [(r#"task "x""#, b'{'), ("config", b'{'), (r#"image = "a,{b}:7""#, b'}'), ("", b'}')];
        assert_eq!(pieces(text).collect::<Vec<_>>(), all);
    }
}
