//! References to images, charts and repositories, in every spelling.

use std::borrow::Cow;
use std::sync::LazyLock;

use memchr::memmem::Finder;

/// Stands for a piece of a value that a template will fill in.
pub(super) const HOLE: char = '~';

/// [`HOLE`] as text.
const HOLE_TEXT: &str = "~";

/// An image reference: where it comes from and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Image<'t> {
    /// The repository without its registry, in lower case: `jetstack/cert-manager-controller`.
    pub(super) path: Cow<'t, str>,
    /// Whether it names a registry.
    pub(super) has_host: bool,
    /// Whether it names a tag or a digest.
    pub(super) has_version: bool,
    /// Whether something that is filled in may go on with its name.
    pub(super) is_open: bool,
}

/// The bytes that image references are written with.
const IS_OF_IMAGE: [bool; 256] = alphanumeric_and(b"._-/:@+~");

/// Which bytes are letters and digits of ASCII, or among `others`.
pub(super) const fn alphanumeric_and(others: &[u8]) -> [bool; 256] {
    let mut is_in = among(others);
    let mut byte = 0_u8;
    while byte.is_ascii() {
        is_in[byte as usize] |= byte.is_ascii_alphanumeric();
        byte += 1;
    }
    is_in
}

/// Which bytes are among `bytes`.
pub(super) const fn among(bytes: &[u8]) -> [bool; 256] {
    let mut is_in = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        is_in[bytes[at] as usize] = true;
        at += 1;
    }
    is_in
}

/// Whether names of variables are written with `byte`.
pub(super) fn is_of_variable(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether `text` could be an image reference as it is.
fn is_written(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| IS_OF_IMAGE[usize::from(byte)])
}

impl<'t> Image<'t> {
    /// Reads `text` as an image reference; `None` when it cannot be one.
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        let text = text.trim_ascii();
        // Most images are written out.
        if is_written(text) {
            return Self::written(text);
        }
        let filled = with_holes(text)?;
        if !is_written(filled.trim()) {
            return None;
        }
        match filled {
            Cow::Borrowed(text) => Self::written(text.trim()),
            Cow::Owned(text) => {
                let Image { path, has_host, has_version, is_open } = Image::written(text.trim())?;
                Some(Self { path: Cow::Owned(path.into_owned()), has_host, has_version, is_open })
            }
        }
    }

    /// Reads `text`, of which every byte can be of an image reference.
    fn written(text: &'t str) -> Option<Self> {
        let text = text.strip_prefix("docker://").or_else(|| text.strip_prefix("oci://")).unwrap_or(text);
        let find = |byte, text: &str| memchr::memchr(byte, text.as_bytes());
        let digest = find(b'@', text);
        let name = &text[..digest.unwrap_or(text.len())];
        let slash = memchr::memrchr(b'/', name.as_bytes()).map_or(0, |at| at + 1);
        let tag = find(b':', &name[slash..]).map(|at| slash + at);
        let mut path = &name[..tag.unwrap_or(name.len())];
        let has_holes = find(HOLE as u8, path).is_some();
        let closed = if has_holes { path.trim_end_matches(HOLE) } else { path };
        let is_open = closed.len() < path.len() && closed.ends_with(|c: char| c.is_ascii_alphanumeric());
        if is_open {
            path = closed;
        }
        let is_host = |part: &str| {
            memchr::memchr2(b'.', b':', part.as_bytes()).is_some()
                || part == "localhost"
                || part.bytes().all(|byte| byte == HOLE as u8)
        };
        let mut has_host = false;
        if let Some(end) = find(b'/', path).filter(|end| is_host(&path[..*end])) {
            (path, has_host) = (&path[end + 1..], true);
        }
        if let Some(hole) = has_holes.then(|| path.rfind(HOLE)).flatten() {
            let (_, rest) = path[hole..].split_once('/')?;
            (path, has_host) = (rest, true);
        }
        let has_version = tag.is_some() || digest.is_some();
        Some(Self { path: lower_path(path)?, has_host, has_version, is_open })
    }

    /// Whether nothing but an image is written like this.
    pub(super) fn is_plain(&self) -> bool {
        self.has_host && self.has_version
    }
}

/// `path` in lower case; `None` where a part of it is no name.
fn lower_path(path: &str) -> Option<Cow<'_, str>> {
    let (mut before, mut has_capitals) = (b'/', false);
    for byte in path.bytes() {
        if byte == b':' || before == b'/' && !byte.is_ascii_alphanumeric() {
            return None;
        }
        has_capitals |= byte.is_ascii_uppercase();
        before = byte;
    }
    let is_whole = before != b'/';
    is_whole.then(|| if has_capitals { Cow::Owned(path.to_ascii_lowercase()) } else { Cow::Borrowed(path) })
}

/// What stands around the pieces that something will fill in, beside variables:
/// templates of Go and Python, those of Nomad Pack, CUE, and Jsonnet's formats.
const BRACKETS: [(&str, &str); 4] = [("{{", "}}"), ("[[", "]]"), ("\\(", ")"), ("%(", ")s")];

/// No image reference is longer.
const LONGEST: usize = 1024;

/// `text` with a hole for everything that will be filled in, but variables with
/// a default as that; `None` where it is too long.
fn with_holes(text: &str) -> Option<Cow<'_, str>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut text = Cow::Borrowed(text);
    for (open, close) in BRACKETS {
        // A quote inside may have ended the text before the bracket does.
        while let Some(at) = text.find(open) {
            let end = text[at..].find(close).map_or(text.len(), |length| at + length + close.len());
            text.to_mut().replace_range(at..end, HOLE_TEXT);
        }
    }
    if text.contains("%s") {
        text = Cow::Owned(text.replace("%s", HOLE_TEXT));
    }
    Some(match text {
        Cow::Borrowed(text) => filled_from(text, |_| None),
        Cow::Owned(text) => Cow::Owned(filled_from(&text, |_| None).into_owned()),
    })
}

/// `text` with every `${NAME}`, `$(NAME)` and `$NAME` as what `value_of` gives for
/// the name, else as its default, else as a hole.
pub(super) fn filled_from<'v>(text: &str, value_of: impl Fn(&str) -> Option<&'v str>) -> Cow<'_, str> {
    if memchr::memchr(b'$', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('$') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        let close = match rest.as_bytes().first() {
            Some(b'{') => '}',
            Some(b'(') => ')',
            _ => {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                match value_of(&rest[..end]) {
                    Some(value) => out.push_str(value),
                    None => out.push(HOLE),
                }
                rest = &rest[end..];
                continue;
            }
        };
        let end = rest.find(close).unwrap_or(rest.len());
        // What a brace opens begins with the brace.
        let inner = rest[..end].get(1..).unwrap_or_default();
        let (name, default) = match inner.split_once(":-").or_else(|| inner.split_once(":=")) {
            Some((name, default)) => (name, Some(default)),
            None => (inner, None),
        };
        match value_of(name).or(default) {
            Some(value) => out.push_str(value),
            None => out.push(HOLE),
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The name of the chart that `text` refers to: `repo/name`, an OCI address,
/// a bare name; `None` for a chart in the same repository.
pub(super) fn chart_name(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches('/');
    let is_local = text.starts_with(['.', '/', HOLE, '$', '{']) || text.is_empty();
    if is_local || text.contains(char::is_whitespace) {
        return None;
    }
    let name = text.rsplit('/').next().unwrap_or(text);
    let name = name.split(['@', ':']).next().unwrap_or(name);
    let name = name.strip_suffix(".tgz").unwrap_or(name);
    let name = without_version(name);
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_' || c == '.';
    (!name.is_empty() && name.chars().all(is_name)).then_some(name)
}

/// `cert-manager-v1.15.0` without its version, as labels and lists of releases have it.
fn without_version(name: &str) -> &str {
    let begins = |rest: &str| {
        let digits = rest.strip_prefix('v').unwrap_or(rest);
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.contains('.')
    };
    before_dash(name, begins)
}

/// `name` up to the first dash behind which something `begins`; all of it without one.
pub(super) fn before_dash(name: &str, begins: impl Fn(&str) -> bool) -> &str {
    name.match_indices('-').find(|(at, _)| begins(&name[at + 1..])).map_or(name, |(at, _)| &name[..at])
}

/// Whether a file holds data rather than something to be applied.
fn is_data(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("json"))
}

/// The `owner/name` on GitHub that `text` takes something from, and what follows
/// it: a release, a raw file, an archive, a checkout; not a page that one reads.
pub(super) fn github_source(text: &str) -> Option<(String, &str)> {
    let (path, is_raw) = github_path(text).or_else(|| mirrored_path(text))?;
    let (_, rest) = path.split_once('/')?;
    let is_checkout = path.contains("?ref=")
        || path.contains(".git?")
        || rest.split(['/', '?']).next().is_some_and(|name| name.strip_suffix(".git").is_some());
    let (_, rest) = rest.split_once(['/', '?']).unwrap_or((rest, ""));
    let next = rest.split(['/', '?']).next().unwrap_or_default();
    let is_taken = is_raw || is_checkout || matches!(next, "releases" | "archive" | "raw" | "tarball");
    // A dashboard is data about the thing, not the thing.
    let is_page = next == "releases" && !path.contains("/download/") || is_raw && is_data(path);
    (is_taken && !is_page).then(|| Some((repository(path)?, rest))).flatten()
}

/// The `owner/name` on GitHub of the address `text`, whatever it leads to.
pub(super) fn github_repository(text: &str) -> Option<String> {
    github_path(text).and_then(|(path, _)| repository(path))
}

/// Finds the word that every address on GitHub has.
static GITHUB: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"github"));

/// What follows GitHub's host in `text`, and whether that is the one of raw files.
fn github_path(text: &str) -> Option<(&str, bool)> {
    // Most text is sent away by the one word.
    GITHUB.find(text.as_bytes())?;
    let (rest, is_raw) = match text.split_once("raw.githubusercontent.com/") {
        Some((_, rest)) => (rest, true),
        None => (text.split_once("github.com/").or_else(|| text.split_once("github.com:"))?.1, false),
    };
    Some((without_end(rest), is_raw))
}

/// What follows the host in `text` where a variable holds that, and it looks as
/// it does on GitHub: `{{ github_url }}/owner/name/releases/download/v1/x`.
fn mirrored_path(text: &str) -> Option<(&str, bool)> {
    if !text.contains([HOLE, '}', ')', '$']) {
        return None;
    }
    let end = text.find("/releases/download/")?;
    let (before, name) = text[..end].rsplit_once('/')?;
    let (host, owner) = before.rsplit_once('/')?;
    let is_variable = host.ends_with([HOLE, '}', ')'])
        || host
            .rsplit_once('$')
            .is_some_and(|(_, name)| name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_'));
    let start = end - name.len() - owner.len() - 1;
    is_variable.then(|| (without_end(&text[start..]), false))
}

/// What of `text` still belongs to an address.
fn without_end(text: &str) -> &str {
    let end = text.find(|c: char| c.is_whitespace() || "\"'`)>,;".contains(c)).unwrap_or(text.len());
    &text[..end]
}

/// The addresses in `text` without their schemes: words with a host before a slash.
pub(super) fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_ascii_whitespace() || "\"'`()<>,;=|".contains(c));
    words.filter(|word| word.contains('/')).filter_map(|word| {
        let address = word.split_once("://").map_or(word, |(_, address)| address);
        let host = address.split('/').next().unwrap_or(address);
        (host.contains('.') && !host.starts_with('.')).then_some(address)
    })
}

/// The `owner/name` with which `path` begins.
fn repository(path: &str) -> Option<String> {
    let mut parts = path.split(['/', '?']);
    let (owner, name) = (parts.next()?, parts.next()?);
    let name = name.strip_suffix(".git").unwrap_or(name);
    let is_name =
        |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c));
    (is_name(owner) && is_name(name)).then(|| format!("{owner}/{name}").to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::{Image, addresses, chart_name, github_source, with_holes};

    fn path(text: &str) -> Option<String> {
        Image::parse(text).map(|image| image.path.into_owned())
    }

    #[test]
    fn images_without_registry_tag_and_digest() {
        for text in [
            "quay.io/jetstack/cert-manager-controller:v1.15",
            "mirror.local:5000/jetstack/cert-manager-controller@sha256:00",
            "~/jetstack/cert-manager-controller:~",
            "${REGISTRY}/jetstack/cert-manager-controller:${TAG}",
            "docker://quay.io/jetstack/cert-manager-controller",
        ] {
            assert_eq!(path(text).as_deref(), Some("jetstack/cert-manager-controller"), "{text}");
        }
        assert_eq!(path("${IMAGE:-redis:7}").as_deref(), Some("redis"));
        assert_eq!(path("~/kube-vip/kube-vip~").as_deref(), Some("kube-vip/kube-vip"));
        for text in ["", "~", "a b", "https://example.org/x", "redis-~", "\"x\""] {
            assert_eq!(path(text), None, "{text}");
        }
    }

    #[test]
    fn charts_by_name_whatever_the_repository() {
        for text in [
            "jetstack/cert-manager",
            "oci://quay.io/jetstack/charts/cert-manager:v1.15",
            "cert-manager-v1.15.0",
        ] {
            assert_eq!(chart_name(text), Some("cert-manager"), "{text}");
        }
        assert_eq!(chart_name("../charts/mine"), None);
        assert_eq!(chart_name("./charts/mine"), None);
        assert_eq!(chart_name("k8s-monitoring-1.2.3"), Some("k8s-monitoring"));
    }

    #[test]
    fn what_is_taken_from_a_repository() {
        let from = |text| github_source(text).map(|(repository, _)| repository);
        assert_eq!(
            from("kubectl apply -f https://github.com/Owner/name/releases/download/v1/x.yaml"),
            Some("owner/name".to_owned())
        );
        assert_eq!(from("https://raw.githubusercontent.com/a/b/main/x"), Some("a/b".to_owned()));
        assert_eq!(from("git::https://github.com/a/b.git//modules/x?ref=v1"), Some("a/b".to_owned()));
        assert_eq!(from("~/a/b/releases/download/v1/x"), Some("a/b".to_owned()));
        assert_eq!(from("curl -L $MIRROR/a/b/releases/download/v1/x"), Some("a/b".to_owned()));
        assert_eq!(from("https://example.org/a/b/releases/download/v1/x"), None);
        assert_eq!(
            github_source("https://raw.githubusercontent.com/a/b/main/c/x.yaml").map(|(_, path)| path),
            Some("main/c/x.yaml")
        );
        assert_eq!(from("https://github.com/a/b"), None);
        assert_eq!(from("https://github.com/a/b/releases"), None);
        assert_eq!(from("https://github.com/a/b/blob/main/README.md"), None);
    }

    #[test]
    fn addresses_stand_among_other_words() {
        let all: Vec<&str> =
            addresses("curl -sfL https://get.k3s.io/ | sh -; wget 'git.io/weave' ./a.b/c x/y").collect();
        assert_eq!(all, ["get.k3s.io/", "git.io/weave"]);
    }

    #[test]
    fn variables_are_holes_or_their_defaults() {
        assert_eq!(with_holes("$A/x:${B}").as_deref(), Some("~/x:~"));
        assert_eq!(with_holes("$(A)${B:-c}").as_deref(), Some("~c"));
    }

    #[test]
    fn what_templates_fill_in_is_a_hole() {
        for text in [
            "docker.io/{{ .name }}/redis:{{ .tag }}",
            "docker.io/library/redis:[[ var ",
            "docker.io/library/redis:v\\(#Version)",
            "docker.io/library/redis:%s",
            "docker.io/library/redis:%(version)s-alpine",
        ] {
            assert_eq!(
                path(text).as_deref().and_then(|path| path.rsplit('/').next()),
                Some("redis"),
                "{text}"
            );
        }
        assert_eq!(path(&"{{".repeat(600)), None);
    }
}
