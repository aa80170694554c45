//! What kind of file a path is, which decides what is looked for in it.

use std::borrow::Cow;

/// What is looked for in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// YAML: keys, values and blocks by indentation.
    Yaml,
    /// JSON, Jsonnet, CUE, KCL and their like: keys and values.
    Data,
    /// A program, in which configuration may stand as text.
    Code,
    /// Lines of commands.
    Script,
    /// A program whose quoted texts are commands: a Jenkinsfile, a Tiltfile.
    Pipeline,
    /// A recipe for an image.
    Dockerfile,
    /// HCL: blocks, attributes, heredocs.
    Terraform,
    /// Variables, one a line.
    Environment,
    /// A unit of systemd, a Quadlet of Podman among them: images, and what is executed.
    Unit,
    /// Settings of a program: only lines that nothing else writes count.
    Settings,
    /// The tools that a repository is worked on with.
    Tools,
    /// What a program depends on.
    Dependencies(Registry),
    /// Nothing but its name counts.
    Name,
}

/// Where dependencies are registered, in which spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Registry {
    /// `go.mod`.
    Go,
    /// `package.json`.
    Npm,
    /// `composer.json`.
    Composer,
    /// `requirements.txt`.
    Requirements,
    /// `pyproject.toml`, `Pipfile`.
    Python,
    /// `setup.py`.
    Setup,
    /// `setup.cfg`.
    SetupSettings,
    /// `pom.xml`.
    Maven,
    /// `build.gradle`, `build.gradle.kts`, `libs.versions.toml`.
    Gradle,
    /// `build.sbt`.
    Sbt,
    /// `Cargo.toml`.
    Cargo,
    /// `*.csproj`, `Directory.Packages.props`.
    Nuget,
    /// `Gemfile`, `*.gemspec`.
    Ruby,
    /// `mix.exs`.
    Hex,
}

impl Form {
    /// The form of the file at `path`: of some, the folder tells more than the name.
    pub(super) fn at(path: &str) -> Self {
        let (folders, name) = parts(path);
        match (file_name(folders), ending(name)) {
            ("requirements", "" | "txt" | "in") => Self::Dependencies(Registry::Requirements),
            ("project", "scala") => Self::Dependencies(Registry::Sbt),
            ("mise" | ".mise", "toml") => Self::Tools,
            _ => Self::of(name),
        }
    }

    /// The form of the file called `name`, by its name alone.
    pub(super) fn of(name: &str) -> Self {
        let lower = lowered(name);
        let stem = without_template(&lower);
        let of_stem = || if stem.len() < lower.len() { by_name(stem) } else { None };
        if let Some(form) = by_name(&lower).or_else(of_stem) {
            return form;
        }
        // `*.in` is filled in by many programs: what it becomes tells.
        let is_known_template = stem != lower && lower.strip_suffix(".in").is_none();
        match ending(stem) {
            "yaml" | "yml" | "tpl" | "tmpl" | "bu" => Self::Yaml,
            "json" | "json5" | "jsonc" | "jsonnet" | "libsonnet" | "cue" | "k" | "pkl" | "dhall"
            | "ndjson" => Self::Data,
            "sh" | "bash" | "zsh" | "fish" | "nu" | "ps1" | "mk" | "just" | "bats" | "make" => Self::Script,
            "go" | "py" | "ts" | "js" | "mjs" | "rb" | "java" | "kt" | "cs" | "rs" | "bicep" | "star"
            | "bzl" | "scala" => Self::Code,
            "groovy" | "tiltfile" | "kts" => Self::Pipeline,
            "dockerfile" | "containerfile" => Self::Dockerfile,
            "tf" | "hcl" | "tofu" | "nomad" | "job" | "tfvars" => Self::Terraform,
            "env" => Self::Environment,
            "nix" => Self::Tools,
            "container" | "pod" | "kube" | "service" => Self::Unit,
            "toml" | "ini" | "conf" | "cfg" | "xml" | "properties" | "props" | "config" | "river"
            | "alloy" | "lua" | "proto" | "prisma" => Self::Settings,
            // What is filled in may be something to read.
            "md" | "markdown" | "rst" | "adoc" | "html" => Self::Name,
            _ if is_known_template => Self::Yaml,
            _ => Self::Name,
        }
    }

    /// The form of a file whose name does not tell it, by its first bytes: `#!/usr/bin/env bash`.
    pub(super) fn of_script(beginning: &[u8]) -> Option<Self> {
        let line = beginning.strip_prefix(b"#!")?.split(|byte| *byte == b'\n').next()?;
        let mut words = std::str::from_utf8(line).ok()?.split_ascii_whitespace();
        let program = words.find(|word| {
            let is_caller = matches!(file_name(word), "env" | "with-contenv");
            !is_caller && !word.starts_with('-') && !word.contains('=')
        })?;
        // `python3.12`
        let program = file_name(program).trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        match program {
            "sh" | "bash" | "zsh" | "ash" | "dash" | "ksh" | "fish" | "nu" | "bats" | "bashio" => {
                Some(Self::Script)
            }
            "python" | "node" | "ruby" => Some(Self::Code),
            _ => None,
        }
    }
}

/// What of `path` follows its last slash.
pub(super) fn file_name(path: &str) -> &str {
    parts(path).1
}

/// `name` in lower case, as nearly every name is written.
pub(super) fn lowered(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

/// The folders of `path`, and its last part.
pub(super) fn parts(path: &str) -> (&str, &str) {
    memchr::memrchr(b'/', path.as_bytes()).map_or(("", path), |at| (&path[..at], &path[at + 1..]))
}

/// `name` as the file is called that comes of it: `values.yaml` of `values.yaml.j2`.
pub(super) fn without_template(name: &str) -> &str {
    let mut stem = name;
    while let Some(at) = memchr::memrchr(b'.', stem.as_bytes())
        && is_template(&stem[at + 1..])
    {
        stem = &stem[..at];
    }
    stem
}

/// What of `name` follows its last dot.
pub(super) fn ending(name: &str) -> &str {
    memchr::memrchr(b'.', name.as_bytes()).map_or("", |at| &name[at + 1..])
}

/// Whether a file ends so because a template makes it, or because it is there to be copied.
fn is_template(ending: &str) -> bool {
    matches!(
        ending,
        "j2" | "jinja"
            | "jinja2"
            | "tmpl"
            | "tpl"
            | "gotmpl"
            | "tftpl"
            | "template"
            | "erb"
            | "dist"
            | "example"
            | "sample"
            | "in"
    )
}

/// How files of dependencies end that have any name.
const ENDINGS: [(&str, Registry); 8] = [
    (".csproj", Registry::Nuget),
    (".fsproj", Registry::Nuget),
    (".vbproj", Registry::Nuget),
    (".gradle", Registry::Gradle),
    (".gradle.kts", Registry::Gradle),
    (".versions.toml", Registry::Gradle),
    (".sbt", Registry::Sbt),
    (".gemspec", Registry::Ruby),
];

fn by_name(lower: &str) -> Option<Form> {
    let is_dockerfile = lower == "dockerfile"
        || lower == "containerfile"
        || lower.starts_with("dockerfile.")
        || lower == "earthfile";
    if is_dockerfile {
        return Some(Form::Dockerfile);
    }
    if let Some((_, registry)) = ENDINGS.iter().find(|(ending, _)| lower.ends_with(ending)) {
        return Some(Form::Dependencies(*registry));
    }
    let is_list = lower.strip_suffix(".txt").or_else(|| lower.strip_suffix(".in"));
    if is_list.is_some_and(|stem| stem.contains("requirements")) {
        return Some(Form::Dependencies(Registry::Requirements));
    }
    let registry = match lower {
        "directory.packages.props" | "directory.build.props" | "packages.config" => Registry::Nuget,
        "go.mod" => Registry::Go,
        "package.json" => Registry::Npm,
        "composer.json" => Registry::Composer,
        "pyproject.toml" | "pipfile" => Registry::Python,
        "setup.py" => Registry::Setup,
        "setup.cfg" => Registry::SetupSettings,
        "pom.xml" => Registry::Maven,
        "cargo.toml" => Registry::Cargo,
        "gemfile" | "gems.rb" => Registry::Ruby,
        "mix.exs" => Registry::Hex,
        "makefile" | "gnumakefile" | "justfile" | ".justfile" | ".envrc" | "procfile" => {
            return Some(Form::Script);
        }
        ".tool-versions" => return Some(Form::Tools),
        _ if is_of_mise(lower) => return Some(Form::Tools),
        // What Kubebuilder made of a repository.
        "project" => return Some(Form::Settings),
        "jenkinsfile" | "tiltfile" => return Some(Form::Pipeline),
        ".env" => return Some(Form::Environment),
        _ if lower.starts_with(".env.") => return Some(Form::Environment),
        _ if lower.starts_with("jenkinsfile") => return Some(Form::Pipeline),
        _ => return None,
    };
    Some(Form::Dependencies(registry))
}

/// Whether the file called `name` holds settings of mise: `mise.toml`, `.mise.local.toml`.
fn is_of_mise(name: &str) -> bool {
    let stem = name.strip_suffix("toml").map(|stem| stem.strip_prefix('.').unwrap_or(stem));
    stem.is_some_and(|stem| stem.starts_with("mise."))
}

#[cfg(test)]
mod tests {
    use super::{Form, Registry, without_template};

    #[test]
    fn names_tell_the_form_whatever_makes_the_file() {
        for (name, form) in [
            ("web.job", Form::Terraform),
            ("consul.hcl.j2", Form::Terraform),
            ("cloud-init.yaml.tftpl", Form::Yaml),
            ("user-data.tftpl", Form::Yaml),
            ("redis.container", Form::Unit),
            ("PROJECT", Form::Settings),
            ("Makefile.tmpl", Form::Script),
            ("Dockerfile.template", Form::Dockerfile),
            ("notes.txt", Form::Name),
            ("README.md.gotmpl", Form::Name),
            ("dev-requirements.in", Form::Dependencies(Registry::Requirements)),
            ("requirements/base", Form::Dependencies(Registry::Requirements)),
            ("project/Versions.scala", Form::Dependencies(Registry::Sbt)),
            ("src/Main.scala", Form::Code),
            ("publish.gradle", Form::Dependencies(Registry::Gradle)),
            (".config/mise/config.toml", Form::Tools),
            (".mise.local.toml", Form::Tools),
            (".tool-versions", Form::Tools),
            ("x.gemspec", Form::Dependencies(Registry::Ruby)),
            ("agent.service.in", Form::Unit),
            ("values.yaml.in", Form::Yaml),
            ("Dockerfile.in", Form::Dockerfile),
            ("config.h.in", Form::Name),
        ] {
            assert_eq!(Form::at(name), form, "{name}");
        }
        assert_eq!(without_template("haproxy.cfg.j2"), "haproxy.cfg");
        assert_eq!(without_template("haproxy.cfg"), "haproxy.cfg");
    }

    #[test]
    fn the_first_line_tells_what_reads_a_script() {
        for (line, form) in [
            ("#!/bin/sh\n", Some(Form::Script)),
            ("#!/usr/bin/env -S bash -e\nx", Some(Form::Script)),
            ("#! /usr/bin/with-contenv bashio", Some(Form::Script)),
            ("#!/usr/bin/env A=1 python3.12\n", Some(Form::Code)),
            ("#!/usr/bin/perl\n", None),
            ("#!", None),
            ("sh\n", None),
        ] {
            assert_eq!(Form::of_script(line.as_bytes()), form, "{line}");
        }
    }
}
