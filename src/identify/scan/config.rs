//! Configuration line by line: YAML, JSON, Jsonnet, CUE, KCL, and what of it
//! stands in programs. Nothing is parsed as a whole, so that templates and
//! broken documents are read as far as they go.

use super::Scan;
use super::aliases::Aliases;
use super::blocks::{Block, Blocks};
use super::objects::{self, DEFINITION};
use super::role::Role;
use super::script::Quotes;
use super::shell::Shell;
use super::unfold::{Unfolded, is_on_one_line};
use super::values::ends_in_image;
use super::variables::Variables;
use super::words::Words;
use crate::identify::evidence::{Sightings, Strength};
use crate::identify::form::{Form, ending};
use crate::identify::index::Index;
use crate::identify::line::{self, Line, has_templates, in_a_row, indented, items, without_templates};

/// A line longer than this holds a whole document.
const LONG: usize = 1000;

/// More keys than these in a row are no configuration.
const LONGEST_ROW: usize = 16;

/// How a document is read.
pub(super) struct Config<'s, 'i, 'g, 't> {
    pub(super) scan: &'s mut Scan<'i, 'g>,
    pub(super) blocks: Blocks<'t>,
    /// The file's name.
    pub(super) name: &'t str,
    /// The most that anything here can prove.
    pub(super) limit: Strength,
    form: Form,
    language: Language,
    /// Whether the line stands in a comment of several.
    is_comment: bool,
    has_templates: bool,
    /// The column of the key whose text follows, and what it is.
    text: Option<(usize, Text)>,
    /// The script that stands in the text.
    shell: Shell<'t>,
    /// The words of a command given as a list.
    words: Words<'t>,
    /// The column of the keys of a mapping whose name says that its value is an image.
    pub(super) named_image: Option<usize>,
    /// What `${{ env.NAME }}` stands for.
    variables: Variables<'t>,
    /// What `*name` stands for, where the text has any.
    aliases: Option<Aliases<'t>>,
}

/// A language that is read otherwise than its form says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Other,
    /// Keys may stand in a row.
    Cue,
    /// Libraries are imported.
    Jsonnet,
    /// A program that does nothing but configure: lines of it are such as nothing else writes.
    Bicep,
}

impl Language {
    fn of(name: &str) -> Self {
        match ending(name) {
            "cue" => Self::Cue,
            "jsonnet" | "libsonnet" => Self::Jsonnet,
            "bicep" => Self::Bicep,
            _ => Self::Other,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Text {
    Prose,
    Script,
    /// Configuration of something, which is read as the rest is.
    Settings,
}

/// Looks through configuration called `name`.
pub(super) fn scan(scan: &mut Scan<'_, '_>, name: &str, form: Form, text: &str) {
    if form == Form::Data && (is_on_one_line(text) || text.lines().take(4).any(|line| line.len() > LONG)) {
        let unfolded = Unfolded::of(text);
        let mut config = Config::new(scan, name, form, has_templates(unfolded.text()));
        for (column, line) in unfolded.lines() {
            // Every line of what was unfolded stands on the first of the file.
            config.text_at(column, line, 1);
        }
        return config.end();
    }
    let mut config = Config::new(scan, name, form, has_templates(text));
    config.aliases = (form == Form::Yaml).then(|| Aliases::of(text)).flatten();
    for (line, number) in line::lines(text) {
        config.raw(line, number);
    }
    config.end();
}

/// Looks through `lines` of a document of the form `form` that stands in something
/// else, `depth` documents deep.
pub(super) fn document(scan: &mut Scan<'_, '_>, form: Form, lines: &[(&str, u32)], depth: u8) {
    let texts = lines.iter().filter(|(line, _)| !line.trim_ascii().is_empty());
    // What it stands in may have put all of it further in.
    let margin = texts.map(|(line, _)| indented(line).0).min().unwrap_or(0);
    let mut config = Config::new(scan, "", form, lines.iter().any(|(line, _)| has_templates(line)));
    config.shell = Shell::new(Quotes::Words, depth);
    for (line, number) in lines {
        config.raw(line.get(margin..).unwrap_or_default(), *number);
    }
    config.end();
}

impl<'s, 'i, 'g, 't> Config<'s, 'i, 'g, 't> {
    fn new(scan: &'s mut Scan<'i, 'g>, name: &'t str, form: Form, has_templates: bool) -> Self {
        Self {
            scan,
            blocks: Blocks::new(),
            name,
            limit: if form == Form::Code { Strength::Medium } else { Strength::High },
            form,
            language: Language::of(name),
            is_comment: false,
            has_templates,
            text: None,
            shell: Shell::new(Quotes::Words, 0),
            words: Words::default(),
            named_image: None,
            variables: Variables::default(),
            aliases: None,
        }
    }

    #[inline]
    fn raw(&mut self, raw: &'t str, number: u32) {
        let (indent, text) = indented(raw);
        if text.is_empty() {
            return;
        }
        if indent == 0 && (text.starts_with("---") || text.starts_with("+++")) {
            self.end();
            return;
        }
        if self.form == Form::Code && (self.is_comment || text.starts_with("/*")) {
            self.is_comment = !text.contains("*/");
            return;
        }
        if let Some((column, kind)) = self.text {
            match kind {
                _ if indent <= column => self.end_text(),
                Text::Settings => {}
                Text::Script => return self.scan.shell(&mut self.shell, raw, number),
                Text::Prose => return,
            }
        }
        self.text_at(indent, text, number);
    }

    /// A line of which `text` stands at the column `indent`.
    #[inline]
    fn text_at(&mut self, indent: usize, text: &'t str, number: u32) {
        // A definition names what could be written, and some of it as others write it.
        let has_markers = self.form != Form::Code || self.language == Language::Bicep;
        if has_markers && !(indent > 0 && self.blocks.is_in_definition()) {
            self.scan.marker(text, number);
        }
        if self.language == Language::Jsonnet {
            self.import(text, number);
        }
        if self.language == Language::Cue {
            return self.row(indent, text, number);
        }
        if !self.has_templates {
            return self.line(indent, text, number);
        }
        match without_templates(text) {
            None => {}
            Some(std::borrow::Cow::Owned(holes)) => match self.variables.fill(text) {
                Some(text) => self.templated(indent, &text, number),
                None => self.templated(indent, &holes, number),
            },
            Some(std::borrow::Cow::Borrowed(text)) => self.line(indent, text, number),
        }
    }

    /// A line that a template fills in: its values are looked at, but what it
    /// opens is known by its place alone.
    fn templated(&mut self, indent: usize, line: &str, number: u32) {
        if self.blocks.role_at(indent) == Role::With {
            self.scan.marker(&format!("with: {line}"), number);
        }
        let Some(line) = Line::parse(line) else { return };
        if line.key == "apiVersion" && self.blocks.is_outermost() {
            // The kind follows on a line of its own.
            objects::object(self.scan.index, &mut self.scan.found, (line.value, number), "", self.limit);
        }
        if !self.blocks.is_in_definition() {
            self.value(&line, Role::of(line.key), number);
        }
    }

    /// A line of CUE, on which keys may stand in a row.
    fn row(&mut self, mut indent: usize, mut text: &'t str, number: u32) {
        let last = indent + LONGEST_ROW;
        while indent < last
            && let Some((key, rest)) = in_a_row(text)
        {
            text = rest;
            // What the last key of a row opens stands where the row does.
            if !text.ends_with('{') {
                self.line(indent, key, number);
                indent += 1;
            }
        }
        self.line(indent, text, number);
    }

    fn line(&mut self, indent: usize, text: &'t str, number: u32) {
        let Some(mut line) = Line::parse_at(indent, text) else { return };
        if self.form == Form::Code && line.key.is_empty() {
            return self.quoted(text, number);
        }
        if let Some(aliases) = &mut self.aliases {
            line.value = aliases.resolve(text, line.value);
            line.has_slash = line::find(b'/', line.value).is_some();
        }
        let role = Role::of(line.key);
        let (index, limit) = (self.scan.index, self.limit);
        self.blocks.step(&line, role, &mut self.scan.found, |found, block| leave(index, found, block, limit));
        if self.form == Form::Yaml {
            self.compose(&line, role, number);
        }
        if self.is_quiet(&line, role) {
            return;
        }
        if self.has_templates && self.blocks.role() == Role::Variables {
            self.variables.add(line.key, line.value);
        }
        if self.blocks.role() == Role::With {
            // What an action is given tells more than the same anywhere else.
            self.scan.marker(&format!("with: {text}"), number);
        }
        let column = line.dash.unwrap_or(line.indent);
        if self.words.end_at(column) || self.words.end_before(role, line.indent) {
            self.run_words();
        }
        if line.opens_text() {
            if line.is_label && !self.blocks.is_in_definition() {
                self.label(line.key, line.value, false, number);
            }
            self.open_text(&line, role, column);
            return;
        }
        let is_mapping = line.value.starts_with('{') || line.value.starts_with("[{");
        if is_mapping && line.value.len() > 2 && self.form != Form::Code {
            return self.flow(&line, number);
        }
        self.head(&line, role, number);
        if self.blocks.is_in_definition() {
            return;
        }
        self.store(&line, role, number);
        let is_of_command = |role| matches!(role, Role::Command | Role::Arguments);
        let is_list = line.value.is_empty() || line.value.starts_with('[');
        // Items of JSON have no dash.
        let is_item = line.key.is_empty() && (line.dash.is_some() || self.form == Form::Data);
        if is_item && is_of_command(self.blocks.role()) {
            self.words.add(self.blocks.role(), line.value);
            self.address(Role::Plain, line.value, number);
        } else if is_list && is_of_command(role) {
            self.words.begin(line.indent, number);
            items(line.value).for_each(|word| self.words.add(role, word));
        } else {
            self.value(&line, role, number);
        }
    }

    /// Whether nothing can be made of `line` but what its place has told: the shortest
    /// way to the end of most lines.
    fn is_quiet(&self, line: &Line<'t>, role: Role) -> bool {
        let says_little = match role {
            Role::Plain | Role::Value => true,
            Role::Name => !ends_in_image(line.value) && !self.blocks.is_in_definition(),
            _ => false,
        };
        let is_alone = match self.blocks.role() {
            Role::Plain => true,
            Role::Variables => !self.has_templates,
            _ => false,
        };
        says_little
            && is_alone
            && line.is_plain
            && !(line.has_slash || line.is_label)
            && self.words.is_empty()
            && self.named_image.is_none()
    }

    /// What a Compose file has: services at the outermost level, each with its image or its build.
    fn compose(&mut self, line: &Line<'t>, role: Role, number: u32) {
        if self.blocks.is_outermost() {
            self.scan.compose.take(line.key);
        } else if (role == Role::Build || role == Role::Image && line.key == "image")
            && self.blocks.is_one_of("services")
        {
            self.scan.compose.take_service(number);
        }
    }

    /// What tells an object: its group, its kind, whether it is switched off.
    fn head(&mut self, line: &Line<'t>, role: Role, number: u32) {
        let is_in_definition = self.blocks.is_in_definition();
        let (index, limit) = (self.scan.index, self.limit);
        match role {
            Role::Name if is_in_definition && self.blocks.parent() == "metadata" => {
                objects::definition(index, &mut self.scan.found, line.value, number, limit);
            }
            Role::Switch if !self.blocks.is_outermost() => {
                let (is_off, is_on) = (is_off(line), is_on(line));
                if is_off || is_on {
                    let (whole, part) = (self.blocks.grandparent(), self.blocks.parent());
                    self.scan.switch(whole, part, is_on, number, limit);
                }
                if is_off {
                    self.blocks.close_down();
                }
            }
            Role::Head if !is_in_definition => {
                let is_program = self.form == Form::Code;
                let Some((api, kind)) = self.blocks.object(line, number, is_program) else { return };
                if kind == DEFINITION {
                    self.blocks.define();
                }
                objects::object(index, &mut self.scan.found, api, kind, limit);
            }
            _ => {}
        }
    }

    /// A mapping on one line: `{kind: Pod, image: redis}`.
    fn flow(&mut self, line: &Line<'t>, number: u32) {
        let unfolded = Unfolded::of(line.value);
        let mut inner = Config::new(&mut *self.scan, self.name, self.form, false);
        let key = format!("{}:", line.key);
        inner.line(line.indent, &key, number);
        // Values that look like mappings themselves are not gone into again.
        for (column, text) in unfolded.lines().filter(|(_, text)| !text.contains('{')) {
            inner.line(line.indent + 1 + column, text, number);
        }
        inner.end();
    }

    fn open_text(&mut self, line: &Line<'t>, role: Role, column: usize) {
        let role = if line.key.is_empty() { self.blocks.role() } else { role };
        let text = match role {
            _ if self.blocks.is_in_definition() => Text::Prose,
            Role::Prose => Text::Prose,
            Role::Script | Role::Command | Role::Arguments => Text::Script,
            _ => Text::Settings,
        };
        self.text = Some((column, text));
    }

    fn end_text(&mut self) {
        self.text = None;
        self.scan.end_shell(&mut self.shell);
    }

    /// Whether the file is of GitLab's CI.
    pub(super) fn is_gitlab(&self) -> bool {
        self.form == Form::Yaml && self.name.starts_with(".gitlab-ci")
    }

    /// Whether the file is a program.
    pub(super) fn is_code(&self) -> bool {
        self.form == Form::Code
    }

    /// Whether the file is written in a language of data, which may compute it.
    pub(super) fn is_data(&self) -> bool {
        self.form == Form::Data
    }

    /// Whether the line stands in a text that configures something.
    pub(super) fn is_in_settings(&self) -> bool {
        self.text.is_some_and(|(_, kind)| kind == Text::Settings)
    }

    /// Looks at the command whose words are all there.
    fn run_words(&mut self) {
        let (commands, line) = self.words.take();
        for command in commands {
            self.scan.commands(&command, line, Quotes::Words);
        }
    }

    fn end(&mut self) {
        if !self.words.is_empty() {
            self.run_words();
        }
        self.end_text();
        self.aliases.iter_mut().for_each(Aliases::forget);
        let (index, limit) = (self.scan.index, self.limit);
        self.blocks.end(&mut self.scan.found, |found, block| leave(index, found, block, limit));
    }
}

/// An `apiVersion` whose `kind` did not come still tells its group.
fn leave(index: &Index<'_>, found: &mut Sightings, block: &Block<'_>, limit: Strength) {
    if let (Some(api), None) = (block.api, block.kind) {
        objects::object(index, found, api, "", limit);
    }
}

/// Whether a switch says that what stands around it is there.
fn is_on(line: &Line<'_>) -> bool {
    !line.key.starts_with("dis") && matches!(line.value, "true" | "True" | "yes" | "on")
}

/// Whether a switch says that what stands around it is not there.
fn is_off(line: &Line<'_>) -> bool {
    match line.key {
        "disabled" | "disable" => line.value == "true",
        _ => matches!(line.value, "false" | "False" | "no" | "off"),
    }
}
