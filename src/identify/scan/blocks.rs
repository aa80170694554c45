//! The mappings that are open at a line, by indentation.

use super::role::Role;
use crate::identify::evidence::{Mark, Owner, Sightings};
use crate::identify::line::Line;

/// A mapping: the lines that begin at one column below one key.
#[derive(Debug)]
pub(super) struct Block<'t> {
    /// The column of its keys.
    pub(super) indent: usize,
    /// The key that it is the value of.
    pub(super) key: &'t str,
    /// What that key says of it.
    pub(super) role: Role,
    /// Its `apiVersion`, and the line.
    pub(super) api: Option<(&'t str, u32)>,
    /// Its `kind`.
    pub(super) kind: Option<&'t str>,
    /// Whether it says of itself that it is switched off.
    is_off: bool,
    /// Whose labels in it are switched off.
    off: Vec<Owner>,
    start: Mark,
}

/// The open mappings, outermost first.
#[derive(Debug)]
pub(super) struct Blocks<'t> {
    open: Vec<Block<'t>>,
    last_key: (&'t str, Role),
    /// How many mappings were open when one began to define a custom resource.
    definition: Option<usize>,
}

/// How many mappings are usually open at once.
const USUAL: usize = 8;

impl<'t> Blocks<'t> {
    /// None.
    pub(super) fn new() -> Self {
        Self { open: Vec::with_capacity(USUAL), last_key: ("", Role::Plain), definition: None }
    }

    /// Closes what ends before `line`, whose key has this `role`, and opens what
    /// begins with it; what was closed is handed to `closed`, innermost first.
    pub(super) fn step(
        &mut self,
        line: &Line<'t>,
        role: Role,
        found: &mut Sightings,
        mut closed: impl FnMut(&mut Sightings, &Block<'t>),
    ) {
        if line.dash.is_none() && self.open.last().is_some_and(|block| block.indent == line.indent) {
            // Most lines go on with the mapping that is open.
            self.last_key = (line.key, role);
            return;
        }
        let mut key = self.last_key;
        while let Some(block) = self.open.last() {
            let is_next_item = line.dash.is_some() && block.indent >= line.indent;
            if block.indent <= line.indent && !is_next_item {
                break;
            }
            if let Some(block) = self.open.pop() {
                key = (block.key, block.role);
                close(found, &block, &mut closed);
            }
        }
        self.definition = self.definition.filter(|depth| *depth <= self.open.len());
        if self.open.last().is_none_or(|block| block.indent < line.indent) {
            self.open.push(Block {
                indent: line.indent,
                key: key.0,
                role: key.1,
                api: None,
                kind: None,
                is_off: false,
                off: Vec::new(),
                start: found.mark(),
            });
        }
        self.last_key = (line.key, role);
    }

    /// Closes everything: the document ends.
    pub(super) fn end(&mut self, found: &mut Sightings, mut closed: impl FnMut(&mut Sightings, &Block<'t>)) {
        while let Some(block) = self.open.pop() {
            close(found, &block, &mut closed);
        }
        self.last_key = ("", Role::Plain);
        self.definition = None;
    }

    /// Notes the `apiVersion` or the `kind` of the innermost mapping; both when both are there.
    ///
    /// Where both are, another object begins: in programs no line need end the one before,
    /// and templates write either of two. A kind may be one of two of the same group,
    /// but not in a program.
    pub(super) fn object(
        &mut self,
        line: &Line<'t>,
        number: u32,
        is_program: bool,
    ) -> Option<((&'t str, u32), &'t str)> {
        let block = self.open.last_mut()?;
        let is_whole = block.api.is_some() && block.kind.is_some();
        if line.key == "kind" {
            block.kind = Some(line.value);
            block.api = block.api.filter(|_| !(is_whole && is_program));
        } else {
            block.api = Some((line.value, number));
            block.kind = block.kind.filter(|_| !is_whole);
        }
        block.api.zip(block.kind)
    }

    /// Notes that the innermost mapping defines a custom resource.
    pub(super) fn define(&mut self) {
        self.definition = Some(self.open.len());
    }

    /// Notes that the innermost mapping says of itself that it is switched off.
    pub(super) fn close_down(&mut self) {
        if let Some(block) = self.open.last_mut() {
            block.is_off = true;
        }
    }

    /// Notes that the labels of `owners` in the innermost mapping are switched
    /// off, and forgets those that came before: settings of what is off.
    pub(super) fn switch_off(&mut self, owners: &[Owner], found: &mut Sightings) {
        if let Some(block) = self.open.last_mut() {
            found.forget_labels_since(block.start, owners);
            block.off.extend(owners);
        }
    }

    /// Whether the labels of `owner` are switched off here.
    pub(super) fn is_switched_off(&self, owner: Owner) -> bool {
        self.open.last().is_some_and(|block| block.off.contains(&owner))
    }

    /// The key that the innermost mapping is the value of.
    pub(super) fn parent(&self) -> &'t str {
        self.open.last().map_or("", |block| block.key)
    }

    /// The key that the mapping around the innermost one is the value of.
    pub(super) fn grandparent(&self) -> &'t str {
        self.open.iter().rev().nth(1).map_or("", |block| block.key)
    }

    /// What a mapping at the column `indent`, in the innermost one, is.
    pub(super) fn role_at(&self, indent: usize) -> Role {
        let block = self.open.iter().rev().find(|block| block.indent <= indent);
        block.map_or(Role::Plain, |block| if block.indent < indent { self.last_key.1 } else { block.role })
    }

    /// What the innermost mapping is.
    pub(super) fn role(&self) -> Role {
        self.open.last().map_or(Role::Plain, |block| block.role)
    }

    /// Whether the innermost mapping is one of those in `key` at the outermost level,
    /// where no object of Kubernetes is.
    pub(super) fn is_one_of(&self, key: &str) -> bool {
        matches!(&self.open[..], [outer, inner, _] if inner.key == key && outer.key.is_empty() && outer.api.is_none())
    }

    /// Whether any open mapping is a `role`.
    pub(super) fn is_below(&self, role: Role) -> bool {
        self.open.iter().any(|block| block.role == role)
    }

    /// Whether any open mapping defines a custom resource.
    pub(super) fn is_in_definition(&self) -> bool {
        self.definition.is_some()
    }

    /// Whether any open mapping is an object of `group`.
    pub(super) fn is_in_group(&self, group: &str) -> bool {
        self.open.iter().any(|block| {
            block.api.is_some_and(|(api, _)| api.split_once('/').is_some_and(|(of, _)| of == group))
        })
    }

    /// Whether only the outermost mapping is open.
    pub(super) fn is_outermost(&self) -> bool {
        self.open.len() < 2
    }
}

fn close<'t>(found: &mut Sightings, block: &Block<'t>, closed: &mut impl FnMut(&mut Sightings, &Block<'t>)) {
    if block.is_off {
        found.forget_since(block.start);
    } else {
        closed(found, block);
    }
}
