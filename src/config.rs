//! The settings of `config.toml`: the system's and the user's, never a
//! project's, whose text must not decide what runs here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use serde::Serialize;
use toml::{Table, Value};

use crate::check::Finding;
use crate::layers::place::{self, Owner, Place};
use crate::render::Format;
use crate::source::file;
use crate::source::patch::key_offset;
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
    Key {
        name: "output",
        usual: "\"text\"",
        meaning: "the form of answers; -o overrules it",
        accepts: one_of::<Format>,
    },
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
    let names = T::value_variants().iter().filter_map(ValueEnum::to_possible_value);
    let names: Vec<String> = names.map(|value| value.get_name().to_owned()).collect();
    Err(format!("write one of {}", names.join(", ")))
}

fn variant<T: ValueEnum>(value: &Value) -> Option<T> {
    T::from_str(value.as_str()?, false).ok()
}

fn styles(value: &Value) -> Result<(), String> {
    let Some(table) = value.as_table() else { return Err("write a table of roles".to_owned()) };
    for (role, style) in table {
        if Role::ALL.iter().all(|known| known.as_str() != role) {
            let names = Role::ALL.map(Role::as_str).join(", ");
            return Err(format!("there is no role `{role}`: there are {names}"));
        }
        if style.as_str().and_then(theme::parse).is_none() {
            return Err(format!("`{role}` is made of these words: {}", theme::WORDS));
        }
    }
    Ok(())
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
        for (name, value) in table {
            let offset = key_offset(&text, &name);
            let Some(key) = KEYS.iter().find(|key| key.name == name) else {
                let near = nearest(&name, KEYS.iter().map(|key| key.name));
                let all = KEYS.map(|key| key.name).join(", ");
                let help =
                    near.first().map_or(format!("there are {all}"), |near| format!("did you mean {near}?"));
                let text_of = format!("there is no setting `{name}`: {help}");
                self.findings.push(Finding::warning(path, &text, offset, "unknown-key", text_of));
                continue;
            };
            match (key.accepts)(&value) {
                Ok(()) => drop(self.values.insert(key.name, (value, path.to_owned()))),
                Err(help) => {
                    let sentence = format!("`{name}` has a value that it cannot have: {help}");
                    self.findings.push(Finding::error(path, &text, offset, "value", sentence));
                }
            }
        }
    }

    fn value(&self, name: &str) -> Option<&Value> {
        self.values.get(name).map(|(value, _)| value)
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

    /// The pager.
    #[must_use]
    pub fn pager(&self) -> Option<&str> {
        self.value("pager").and_then(Value::as_str)
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

    /// Every setting with what is in force and who says so.
    #[must_use]
    pub fn settings(&self) -> Settings {
        let settings = KEYS.iter().map(|key| {
            let (value, from) = match self.values.get(key.name) {
                Some((value, path)) => (value.to_string(), Some(place::short(path))),
                None => (key.usual.to_owned(), None),
            };
            Setting { key: key.name, value, from, meaning: key.meaning }
        });
        let files = self.folders.iter().map(|(_, folder, _)| {
            let path = folder.join(FILE);
            ConfigFile { exists: path.exists(), file: place::short(&path) }
        });
        Settings { settings: settings.collect(), files: files.collect() }
    }
}

/// What is in force, and from where.
#[derive(Clone, Debug, Serialize)]
pub struct Settings {
    /// Every setting.
    pub settings: Vec<Setting>,
    /// The files that are looked for; what a later one says holds.
    pub files: Vec<ConfigFile>,
}

/// A setting.
#[derive(Clone, Debug, Serialize)]
pub struct Setting {
    /// The key in the file.
    pub key: &'static str,
    /// What is in force, as TOML.
    pub value: String,
    /// The file that says so; nothing when nobody did.
    pub from: Option<String>,
    /// What it does.
    pub meaning: &'static str,
}

/// A file of settings.
#[derive(Clone, Debug, Serialize)]
pub struct ConfigFile {
    /// Where it would be.
    pub file: String,
    /// Whether it is there.
    pub exists: bool,
}
