//! Terraform and `OpenTofu`: providers, modules, types of resources, charts, and
//! whatever configuration stands in heredocs.

use super::Scan;
use super::objects::{self, Head};
use super::role::Role;
use super::script::Quotes;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::line::{Line, lines};

/// How the types of resources of Azure begin.
pub(super) const AZURE: &str = "Microsoft.";

/// Looks through HCL.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut hcl = Hcl {
        scan,
        head: Head::default(),
        is_release: false,
        is_image: false,
        chart: None,
        has_charts: false,
    };
    for (raw, number) in lines(text) {
        let trimmed = raw.trim();
        hcl.scan.marker(trimmed, number);
        if is_block_with_content(trimmed) {
            pieces(trimmed).for_each(|piece| hcl.line(piece, number));
        } else {
            hcl.line(trimmed, number);
        }
    }
}

/// What is known at a line of the lines before it.
struct Hcl<'s, 'i, 'g, 't> {
    scan: &'s mut Scan<'i, 'g>,
    /// Objects of Kubernetes, as HCL or in heredocs.
    head: Head<'t>,
    /// Whether the block releases a chart.
    is_release: bool,
    /// Whether the block is a variable that is called an image.
    is_image: bool,
    /// A chart of which the repository has not come yet.
    chart: Option<(&'t str, u32)>,
    /// Whether the innermost block names a repository of charts.
    has_charts: bool,
}

impl<'t> Hcl<'_, '_, '_, 't> {
    fn line(&mut self, text: &'t str, number: u32) {
        if text.ends_with('{') || text.starts_with('}') {
            (self.chart, self.has_charts) = (None, false);
        }
        let mut words = text.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if matches!(first, "resource" | "data" | "provider" | "variable") && second.starts_with('"') {
            self.block(first, second.trim_matches(['"', '{']), number);
        } else if let Some(line) = Line::parse(text) {
            self.attribute(&line, number);
        }
    }

    /// The head of a block at the outermost level.
    fn block(&mut self, block: &str, name: &str, number: u32) {
        self.is_image = block == "variable" && name.contains("image");
        self.is_release = name == "helm_release";
        match block {
            "variable" => {}
            "provider" => self.scan.terraform(&format!("hashicorp/{name}"), number),
            _ => {
                self.scan.terraform(name, number);
                if let Some((provider, _)) = name.split_once('_') {
                    self.scan.terraform(&format!("hashicorp/{provider}"), number);
                }
            }
        }
    }

    fn attribute(&mut self, line: &Line<'t>, number: u32) {
        if let Some((api, kind)) = self.head.take(line, number) {
            return objects::object(self.scan.index, &mut self.scan.found, api, kind, Strength::High);
        }
        let is_image = || Role::of(line.key) == Role::Image;
        match line.key {
            "source" => {
                self.scan.terraform(line.value, number);
                self.scan.source(line.value, number);
            }
            "chart" => self.chart(line.value, number),
            "repository" => self.repository(),
            "type" if line.value.starts_with(AZURE) => self.scan.azure(line.value, number),
            "command" => self.scan.commands(line.value, number, Quotes::Words),
            "" => {}
            key if line.value == "true" => self.scan.addon(key, number),
            key if is_image() || (key == "default" && self.is_image) => {
                self.scan.image(line.value, number, Strength::High);
            }
            _ if line.value.contains('/') => {
                self.scan.source(line.value, number);
                self.scan.loose_image(line.value, number, Strength::High);
            }
            _ => {}
        }
    }

    /// A chart, where a release or a repository beside it says that it is one.
    fn chart(&mut self, name: &'t str, number: u32) {
        if self.is_release || self.has_charts {
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

/// The heads of blocks and the attributes that stand on one line.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    let mut is_quoted = false;
    let parts = text.split(move |c: char| {
        is_quoted ^= c == '"';
        !is_quoted && matches!(c, '{' | '}' | ',')
    });
    parts.map(str::trim).filter(|piece| !piece.is_empty())
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

    /// A type of resource of Azure, with the version of its interface: in Bicep, in
    /// templates of the Resource Manager, in HCL.
    pub(super) fn azure(&mut self, resource: &str, line: u32) {
        self.terraform(resource.split('@').next().unwrap_or(resource), line);
    }

    /// A provider, a module or a type of resource.
    fn terraform(&mut self, address: &str, line: u32) {
        for owner in self.index.terraform.owners(address) {
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
        assert_eq!(pieces(text).collect::<Vec<_>>(), [r#"task "x""#, "config", r#"image = "a,{b}:7""#]);
    }
}
