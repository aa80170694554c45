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
    /// Whether something is there at all.
    Switch,
    /// Roles of Ansible.
    Roles,
    /// What an action is given.
    With,
    /// Variables of the environment.
    Variables,
    /// What stands beside a name of the user's own.
    Value,
    /// What an image is built from.
    Build,
    /// Who provides something, each with settings of its own.
    Provider,
    /// The class of an ingress.
    Class,
    /// Services, as Compose and GitLab have them.
    Services,
    /// Which of a cloud's services something is kept in.
    Service,
    /// The folder of a library in its repository.
    Folder,
}

/// The keys that say something, each with what.
const KEYS: [(Role, &[&str]); 26] = [
    (Role::With, &["with"]),
    (Role::Variables, &["env"]),
    (Role::Value, &["value", "default"]),
    (Role::Build, &["build"]),
    (Role::Provider, &["provider"]),
    (Role::Class, &["ingressClassName"]),
    (Role::Services, &["services"]),
    (Role::Service, &["service"]),
    (Role::Folder, &["subdir"]),
    (Role::Head, &["apiVersion", "kind"]),
    (Role::Name, &["name", "newName"]),
    (Role::Images, &["images", "_images"]),
    (
        Role::Chart,
        &[
            "chart",
            "Chart",
            "chartName",
            "chart_name",
            "chart_ref",
            "remoteChart",
            "helmChart",
            "addonName",
            "addon_name",
            "helm.sh/chart",
        ],
    ),
    (Role::Charts, &["helmCharts", "helmChartInflationGenerator"]),
    (Role::Dependencies, &["dependencies"]),
    (Role::Action, &["uses"]),
    (
        Role::Script,
        &[
            "run",
            "script",
            "scripts",
            "commands",
            "cmds",
            "cmd",
            "before_script",
            "after_script",
            "bash",
            "sh",
            "shell",
            "pwsh",
            "inlineScript",
            "inline",
            "runcmd",
        ],
    ),
    (Role::Command, &["command", "entrypoint", "argv"]),
    (Role::Arguments, &["args"]),
    (Role::Repository, &["repository", "repo", "package"]),
    (Role::Type, &["type"]),
    (
        Role::Prose,
        &[
            "description",
            "message",
            "summary",
            "notes",
            "note",
            "comment",
            "title",
            "changelog",
            "artifacthub.io/changes",
            "home",
            "homepage",
            "sources",
            "source",
            "icon",
            "link",
            "documentation",
            "$schema",
        ],
    ),
    (
        Role::Labels,
        &["labels", "annotations", "podLabels", "podAnnotations", "commonLabels", "commonAnnotations"],
    ),
    (Role::Resources, &["limits", "requests", "capacity", "allocatable", "matchLabels"]),
    (Role::Switch, &["enabled", "enable", "installed", "disabled", "disable"]),
    (Role::Roles, &["roles", "role"]),
];

/// Into how many places [`KEYS`] are spread: most keys of a line meet an empty one.
const PLACES: usize = 512;

/// [`KEYS`] by [`place`], the next free one where that is taken: a line's key is
/// held against one or two of them.
static BY_PLACE: [(&str, Role); PLACES] = {
    let mut by_place = [("", Role::Plain); PLACES];
    let mut role = 0;
    while role < KEYS.len() {
        let mut key = 0;
        while key < KEYS[role].1.len() {
            let text = KEYS[role].1[key];
            let mut at = place(text.as_bytes());
            while !by_place[at].0.is_empty() {
                at = (at + 1) % PLACES;
            }
            by_place[at] = (text, KEYS[role].0);
            key += 1;
        }
        role += 1;
    }
    by_place
};

/// Where in [`BY_PLACE`] to look for `key`: its length and its outermost letters tell keys apart.
const fn place(key: &[u8]) -> usize {
    match key {
        [] => 0,
        [first, ..] => (key.len() * 31 + *first as usize * 13 + key[key.len() - 1] as usize) % PLACES,
    }
}

impl Role {
    /// Whether a key of this role may be a name of the user's own.
    pub(super) fn is_free(self) -> bool {
        matches!(
            self,
            Self::Plain
                | Self::Value
                | Self::Build
                | Self::Provider
                | Self::Services
                | Self::Service
                | Self::Folder
        )
    }

    /// The role of what stands behind `key`.
    #[inline]
    pub(super) fn of(key: &str) -> Self {
        let mut at = place(key.as_bytes());
        loop {
            match BY_PLACE[at] {
                ("", _) => break,
                (known, role) if known == key => return role,
                _ => at = (at + 1) % PLACES,
            }
        }
        match key.strip_prefix("ansible.").and_then(|key| key.split_once('.')) {
            // `ansible.builtin.shell` is `shell`.
            Some((_, key)) if !key.contains('.') => Self::of(key),
            _ => Self::by_ending(key),
        }
    }

    /// The role of what stands behind `key` by how that ends: `initImage`,
    /// `flannel_image_repo`, `install.sh`, `postCreateCommand`.
    fn by_ending(key: &str) -> Self {
        let ends = |ending: &str| {
            let at = key.len().checked_sub(ending.len());
            at.is_some_and(|at| key.as_bytes()[at..].eq_ignore_ascii_case(ending.as_bytes()))
        };
        // The last letter sends most keys away.
        let is_image = match key.as_bytes().last() {
            Some(b'e' | b'E') => ends("image"),
            Some(b'o' | b'O') => ends("image_repo"),
            Some(b'y' | b'Y') => ends("image_repository") || ends("imagerepository"),
            Some(b'd') if ends("_command") || ends("_cmd") || key.ends_with("Command") => {
                return Self::Command;
            }
            Some(b'h') if ends(".sh") || ends(".bash") => return Self::Script,
            _ => false,
        };
        if is_image { Self::Image } else { Self::Plain }
    }
}
