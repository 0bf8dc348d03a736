//! Provisioning remote kiosks, merging their boxes, and settling what went wrong.

use crate::{
    machine::{
        files::typed_path,
        sticks::{read, read_seen, write},
    },
    open::{desk::Desk, session::Open},
};
use kiosk_files::{Kind, Request};
use office::{
    acts::{self, KioskDisk, Merging},
    errors::KioskError,
};
use session_model::{Kept, Zone};
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::{
    BoxMerged, DecideDispute, DeclareKioskLost, DeskError, MergeKioskBox, Problem, ProvisionKiosk,
    RecoverKiosk, Written, conversions::stated,
};

/// No session's file of a kiosk comes near: it has as many slots as its zone has slips.
const LARGEST_DATABASE: u64 = 1 << 30;

/// More than a key's file has.
const LARGEST_KEY: u64 = 4096;

pub(crate) fn provision_kiosk(
    desk: &Desk,
    open: &mut Open,
    request: ProvisionKiosk,
) -> Result<Written, Problem> {
    let (path, bytes) = read_seen(&request.file, Kind::Request, &request.seen)?;
    let asked = Request::read(&bytes)?;
    let zone = Zone::new(request.zone)?;
    let by = desk.with_two(open, &request.by)?;
    let provision = acts::provision_kiosk(&mut open.office, &by, &asked, request.number, zone)?;
    let folder = match request.folder.trim() {
        "" => path.parent().unwrap_or(Path::new("")).to_owned(),
        typed => PathBuf::from(typed),
    };
    let written = write(&folder, &format!("kiosk-{}", request.number), "pjprovision", &provision)?;
    Ok(Written { paths: vec![written] })
}

pub(crate) fn merge_kiosk_box(
    desk: &Desk,
    open: &mut Open,
    request: MergeKioskBox,
) -> Result<BoxMerged, Problem> {
    let (_, bytes) = read(&request.file, Kind::Box)?;
    let by = desk.with_two(open, &request.by)?;
    Ok(outcome(acts::merge_box(&mut open.office, &by, &bytes)?))
}

pub(crate) fn recover_kiosk(
    desk: &Desk,
    open: &mut Open,
    request: RecoverKiosk,
) -> Result<BoxMerged, Problem> {
    let database = handed_over(&request.database, LARGEST_DATABASE)?;
    let key = handed_over(&request.key, LARGEST_KEY)?;
    let by = desk.with_two(open, &request.by)?;
    let copied = KioskDisk { database: &database, key: &key };
    let statement = stated(request.statement);
    let merging = acts::recover_box(&mut open.office, &by, copied, request.tray, statement.as_deref())?;
    Ok(outcome(merging))
}

/// A path to a file that isn't larger than such a file can be. Opening something else, such as a pipe, could wait for ever.
fn handed_over(typed: &str, most: u64) -> Result<PathBuf, Problem> {
    let path = typed_path(typed)?;
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

pub(crate) fn declare_kiosk_lost(
    desk: &Desk,
    open: &mut Open,
    request: DeclareKioskLost,
) -> Result<(), Problem> {
    let DeclareKioskLost { number, tray, statement, by } = request;
    let by = desk.with_two(open, &by)?;
    Ok(acts::declare_lost(&mut open.office, &by, number, tray, &statement)?)
}

pub(crate) fn decide_dispute(desk: &Desk, open: &mut Open, request: DecideDispute) -> Result<(), Problem> {
    let by = desk.with_two(open, &request.by)?;
    let kept = request.kept.map_or(Kept::None, Kept::Kiosk);
    Ok(acts::decide_dispute(&mut open.office, &by, &request.slip, kept, &request.reason)?)
}
