//! What is in force: what the files set, the options and variables that
//! overrule it, and who says so.

use std::env;

use serde::Serialize;
use toml::Value;

use crate::cli::Global;
use crate::config::{Config, KEYS, word};
use crate::layers::place::{self, short};
use crate::term::{When, color_of_environment};

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
    /// The file, option or variable that says so; nothing when nobody did.
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

/// Every setting with what is in force and who says so, where `given` are the
/// options of the command line.
#[must_use]
pub fn settings(config: &Config, given: &Global) -> Settings {
    let settings = KEYS.iter().map(|key| {
        let set = || config.set(key.name).map(|(value, path)| (value.clone(), short(path)));
        let (value, from) = match overruling(key.name, config, given).or_else(set) {
            Some((value, from)) => (value.to_string(), Some(from)),
            None => (key.usual.to_owned(), None),
        };
        Setting { key: key.name, value, from, meaning: key.meaning }
    });
    let files = config.files().map(|path| ConfigFile { exists: path.exists(), file: short(&path) });
    Settings { settings: settings.collect(), files: files.collect() }
}

/// The pager, and the option, variable or file that names it; without one, `less`.
#[must_use]
pub fn pager(config: &Config, given: &Global) -> (String, Option<String>) {
    let variable = |name: &str| env::var(name).ok().map(|program| (program, name.to_owned()));
    let set =
        || config.set("pager").and_then(|(value, path)| Some((value.as_str()?.to_owned(), short(path))));
    let chosen = given.no_pager.then(|| (String::new(), "--no-pager".to_owned()));
    let chosen = chosen.or_else(|| variable("CNREF_PAGER")).or_else(set).or_else(|| variable("PAGER"));
    chosen.map_or_else(|| ("less".to_owned(), None), |(program, from)| (program, Some(from)))
}

/// What stands above the files for the setting `name`, and who says so.
fn overruling(name: &str, config: &Config, given: &Global) -> Option<(Value, String)> {
    let text = |text: String| Value::String(text);
    let (value, from) = match name {
        "ascii" if given.ascii => (Value::Boolean(true), "--ascii"),
        "color" => match (given.color, config.color().unwrap_or_default()) {
            (Some(when), _) => (text(word(&when)), "--color"),
            (None, When::Auto) => color_of_environment().map(|(when, from)| (text(word(&when)), from))?,
            (None, _) => return None,
        },
        "layers" => {
            let named = place::named_by_variable();
            let (set, file) = config.set(name).unzip();
            let folders = named.iter().map(|folder| text(short(folder)));
            let all = set.and_then(Value::as_array).into_iter().flatten().cloned().chain(folders).collect();
            let from = file.map(short).into_iter().chain(["CNREF_PATH".to_owned()]).collect::<Vec<_>>();
            return (!named.is_empty()).then(|| (Value::Array(all), from.join(" and ")));
        }
        "output" => (text(word(&given.output?)), "--output"),
        "pager" => {
            let (program, from) = pager(config, given);
            return Some((text(program), from?));
        }
        "project" if given.no_project => (Value::Boolean(false), "--no-project"),
        _ => return None,
    };
    Some((value, from.to_owned()))
}
