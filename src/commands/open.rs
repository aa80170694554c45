//! `cnref open`.

use std::io::ErrorKind;
use std::process::{Command, Stdio};

use super::entry_named;
use crate::cli::{Link, Open};
use crate::error::{Error, Exit};
use crate::session::Session;

/// The desktop's own openers, in the order in which they are tried.
const OPENERS: [&str; 3] = ["xdg-open", "open", "wslview"];

pub(super) fn run(arguments: &Open, session: &Session) -> Result<Exit, Error> {
    let (terms, which) = split(arguments);
    let Some(entry) = entry_named(terms, session)? else { return Ok(Exit::Nothing) };
    let links = &entry.links;
    let link = match which {
        Some(Link::Home) => links.home.as_ref(),
        Some(Link::Docs) => links.docs.as_ref(),
        Some(Link::Repo) => links.repo.as_ref(),
        None => links.docs.as_ref().or(links.home.as_ref()).or(links.repo.as_ref()),
    };
    let Some(link) = link.filter(|link| link.starts_with("https://") || link.starts_with("http://")) else {
        session.complain(&format!("{} has no such link", entry.name));
        return Ok(Exit::Nothing);
    };
    if arguments.print || !opened(link) {
        session.print(&format!("{}\n", session.screen.clean(link)))?;
    }
    Ok(Exit::Found)
}

/// The term, and the link that the last word names.
fn split(arguments: &Open) -> (&[std::ffi::OsString], Option<Link>) {
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
