//! Projects of .NET.

use super::Scan;
use super::comments::Comments;
use crate::identify::line::lines;

/// What a project or a list of versions for many includes.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut comments = Comments::of_xml();
    for (line, number) in lines(text) {
        let line = comments.strip(line);
        let line = line.trim();
        let is_package =
            ["<PackageReference", "<PackageVersion", "<package "].iter().any(|tag| line.starts_with(tag));
        let name = ["Include=\"", "id=\""].iter().find_map(|key| line.split_once(key)?.1.split('"').next());
        if let Some(name) = name.filter(|_| is_package) {
            scan.package("nuget", name, number);
        }
    }
}
