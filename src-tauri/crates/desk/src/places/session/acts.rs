//! What concerns the session as a whole: locking, closing, its windows, its names, taking back.

use crate::{
    open::{
        desk::Desk,
        session::{Change, Open},
    },
    places::session::view::undo_of,
};
use office::acts;
use session_model::{Profile, ProfileText};
use wire::{
    ChangeProfile, DeskError, Nothing, Pin, Problem, Progress, SideWindow, WhichWindow, Window, conversions,
};

/// Locks the session. Key cards that were presented are forgotten: their holders may have left with whoever worked here.
pub(crate) fn lock(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
    open.cards.clear();
    open.locked = true;
    // Who unlocks may be another person than the one at whose card the screen was left.
    if let Some(work) = open.ceremony.as_mut() {
        work.cover();
    }
    Ok(())
}

pub(crate) fn unlock(desk: &Desk, open: &mut Open, request: Pin) -> Result<(), Problem> {
    desk.check_own_pin(open, &request.pin)?;
    open.locked = false;
    Ok(())
}

pub(crate) fn progress(desk: &Desk, _: Nothing) -> Result<Progress, Problem> {
    Ok(desk.work.progress())
}

pub(crate) fn cancel(desk: &Desk, _: Nothing) -> Result<Nothing, Problem> {
    desk.work.cancel();
    Ok(Nothing {})
}

/// Closes the session with its windows, but not in the middle of a poll.
pub(crate) fn close_session(desk: &Desk, _: Nothing) -> Result<(), Problem> {
    if desk.poll_is_open() {
        return Err(DeskError::PollOpen.into());
    }
    for window in [Window::Kiosk, Window::Screen] {
        desk.host.close(window);
    }
    *desk.open() = None;
    Ok(())
}

pub(crate) fn change_profile(desk: &Desk, open: &mut Open, request: ChangeProfile) -> Result<(), Problem> {
    let texts = open.office.store().profile()?.text().texts.clone();
    let profile = Profile::new(ProfileText { texts, ..conversions::profile(&request.profile) })?;
    desk.refuse_unprintable_names(&profile)?;
    let by = open.operator();
    acts::set_profile(&mut open.office, &by, &profile)?;
    Ok(())
}

/// Opens a window. No lock is held meanwhile: a host may need one of the windows' own threads for it.
pub(crate) fn show_window(desk: &Desk, request: WhichWindow) -> Result<(), Problem> {
    if request.window == SideWindow::Screen {
        // At a remote kiosk it would show the hall a part of the turnout as if it were all of it.
        desk.with(|open| open.refuse_at_remote_kiosk())?;
    }
    let shown = desk.host.show(request.window.into());
    Ok(shown.map_err(|reason| DeskError::WindowFailed { reason })?)
}

pub(crate) fn close_window(desk: &Desk, request: WhichWindow) -> Result<(), Problem> {
    if request.window == SideWindow::Kiosk {
        desk.with(|open| {
            open.kiosk.clear();
            Ok(())
        })?;
    }
    desk.host.close(request.window.into());
    Ok(())
}

pub(crate) fn undo(_: &Desk, open: &mut Open, _: Nothing) -> Result<(), Problem> {
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
    Ok(())
}
