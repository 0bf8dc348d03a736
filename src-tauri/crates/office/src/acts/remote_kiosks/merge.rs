//! At the station: merging what kiosks collected, or declaring that a kiosk is lost.
//!
//! A box is merged in four steps. The first three change nothing:
//!
//! 1. The file is read: its hash and signature hold, and its lists are sorted and disjoint ([`KioskBox::read`]).
//! 2. The box is matched with the kiosk that the station provisioned, its slips with the provision, and the tokens of spent ones
//!    with the list committed to at the sealing (`kiosk_of`, `check_slips`, `check_tokens`).
//! 3. Every ballot is verified, and by its ciphertexts none of them may be there twice, here or in the box, or have been opened by
//!    a challenge (`check_ballots`).
//! 4. In one transaction each ballot goes into its slip's slot, as if it had been cast here, or aside where the slip was spent
//!    elsewhere too (`put`, `put_ballot`).
//!
//! The result doesn't depend on the order in which boxes are merged: a slip that two boxes spent ends with its slot cancelled and
//! with both ballots aside, whichever came first.

use super::{
    at_kiosk,
    box_checks::{check_ballots, check_slips, check_tokens, kiosk_of},
    kiosk_file_version, stated,
};
use crate::{
    act::{Office, Witnessed, check_statement},
    clock::StoppedClock,
    errors::{ActsError, ContentError, KioskError, OfficeError, StoreError},
    log::{BoxMerged, Event},
    randomness::Randomness,
    store::{
        Section, annulled, kiosks,
        rounds::Keys,
        slots::{self, OpenBox, SlotState},
    },
};
use ballot_box::{BallotHash, SlipTag, hex};
use kiosk_files::{KioskBox, KioskFileError, Spent};
use procedure::{
    count::{Ballots, counted},
    number::KioskNumber,
    round::{ActError, Round, RoundState},
};
use rusqlite::Transaction;
use session_model::{Kiosk, KioskState};
use signed_file::Station;
use std::path::Path;

/// What a merging came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merging {
    /// The box' ballots are in the station's box.
    Merged {
        /// The kiosk.
        kiosk: KioskNumber,
        /// The ballots of its box.
        ballots: Ballots,
        /// How many of its slips were spent elsewhere too: their ballots are kept aside until the scrutineers decide.
        disputed: u32,
    },
    /// The same box was merged before; nothing was changed.
    AlreadyMerged {
        /// The kiosk.
        kiosk: KioskNumber,
        /// The ballots of its box.
        ballots: Ballots,
    },
}

/// What was copied off a dead kiosk's disk. The copy of the database is opened, and an interrupted write in it undone.
#[derive(Debug, Clone, Copy)]
pub struct KioskDisk<'a> {
    /// Its session file, with the journal beside it if there is one.
    pub database: &'a Path,
    /// The file of its key.
    pub key: &'a Path,
}

/// Merges a kiosk's box into the station's, before the station's own close: all of it, or nothing. Merging the same box again
/// changes nothing. The kiosk may have been declared lost; it is then found.
pub fn merge_box(office: &mut Office, by: &Witnessed, file: &[u8]) -> Result<Merging, OfficeError> {
    office.refuse_at_a_kiosk()?;
    let (read, digest) = KioskBox::read(file)?;
    let needed = kiosk_file_version(office)?;
    if read.version < needed {
        return Err(KioskFileError::Older { found: read.version, needed }.into());
    }
    let round = open_round(office)?;
    let kiosk = kiosk_of(office, &round, &read)?;
    let ballots = Ballots::of(read.spent.len());
    // A box that was merged before is recognised by its file's hash. Another box of the same kiosk is refused: which of the two
    // is right is for people to find out.
    match kiosk.merged {
        Some(merged) if merged == digest => {
            return Ok(Merging::AlreadyMerged { kiosk: read.kiosk, ballots });
        }
        Some(_) => {
            let merged = kiosk.collected.unwrap_or_default();
            return Err(KioskError::BoxStale { kiosk: read.kiosk, merged, found: read.spent.len() }.into());
        }
        None => {}
    }
    check_slips(&kiosk, &read)?;
    check_tokens(office, round.number(), &read)?;
    check_ballots(office, &round, &read)?;
    put(office, by, &round, kiosk, &read, digest)
}

/// Merges the box of a dead kiosk off a copy of its disk. Two persons have counted the slips in its tray; where the box
/// differs, they state how they decide. A box that the kiosk had closed itself is merged as it closed it.
pub fn recover_box(
    office: &mut Office,
    by: &Witnessed,
    disk: KioskDisk<'_>,
    tray: u32,
    statement: Option<&str>,
) -> Result<Merging, OfficeError> {
    office.refuse_at_a_kiosk()?;
    open_round(office)?;
    let key = Station::load(disk.key)?;
    let now = office.clock.now();
    let clock = Box::new(StoppedClock(now));
    let kiosk = Office::load(disk.database, key, clock, Randomness::System)?;
    if !kiosk.is_remote_kiosk()? {
        return Err(KioskError::DiskOfNoKiosk { path: disk.database.display().to_string() }.into());
    }
    let file = at_kiosk::recovered_box(&kiosk, tray, statement)?;
    drop(kiosk);
    merge_box(office, by, &file)
}

/// Declares a kiosk lost that won't come back. `tray` are the slips that stay in its tray for good: so many ballots are
/// missing. Slips that are handed back to vote again are not among them.
pub fn declare_lost(
    office: &mut Office,
    by: &Witnessed,
    number: KioskNumber,
    tray: u32,
    statement: &str,
) -> Result<(), OfficeError> {
    office.refuse_at_a_kiosk()?;
    let statement = stated(statement)?;
    let round = open_round(office)?.number();
    let known = kiosks::all(office.store.read(), round)?;
    let found = known.into_iter().find(|kiosk| kiosk.identity.number == number);
    let kiosk = found.ok_or(KioskError::KioskUnknown { number })?;
    if kiosk.state == KioskState::Merged {
        return Err(KioskError::MergedAlready { kiosk: number }.into());
    }
    check_statement(&statement)?;
    let event = Event::KioskLost { round, kiosk: number, tray, statement: statement.clone() };
    let lost = Kiosk { state: KioskState::Lost, tray: Some(tray), statement: Some(statement), ..kiosk };
    office.act(by, &[Section::Kiosks(round)], event, |transaction, _| {
        kiosks::set_state(transaction, round, &lost)
    })
}

/// The latest round, whose poll must be open or suspended.
fn open_round(office: &Office) -> Result<Round, OfficeError> {
    match office.round()? {
        round @ (Round::Polling(_) | Round::Suspended(_)) => Ok(round),
        other => Err(ActError::WrongState { needed: RoundState::Polling, found: other.state() }.into()),
    }
}

/// Puts a box that was checked into the station's.
fn put(
    office: &mut Office,
    by: &Witnessed,
    round: &Round,
    kiosk: Kiosk,
    read: &KioskBox,
    digest: [u8; 32],
) -> Result<Merging, OfficeError> {
    let round = round.number();
    let keys = office.store.keys(round)?.ok_or(ActsError::NoRound)?;
    let collected = Ballots::of(read.spent.len());
    let disputed = spent_elsewhere(office, &read.spent)?;
    let merged = Kiosk {
        state: KioskState::Merged,
        merged: Some(digest),
        collected: Some(collected),
        recovered: read.recovered,
        tray: Some(read.tray),
        statement: read.statement.clone(),
        ..kiosk
    };
    let event = Event::BoxMerged(BoxMerged {
        round,
        kiosk: read.kiosk,
        recovered: read.recovered,
        ballots: collected,
        tray: read.tray,
        statement: read.statement.clone(),
        resumed: read.resumed.clone(),
        spent_twice: disputed.clone(),
        challenged: read.challenged.iter().map(BallotHash::hex).collect(),
        ciphertexts: read.challenged_ciphertexts.iter().map(|hash| hex(hash)).collect(),
        file: hex(&digest),
    });
    let sections = [
        Section::Kiosks(round),
        Section::SpentAt(round),
        Section::Disputes(round),
        Section::DisputedBallots(round),
    ];
    office.act(by, &sections, event, |transaction, station| {
        for spent in &read.spent {
            put_ballot(transaction, OpenBox { station, round }, &keys, read.kiosk, spent)?;
        }
        kiosks::set_state(transaction, round, &merged)
    })?;
    let disputed = counted(disputed.len());
    Ok(Merging::Merged { kiosk: read.kiosk, ballots: collected, disputed })
}

/// The slips among these that are no longer unused at the station: another kiosk spent them.
fn spent_elsewhere(office: &Office, spent: &[Spent]) -> Result<Vec<SlipTag>, OfficeError> {
    let mut elsewhere = Vec::new();
    for Spent { tag, .. } in spent {
        let unused =
            slots::find(office.store.read(), tag)?.is_some_and(|slot| slot.state == SlotState::Unused);
        if !unused {
            elsewhere.push(*tag);
        }
    }
    Ok(elsewhere)
}

/// Puts one ballot into its slot, or aside with the others of the same slip, and notes at which kiosk the slip was spent.
///
/// What happens follows from the slot's state and from whether the slip is in dispute:
///
/// - unused, not in dispute: the ballot fills the slot, as a cast does;
/// - spent, not in dispute: the second kiosk with this slip. The dispute begins. The first ballot is taken out of the slot, which
///   is left cancelled, and both ballots go aside with their kiosks;
/// - in dispute: a further kiosk with this slip. What was decided is open again, so a ballot that was put back is taken out of
///   the slot (it is still aside as well), and the new ballot goes aside;
/// - cancelled because it was spent and lay among the left-over slips: it is void, whatever comes;
/// - anything else can't be: a slip isn't exchanged while a kiosk of its zone is out, a slot for paper has no zone, and a slip
///   in dispute is spent or cancelled.
fn put_ballot(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    keys: &Keys,
    kiosk: KioskNumber,
    Spent { tag, token, ballot }: &Spent,
) -> Result<(), StoreError> {
    let round = open.round;
    let unexpected = || ContentError::SlotNotAsExpected { tag: *tag };
    let slot = slots::find(transaction, tag)?.ok_or_else(unexpected)?;
    let disputed = kiosks::dispute(transaction, round, tag)?.is_some();
    if annulled::all(transaction, round)?.contains(tag) {
        return kiosks::put_spent_at(transaction, round, tag, kiosk);
    }
    match (slot.state, disputed) {
        (SlotState::Unused, false) => slots::fill(transaction, open, tag, token.as_ref(), ballot)?,
        (SlotState::Spent, false) => {
            let first = slots::set_aside(transaction, open, &keys.slips, tag)?;
            let first_at = kiosks::spent_at(transaction, round, tag)?;
            kiosks::open_dispute(transaction, round, tag)?;
            kiosks::put_disputed(transaction, round, tag, first_at, &first)?;
            kiosks::put_disputed(transaction, round, tag, kiosk, ballot)?;
        }
        (SlotState::Spent | SlotState::Cancelled, true) => {
            if slot.state == SlotState::Spent {
                slots::set_aside(transaction, open, &keys.slips, tag)?;
            }
            kiosks::open_dispute(transaction, round, tag)?;
            kiosks::put_disputed(transaction, round, tag, kiosk, ballot)?;
        }
        (SlotState::Cancelled, false) | (SlotState::Unused, true) | (SlotState::UnusedPaper, _) => {
            return Err(unexpected().into());
        }
    }
    kiosks::put_spent_at(transaction, round, tag, kiosk)
}
