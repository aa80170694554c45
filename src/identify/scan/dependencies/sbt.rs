//! Builds with sbt.

use super::Scan;
use super::comments::Comments;
use super::quotes::quoted;
use crate::identify::line::lines;

/// `"group" % "artifact" % "version"`, where more signs ask for the build for
/// this version of Scala.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut comments = Comments::of_java();
    for (line, number) in lines(text) {
        let line = comments.strip(line);
        let mut group = "";
        for quoted in quoted(&line) {
            if matches!(quoted.before.trim(), "%" | "%%" | "%%%") {
                scan.package("maven", &format!("{group}:{}", quoted.text), number);
            }
            group = quoted.text;
        }
    }
}
