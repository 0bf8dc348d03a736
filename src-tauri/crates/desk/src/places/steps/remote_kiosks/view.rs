//! The remote kiosks of the round, and a request of one that is looked at.

use crate::{
    machine::sticks::{name_of, read},
    open::{desk::Desk, session::Open},
    reads::zones::zones_made,
};
use kiosk_files::{Kind, Request};
use office::acts;
use procedure::number::KioskNumber;
use session_model::{Dispute, Kept, KioskState};
use wire::{
    DisputeRow, KioskRow, KioskStatusAtStation, KiosksView, Problem, RequestFound, StickFile,
    conversions::zone_name,
};

pub(crate) fn kiosks(_: &Desk, open: &Open) -> Result<KiosksView, Problem> {
    let office = &open.office;
    let round = office.round()?.number();
    let known = acts::kiosks(office)?;
    let taken = |number: &KioskNumber| known.iter().any(|kiosk| kiosk.number == *number);
    let most = KioskNumber(kiosk_files::MOST_KIOSKS);
    Ok(KiosksView {
        station: kiosk_files::fingerprint(&office.store().station().public_key()),
        zones: zones_made(office, round)?,
        next_number: (1..=most.0).map(KioskNumber).find(|number| !taken(number)).unwrap_or(most),
        disputes: acts::disputes(office)?.into_iter().map(dispute_row).collect(),
        kiosks: known.into_iter().map(row).collect(),
    })
}

fn row(kiosk: acts::KioskStatus) -> KioskRow {
    KioskRow {
        number: kiosk.number,
        name: kiosk.name,
        zone: zone_name(kiosk.zone),
        fingerprint: kiosk.fingerprint,
        status: match kiosk.state {
            KioskState::Out => KioskStatusAtStation::Out,
            KioskState::Merged => KioskStatusAtStation::Merged,
            KioskState::Lost => KioskStatusAtStation::Lost,
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
    DisputeRow { slip: dispute.tag, kiosks: dispute.kiosks, decided: reason.is_some(), kept, reason }
}

pub(crate) fn read_kiosk_request(_: &Desk, open: &Open, request: StickFile) -> Result<RequestFound, Problem> {
    let (_, bytes) = read(&request.file, Kind::Request)?;
    let found = Request::read(&bytes)?;
    found.refuse_older_than(acts::kiosk_file_version(&open.office)?)?;
    Ok(RequestFound { fingerprint: found.fingerprint(), name: found.name, seen: name_of(&bytes) })
}
