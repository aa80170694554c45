//! The settings of `config.toml`: the system's and the user's, never a
//! project's, whose text must not decide what runs here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use toml::{Table, Value};

use crate::finding::Finding;
use crate::format::Format;
use crate::layers::place::{self, Owner, Place};
use crate::source::file;
use crate::source::patch::{find_key, key_offset};
use crate::suggest::nearest;
use crate::term::{Role, When};
use crate::theme::{self, Theme};

/// The file's name below `cnref/` in a configuration folder.
pub const FILE: &str = "config.toml";

/// A setting: its key, what it is when nobody says, and what it does.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key in the file.
    pub name: &'static str,
    /// What holds without it, as TOML.
    pub usual: &'static str,
    /// What it does.
    pub meaning: &'static str,
    accepts: fn(&Value) -> Result<(), String>,
}

/// Every setting.
pub const KEYS: [Key; 7] = [
    Key { name: "ascii", usual: "false", meaning: "write ASCII only, as --ascii does", accepts: switch },
    Key {
        name: "color",
        usual: "\"auto\"",
        meaning: "when to colour: auto, always or never; --color overrules it",
        accepts: one_of::<When>,
    },
    Key {
        name: "layers",
        usual: "[]",
        meaning: "more folders of entries, above the user's own; ~/ and paths relative to the file are understood",
        accepts: texts,
    },
    Key { name: "output", usual: "\"text\"", meaning: "the form of answers; -o overrules it", accepts: form },
    Key {
        name: "pager",
        usual: "\"less\"",
        meaning: "the program for what is longer than the screen, \"\" for none; CNREF_PAGER overrules it, it overrules PAGER",
        accepts: text,
    },
    Key {
        name: "project",
        usual: "true",
        meaning: "whether a project's .cnref/ is read; --no-project overrules it",
        accepts: switch,
    },
    Key {
        name: "theme",
        usual: "{}",
        meaning: "how roles look, such as theme.name = \"bold blue\"",
        accepts: styles,
    },
];

fn switch(value: &Value) -> Result<(), String> {
    value.as_bool().map(drop).ok_or_else(|| "write true or false".to_owned())
}

fn text(value: &Value) -> Result<(), String> {
    value.as_str().map(drop).ok_or_else(|| "write a text in quotes".to_owned())
}

fn texts(value: &Value) -> Result<(), String> {
    let is_list = value.as_array().is_some_and(|items| items.iter().all(Value::is_str));
    is_list.then_some(()).ok_or_else(|| "write a list of folders, such as [\"~/words\"]".to_owned())
}

fn one_of<T: ValueEnum>(value: &Value) -> Result<(), String> {
    if variant::<T>(value).is_some() {
        return Ok(());
    }
    let names: Vec<String> = T::value_variants().iter().map(word).collect();
    Err(format!("write one of {}", names.join(", ")))
}

fn variant<T: ValueEnum>(value: &Value) -> Option<T> {
    T::from_str(value.as_str()?, false).ok()
}

/// A form that every answer has: one that only some have would stop all other commands.
fn form(value: &Value) -> Result<(), String> {
    if variant(value).is_some_and(Format::is_everywhere) {
        return Ok(());
    }
    let forms = Format::value_variants().iter().filter(|format| format.is_everywhere());
    let names: Vec<String> = forms.map(word).collect();
    Err(format!("write one of {}", names.join(", ")))
}

fn styles(value: &Value) -> Result<(), String> {
    value.as_table().map(drop).ok_or_else(|| "write a table of roles".to_owned())
}

/// The word for a value that can be chosen.
pub(crate) fn word<T: ValueEnum>(value: &T) -> String {
    value.to_possible_value().map_or(String::new(), |value| value.get_name().to_owned())
}

/// What is set, and where.
#[derive(Clone, Debug, Default)]
pub struct Config {
    folders: Vec<(Owner, PathBuf, &'static str)>,
    values: BTreeMap<&'static str, (Value, PathBuf)>,
    /// What is wrong in the files.
    pub findings: Vec<Finding>,
}

impl Config {
    /// Reads the files of the system and the user, as far as they are there.
    #[must_use]
    pub fn load() -> Self {
        let folders = place::configuration_folders();
        let mut config = Self::default();
        for (_, folder, _) in &folders {
            config.read(&folder.join(FILE));
        }
        Self { folders, ..config }
    }

    fn read(&mut self, path: &Path) {
        let text = match file::text(path) {
            Ok(Some(text)) => text,
            Ok(None) => return,
            Err(finding) => return self.findings.push(finding),
        };
        let table = match toml::from_str::<Table>(&text) {
            Ok(table) => table,
            Err(error) => {
                let offset = error.span().map_or(0, |span| span.start);
                return self.findings.push(Finding::error(
                    path,
                    &text,
                    offset,
                    "toml",
                    error.message().to_owned(),
                ));
            }
        };
        for (name, mut value) in table {
            let offset = key_offset(&text, &name);
            let Some(key) = KEYS.iter().find(|key| key.name == name) else {
                let text_of =
                    format!("there is no setting `{name}`: {}", meant(&name, &KEYS.map(|key| key.name)));
                self.findings.push(Finding::warning(path, &text, offset, "unknown-key", text_of));
                continue;
            };
            match (key.accepts)(&value) {
                Ok(()) => {
                    if key.name == "theme" {
                        self.drop_wrong_styles(&mut value, path, &text);
                    }
                    self.values.insert(key.name, (value, path.to_owned()));
                }
                Err(help) => {
                    let sentence = format!("`{name}` has a value that it cannot have: {help}");
                    self.findings.push(Finding::error(path, &text, offset, "value", sentence));
                }
            }
        }
    }

    /// Takes the styles that cannot be used out of a theme: the others still hold.
    fn drop_wrong_styles(&mut self, theme: &mut Value, path: &Path, text: &str) {
        let Some(styles) = theme.as_table_mut() else { return };
        styles.retain(|role, style| {
            let offset = find_key(text, role).unwrap_or_default();
            let wrong = if !Role::ALL.iter().any(|known| known.as_str() == role) {
                let sentence =
                    format!("there is no role `{role}`: {}", meant(role, &Role::ALL.map(Role::as_str)));
                Finding::warning(path, text, offset, "unknown-key", sentence)
            } else if style.as_str().and_then(theme::parse).is_none() {
                let sentence = format!("`{role}` is made of these words: {}", theme::WORDS);
                Finding::error(path, text, offset, "value", sentence)
            } else {
                return true;
            };
            self.findings.push(wrong);
            false
        });
    }

    /// What a file says of the setting `name`, and which.
    pub(crate) fn set(&self, name: &str) -> Option<(&Value, &Path)> {
        self.values.get(name).map(|(value, path)| (value, &**path))
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.set(name).map(|(value, _)| value)
    }

    /// Whether only ASCII is wanted.
    #[must_use]
    pub fn ascii(&self) -> bool {
        self.value("ascii").and_then(Value::as_bool).unwrap_or_default()
    }

    /// When to colour.
    #[must_use]
    pub fn color(&self) -> Option<When> {
        self.value("color").and_then(variant)
    }

    /// The form of answers.
    #[must_use]
    pub fn output(&self) -> Option<Format> {
        self.value("output").and_then(variant)
    }

    /// How roles look.
    #[must_use]
    pub fn theme(&self) -> Theme {
        let mut theme = Theme::default();
        let own = self.value("theme").and_then(Value::as_table);
        for (name, words) in own.into_iter().flatten() {
            let role = Role::ALL.into_iter().find(|role| role.as_str() == name);
            if let (Some(role), Some(style)) = (role, words.as_str().and_then(theme::parse)) {
                theme.set(role, style);
            }
        }
        theme
    }

    /// Every place of a layer, the lowest first.
    #[must_use]
    pub fn places(&self, no_project: bool) -> Vec<Place> {
        let leaves_out = self.value("project").and_then(Value::as_bool) == Some(false);
        let reason = match (no_project, leaves_out) {
            (true, _) => Some("left out: --no-project"),
            (false, true) => Some("left out: project = false in config.toml"),
            (false, false) => None,
        };
        place::places(&self.folders, &self.layers(), reason)
    }

    fn layers(&self) -> Vec<PathBuf> {
        let Some((Value::Array(folders), file)) = self.values.get("layers") else { return Vec::new() };
        let base = file.parent().unwrap_or(Path::new(""));
        let folder = |text: &str| match text.strip_prefix("~/") {
            Some(rest) => etcetera::home_dir().unwrap_or_default().join(rest),
            None => base.join(text),
        };
        folders.iter().filter_map(Value::as_str).map(folder).collect()
    }

    /// The user's configuration folder, where there is a home.
    #[must_use]
    pub fn user_folder(&self) -> Option<&Path> {
        self.folders.iter().find(|(owner, ..)| *owner == Owner::User).map(|(_, folder, _)| &**folder)
    }

    /// The files that are looked for; what a later one says holds.
    pub(crate) fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.folders.iter().map(|(_, folder, _)| folder.join(FILE))
    }
}

/// The one of `known` that `typed` may have meant, or all of them.
fn meant(typed: &str, known: &[&'static str]) -> String {
    let near = nearest(typed, known.iter().copied());
    near.first()
        .map_or_else(|| format!("there are {}", known.join(", ")), |near| format!("did you mean {near}?"))
}
