//! Remote kiosks: provisioning them, what they do, merging their boxes, and what goes wrong with them.
//!
//! A slip works at the kiosks of its zone; the station's own kiosk is one of zone 1. A remote kiosk is
//! provisioned once, while the poll is open, and closed by two persons; its box is merged at the station before the
//! station's own close. Until each provisioned kiosk's box is merged or the kiosk declared lost, and each slip that was
//! spent twice decided about, the station's poll can't be closed.

mod at_kiosk;
mod box_checks;
mod disputes;
mod merge;
mod provide;

pub use at_kiosk::{KioskPlace, close_kiosk, export_box, load_provision};
pub use disputes::{decide_dispute, disputes};
pub use merge::{KioskDisk, Merging, declare_lost, merge_box, recover_box};
pub use provide::provision_kiosk;

use crate::{
    act::Office,
    errors::{KioskError, OfficeError},
    store::{annulled, kiosks as stored, slots::SlotState},
};
use kiosk_files::{LONGEST_STATEMENT, VERSION};
use procedure::{
    count::{Ballots, counted},
    number::{KioskNumber, RoundNumber},
};
use session_model::{Dispute, Kept, Kiosk, KioskState, Zone};

/// A remote kiosk as it is shown at the station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KioskStatus {
    /// Its number.
    pub number: KioskNumber,
    /// What it is called.
    pub name: String,
    /// Its zone.
    pub zone: Zone,
    /// Its key, as it is compared with the kiosk's screen.
    pub fingerprint: String,
    /// Provisioned, merged or lost.
    pub state: KioskState,
    /// The ballots of its box, disputed ones with them; none until it is merged.
    pub ballots: Option<Ballots>,
    /// How many slips spent there were also spent elsewhere, and aren't decided about.
    pub disputed: u32,
    /// The box was taken off its disk.
    pub recovered: bool,
    /// The slips counted in its tray, once it is closed or lost. Of a lost kiosk: so many ballots are missing.
    pub tray: Option<u32>,
    /// What two persons stated.
    pub statement: Option<String>,
}

/// What became of a round's slips.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipsAccount {
    /// By zone. Empty for a round that was sealed before there were zones.
    pub zones: Vec<ZoneAccount>,
    /// Slips in the trays of lost kiosks: their ballots are missing.
    pub missing: u32,
    /// Slips that were spent at two kiosks or more, with what was decided.
    pub spent_twice: Vec<Dispute>,
}

/// What became of a zone's slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZoneAccount {
    /// The zone.
    pub zone: Zone,
    /// Slips that were made.
    pub made: u32,
    /// Slips that weren't used, as far as is known at the station.
    pub unused: u32,
    /// Slips whose ballot is in the box.
    pub spent: u32,
    /// Slips that were exchanged for others.
    pub exchanged: u32,
    /// Slips that are collected and void: spent twice, or spent though they lay among the left-over ones.
    pub void: u32,
    /// Slips that were spent twice, and aren't decided about.
    pub disputed: u32,
}

/// The kiosks of the latest round, by number.
pub fn kiosks(office: &Office) -> Result<Vec<KioskStatus>, OfficeError> {
    let round = office.round()?.number();
    let connection = office.store.read();
    let disputes = stored::disputes(connection, round)?;
    let open_at = |kiosk: KioskNumber| {
        let open = disputes.iter().filter(|dispute| dispute.decision.is_none());
        counted(open.filter(|dispute| dispute.kiosks.contains(&kiosk)).count())
    };
    let status = |kiosk: Kiosk| KioskStatus {
        number: kiosk.identity.number,
        name: kiosk.identity.name,
        zone: kiosk.identity.zone,
        fingerprint: kiosk_files::fingerprint(&kiosk.identity.key),
        state: kiosk.state,
        ballots: kiosk.collected,
        disputed: open_at(kiosk.identity.number),
        recovered: kiosk.recovered,
        tray: kiosk.tray,
        statement: kiosk.statement,
    };
    Ok(stored::all(connection, round)?.into_iter().map(status).collect())
}

/// What became of the slips of a round, open or closed.
pub fn slips_account(office: &Office, round: RoundNumber) -> Result<SlipsAccount, OfficeError> {
    let connection = office.store.read();
    let spent_twice = stored::disputes(connection, round)?;
    let mut zones: Vec<ZoneAccount> = Vec::new();
    for (zone, state, slips) in stored::by_zone(connection, round)? {
        if zones.last().is_none_or(|last| last.zone != zone) {
            zones.push(ZoneAccount {
                zone,
                made: 0,
                unused: 0,
                spent: 0,
                exchanged: 0,
                void: 0,
                disputed: 0,
            });
        }
        let Some(account) = zones.last_mut() else { continue };
        account.made += slips;
        match state {
            SlotState::Unused | SlotState::UnusedPaper => account.unused += slips,
            SlotState::Spent => account.spent += slips,
            SlotState::Cancelled => account.exchanged += slips,
        }
    }
    let annulled = annulled::all(connection, round)?;
    for dispute in spent_twice.iter().filter(|dispute| !annulled.contains(&dispute.tag)) {
        let zone = stored::zone_of(connection, round, &dispute.tag)?;
        let Some(account) = zones.iter_mut().find(|account| account.zone == zone) else { continue };
        let counted_as = match dispute.decision {
            None => &mut account.disputed,
            Some((Kept::None, _)) => &mut account.void,
            Some((Kept::Kiosk(_), _)) => continue,
        };
        *counted_as += 1;
        // Such a slip's slot is cancelled, and the slip wasn't exchanged.
        account.exchanged -= 1;
    }
    for tag in annulled {
        let zone = stored::zone_of(connection, round, &tag)?;
        let Some(account) = zones.iter_mut().find(|account| account.zone == zone) else { continue };
        account.void += 1;
        account.exchanged -= 1;
    }
    Ok(SlipsAccount { zones, missing: stored::missing(connection, round)?, spent_twice })
}

/// The poll can be closed only when every kiosk is accounted for and nothing is in dispute.
pub(in crate::acts) fn refuse_unsettled(office: &Office, round: RoundNumber) -> Result<(), OfficeError> {
    office.refuse_at_a_kiosk()?;
    let connection = office.store.read();
    let kiosks = stored::all(connection, round)?;
    let out = kiosks.iter().filter(|kiosk| kiosk.state == KioskState::Out);
    let out: Vec<String> = out.map(|kiosk| kiosk.identity.number.to_string()).collect();
    if !out.is_empty() {
        return Err(KioskError::KiosksOut { kiosks: out.join(", ") }.into());
    }
    let disputes = stored::disputes(connection, round)?;
    match disputes.iter().filter(|dispute| dispute.decision.is_none()).count() {
        0 => Ok(()),
        slips => Err(KioskError::DisputesOpen { slips }.into()),
    }
}

/// The version of the files that go between this station and its kiosks: the latest, and in a session that version 0.1.0 sealed
/// the first, since its slips have no tokens.
pub fn kiosk_file_version(office: &Office) -> Result<u8, OfficeError> {
    Ok(if office.store.record_version()? == 1 { 1 } else { VERSION })
}

/// A statement that must say something.
fn stated(statement: &str) -> Result<String, KioskError> {
    explained(Some(statement.to_owned()))?.ok_or(KioskError::StatementMissing)
}

/// A statement, where one is made: blank is none.
fn explained(statement: Option<String>) -> Result<Option<String>, KioskError> {
    let said = statement.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    match said {
        Some(text) if text.chars().count() > LONGEST_STATEMENT => {
            Err(KioskError::StatementTooLong { most: LONGEST_STATEMENT })
        }
        said => Ok(said),
    }
}
