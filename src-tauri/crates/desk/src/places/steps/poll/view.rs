//! What is looked at before the poll is opened.

use crate::{
    machine::printing::printers,
    open::{desk::Desk, session::Open},
    reads::{figures::figures, log::latest_entry},
};
use chrono::Datelike;
use office::clock::{Clock, SystemClock};
use wire::{
    BackupState, Check, CheckKey, CheckStatus, DeskError, Found, Nothing, Printer, Problem, Readiness,
    RoundFigures, Window,
};

/// Below this much free space the poll should not be opened.
const LEAST_MEBIBYTES: u64 = 200;

pub(crate) fn readiness(desk: &Desk, _: Nothing) -> Result<Readiness, Problem> {
    let kiosk = desk.host.is_open(Window::Kiosk);
    let screens = desk.host.screens();
    let printers = printers();
    desk.with(|open| {
        let checks = vec![
            quorum(open)?,
            check(CheckKey::CeremonyReport, CheckStatus::Warning, Found::CeremonyReport),
            empty_box(open)?,
            kiosk_window(kiosk),
            screens_connected(screens),
            printer(&printers),
            clock(open)?,
            space(desk, open),
            backup(open),
        ];
        let ready = checks.iter().all(|check| check.status != CheckStatus::Bad);
        Ok(Readiness { checks, ready })
    })
}

fn check(key: CheckKey, status: CheckStatus, found: Found) -> Check {
    Check { key, status, finding: found.into() }
}

fn quorum(open: &Open) -> Result<Check, Problem> {
    let round = open.round()?;
    let figures = figures(open, round.as_ref())?.ok_or(DeskError::NeedsDelegates)?;
    let RoundFigures { present, quorum, quorum_reached, .. } = figures;
    Ok(if quorum_reached {
        check(CheckKey::Quorum, CheckStatus::Good, Found::QuorumReached { present, quorum })
    } else {
        check(CheckKey::Quorum, CheckStatus::Bad, Found::QuorumMissing { present, quorum })
    })
}

fn empty_box(open: &Open) -> Result<Check, Problem> {
    let store = open.office.store();
    let ballots = store.ballots_in_box()?.0;
    Ok(if ballots == 0 {
        check(CheckKey::Box, CheckStatus::Good, Found::BoxEmpty { slips: store.slips_made()?.0 })
    } else {
        check(CheckKey::Box, CheckStatus::Bad, Found::BoxNotEmpty { ballots })
    })
}

fn kiosk_window(is_open: bool) -> Check {
    if is_open {
        check(CheckKey::Kiosk, CheckStatus::Good, Found::KioskOpen)
    } else {
        check(CheckKey::Kiosk, CheckStatus::Warning, Found::KioskClosed)
    }
}

fn screens_connected(screens: u32) -> Check {
    if screens > 1 {
        check(CheckKey::Screens, CheckStatus::Good, Found::Screens { screens })
    } else {
        check(CheckKey::Screens, CheckStatus::Warning, Found::OneScreen)
    }
}

fn printer(printers: &[Printer]) -> Check {
    let first = printers.iter().find(|printer| printer.default).or(printers.first());
    match first {
        Some(printer) => {
            check(CheckKey::Printer, CheckStatus::Good, Found::PrinterFound { printer: printer.name.clone() })
        }
        None => check(CheckKey::Printer, CheckStatus::Warning, Found::NoPrinter),
    }
}

fn clock(open: &Open) -> Result<Check, Problem> {
    let now = SystemClock.now();
    let shown = now.format("%Y-%m-%d %H:%M").to_string();
    let latest = latest_entry(open)?.map(|entry| entry.at);
    let year = open.office.store().profile()?.text().year;
    Ok(match latest.filter(|latest| *latest > now) {
        Some(latest) => {
            let latest = latest.format("%Y-%m-%d %H:%M").to_string();
            check(CheckKey::Clock, CheckStatus::Bad, Found::ClockBehind { now: shown, latest })
        }
        None if (now.year() - year).abs() > 1 => {
            check(CheckKey::Clock, CheckStatus::Warning, Found::ClockYear { now: shown, year })
        }
        None => check(CheckKey::Clock, CheckStatus::Good, Found::ClockGood { now: shown }),
    })
}

fn space(desk: &Desk, open: &Open) -> Check {
    let folder = desk.folders.session(&open.id).database();
    let free = fs4::available_space(folder.parent().unwrap_or(&desk.folders.data)).unwrap_or_default();
    let mebibytes = free / (1024 * 1024);
    if mebibytes < LEAST_MEBIBYTES {
        check(CheckKey::Space, CheckStatus::Bad, Found::SpaceLow { mebibytes })
    } else {
        check(CheckKey::Space, CheckStatus::Good, Found::SpaceGood { mebibytes })
    }
}

fn backup(open: &Open) -> Check {
    let BackupState { folder, chosen, latest, problem } = open.backup.clone();
    match (problem, latest, chosen) {
        (Some(_), ..) => check(CheckKey::Backup, CheckStatus::Warning, Found::BackupFailed),
        (None, None, _) => check(CheckKey::Backup, CheckStatus::Warning, Found::BackupMissing),
        (None, Some(_), false) => {
            check(CheckKey::Backup, CheckStatus::Warning, Found::BackupSamePlace { folder })
        }
        (None, Some(at), true) => {
            // To the minute, as people write it.
            let at = at.replace('T', " ").chars().take(16).collect();
            check(CheckKey::Backup, CheckStatus::Good, Found::BackupGood { at, folder })
        }
    }
}
