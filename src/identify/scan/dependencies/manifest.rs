//! Manifests in JSON: `package.json` and `composer.json`.

use std::borrow::Cow;

use super::Scan;
use crate::identify::scan::Quotes;
use crate::identify::scan::json::pieces;

/// How the manifests of a registry are written.
pub(super) struct Manifest {
    registry: &'static str,
    /// The mappings whose keys are packages.
    sections: &'static [&'static str],
}

/// `package.json`.
pub(super) const NPM: Manifest = Manifest {
    registry: "npm",
    sections: &["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"],
};

/// `composer.json`.
pub(super) const COMPOSER: Manifest =
    Manifest { registry: "composer", sections: &["require", "require-dev"] };

/// The packages that are depended on, and the commands of the scripts.
pub(super) fn scan(scan: &mut Scan<'_, '_>, manifest: &Manifest, text: &str) {
    let mut section = "";
    for piece in pieces(text) {
        match (piece.depth, piece.is_key) {
            (1, true) => section = piece.text,
            (2, true) if manifest.sections.contains(&section) => {
                scan.package(manifest.registry, piece.text, piece.line);
            }
            (2.., false) if section == "scripts" => {
                scan.commands(&plain(piece.text), piece.line, Quotes::Words);
            }
            _ => {}
        }
    }
}

/// A string without what escapes its quotes.
fn plain(string: &str) -> Cow<'_, str> {
    if string.contains('\\') { Cow::Owned(string.replace("\\\"", "\"")) } else { Cow::Borrowed(string) }
}
