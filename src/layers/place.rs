//! Where layers can lie: the system's, the user's, the folders of a setting
//! and of `CNREF_PATH`, and the project's, found upwards like `.git`.

use std::env;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::Serialize;

/// Whose layer it is; a later one stands above an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Owner {
    /// Everybody's on this machine.
    System,
    /// The user's.
    User,
    /// Named by the setting `layers`.
    Setting,
    /// Named by `CNREF_PATH`.
    Path,
    /// The project's in which one stands.
    Project,
}

impl Owner {
    /// The word for it on a page.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::User => "user",
            Self::Setting => "setting",
            Self::Path => "path",
            Self::Project => "project",
        }
    }
}

/// The folder that a project keeps its words in.
pub const PROJECT_FOLDER: &str = ".cnref";

/// A folder in which a layer lies or could lie.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Whose it is.
    pub owner: Owner,
    /// The folder.
    pub folder: PathBuf,
    /// What named it, and so why it is looked at.
    pub why: String,
    /// Whether it was asked to leave it out.
    pub is_left_out: bool,
}

impl Place {
    fn new(owner: Owner, folder: PathBuf, why: impl Into<String>) -> Self {
        Self { owner, folder, why: why.into(), is_left_out: false }
    }

    /// Whether there is such a folder.
    #[must_use]
    pub fn is_there(&self) -> bool {
        self.folder.is_dir()
    }
}

/// The folders that hold `cnref/`, the system's first, each with the variable that names it.
///
/// After the XDG Base Directory Specification: a relative value is ignored, an
/// empty one is as if unset.
#[must_use]
pub fn configuration_folders() -> Vec<(Owner, PathBuf, &'static str)> {
    let dirs = env::var_os("XDG_CONFIG_DIRS").filter(|value| !value.is_empty());
    let why = if dirs.is_some() { "XDG_CONFIG_DIRS" } else { "the system's configuration" };
    let mut system: Vec<PathBuf> = match dirs {
        Some(dirs) => env::split_paths(&dirs).filter(|folder| folder.is_absolute()).collect(),
        None if cfg!(unix) => vec![PathBuf::from("/etc/xdg")],
        None => Vec::new(),
    };
    // The specification lists the most important first; a later layer stands above.
    system.reverse();
    let mut folders: Vec<_> =
        system.into_iter().map(|folder| (Owner::System, folder.join("cnref"), why)).collect();
    if let Ok(strategy) = etcetera::choose_base_strategy() {
        let is_set = env::var_os("XDG_CONFIG_HOME").is_some_and(|value| Path::new(&value).is_absolute());
        let why = if is_set { "XDG_CONFIG_HOME" } else { "the user's configuration" };
        folders.push((Owner::User, strategy.config_dir().join("cnref"), why));
    }
    folders
}

/// Every place of a layer, the lowest first.
#[must_use]
pub fn places(
    folders: &[(Owner, PathBuf, &'static str)],
    setting: &[PathBuf],
    leave_project_out: Option<&str>,
) -> Vec<Place> {
    let mut places: Vec<Place> = folders
        .iter()
        .map(|(owner, folder, why)| Place::new(*owner, folder.join("glossary"), *why))
        .collect();
    places.extend(
        setting.iter().map(|folder| Place::new(Owner::Setting, folder.clone(), "layers in config.toml")),
    );
    places
        .extend(named_by_variable().into_iter().map(|folder| Place::new(Owner::Path, folder, "CNREF_PATH")));
    if let Some(folder) = env::current_dir().ok().as_deref().and_then(project_folder) {
        let mut place = Place::new(Owner::Project, folder, format!("{PROJECT_FOLDER} found upwards"));
        if let Some(reason) = leave_project_out {
            place.is_left_out = true;
            reason.clone_into(&mut place.why);
        }
        places.push(place);
    }
    places
}

/// The folders of `CNREF_PATH`.
#[must_use]
pub fn named_by_variable() -> Vec<PathBuf> {
    let path = env::var_os("CNREF_PATH").unwrap_or_default();
    env::split_paths(&path).filter(|folder| !folder.as_os_str().is_empty()).collect()
}

/// How many folders up a path may lead before it is clearer from the root.
const FEW_STEPS: usize = 4;

/// `path` as short as it can be typed here: from the folder one stands in, or below one's home.
#[must_use]
pub fn short(path: &Path) -> String {
    let here = env::current_dir().ok();
    let home = etcetera::home_dir().ok();
    let above = here.iter().flat_map(|here| here.ancestors()).take(FEW_STEPS).enumerate();
    for (steps, folder) in
        above.take_while(|(_, folder)| folder.parent().is_some() && home.as_deref() != Some(folder))
    {
        if let Ok(rest) = path.strip_prefix(folder) {
            return format!("{}{}", "../".repeat(steps), rest.display());
        }
    }
    match home.as_deref().and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) => format!("~/{}", rest.display()),
        None => path.display().to_string(),
    }
}

/// The nearest [`PROJECT_FOLDER`] in `start` or above it.
#[must_use]
pub fn project_folder(start: &Path) -> Option<PathBuf> {
    start.ancestors().map(|folder| folder.join(PROJECT_FOLDER)).find(|folder| folder.is_dir())
}
