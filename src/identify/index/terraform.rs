//! Providers, modules and resources of Terraform, and whose they are.

use super::{Lowered, Owners, claim};
use crate::entry::Entry;
use crate::identify::evidence::Owner;

/// Providers, modules and resources of Terraform, and whose they are.
#[derive(Debug, Default)]
pub(in crate::identify) struct Terraform {
    addresses: Lowered,
    /// Providers by their last name, by which resources are called.
    providers: Lowered,
    /// How the addresses of a family begin.
    families: Vec<(String, Owner)>,
}

impl Terraform {
    pub(super) fn add(&mut self, owner: Owner, entry: &Entry) {
        for address in entry.identify.terraform.iter() {
            if let Some(name) = provider(address) {
                claim(self.providers.entry(name.to_owned()).or_default(), owner);
            }
            let address = address.to_lowercase();
            if let Some(prefix) = address.strip_suffix('*') {
                self.families.push((prefix.to_owned(), owner));
                continue;
            }
            self.addresses.entry(address).or_default().push(owner);
        }
    }

    /// Who is behind the provider called `name`, whoever publishes it, where it is one.
    pub(in crate::identify) fn provider(&self, name: &str) -> Owners {
        self.providers
            .get(&name.to_lowercase())
            .filter(|owners| owners.len() == 1)
            .cloned()
            .unwrap_or_default()
    }

    /// Who is behind a provider, a module or a type of resource.
    pub(in crate::identify) fn owners(&self, address: &str) -> Owners {
        let address = address.to_lowercase();
        let address =
            address.trim_start_matches("registry.terraform.io/").trim_start_matches("registry.opentofu.org/");
        let address = address.split_once("//").map_or(address, |(module, _)| module);
        if let Some(owners) = self.addresses.get(address) {
            return owners.clone();
        }
        let families = self.families.iter().filter(|(prefix, _)| address.starts_with(&**prefix));
        families.map(|(_, owner)| *owner).collect()
    }
}

/// The name of the provider at `address`, where that is one: `x` of `owner/x`.
pub(super) fn provider(address: &str) -> Option<&str> {
    let (owner, name) = address.split_once('/')?;
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    // `Microsoft.Insights/components` is a type of Azure's.
    (!owner.contains('.') && !name.is_empty() && name.chars().all(is_name)).then_some(name)
}
