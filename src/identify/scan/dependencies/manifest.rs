//! Manifests in JSON: `package.json` and `composer.json`.

use std::borrow::Cow;

use super::Scan;
use crate::identify::scan::Quotes;

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

/// The packages that are depended on, and the commands of the scripts. Braces
/// tell what stands where, however the text is indented.
pub(super) fn scan(scan: &mut Scan<'_, '_>, manifest: &Manifest, text: &str) {
    let bytes = text.as_bytes();
    let (mut at, mut number, mut depth) = (0, 1, 0_usize);
    let mut section = "";
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'\n' => number += 1,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let start = at;
                at = end_of_string(bytes, start);
                let string = &text[start..at];
                at += 1;
                let behind = bytes.iter().skip(at).find(|byte| !byte.is_ascii_whitespace());
                match (depth, behind == Some(&b':')) {
                    (1, true) => section = string,
                    (2, true) if manifest.sections.contains(&section) => {
                        scan.package(manifest.registry, string, number);
                    }
                    (2.., false) if section == "scripts" => {
                        scan.commands(&plain(string), number, Quotes::Words);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// Where the string that begins at `start` ends: at its quote, at the latest at
/// the end of the line.
fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' | b'\n' => return at,
            b'\\' if bytes.get(at + 1).is_some_and(u8::is_ascii) => at += 2,
            _ => at += 1,
        }
    }
    bytes.len()
}

/// A string without what escapes its quotes.
fn plain(string: &str) -> Cow<'_, str> {
    if string.contains('\\') { Cow::Owned(string.replace("\\\"", "\"")) } else { Cow::Borrowed(string) }
}

#[cfg(test)]
mod tests {
    use super::end_of_string;

    #[test]
    fn strings_end_at_their_quotes() {
        assert_eq!(end_of_string(br#"a\"b" c"#, 0), 4);
        assert_eq!(end_of_string(b"open\nx", 0), 4);
        assert_eq!(end_of_string(b"open", 0), 4);
        assert_eq!(end_of_string(b"open\\", 0), 5);
    }
}
