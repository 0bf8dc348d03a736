//! The open session as the secretariat's window sees it.

use crate::{
    open::{
        desk::Desk,
        kiosk::Challenges,
        session::{Change, Open},
    },
    reads::{figures::figures, guide::Guide},
};
use office::acts;
use procedure::count::counted;
use session_model::Role as OfficeRole;
use wire::{ChallengesTo, DeskError, Problem, RoundHead, Session, Undo, UndoWhat, Window, conversions};

/// The view of the session that is open.
pub(crate) fn of_desk(desk: &Desk) -> Result<Session, Problem> {
    desk.with(|open| session(desk, open))
}

pub(crate) fn session(desk: &Desk, open: &Open) -> Result<Session, Problem> {
    let profile = open.office.store().profile()?;
    let round = open.round()?;
    let guide = Guide::of(open, round.as_ref())?;
    let pending = if open.is_remote_kiosk { 0 } else { counted(acts::pending_contests(&open.office)?.len()) };
    Ok(Session {
        id: open.id.clone(),
        profile: conversions::profile_form(&profile),
        person: open.person.clone(),
        locked: open.locked,
        remote_kiosk: open.office.store().this_kiosk()?.as_ref().map(conversions::remote_kiosk),
        steps: if open.is_remote_kiosk { Vec::new() } else { guide.steps() },
        current: guide.current(),
        round: round.as_ref().map(|round| RoundHead {
            number: round.number(),
            state: round.state(),
            called_for: conversions::called_for(round.contest()),
            pending,
        }),
        figures: figures(open, round.as_ref())?,
        undo: undo_of(open)?,
        backup: open.backup.clone(),
        kiosk_open: desk.host.is_open(Window::Kiosk),
        challenges: open.challenges_now()?.map(challenges_to),
        kiosk_locked: open.kiosk.is_locked(),
        screen_open: desk.host.is_open(Window::Screen),
        resumed: open.resumed,
        only_to_be_ended: open.office.can_only_be_ended().is_some(),
        busy: desk.work.progress().total > 0,
        scrutineers: open.office.store().people(OfficeRole::Scrutineer)?,
    })
}

fn challenges_to(challenges: &Challenges) -> ChallengesTo {
    match challenges {
        Challenges::Stick(folder) => ChallengesTo::Stick { folder: folder.display().to_string() },
        Challenges::Codes(_) => ChallengesTo::Codes,
    }
}

/// What `undo` would take back, or why nothing can be.
pub(super) fn undo_of(open: &Open) -> Result<Undo, Problem> {
    let refused = |reason: DeskError| Undo { what: None, reason: Some(reason.into()) };
    let begun = open.office.store().latest_round()?.is_some();
    Ok(match open.undo.last() {
        Some(Change::CheckIn(_)) => match open.check_in_undo_refused()? {
            None => Undo { what: Some(UndoWhat::CheckIn), reason: None },
            Some(problem) => Undo { what: None, reason: Some(problem) },
        },
        _ if begun => refused(DeskError::AdoptedStands),
        Some(Change::Delegates(_)) => Undo { what: Some(UndoWhat::Delegates), reason: None },
        Some(Change::Candidates(_)) => Undo { what: Some(UndoWhat::Candidates), reason: None },
        Some(Change::Rules(_)) => Undo { what: Some(UndoWhat::Rules), reason: None },
        None => refused(DeskError::NothingToUndo),
    })
}
