//! Values of the glossary's types as Rust source.

use std::borrow::Cow;
use std::fmt::Write;

use crate::entry::{
    Answer, ApiGroup, Category, Checked, Cncf, Command, Date, Dimension, Entry, Example, FileHaving,
    FilePattern, Group, GroupKinds, Identify, Kind, Links, List, Maturity, Object, Pitfall, Project,
    Relations, Side, Standard, Status, Team, Text, Watch,
};

/// A value that can be written as a Rust expression.
pub(crate) trait Literal {
    /// Appends the expression to `out`.
    fn write(&self, out: &mut String);
}

impl Literal for Text {
    fn write(&self, out: &mut String) {
        if self.is_empty() {
            out.push_str("NO_TEXT");
        } else {
            let _ = write!(out, "B({:?})", &**self);
        }
    }
}

impl<T: Literal + Clone> Literal for List<T> {
    fn write(&self, out: &mut String) {
        out.push_str("B(&[");
        for item in self.iter() {
            item.write(out);
            out.push(',');
        }
        out.push_str("])");
    }
}

impl<T: Literal> Literal for Option<T> {
    fn write(&self, out: &mut String) {
        match self {
            None => out.push_str("None"),
            Some(value) => {
                out.push_str("Some(");
                value.write(out);
                out.push(')');
            }
        }
    }
}

impl<A: Literal, B: Literal> Literal for (A, B) {
    fn write(&self, out: &mut String) {
        out.push('(');
        self.0.write(out);
        out.push(',');
        self.1.write(out);
        out.push(')');
    }
}

/// Numbers, truth values and enums without fields, whose `Debug` is Rust.
macro_rules! as_debug {
    ($($prefix:literal $type:ty),* $(,)?) => {$(
        impl Literal for $type {
            fn write(&self, out: &mut String) {
                let _ = write!(out, concat!($prefix, "{:?}"), self);
            }
        }
    )*};
}

/// Structs, whose fields are named once; a forgotten one fails the build of the program.
macro_rules! as_struct {
    ($($type:ident { $($field:ident),* $(,)? })*) => {$(
        impl Literal for $type {
            fn write(&self, out: &mut String) {
                out.push_str(concat!(stringify!($type), "{"));
                $(
                    out.push_str(concat!(stringify!($field), ":"));
                    self.$field.write(out);
                    out.push(',');
                )*
                out.push('}');
            }
        }
    )*};
}

/// Enums whose variants hold one value each.
macro_rules! as_enum {
    ($($type:ident { $($variant:ident),* $(,)? })*) => {$(
        impl Literal for $type {
            fn write(&self, out: &mut String) {
                match self {
                    $(Self::$variant(value) => {
                        out.push_str(concat!(stringify!($type), "::", stringify!($variant), "("));
                        value.write(out);
                    })*
                }
                out.push(')');
            }
        }
    )*};
}

as_debug! { "" u16, "" bool, "Kind::" Kind, "Status::" Status, "Maturity::" Maturity, "" Date }

as_enum! {
    Answer { One, Several }
    ApiGroup { Whole, Kinds }
    FilePattern { Named, Having }
}

as_struct! {
    Entry {
        id, category, name, kind, aliases, acronyms, tags, needs, summary, why, description, use_when, avoid_when, watch,
        project, cncf, object, standard, links, commands, examples, relations, compare, identify, checked, team,
    }
    Team { owner, contact, note }
    Watch { text, as_of, source }
    Project { license, languages, origin, since, status }
    Cncf { maturity, accepted, incubating, graduated, archived }
    Object { api_version, kind, resource, short_names, namespaced, stable_since, controlled_by, pitfalls }
    Pitfall { field, text }
    Standard { governs, between, sides }
    Side { role, by }
    Links { home, docs, repo }
    Command { run, does }
    Example { title, language, text }
    Relations {
        part_of, built_on, implements, works_with, alternatives, read_first, see_also, replaced_by, confused_with,
    }
    Identify {
        api_groups, images, files, commands, subcommands, charts, annotations, actions, terraform, packages, markers,
        sources, switches, implies,
    }
    GroupKinds { group, kinds }
    FileHaving { name, having }
    Checked { on, sources }
    Category { id, name, group, summary, dimensions }
    Dimension { id, name, question, values, set, scale, first }
    Group { id, name, summary }
}

/// The name under which [`Cow::Borrowed`] is imported by what is written here.
pub(crate) const PRELUDE: &str = "use std::borrow::Cow::Borrowed as B;\n\
     use crate::entry::*;\n\
     use crate::relation::Relation;\n\
     const NO_TEXT: Text = B(\"\");\n";

const _: fn() = || {
    // `B(..)` above stands for a borrowed text or list; both must stay `Cow`s.
    let _: Text = Cow::Borrowed("");
};
