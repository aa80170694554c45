//! What the key of a value says of it.

/// What a value is, by its key.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// Nothing in particular.
    #[default]
    Plain,
    /// An image, or what one is made of.
    Image,
    /// Images, each by its name.
    Images,
    /// A chart.
    Chart,
    /// Charts, each by its name.
    Charts,
    /// Charts, in the file that describes a chart.
    Dependencies,
    /// An action.
    Action,
    /// Commands, as text or one an item.
    Script,
    /// The words of one command.
    Command,
    /// The words behind a command.
    Arguments,
    /// A name.
    Name,
    /// A repository: of images, of charts, of sources.
    Repository,
    /// A type.
    Type,
    /// Text or a page that one reads.
    Prose,
    /// Labels and annotations.
    Labels,
    /// Names of resources and of what is chosen, which look like labels.
    Resources,
    /// What the API knows an object by.
    Head,
}

impl Role {
    /// The role of what stands behind `key`.
    pub(super) fn of(key: &str) -> Self {
        match key {
            "" => Self::Plain,
            "apiVersion" | "kind" => Self::Head,
            "name" | "newName" => Self::Name,
            "images" => Self::Images,
            "chart" | "Chart" | "chartName" | "chart_name" | "chart_ref" | "remoteChart" | "helmChart"
            | "helm.sh/chart" => Self::Chart,
            "helmCharts" | "helmChartInflationGenerator" => Self::Charts,
            "dependencies" => Self::Dependencies,
            "uses" => Self::Action,
            "run" | "script" | "scripts" | "commands" | "cmds" | "cmd" | "before_script" | "after_script"
            | "bash" | "sh" | "shell" | "pwsh" | "inlineScript" | "inline" | "runcmd" => Self::Script,
            "command" | "entrypoint" => Self::Command,
            "args" => Self::Arguments,
            "repository" => Self::Repository,
            "type" => Self::Type,
            "description"
            | "message"
            | "summary"
            | "notes"
            | "note"
            | "comment"
            | "title"
            | "changelog"
            | "artifacthub.io/changes"
            | "home"
            | "homepage"
            | "sources"
            | "source"
            | "icon"
            | "link"
            | "documentation"
            | "$schema" => Self::Prose,
            "labels" | "annotations" | "podLabels" | "podAnnotations" | "commonLabels"
            | "commonAnnotations" => Self::Labels,
            "limits" | "requests" | "capacity" | "allocatable" | "matchLabels" => Self::Resources,
            key if is_image(key) => Self::Image,
            key if key.ends_with(".sh") || key.ends_with(".bash") => Self::Script,
            _ => Self::Plain,
        }
    }
}

/// Whether `key` ends as the keys of images do.
fn is_image(key: &str) -> bool {
    key.len() >= 5 && key.as_bytes()[key.len() - 5..].eq_ignore_ascii_case(b"image")
}
