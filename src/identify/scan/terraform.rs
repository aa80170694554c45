//! Terraform and `OpenTofu`: providers, modules, types of resources, charts, and
//! whatever configuration stands in heredocs.

use super::Scan;
use super::script::Quotes;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::line::{Line, lines};

/// Looks through HCL.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut is_chart = false;
    for (raw, number) in lines(text) {
        let trimmed = raw.trim();
        scan.marker(trimmed, number);
        let mut words = trimmed.split_whitespace();
        let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if matches!(first, "resource" | "data" | "provider") && second.starts_with('"') {
            let name = second.trim_matches(['"', '{']);
            is_chart = name == "helm_release";
            let address = if first == "provider" { format!("hashicorp/{name}") } else { name.to_owned() };
            scan.terraform(&address, number);
            if first != "provider"
                && let Some((provider, _)) = name.split_once('_')
            {
                scan.terraform(&format!("hashicorp/{provider}"), number);
            }
            continue;
        }
        let Some(line) = Line::parse(raw) else { continue };
        match line.key {
            "source" => {
                scan.terraform(line.value, number);
                scan.source(line.value, number);
            }
            "chart" if is_chart => scan.chart(line.value, number),
            "image" => {
                scan.image(line.value, number, Strength::High);
            }
            "command" => scan.commands(line.value, number, Quotes::Words),
            "" => {}
            key if line.value == "true" => scan.addon(key, number),
            _ if line.value.contains('/') => {
                scan.source(line.value, number);
                scan.loose_image(line.value, number, Strength::High);
            }
            _ => {}
        }
    }
}

impl Scan<'_, '_> {
    /// A switch of a module that installs add-ons: `enable_metrics_server`.
    fn addon(&mut self, key: &str, line: u32) {
        let name = key.strip_prefix("enable_").map(|name| name.replace('_', "-"));
        if let Some(owner) = name.and_then(|name| self.index.name(&name)) {
            self.found.add(owner, Sign::Terraform, Strength::Medium, line, key);
        }
    }

    /// A provider, a module or a type of resource.
    fn terraform(&mut self, address: &str, line: u32) {
        for owner in self.index.terraform.owners(address) {
            self.found.add(owner, Sign::Terraform, Strength::High, line, address);
        }
    }
}
