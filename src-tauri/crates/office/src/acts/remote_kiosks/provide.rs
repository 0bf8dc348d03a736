//! At the station: provisioning a kiosk.

use super::kiosk_file_version;
use crate::{
    act::{Office, Witnessed},
    errors::{ActsError, KioskError, OfficeError},
    log::Event,
    store::{
        Section, kiosks,
        slots::{self, SlotState},
    },
};
use ballot_box::{SlipTag, hex};
use kiosk_files::{MOST_KIOSKS, Provision, Request, digest, fingerprint};
use procedure::{
    number::{KioskNumber, RoundNumber},
    round::Polling,
};
use session_model::{KioskIdentity, Zone};

/// Provisions a kiosk that asks for it, while the poll is open, under this number and for this zone. Two persons do it,
/// having compared the request's fingerprint with the kiosk's screen. Returns the file for the stick, for this kiosk alone.
///
/// Asked again for the same kiosk, number and zone, returns the same file: a stick may get lost. A kiosk is provisioned once
/// in a round; one that starts over makes a new key and takes another number.
pub fn provision_kiosk(
    office: &mut Office,
    by: &Witnessed,
    request: &Request,
    number: KioskNumber,
    zone: Zone,
) -> Result<Vec<u8>, OfficeError> {
    office.refuse_at_a_kiosk()?;
    let version = kiosk_file_version(office)?;
    request.refuse_older_than(version)?;
    let polling = office.round_in::<Polling>()?;
    let round = polling.contest.round();
    let identity = KioskIdentity { number, name: request.name.clone(), zone, key: request.key };
    if let Some(file) = provisioned_before(office, round, &identity)? {
        return Ok(file);
    }
    let provision = provision(office, version, polling, identity)?;
    let file = provision.write(office.store.station())?;
    let event = Event::KioskProvisioned {
        round,
        kiosk: number,
        name: request.name.clone(),
        zone,
        fingerprint: fingerprint(&request.key),
        slips: provision.unused.len(),
        file: hex(&digest(&file)),
    };
    office.act(by, &[Section::Kiosks(round)], event, |transaction, _| {
        kiosks::put(transaction, round, &provision.kiosk, &file)
    })?;
    Ok(file)
}

/// The file that this very kiosk was provisioned with; refused where number or kiosk are known otherwise.
fn provisioned_before(
    office: &Office,
    round: RoundNumber,
    asked: &KioskIdentity,
) -> Result<Option<Vec<u8>>, OfficeError> {
    let KioskIdentity { number, key, .. } = asked;
    if !(1..=MOST_KIOSKS).contains(&number.0) {
        return Err(KioskError::NumberImpossible { number: *number, most: MOST_KIOSKS }.into());
    }
    let kiosks = kiosks::all(office.store.read(), round)?;
    match kiosks.into_iter().find(|kiosk| kiosk.identity.key == *key || kiosk.identity.number == *number) {
        None => Ok(None),
        Some(known) if known.identity == *asked => Ok(Some(known.provision)),
        Some(known) if known.identity.key == *key => {
            Err(KioskError::ProvisionedAlready { number: known.identity.number }.into())
        }
        Some(_) => Err(KioskError::NumberTaken { number: *number }.into()),
    }
}

fn provision(
    office: &Office,
    version: u8,
    polling: Polling,
    kiosk: KioskIdentity,
) -> Result<Provision, OfficeError> {
    let round = polling.contest.round();
    let keys = office.store.keys(round)?.ok_or(ActsError::NoRound)?;
    let Slips { unused, cancelled, spent } = slips(office, round, kiosk.zone)?;
    let of_zone = kiosks::slips_of(office.store.read(), round, kiosk.zone)?;
    let list = office.store.slip_list(round)?.into_iter();
    let list = list.filter(|row| of_zone.binary_search(&row.tag).is_ok()).collect();
    Ok(Provision {
        version,
        station: office.store.station().public_key(),
        profile: office.store.profile()?,
        contest: polling.contest,
        election: keys.election,
        sealing: polling.sealing,
        opened_with: polling.opened_with,
        kiosk,
        slip_key: keys.slips,
        unused,
        cancelled,
        spent,
        list,
    })
}

/// The slips of a zone by how they stand, each list sorted by tag.
#[derive(Default)]
struct Slips {
    unused: Vec<SlipTag>,
    cancelled: Vec<SlipTag>,
    spent: Vec<SlipTag>,
}

fn slips(office: &Office, round: RoundNumber, zone: Zone) -> Result<Slips, OfficeError> {
    let connection = office.store.read();
    let mut slips = Slips::default();
    for tag in kiosks::slips_of(connection, round, zone)? {
        // Each slip has a slot.
        let Some(slot) = slots::find(connection, &tag)? else { continue };
        match slot.state {
            SlotState::Unused => slips.unused.push(tag),
            // One that was spent twice was spent, whatever is decided.
            SlotState::Cancelled if kiosks::dispute(connection, round, &tag)?.is_none() => {
                slips.cancelled.push(tag);
            }
            SlotState::Spent | SlotState::Cancelled | SlotState::UnusedPaper => slips.spent.push(tag),
        }
    }
    if slips.unused.is_empty() && slips.cancelled.is_empty() && slips.spent.is_empty() {
        return Err(KioskError::ZoneWithoutSlips { zone: zone.number() }.into());
    }
    Ok(slips)
}
