//! What of configuration stands in programs.

use std::sync::LazyLock;

use aho_corasick::AhoCorasick;

use super::config::Config;
use super::terraform::AZURE;

/// Whether a program may hold configuration as text: most hold none, which is
/// told faster than by reading their lines.
pub(super) fn may_hold(text: &str) -> bool {
    static TELLING: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        AhoCorasick::new([
            "apiVersion",
            "mage",
            "chart:",
            "chart =",
            "chart\"",
            "chart'",
            "'Microsoft.",
            ".io/",
            ".dev/",
            ".com/",
        ])
        .ok()
    });
    TELLING.as_ref().is_none_or(|telling| telling.is_match(text))
}

/// Whether a program may set up or call services of a cloud.
pub(super) fn may_set_up(text: &str) -> bool {
    static TELLING: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
        AhoCorasick::new(["pulumi", "Pulumi", "aws-cdk-lib", "aws_cdk", "awscdk", "boto3"]).ok()
    });
    TELLING.as_ref().is_some_and(|telling| telling.is_match(text))
}

impl Config<'_, '_, '_, '_> {
    /// The texts in quotes of a line of a program.
    pub(super) fn quoted(&mut self, text: &str, number: u32) {
        if !text.contains('/') {
            return;
        }
        // `resource cluster 'Microsoft.ContainerService/managedClusters@2025-01-01'` in Bicep.
        let is_resource = text.starts_with("resource ");
        for quoted in text.split(['"', '\'', '`']).skip(1).step_by(2) {
            if is_resource && quoted.starts_with(AZURE) {
                self.scan.azure(quoted, number);
            }
            self.scan.loose_image(quoted, number, self.limit);
        }
    }
}
