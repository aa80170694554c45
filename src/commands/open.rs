//! `cnref open`.

use std::ffi::OsString;
use std::io::ErrorKind;
use std::process::{Command, Stdio};

use super::{entry_named, warn_of_redefinition};
use crate::card::Card;
use crate::cli::{Link, Open};
use crate::error::{Error, Exit};
use crate::markup::is_web;
use crate::render::address::Address;
use crate::session::Session;

/// The desktop's own openers, in the order in which they are tried.
const OPENERS: [&str; 3] = ["xdg-open", "open", "wslview"];

pub(super) fn run(arguments: &Open, session: &Session) -> Result<Exit, Error> {
    let (terms, which) = split(arguments);
    let Some(entry) = entry_named(terms, session)? else { return Ok(Exit::Nothing) };
    warn_of_redefinition(session, [entry], false);
    let address = |link: Link| {
        let url = match link {
            Link::Home => entry.links.home.as_deref(),
            Link::Docs => entry.links.docs.as_deref(),
            Link::Repo => entry.links.repo.as_deref(),
        };
        let url = url.filter(|url| is_web(url))?;
        Some(Address { card: Card::new(&session.glossary, entry), link: link.as_str(), url })
    };
    let wanted = which.as_ref().map_or(&[Link::Docs, Link::Home, Link::Repo][..], std::slice::from_ref);
    // Where an entry has no page of its own, what it rests on is the one to read.
    let source = || {
        let url = entry.best_link().filter(|url| which.is_none() && is_web(url))?;
        Some(Address { card: Card::new(&session.glossary, entry), link: "source", url })
    };
    let Some(address) = wanted.iter().find_map(|link| address(*link)).or_else(source) else {
        session.complain(&format!("{} has no such link", entry.name));
        return Ok(Exit::Nothing);
    };
    // Who asks for a form wants to read the address.
    if arguments.print || session.format.is_for_machines() || !opened(address.url) {
        session.answer(&address)?;
    }
    Ok(Exit::Found)
}

/// The term, and the link that the last word names.
fn split(arguments: &Open) -> (&[OsString], Option<Link>) {
    let named = arguments.terms.split_last().and_then(|(last, rest)| {
        let link = Link::ALL.into_iter().find(|link| last == link.as_str())?;
        (!rest.is_empty()).then_some((rest, Some(link)))
    });
    named.unwrap_or((&arguments.terms, None))
}

/// Hands `link` to the first opener there is; no shell sees it.
fn opened(link: &str) -> bool {
    let has_desktop =
        ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"].iter().any(|name| std::env::var_os(name).is_some());
    if !has_desktop && !cfg!(any(target_os = "macos", windows)) {
        return false;
    }
    for opener in OPENERS {
        let child = Command::new(opener)
            .arg(link)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        match child {
            Ok(status) => return status.success(),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(_) => return false,
        }
    }
    false
}
