//! What a layer's file says, made harmless: characters that could drive a
//! terminal or hide what is written become visible, whatever form the answer
//! takes, and addresses other than those of the web go.

use std::borrow::Cow;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::entry::{Entry, Links, List, Text};
use crate::markup::{self, is_unsafe, is_web};

/// Whether nothing in the text of a file can become an unsafe character, also by an escape of TOML.
pub(super) fn is_harmless(text: &str) -> bool {
    let escapes = ["\\u", "\\U", "\\x", "\\e", "\\b", "\\f", "\\r"];
    !text.chars().any(is_unsafe) && !escapes.iter().any(|escape| text.contains(escape))
}

/// `document` with every unsafe character written as its number.
pub(super) fn visible(document: Table) -> Table {
    document
        .into_iter()
        .map(|(key, value)| (markup::visible(&key).into_owned(), visible_value(value)))
        .collect()
}

fn visible_value(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(markup::visible(&text).into_owned()),
        Value::Array(items) => Value::Array(items.into_iter().map(visible_value).collect()),
        Value::Table(table) => Value::Table(visible(table)),
        other => other,
    }
}

/// What `text`, which holds a `value`, says without unsafe characters.
pub(super) fn harmless<T: DeserializeOwned>(text: &str, value: T) -> T {
    if is_harmless(text) {
        return value;
    }
    let document = toml::from_str::<Table>(text).map(visible);
    // It was understood once; making its texts visible changes no type.
    document.ok().and_then(|document| document.try_into().ok()).unwrap_or(value)
}

/// `entry` without the addresses that are none of the web.
pub(super) fn with_web_links_only(mut entry: Entry) -> Entry {
    let Links { home, docs, repo } = &mut entry.links;
    for link in [home, docs, repo] {
        if link.as_ref().is_some_and(|link| !is_web(link)) {
            *link = None;
        }
    }
    if !entry.checked.sources.iter().all(|link| is_web(link)) {
        let sources: Vec<Text> = entry.checked.sources.iter().filter(|link| is_web(link)).cloned().collect();
        entry.checked.sources = Cow::Owned(sources) as List<Text>;
    }
    if !entry.watch.iter().all(|watch| is_web(&watch.source)) {
        for watch in entry.watch.to_mut() {
            if !is_web(&watch.source) {
                watch.source = Text::default();
            }
        }
    }
    entry
}

#[cfg(test)]
mod tests {
    use super::{harmless, is_harmless, with_web_links_only};
    use crate::entry::Entry;

    fn read(text: &str) -> Entry {
        with_web_links_only(harmless(text, toml::from_str(text).expect("an entry")))
    }

    #[test]
    fn nothing_that_drives_a_terminal_is_left() {
        let entry = read("name = \"a\\u001b]8;;http://evil\\u0007b\"\nsummary = \"x\u{202e}y\"\n");
        assert_eq!(entry.name, "a\\u{1b}]8;;http://evil\\u{7}b");
        assert_eq!(entry.summary, "x\\u{202e}y");
        assert!(is_harmless("name = 'caf\u{e9}'"));
    }

    #[test]
    fn only_the_web_is_linked() {
        let entry = read(
            "[links]\nhome = 'javascript:alert(1)'\ndocs = 'http://wiki/x'\nrepo = 'file:///etc/passwd'\n\
             [checked]\nsources = ['https://a', 'ftp://b']\n",
        );
        assert_eq!((entry.links.home, entry.links.repo), (None, None));
        assert_eq!(entry.links.docs.as_deref(), Some("http://wiki/x"));
        assert_eq!(*entry.checked.sources, ["https://a"]);
    }
}
