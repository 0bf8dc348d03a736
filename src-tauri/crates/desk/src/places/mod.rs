//! What each place of the interface reads (`view`) and does (`acts`). Places never import each other: the table of commands
//! says which view is shown after an act.

pub(crate) mod holder;
pub(crate) mod home;
pub(crate) mod kiosk;
pub(crate) mod remote;
pub(crate) mod screen;
pub(crate) mod session;
pub(crate) mod steps;

use crate::open::desk::Desk;
use wire::{Nothing, Problem, Status};

/// What the secretariat's window shows first: the open session, or else the start page.
pub(crate) fn status(desk: &Desk, _: Nothing) -> Result<Status, Problem> {
    let session = desk.open().as_ref().map(|open| session::view::session(desk, open)).transpose()?;
    let home = if session.is_none() { Some(home::view::home(desk)?) } else { None };
    Ok(Status { session, home, language: desk.settings().language })
}
