//! `pom.xml`.

use super::Scan;
use super::comments::Comments;
use crate::identify::line::lines;

/// `groupId` and the `artifactId` behind it, unless they are to be left out.
pub(super) fn scan(scan: &mut Scan<'_, '_>, text: &str) {
    let mut comments = Comments::of_xml();
    let mut group = String::new();
    let mut is_excluded = false;
    for (line, number) in lines(text) {
        let line = comments.strip(line);
        for tag in line.split('<').skip(1) {
            let Some((name, value)) = tag.split_once('>') else { continue };
            match name {
                "exclusions" => is_excluded = true,
                "/exclusions" => is_excluded = false,
                "groupId" => value.trim().clone_into(&mut group),
                "artifactId" if !is_excluded => {
                    scan.package("maven", &format!("{group}:{}", value.trim()), number);
                }
                _ => {}
            }
        }
    }
}
