//! The poll: readiness, opening, suspending, closing.

use crate::{
    Desk, DeskError, Found, Window, paper, paper_entry, record,
    session::moved_on,
    state::{Open, State, two_persons},
    types::*,
};
use chrono::Datelike;
use office::{
    OfficeError,
    act::{Office, Witnessed},
    acts,
    clock::{Clock, SystemClock},
    model::Tray,
};

/// Below this much free space the poll should not be opened.
const LEAST_MEBIBYTES: u64 = 200;

pub(crate) fn readiness(desk: &Desk, _: Nothing) -> Result<Readiness, Problem> {
    let kiosk = desk.host.is_open(Window::Kiosk);
    let screens = desk.host.screens();
    let printers = paper::printers();
    desk.with(|open| {
        let checks = vec![
            quorum(open)?,
            empty_box(open)?,
            kiosk_window(kiosk),
            screens_connected(screens),
            printer(&printers),
            clock(open)?,
            space(desk, open),
            backup(open),
        ];
        let ready = checks.iter().all(|check| check.standing != CheckStanding::Bad);
        Ok(Readiness { checks, ready })
    })
}

fn check(key: &str, standing: CheckStanding, found: Found) -> Check {
    Check { key: key.to_owned(), standing, finding: found.into() }
}

fn quorum(open: &Open) -> Result<Check, Problem> {
    let round = open.round()?;
    let figures = crate::hall::figures(open, round.as_ref())?.ok_or(DeskError::NeedsDelegates)?;
    let HallFigures { present, quorum, quorum_reached, .. } = figures;
    Ok(if quorum_reached {
        check("quorum", CheckStanding::Good, Found::QuorumReached { present, quorum })
    } else {
        check("quorum", CheckStanding::Bad, Found::QuorumMissing { present, quorum })
    })
}

fn empty_box(open: &Open) -> Result<Check, Problem> {
    let store = open.office.store();
    let ballots = store.ballots_in_box()?.0;
    Ok(if ballots == 0 {
        check("box", CheckStanding::Good, Found::BoxEmpty { slips: store.slips_made()?.0 })
    } else {
        check("box", CheckStanding::Bad, Found::BoxNotEmpty { ballots })
    })
}

fn kiosk_window(is_open: bool) -> Check {
    if is_open {
        check("kiosk", CheckStanding::Good, Found::KioskOpen)
    } else {
        check("kiosk", CheckStanding::Warning, Found::KioskClosed)
    }
}

fn screens_connected(screens: u32) -> Check {
    if screens > 1 {
        check("screens", CheckStanding::Good, Found::Screens { screens })
    } else {
        check("screens", CheckStanding::Warning, Found::OneScreen)
    }
}

fn printer(printers: &[Printer]) -> Check {
    let first = printers.iter().find(|printer| printer.default).or(printers.first());
    match first {
        Some(printer) => {
            check("printer", CheckStanding::Good, Found::PrinterFound { printer: printer.name.clone() })
        }
        None => check("printer", CheckStanding::Warning, Found::NoPrinter),
    }
}

fn clock(open: &Open) -> Result<Check, Problem> {
    let now = SystemClock.now();
    let shown = now.format("%Y-%m-%d %H:%M").to_string();
    let latest = record::latest_entry(open)?.map(|entry| entry.at);
    let year = open.office.store().profile()?.text().year;
    Ok(match latest.filter(|latest| *latest > now) {
        Some(latest) => {
            let latest = latest.format("%Y-%m-%d %H:%M").to_string();
            check("clock", CheckStanding::Bad, Found::ClockBehind { now: shown, latest })
        }
        None if (now.year() - year).abs() > 1 => {
            check("clock", CheckStanding::Warning, Found::ClockYear { now: shown, year })
        }
        None => check("clock", CheckStanding::Good, Found::ClockGood { now: shown }),
    })
}

fn space(desk: &Desk, open: &Open) -> Check {
    let folder = desk.places.database(&open.id);
    let free = fs4::available_space(folder.parent().unwrap_or(&desk.places.data)).unwrap_or_default();
    let mebibytes = free / (1024 * 1024);
    if mebibytes < LEAST_MEBIBYTES {
        check("space", CheckStanding::Bad, Found::SpaceLow { mebibytes })
    } else {
        check("space", CheckStanding::Good, Found::SpaceGood { mebibytes })
    }
}

fn backup(open: &Open) -> Check {
    let BackupState { folder, chosen, latest, problem } = open.backup.clone();
    match (problem, latest, chosen) {
        (Some(_), ..) => check("backup", CheckStanding::Warning, Found::BackupFailed),
        (None, None, _) => check("backup", CheckStanding::Warning, Found::BackupMissing),
        (None, Some(_), false) => check("backup", CheckStanding::Warning, Found::BackupSamePlace { folder }),
        (None, Some(at), true) => {
            // To the minute, as people write it.
            let at = at.replace('T', " ").chars().take(16).collect();
            check("backup", CheckStanding::Good, Found::BackupGood { at, folder })
        }
    }
}

/// One act of two persons on the open session, then the view.
pub(crate) fn together(
    desk: &Desk,
    by: &TwoPersons,
    act: impl FnOnce(&mut Office, &Witnessed) -> Result<(), OfficeError>,
) -> Result<Session, Problem> {
    let mut state = desk.state();
    let State { pins, open, .. } = &mut *state;
    let open = open.as_mut().ok_or(DeskError::NoSessionOpen)?;
    let by = two_persons(pins, open, by)?;
    act(&mut open.office, &by)?;
    moved_on(desk, open)
}

pub(crate) fn open_poll(desk: &Desk, request: Together) -> Result<Session, Problem> {
    // While the poll is open no copy is made, so the attendance is saved now.
    desk.with(|open| {
        record::back_up_quietly(open);
        Ok(())
    })?;
    together(desk, &request.by, acts::open_poll)
}

pub(crate) fn void_for_quorum(desk: &Desk, request: Together) -> Result<Session, Problem> {
    together(desk, &request.by, acts::void_for_quorum)
}

pub(crate) fn suspend_poll(desk: &Desk, request: Together) -> Result<Session, Problem> {
    together(desk, &request.by, acts::suspend)
}

pub(crate) fn resume_poll(desk: &Desk, request: Together) -> Result<Session, Problem> {
    together(desk, &request.by, acts::resume)
}

pub(crate) fn close_poll(desk: &Desk, request: ClosePoll) -> Result<Session, Problem> {
    paper_entry::refuse_batch_at_work(desk)?;
    let tray = Tray { slips: request.tray, paper: request.paper };
    let statement = Some(request.statement).filter(|statement| !statement.trim().is_empty());
    together(desk, &request.by, |office, by| acts::close_poll(office, by, tray, statement))
}

pub(crate) fn end_round(desk: &Desk, request: EndRound) -> Result<Session, Problem> {
    let ended =
        together(desk, &request.by, |office, by| acts::end_by_decision(office, by, &request.statement))?;
    desk.with(|open| {
        open.ceremony = None;
        open.batch = None;
        open.cards.clear();
        Ok(())
    })?;
    Ok(ended)
}

pub(crate) fn unlock_kiosk(desk: &Desk, _: Nothing) -> Result<Session, Problem> {
    desk.with(|open| {
        open.kiosk.unlock();
        crate::session::view(desk, open)
    })
}
