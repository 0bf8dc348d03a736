//! Which sessions there are, and who can sign in to one.

use crate::open::desk::Desk;
use wire::{Home, Nothing, PickPath, PickedPath, Problem, SessionId, SignInNames};

pub(crate) fn home_page(desk: &Desk, _: Nothing) -> Result<Home, Problem> {
    home(desk)
}

/// The start page as it is now.
pub(crate) fn home(desk: &Desk) -> Result<Home, Problem> {
    let open = desk.open().as_ref().map(|open| open.id.clone());
    Ok(Home {
        sessions: desk.folders.cards(open.as_deref()),
        folder: desk.folders.sessions().display().to_string(),
        language: desk.settings().language,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        open,
    })
}

pub(crate) fn sign_in_names(desk: &Desk, request: SessionId) -> Result<SignInNames, Problem> {
    let glance = desk.folders.known_session(&request.id)?.glance()?;
    Ok(SignInNames { operators: glance.operators, scrutineers: glance.scrutineers })
}

/// Asks the person for a path with the system's own dialog.
pub(crate) fn pick_path(desk: &Desk, request: PickPath) -> Result<PickedPath, Problem> {
    let path = desk.host.pick(request.kind, &request.title);
    Ok(PickedPath { path: path.map(|path| path.display().to_string()) })
}
