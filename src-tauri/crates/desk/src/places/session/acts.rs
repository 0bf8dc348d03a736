//! The open session as the secretariat's window sees it, and what concerns it as a whole.

use crate::{
    Desk, DeskError, Window, apart, forms, guide, hall, home, record, shelf,
    state::{Change, Open, State},
    types::*,
};
use office::{
    acts,
    model::{Profile, ProfileText, Role as OfficeRole},
};
use procedure::count::counted;

pub(crate) fn status(desk: &Desk, _: Nothing) -> Result<Status, Problem> {
    let state = desk.state();
    let session = state.open.as_ref().map(|_| view_of(desk, &state)).transpose()?;
    let home = state.open.is_none().then(|| home::view(desk, &state));
    Ok(Status { session, home, language: state.settings.language })
}

pub(crate) fn session(desk: &Desk, _: Nothing) -> Result<Session, Problem> {
    view_of(desk, &desk.state())
}

/// The open session's view.
pub(crate) fn view_of(desk: &Desk, state: &State) -> Result<Session, Problem> {
    view(desk, state.open.as_ref().ok_or(DeskError::NoSessionOpen)?)
}

pub(crate) fn view(desk: &Desk, open: &Open) -> Result<Session, Problem> {
    let profile = open.office.store().profile()?;
    let round = open.round()?;
    let stand = guide::Stand::of(open, round.as_ref())?;
    let pending = if open.apart { 0 } else { acts::pending_contests(&open.office)?.len() };
    Ok(Session {
        id: open.id.clone(),
        profile: forms::profile_form(&profile),
        person: open.person.clone(),
        locked: open.locked,
        apart: apart::apart(&open.office)?,
        steps: if open.apart { Vec::new() } else { stand.steps() },
        current: stand.current(),
        round: round.as_ref().map(|round| RoundHead {
            number: round.contest().round(),
            state: round.state().to_owned(),
            called_for: forms::called_for(round.contest()),
            pending: counted(pending),
        }),
        hall: hall::figures(open, round.as_ref())?,
        undo: undo_of(open)?,
        backup: open.backup.clone(),
        kiosk_open: desk.host.is_open(Window::Kiosk),
        kiosk_locked: open.kiosk.is_locked(),
        screen_open: desk.host.is_open(Window::Screen),
        resumed: open.resumed,
        busy: desk.work.progress().total > 0,
        scrutineers: open.office.store().people(OfficeRole::Scrutineer)?,
    })
}

/// After an act of office that moved the session on: a backup, then the view.
pub(crate) fn moved_on(desk: &Desk, open: &mut Open) -> Result<Session, Problem> {
    record::back_up_quietly(open);
    view(desk, open)
}

pub(crate) fn close_session(desk: &Desk, _: Nothing) -> Result<Home, Problem> {
    if desk.poll_is_open() {
        return Err(DeskError::PollOpen.into());
    }
    for window in [Window::Kiosk, Window::Screen] {
        desk.host.close(window);
    }
    desk.state().open = None;
    home::home(desk, Nothing {})
}

pub(crate) fn lock(desk: &Desk, _: Nothing) -> Result<Session, Problem> {
    desk.with(|open| {
        open.locked = true;
        view(desk, open)
    })
}

pub(crate) fn unlock(desk: &Desk, request: Pin) -> Result<Session, Problem> {
    let mut state = desk.state();
    let state = &mut *state;
    let open = state.open.as_mut().ok_or(DeskError::NoSessionOpen)?;
    let (office, person) = (&open.office, &open.person);
    state.pins.attempt(|| acts::check_pin(office, person.role.into(), &person.name, &request.pin))?;
    open.locked = false;
    view(desk, open)
}

pub(crate) fn progress(desk: &Desk, _: Nothing) -> Result<Progress, Problem> {
    Ok(desk.work.progress())
}

pub(crate) fn cancel(desk: &Desk, _: Nothing) -> Result<Nothing, Problem> {
    desk.work.cancel();
    Ok(Nothing {})
}

pub(crate) fn change_profile(desk: &Desk, request: ChangeProfile) -> Result<Session, Problem> {
    desk.with(|open| {
        let texts = open.office.store().profile()?.text().texts.clone();
        let profile = Profile::new(ProfileText { texts, ..forms::profile(&request.profile) })?;
        home::refuse_unprintable_names(desk, &profile)?;
        let by = open.operator();
        acts::set_profile(&mut open.office, &by, &profile)?;
        moved_on(desk, open)
    })
}

pub(crate) fn show_window(desk: &Desk, request: WhichWindow) -> Result<Session, Problem> {
    if request.window == SideWindow::Screen {
        // At a kiosk apart it would show the hall a part of the turnout as if it were all of it.
        desk.with(|open| apart::refuse(open))?;
    }
    let shown = desk.host.show(request.window.into());
    shown.map_err(|reason| DeskError::WindowFailed { reason })?;
    session(desk, Nothing {})
}

pub(crate) fn close_window(desk: &Desk, request: WhichWindow) -> Result<Session, Problem> {
    if request.window == SideWindow::Kiosk {
        desk.with(|open| {
            open.kiosk.clear();
            Ok(())
        })?;
    }
    desk.host.close(request.window.into());
    session(desk, Nothing {})
}

/// What `undo` would take back, or why nothing can be.
fn undo_of(open: &Open) -> Result<Undo, Problem> {
    let refused = |reason: DeskError| Undo { what: None, reason: Some(reason.into()) };
    let begun = open.office.store().latest_round()?.is_some();
    Ok(match open.undo.last() {
        Some(Change::CheckIn(_)) => match hall::undo_refused(open)? {
            None => Undo { what: Some("check-in".to_owned()), reason: None },
            Some(problem) => Undo { what: None, reason: Some(problem) },
        },
        _ if begun => refused(DeskError::AdoptedStands),
        Some(Change::Delegates(_)) => Undo { what: Some("delegates".to_owned()), reason: None },
        Some(Change::Candidates(_)) => Undo { what: Some("candidates".to_owned()), reason: None },
        Some(Change::Rules(_)) => Undo { what: Some("rules".to_owned()), reason: None },
        None => refused(DeskError::NothingToUndo),
    })
}

pub(crate) fn undo(desk: &Desk, _: Nothing) -> Result<Session, Problem> {
    desk.with(|open| {
        if let Some(reason) = undo_of(open)?.reason {
            return Err(reason);
        }
        let by = open.operator();
        match open.undo.pop().ok_or(DeskError::NothingToUndo)? {
            Change::Delegates(before) => acts::set_delegates(&mut open.office, &by, &before)?,
            Change::Candidates(before) => acts::set_candidates(&mut open.office, &by, &before)?,
            Change::Rules(before) => acts::set_rules(&mut open.office, &by, &before)?,
            Change::CheckIn(number) => acts::undo_check_in(&mut open.office, &by, &number)?,
        }
        moved_on(desk, open)
    })
}

/// Files that a person asked for go where the person said, or into the session's own folder.
pub(crate) fn folder_of(desk: &Desk, open: &Open, typed: &str) -> Result<std::path::PathBuf, Problem> {
    let folder = match typed.trim() {
        "" => desk.places.documents(&open.id),
        typed => std::path::PathBuf::from(typed),
    };
    shelf::make_folder(&folder)?;
    Ok(folder)
}
