//! What an object chooses by a name that stands for software: the class of an
//! Ingress, the provider of a store of secrets, a role of Ansible.

use super::config::Config;
use super::role::Role;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::line::Line;

/// Usual names of classes of Ingress, and whose they are.
const CLASSES: [(&str, &str); 8] = [
    ("nginx", "ingress-nginx"),
    ("traefik", "traefik"),
    ("kong", "kong"),
    ("haproxy", "haproxy-ingress"),
    ("alb", "aws-load-balancer-controller"),
    ("contour", "contour"),
    ("cilium", "cilium"),
    ("tailscale", "tailscale"),
];

/// What the External Secrets Operator calls the stores that it reads, and which they are.
const STORES: [(&str, &str); 7] = [
    ("vault", "vault"),
    ("doppler", "doppler"),
    ("infisical", "infisical"),
    ("conjur", "conjur"),
    ("azurekv", "azure-key-vault"),
    ("gcpsm", "google-secret-manager"),
    ("SecretsManager", "aws-secrets-manager"),
];

impl Config<'_, '_, '_, '_> {
    /// The class of an Ingress.
    pub(super) fn class(&mut self, name: &str, number: u32) {
        self.chosen(&CLASSES, name, "ingressClassName: ", number);
    }

    /// The provider of a store of secrets, which stands as a key or, of AWS, as a value.
    pub(super) fn store(&mut self, line: &Line<'_>, role: Role, number: u32) {
        if self.blocks.role() == Role::Provider && self.blocks.is_in_group("external-secrets.io") {
            self.chosen(&STORES, line.key, "provider: ", number);
        } else if role == Role::Service
            && self.blocks.parent() == "aws"
            && self.blocks.is_in_group("external-secrets.io")
        {
            self.chosen(&STORES, line.value, "service: ", number);
        }
    }

    /// A role of Ansible by its full name: `geerlingguy.docker`, `prometheus.prometheus.node_exporter`.
    pub(super) fn role(&mut self, name: &str, number: u32) {
        let is_name =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'_' | b'.');
        let Some((_, last)) = name.rsplit_once('.').filter(|_| name.bytes().all(is_name)) else { return };
        if let Some(owner) = self.scan.index.id(&last.replace('_', "-")) {
            let strength = Strength::Medium.at_most(self.limit);
            self.scan.found.add(owner, Sign::Name, strength, number, name);
        }
    }

    /// A library of Jsonnet that is imported: `github.com/grafana/jsonnet-libs/memcached/memcached.libsonnet`.
    pub(super) fn import(&mut self, text: &str, number: u32) {
        let Some((_, path)) = text.split_once("import ").and_then(|(_, rest)| rest.split_once("github.com/"))
        else {
            return;
        };
        let path = path.split(['\'', '"']).next().unwrap_or(path);
        if let Some((folders, _)) =
            path.rsplit_once('/').filter(|(folders, _)| folders.matches('/').count() > 1)
        {
            self.library(folders, number);
        }
    }

    /// A library of Jsonnet, whose folder is called as what it installs.
    pub(super) fn library(&mut self, folders: &str, number: u32) {
        let folders = folders.trim_end_matches('/');
        let last = folders.rsplit('/').next().unwrap_or(folders);
        if let Some(owner) = self.scan.index.id(last) {
            self.scan.found.add(owner, Sign::Source, Strength::Medium, number, folders);
        }
    }

    fn chosen(&mut self, names: &[(&str, &str)], name: &str, before: &str, number: u32) {
        let known = names.iter().find(|(known, _)| *known == name);
        if let Some(owner) = known.and_then(|(_, id)| self.scan.index.id(id)) {
            let strength = Strength::Medium.at_most(self.limit);
            self.scan.found.add(owner, Sign::Marker, strength, number, &format!("{before}{name}"));
        }
    }
}
