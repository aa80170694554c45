//! Services of clouds, as programs name them that set them up or call them:
//! by what Terraform calls their resources.

use super::{Owners, Table};
use crate::entry::Entry;
use crate::identify::evidence::Owner;

/// What Terraform calls the clouds whose services are told apart.
const CLOUDS: [&str; 4] = ["aws", "google", "digitalocean", "azurerm"];

/// Services of clouds, by the names of their resources without what stands
/// between the words: `awssqsqueue`.
#[derive(Debug, Default)]
pub(in crate::identify) struct Services {
    /// Single resources, and how the names of all that belong to a service begin.
    names: Table<String, Owners>,
    /// Such beginnings alone.
    families: Vec<(String, Owner)>,
}

impl Services {
    pub(super) fn add(&mut self, owner: Owner, entry: &Entry) {
        for address in entry.identify.terraform.iter() {
            let is_of_cloud = address.split_once('_').is_some_and(|(cloud, _)| CLOUDS.contains(&cloud));
            if !is_of_cloud || address.contains('/') {
                continue;
            }
            let name = squashed(address.trim_end_matches('*'));
            if address.ends_with('*') {
                self.families.push((name.clone(), owner));
            }
            self.names.entry(name).or_default().push(owner);
        }
    }

    /// Whose the resource `resource` in `module` of `cloud` is: of `aws`, `sqs` and `Queue`.
    pub(in crate::identify) fn resource(&self, cloud: &str, module: &str, resource: &str) -> Owners {
        let name = squashed(&format!("{cloud}{module}{resource}"));
        if let Some(owners) = self.names.get(&name) {
            return owners.clone();
        }
        let families = self.families.iter().filter(|(beginning, _)| name.starts_with(&**beginning));
        families.map(|(_, owner)| *owner).collect()
    }

    /// Whose all of `module` of `cloud` is.
    pub(in crate::identify) fn module(&self, cloud: &str, module: &str) -> Owners {
        self.names.get(&squashed(&format!("{cloud}{module}"))).cloned().unwrap_or_default()
    }
}

/// `name` in lower case, without what stands between its words.
fn squashed(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
