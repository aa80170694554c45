//! Dependencies that are the technology, and whose they are.

use std::borrow::Cow;

use super::terraform::provider;
use super::{Owners, Table, claim};
use crate::entry::Entry;
use crate::identify::evidence::Owner;

/// Dependencies that are the technology, by `registry:name`.
#[derive(Debug, Default)]
pub(in crate::identify) struct Packages<'g> {
    names: Table<Cow<'g, str>, Owners>,
}

impl<'g> Packages<'g> {
    pub(super) fn add(&mut self, owner: Owner, entry: &'g Entry) {
        for package in entry.identify.packages.iter() {
            // The builds for several versions of Scala are one.
            claim(self.names.entry(plain(package)).or_default(), owner);
        }
        for provider in entry.identify.terraform.iter().filter_map(|address| provider(address)) {
            for package in pulumi(provider) {
                claim(self.names.entry(Cow::Owned(package)).or_default(), owner);
            }
        }
    }

    /// Whose the package `name` of `registry` is. A module of Go is also that of the
    /// paths below it, a package of `NuGet` that of the names below it, and a group
    /// of Maven that of all that is published in it.
    pub(in crate::identify) fn owners(&self, registry: &str, name: &str) -> &[Owner] {
        let full = format!("{registry}:{name}");
        let full = plain(&full);
        let mut rest = &*full;
        loop {
            if let Some(owners) = self.names.get(rest) {
                return owners;
            }
            let shorter = match registry {
                "go" => rest.rsplit_once('/').filter(|(shorter, _)| shorter.contains('/')),
                "nuget" => rest.rsplit_once('.'),
                "maven" => rest.rsplit_once(':'),
                _ => None,
            };
            match shorter {
                Some((shorter, _)) => rest = shorter,
                None => return &[],
            }
        }
    }
}

/// What Pulumi calls its packages for a provider of Terraform.
fn pulumi(provider: &str) -> [String; 5] {
    [
        format!("npm:@pulumi/{provider}"),
        format!("pypi:pulumi-{provider}"),
        format!("go:github.com/pulumi/pulumi-{provider}"),
        format!("nuget:pulumi.{provider}"),
        format!("maven:com.pulumi:{provider}"),
    ]
}

/// The name as registries compare it: that of Python knows neither case nor
/// underscores, those of .NET and PHP no case. What is built for a version of
/// Scala is the same for each.
fn plain(package: &str) -> Cow<'_, str> {
    if package.starts_with("nuget:") || package.starts_with("composer:") {
        Cow::Owned(package.to_lowercase())
    } else if package.starts_with("pypi:") {
        Cow::Owned(package.to_lowercase().replace(['_', '.'], "-"))
    } else if package.starts_with("maven:") {
        Cow::Borrowed(without_scala(package))
    } else {
        Cow::Borrowed(package)
    }
}

/// `spark-sql_2.13` without the version of Scala.
fn without_scala(package: &str) -> &str {
    match package.rsplit_once('_') {
        Some((name, "2.11" | "2.12" | "2.13" | "3")) => name,
        _ => package,
    }
}

#[cfg(test)]
mod tests {
    use super::{provider, without_scala};

    #[test]
    fn providers_and_builds_for_scala() {
        assert_eq!(provider("DataDog/datadog"), Some("datadog"));
        assert_eq!(provider("terraform-aws-modules/eks/aws"), None);
        assert_eq!(provider("aws_eks_*"), None);
        assert_eq!(without_scala("maven:a:b_2.13"), "maven:a:b");
        assert_eq!(without_scala("maven:a:b_c"), "maven:a:b_c");
    }
}
