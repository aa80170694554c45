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
            let address = address.to_lowercase();
            if let Some(prefix) = address.strip_suffix('*') {
                self.families.push((prefix.to_owned(), owner));
                continue;
            }
            if let Some((_, name)) = address.split_once('/').filter(|(_, name)| !name.contains('/')) {
                claim(self.providers.entry(name.to_owned()).or_default(), owner);
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
