//! At the station: kiosks apart are provisioned, their boxes merged, and what goes wrong with them is settled.

use crate::{
    Desk, DeskError,
    poll::together,
    session::view,
    shelf,
    state::{Open, State, two_persons},
    types::*,
};
use office::{
    act::{Office, Witnessed},
    acts::{self, KioskDisk, Merging},
    errors::KioskError,
    files::{self, Kind, Request},
    model::{Dispute, Kept, KioskState, Zone},
};
use procedure::count::counted;
use procedure::round::Round;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// No session's file of a kiosk comes near: it has as many slots as its zone has slips.
const LARGEST_DATABASE: u64 = 1 << 30;
/// More than a key's file has.
const LARGEST_KEY: u64 = 4096;

pub(crate) fn zone_name(zone: Zone) -> ZoneName {
    ZoneName { number: zone.number(), colour: zone.colour().to_owned() }
}

/// What stands against closing the poll: kiosks that are out, and slips that are in dispute. Nothing where no poll is open.
pub(crate) fn unsettled(office: &Office, round: Option<&Round>) -> Result<(u32, u32), Problem> {
    if !matches!(round, Some(Round::Polling(_) | Round::Suspended(_))) {
        return Ok((0, 0));
    }
    let out = acts::kiosks(office)?.iter().filter(|kiosk| kiosk.state == KioskState::Out).count();
    let open = acts::disputes(office)?.iter().filter(|dispute| dispute.decision.is_none()).count();
    Ok((counted(out), counted(open)))
}

/// The zones that slips were made for, once the round is sealed.
pub(crate) fn zones_made(office: &Office, round: u32) -> Result<Vec<ZoneSlips>, Problem> {
    let zones = acts::slips_account(office, round)?.zones;
    Ok(zones.iter().map(|zone| ZoneSlips { zone: zone_name(zone.zone), slips: zone.made }).collect())
}

pub(crate) fn kiosks(desk: &Desk, _: Nothing) -> Result<KiosksView, Problem> {
    desk.with(|open| {
        let office = &open.office;
        let round = office.round()?.contest().round();
        let known = acts::kiosks(office)?;
        let taken = |number: &u32| known.iter().any(|kiosk| kiosk.number == *number);
        Ok(KiosksView {
            station: files::fingerprint(&office.store().station().public_key()),
            zones: zones_made(office, round)?,
            next_number: (1..=files::MOST_KIOSKS).find(|number| !taken(number)).unwrap_or(files::MOST_KIOSKS),
            disputes: acts::disputes(office)?.into_iter().map(dispute_row).collect(),
            kiosks: known.into_iter().map(row).collect(),
        })
    })
}

fn row(kiosk: acts::KioskStatus) -> KioskRow {
    KioskRow {
        number: kiosk.number,
        name: kiosk.name,
        zone: zone_name(kiosk.zone),
        fingerprint: kiosk.fingerprint,
        standing: match kiosk.state {
            KioskState::Out => KioskStanding::Out,
            KioskState::Merged => KioskStanding::Merged,
            KioskState::Lost => KioskStanding::Lost,
        },
        ballots: kiosk.ballots.map(|ballots| ballots.0),
        disputed: kiosk.disputed,
        recovered: kiosk.recovered,
        tray: kiosk.tray,
        statement: kiosk.statement,
    }
}

fn dispute_row(dispute: Dispute) -> DisputeRow {
    let (kept, reason) = match dispute.decision {
        Some((Kept::Kiosk(kiosk), reason)) => (Some(kiosk), Some(reason)),
        Some((Kept::None, reason)) => (None, Some(reason)),
        None => (None, None),
    };
    DisputeRow {
        slip: ballot_box::hex(&dispute.tag.0),
        kiosks: dispute.kiosks,
        decided: reason.is_some(),
        kept,
        reason,
    }
}

/// A file from a stick, no larger than any of its kind.
pub(crate) fn read(file: &str, kind: Kind) -> Result<(PathBuf, Vec<u8>), Problem> {
    let path = shelf::typed_path(file)?;
    let bytes = files::read(&path, kind)?;
    Ok((path, bytes))
}

/// The same, which must be the file that was looked at: a stick may have been changed meanwhile.
pub(crate) fn read_seen(file: &str, kind: Kind, seen: &str) -> Result<(PathBuf, Vec<u8>), Problem> {
    let (path, bytes) = read(file, kind)?;
    if name_of(&bytes) == seen {
        Ok((path, bytes))
    } else {
        Err(DeskError::StickFileChanged { path: path.display().to_string() }.into())
    }
}

/// What names just this file.
pub(crate) fn name_of(bytes: &[u8]) -> String {
    ballot_box::hex(&files::digest(bytes))
}

/// Writes a file for a stick. Its name carries the beginning of its hash, so that another file is never in its way.
pub(crate) fn write(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<String, Problem> {
    shelf::make_folder(folder)?;
    let path = folder.join(format!("{stem}-{}.{ending}", &name_of(bytes)[..8]));
    files::write(&path, bytes)?;
    Ok(path.display().to_string())
}

pub(crate) fn read_kiosk_request(_: &Desk, request: StickFile) -> Result<RequestFound, Problem> {
    let (_, bytes) = read(&request.file, Kind::Request)?;
    let found = Request::read(&bytes)?;
    Ok(RequestFound { fingerprint: found.fingerprint(), name: found.name, seen: name_of(&bytes) })
}

pub(crate) fn provision_kiosk(desk: &Desk, request: ProvisionKiosk) -> Result<Written, Problem> {
    let (path, bytes) = read_seen(&request.file, Kind::Request, &request.seen)?;
    let asked = Request::read(&bytes)?;
    let zone = Zone::new(request.zone)?;
    let number = request.number;
    let provision = by_two(desk, &request.by, |open, by| {
        Ok(acts::provision_kiosk(&mut open.office, by, &asked, number, zone)?)
    })?;
    let folder = match request.folder.trim() {
        "" => path.parent().unwrap_or(Path::new("")).to_owned(),
        typed => PathBuf::from(typed),
    };
    let written = write(&folder, &format!("kiosk-{number}"), "pjprovision", &provision)?;
    Ok(Written { paths: vec![written] })
}

pub(crate) fn merge_kiosk_box(desk: &Desk, request: MergeKioskBox) -> Result<BoxMerged, Problem> {
    let (_, bytes) = read(&request.file, Kind::Box)?;
    by_two(desk, &request.by, |open, by| Ok(outcome(acts::merge_box(&mut open.office, by, &bytes)?)))
}

pub(crate) fn recover_kiosk(desk: &Desk, request: RecoverKiosk) -> Result<BoxMerged, Problem> {
    let database = handed_over(&request.database, LARGEST_DATABASE)?;
    let key = handed_over(&request.key, LARGEST_KEY)?;
    let copied = KioskDisk { database: &database, key: &key };
    let statement = Some(request.statement.as_str()).filter(|statement| !statement.trim().is_empty());
    by_two(desk, &request.by, |open, by| {
        Ok(outcome(acts::recover_box(&mut open.office, by, copied, request.tray, statement)?))
    })
}

/// A path to a file that isn't larger than such a file can be. Opening what isn't a file may wait for ever.
fn handed_over(typed: &str, most: u64) -> Result<PathBuf, Problem> {
    let path = shelf::typed_path(typed)?;
    let metadata = fs::metadata(&path).map_err(|error| DeskError::path(&path, &error))?;
    if metadata.is_file() && metadata.len() <= most {
        Ok(path)
    } else {
        Err(KioskError::DiskOfNoKiosk { path: path.display().to_string() }.into())
    }
}

fn outcome(merging: Merging) -> BoxMerged {
    match merging {
        Merging::Merged { kiosk, ballots, disputed } => {
            BoxMerged { kiosk, ballots: ballots.0, disputed, already: false }
        }
        Merging::AlreadyMerged { kiosk, ballots } => {
            BoxMerged { kiosk, ballots: ballots.0, disputed: 0, already: true }
        }
    }
}

pub(crate) fn declare_kiosk_lost(desk: &Desk, request: DeclareKioskLost) -> Result<Session, Problem> {
    let DeclareKioskLost { number, tray, statement, by } = request;
    together(desk, &by, |office, by| acts::declare_lost(office, by, number, tray, &statement))
}

pub(crate) fn decide_dispute(desk: &Desk, request: DecideDispute) -> Result<Session, Problem> {
    let kept = request.kept.map_or(Kept::None, Kept::Kiosk);
    by_two(desk, &request.by, |open, by| {
        let disputes = acts::disputes(&open.office)?;
        let named = disputes.iter().find(|dispute| ballot_box::hex(&dispute.tag.0) == request.slip);
        let dispute = named.ok_or(KioskError::NoDispute { slip: request.slip.clone() })?;
        acts::decide_dispute(&mut open.office, by, &dispute.tag, kept, &request.reason)?;
        view(desk, open)
    })
}

/// One act of two persons on the open session, with what it gives.
fn by_two<T>(
    desk: &Desk,
    by: &TwoPersons,
    act: impl FnOnce(&mut Open, &Witnessed) -> Result<T, Problem>,
) -> Result<T, Problem> {
    let mut state = desk.state();
    let State { pins, open, .. } = &mut *state;
    let open = open.as_mut().ok_or(DeskError::NoSessionOpen)?;
    let by = two_persons(pins, open, by)?;
    act(open, &by)
}
