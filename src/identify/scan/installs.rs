//! What scripts, recipes for images and pipelines install.

use super::Scan;
use super::dependencies::distribution;
use crate::identify::evidence::{Sign, Strength};
use crate::identify::form::file_name;
use crate::identify::reference::before_dash;

/// What installs something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Installer {
    /// `go install module@version`.
    Go,
    /// `$(call go-install-tool,...)` of the makefiles that Kubebuilder writes.
    Call,
    /// `npm install`.
    Npm,
    /// `npx`: runs the package that it is given.
    Npx,
    /// `pip install`.
    Pip,
    /// `python -m pip install`.
    Python,
    /// `uv tool install`, `uv pip install`.
    Uv,
    /// `uvx`: runs the distribution that it is given.
    Uvx,
    /// `cargo install`.
    Cargo,
    /// `gem install`.
    Gem,
    /// `dotnet add package`, `dotnet tool install`.
    Dotnet,
    /// `composer require`.
    Composer,
    /// Packages of an operating system.
    System,
}

impl Installer {
    /// What the program called `name` is.
    pub(super) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "go" => Self::Go,
            "call" => Self::Call,
            "npm" | "pnpm" | "yarn" | "bun" => Self::Npm,
            "npx" | "bunx" => Self::Npx,
            "pip" | "pip3" | "pipx" | "poetry" | "pipenv" | "conda" | "mamba" | "micromamba" => Self::Pip,
            "python" | "python3" => Self::Python,
            "uv" => Self::Uv,
            "uvx" => Self::Uvx,
            "cargo" => Self::Cargo,
            "gem" => Self::Gem,
            "dotnet" => Self::Dotnet,
            "composer" => Self::Composer,
            "apt-get" | "apt" | "aptitude" | "apk" | "dnf" | "yum" | "microdnf" | "tdnf" | "zypper"
            | "brew" | "choco" | "scoop" | "snap" | "pacman" => Self::System,
            _ => return None,
        })
    }
}

/// Words that say that something is to be installed, or to be fetched and run.
const VERBS: [&str; 12] =
    ["install", "i", "add", "require", "exec", "dlx", "run", "get", "binstall", "in", "-S", "-Sy"];

impl Scan<'_, '_> {
    /// What a call of `installer` with `arguments` installs.
    pub(super) fn installed(&mut self, installer: Installer, arguments: &[&str], line: u32) {
        match installer {
            Installer::Npx => self.npm(first(arguments), line),
            Installer::Uvx => self.distributions(first(arguments), line),
            Installer::Call => {
                if arguments
                    .first()
                    .is_some_and(|name| name.contains("go-install") || name.contains("go-get"))
                {
                    self.modules(&arguments[1..], line);
                }
            }
            Installer::Python => {
                if let ["-m", "pip", rest @ ..] = arguments {
                    self.installed(Installer::Pip, rest, line);
                }
            }
            _ => self.installed_behind(installer, arguments, line),
        }
    }

    /// What stands behind the word that says that it is to be installed.
    fn installed_behind(&mut self, installer: Installer, arguments: &[&str], line: u32) {
        // Few words stand before it: options, `tool`, `global`, the path of a project.
        let at = arguments.iter().take(6).position(|word| VERBS.contains(word));
        let Some([verb, names @ ..]) = at.map(|at| &arguments[at..]) else { return };
        match (installer, *verb) {
            (Installer::Go, "install" | "get") => self.modules(names, line),
            (Installer::Go, "run") => self.modules(first(names), line),
            (Installer::Npm, "exec" | "dlx") => self.npm(first(names), line),
            (Installer::Npm, "install" | "i" | "add") => self.npm(names, line),
            (Installer::Uv, "run") if arguments.first() != Some(&"tool") => {}
            (Installer::Pip | Installer::Uv, "run") => self.distributions(first(names), line),
            (Installer::Pip | Installer::Uv, "install" | "add") => self.distributions(names, line),
            (Installer::Cargo, "install" | "add" | "binstall") => self.packages("cargo", names, '@', line),
            (Installer::Gem, "install") => self.packages("gem", names, ':', line),
            (Installer::Composer, "require") => self.packages("composer", names, ':', line),
            (Installer::Dotnet, "install" | "add") => self.packages("nuget", names, '@', line),
            (Installer::System, "install" | "add" | "in" | "-S" | "-Sy") => self.system(names, line),
            _ => {}
        }
    }

    /// Names of packages, some with the version behind `mark`.
    fn packages(&mut self, registry: &str, words: &[&str], mark: char, line: u32) {
        for word in names(words) {
            self.package(registry, word.split(mark).next().unwrap_or(word), line);
        }
    }

    /// Packages of npm: `@scope/name@1`.
    fn npm(&mut self, words: &[&str], line: u32) {
        for word in names(words) {
            let end = word.rfind('@').filter(|at| *at > 0).unwrap_or(word.len());
            self.package("npm", &word[..end], line);
        }
    }

    fn distributions(&mut self, words: &[&str], line: u32) {
        for word in names(words).filter_map(distribution) {
            self.package("pypi", word, line);
        }
    }

    /// Modules of Go: `example.org/x/cmd/y@latest`.
    fn modules(&mut self, words: &[&str], line: u32) {
        for word in names(words) {
            self.module(word.split('@').next().unwrap_or(word), line);
        }
    }

    /// A program that is built from a module: the technology that has it as a
    /// package, that lives in its repository, or whose program is called so.
    pub(super) fn module(&mut self, module: &str, line: u32) {
        let Some((host, path)) = module.split_once('/') else { return };
        if !host.contains('.') || host.starts_with(['.', '$']) {
            return;
        }
        // What lies in `tools` helps those who build or test with the thing.
        let is_aid = path.contains("/tools/");
        let strength = if is_aid { Strength::Low } else { Strength::Medium };
        let owners = self.index.packages().owners("go", module);
        if !owners.is_empty() {
            return self.add_all(owners, Sign::Package, strength, line, module);
        }
        let mut parts = path.split('/');
        let (first, second) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        let repository = match host {
            "github.com" => format!("{first}/{second}"),
            "sigs.k8s.io" => format!("kubernetes-sigs/{first}"),
            "k8s.io" => format!("kubernetes/{first}"),
            _ => String::new(),
        };
        if let Some(owner) = self.index.repository(&repository.to_lowercase(), path) {
            return self.found.add(owner, Sign::Package, strength, line, module);
        }
        // `example.org/x/v2` builds `x`.
        let is_version =
            |part: &str| part.strip_prefix('v').is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
        let program = path.rsplit('/').find(|part| !is_version(part)).unwrap_or_default();
        if program.contains('-')
            && let [owner] = self.index.commands().programs(program)[..]
        {
            self.found.add(owner, Sign::Package, Strength::Medium, line, module);
        }
    }

    /// Packages of an operating system: `name`, `name=1.2`, `name@1`, `name-1.2`, `owner/tap/name`.
    pub(super) fn system(&mut self, words: &[&str], line: u32) {
        for word in names(words) {
            let name = word.split(['=', '@', ':', '>']).next().unwrap_or(word);
            let plain = file_name(name);
            let is_version = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit() || c == '$');
            let versionless = before_dash(plain, is_version);
            for name in [name, plain, versionless] {
                if !self.index.packages().owners("os", name).is_empty() {
                    self.package("os", name, line);
                    break;
                }
            }
        }
    }
}

/// The first of `words` that is no option, as a list.
fn first<'w, 'a>(words: &'w [&'a str]) -> &'w [&'a str] {
    let at = words.iter().position(|word| !word.starts_with('-'));
    at.map_or(&[], |at| &words[at..=at])
}

/// The words that are no options.
fn names<'a>(words: &[&'a str]) -> impl Iterator<Item = &'a str> {
    words.iter().copied().filter(|word| !word.starts_with(['-', '.', '/', '$']))
}
