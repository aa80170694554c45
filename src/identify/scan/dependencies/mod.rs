//! What a program depends on, in the files of its language.

mod comments;
mod dotnet;
mod elixir;
mod go;
mod gradle;
mod manifest;
mod maven;
mod python;
mod quotes;
mod requirements;
mod ruby;
mod rust;
mod sbt;

pub(super) use self::gradle::is_catalog;
pub(super) use self::requirements::{conda, distribution};

use super::Scan;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::form::Registry;

/// Looks through a file of dependencies.
pub(super) fn scan(scan: &mut Scan<'_, '_>, registry: Registry, text: &str) {
    match registry {
        Registry::Go => go::scan(scan, text),
        Registry::Npm => manifest::scan(scan, &manifest::NPM, text),
        Registry::Composer => manifest::scan(scan, &manifest::COMPOSER, text),
        Registry::Requirements => requirements::scan(scan, text),
        Registry::Python => python::tables(scan, text),
        Registry::Setup => python::setup(scan, text),
        Registry::SetupSettings => python::settings(scan, text),
        Registry::Maven => maven::scan(scan, text),
        Registry::Gradle => gradle::scan(scan, text),
        Registry::Sbt => sbt::scan(scan, text),
        Registry::Cargo => rust::scan(scan, text),
        Registry::Nuget => dotnet::scan(scan, text),
        Registry::Ruby => ruby::scan(scan, text),
        Registry::Hex => elixir::scan(scan, text),
    }
}

impl Scan<'_, '_> {
    /// A package that is depended on or installed.
    pub(super) fn package(&mut self, registry: &str, name: &str, line: u32) {
        let owners = self.index.packages().owners(registry, name);
        for &owner in owners {
            self.found.add(owner, Sign::Package, Strength::Medium, line, name);
        }
    }
}
