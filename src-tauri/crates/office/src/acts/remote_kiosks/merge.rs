//! At the station: merging what kiosks collected, or saying that a kiosk is lost.

use super::{at_kiosk, stated};
use crate::{
    act::{Office, Witnessed, number},
    errors::{ActsError, KioskError, OfficeError, StoreError},
    files::{self, KioskBox, Provision, Spent},
    log::Event,
    model::{Kiosk, KioskState, contest_digest},
    station::Station,
    store::{
        kiosks,
        parts::Part,
        rounds::Keys,
        slots::{self, OpenBox, SlotState},
    },
};
use ballot_box::{BallotHash, Election, SealedBallot, SlipTag, hex};
use procedure::{
    count::Ballots,
    round::{ActError, Round},
};
use rusqlite::Transaction;
use std::{collections::BTreeSet, path::Path};

/// What a merging came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merging {
    /// The box' ballots are in the station's box.
    Merged {
        /// The kiosk.
        kiosk: u32,
        /// The ballots of its box.
        ballots: Ballots,
        /// How many of its slips were spent elsewhere too: their ballots lie aside until the scrutineers decide.
        disputed: u32,
    },
    /// The same box was merged before; nothing was changed.
    AlreadyMerged {
        /// The kiosk.
        kiosk: u32,
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

/// Merges a kiosk's box into the station's, before the station's own close. All of it or nothing, and in any order of
/// boxes the same. The kiosk may have been declared lost: then it is found.
pub fn merge_box(office: &mut Office, by: &Witnessed, file: &[u8]) -> Result<Merging, OfficeError> {
    office.refuse_at_a_kiosk()?;
    let (read, digest) = KioskBox::read(file)?;
    let round = open_round(office)?;
    let kiosk = kiosk_of(office, &round, &read)?;
    let ballots = Ballots(u32::try_from(read.spent.len()).unwrap_or(u32::MAX));
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
    let clock = Box::new(crate::clock::StoppedClock(now));
    let kiosk = Office::open(disk.database, key, clock, crate::Randomness::System)?;
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
    number: u32,
    tray: u32,
    statement: &str,
) -> Result<(), OfficeError> {
    office.refuse_at_a_kiosk()?;
    let statement = stated(statement)?;
    let round = open_round(office)?.contest().round();
    let known = kiosks::all(office.store.read(), round)?;
    let found = known.into_iter().find(|kiosk| kiosk.identity.number == number);
    let kiosk = found.ok_or(KioskError::KioskUnknown { number })?;
    if kiosk.state == KioskState::Merged {
        return Err(KioskError::MergedAlready { kiosk: number }.into());
    }
    let event = Event::KioskLost { round, kiosk: number, tray, statement: statement.clone() };
    let lost = Kiosk { state: KioskState::Lost, tray: Some(tray), statement: Some(statement), ..kiosk };
    office
        .act(by, &[Part::Kiosks(round)], event, |transaction, _| kiosks::set_state(transaction, round, &lost))
}

/// The latest round, whose poll must be open or suspended.
fn open_round(office: &Office) -> Result<Round, OfficeError> {
    match office.round()? {
        round @ (Round::Polling(_) | Round::Suspended(_)) => Ok(round),
        other => Err(ActError::WrongState { needed: "polling", found: other.state() }.into()),
    }
}

/// The kiosk that a box is of, as it was provisioned.
fn kiosk_of(office: &Office, round: &Round, read: &KioskBox) -> Result<Kiosk, OfficeError> {
    if read.station != office.store.station().public_key() {
        let station = files::fingerprint(&read.station);
        return Err(KioskError::BoxOfAnotherSession { station }.into());
    }
    let number = number(round);
    if read.round != number {
        return Err(KioskError::BoxOfAnotherRound { found: read.round, round: number }.into());
    }
    if read.contest != contest_digest(round.contest()) {
        return Err(KioskError::BoxOfAnotherContest.into());
    }
    let known = kiosks::all(office.store.read(), number)?;
    let foreign =
        || KioskError::BoxOfAForeignKiosk { kiosk: read.kiosk, fingerprint: files::fingerprint(&read.key) };
    let kiosk = known.into_iter().find(|kiosk| kiosk.identity.key == read.key).ok_or_else(foreign)?;
    let identity = &kiosk.identity;
    let fits = identity.number == read.kiosk
        && identity.zone == read.zone
        && files::digest(&kiosk.provision) == read.provision;
    if fits { Ok(kiosk) } else { Err(KioskError::BoxOfAnotherProvision { kiosk: identity.number }.into()) }
}

/// A box has just the slips that its kiosk was provisioned with, those exchanged before among them.
fn check_slips(kiosk: &Kiosk, read: &KioskBox) -> Result<(), OfficeError> {
    let (provision, _) = Provision::read(&kiosk.provision)?;
    let provisioned: BTreeSet<SlipTag> = provision.unused.into_iter().collect();
    let found: BTreeSet<SlipTag> =
        read.unused.iter().copied().chain(read.spent.iter().map(|spent| spent.tag)).collect();
    let cancelled: BTreeSet<SlipTag> = provision.cancelled.into_iter().collect();
    let found_cancelled: BTreeSet<SlipTag> = read.cancelled.iter().copied().collect();
    let mut differing =
        provisioned.symmetric_difference(&found).chain(cancelled.symmetric_difference(&found_cancelled));
    match differing.next() {
        None => Ok(()),
        Some(tag) => {
            Err(KioskError::BoxSlipsDiffer { kiosk: kiosk.identity.number, slip: hex(&tag.0) }.into())
        }
    }
}

/// Every ballot of a box holds, isn't one that was opened, and lies nowhere else.
fn check_ballots(office: &Office, round: &Round, read: &KioskBox) -> Result<(), OfficeError> {
    let contest = round.contest();
    let number = number(round);
    let keys = office.store.keys(number)?.ok_or(ActsError::NoRound)?;
    let election = Election::new(&keys.election, &contest.form()?, contest_digest(contest))?;
    let ballots: Vec<SealedBallot> = read.spent.iter().map(|spent| spent.ballot.clone()).collect();
    let name = |hash: &BallotHash| (read.kiosk, hash.hex());
    if let Some(hash) = read.challenged.iter().find(|hash| ballots.iter().any(|one| one.hash() == **hash)) {
        let (kiosk, ballot) = name(hash);
        return Err(KioskError::BoxBallotChallenged { kiosk, ballot }.into());
    }
    let known = known_ballots(office, number, &keys)?;
    if let Some(twice) = ballots.iter().map(SealedBallot::hash).find(|hash| known.contains(hash)) {
        let (kiosk, ballot) = name(&twice);
        return Err(KioskError::BoxBallotTwice { kiosk, ballot }.into());
    }
    // Verifies each ballot on all cores, and that none is there twice; the sum is made anew at the count.
    election.add_up(&ballots, &|_| true)?;
    Ok(())
}

/// The ballots that are here already: in the box, which is verified, and aside.
fn known_ballots(office: &Office, round: u32, keys: &Keys) -> Result<BTreeSet<BallotHash>, OfficeError> {
    let connection = office.store.read();
    let slots = slots::verified(connection, OpenBox { station: office.store.station(), round }, keys)?;
    let in_box = slots.iter().filter(|slot| slot.state == SlotState::Spent).map(|slot| slot.ballot.hash());
    let aside = kiosks::all_disputed(connection, round)?;
    Ok(in_box.chain(aside.iter().map(SealedBallot::hash)).collect())
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
    let round = number(round);
    let keys = office.store.keys(round)?.ok_or(ActsError::NoRound)?;
    let collected = Ballots(u32::try_from(read.spent.len()).unwrap_or(u32::MAX));
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
    let event = Event::BoxMerged {
        round,
        kiosk: read.kiosk,
        recovered: read.recovered,
        ballots: collected,
        tray: read.tray,
        statement: read.statement.clone(),
        spent_twice: disputed.iter().map(|tag| hex(&tag.0)).collect(),
        challenged: read.challenged.iter().map(BallotHash::hex).collect(),
        file: hex(&digest),
    };
    let parts =
        [Part::Kiosks(round), Part::SpentAt(round), Part::Disputes(round), Part::DisputedBallots(round)];
    office.act(by, &parts, event, |transaction, station| {
        for spent in &read.spent {
            put_ballot(transaction, OpenBox { station, round }, &keys, read.kiosk, spent)?;
        }
        kiosks::set_state(transaction, round, &merged)
    })?;
    let disputed = u32::try_from(disputed.len()).unwrap_or(u32::MAX);
    Ok(Merging::Merged { kiosk: read.kiosk, ballots: collected, disputed })
}

/// The slips among these that are not unused at the station.
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

/// One ballot: into its slot, or aside with the others of the same slip.
fn put_ballot(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    keys: &Keys,
    kiosk: u32,
    Spent { tag, ballot }: &Spent,
) -> Result<(), StoreError> {
    let round = open.round;
    let unexpected = || StoreError::SlotNotAsExpected { tag: hex(&tag.0) };
    let slot = slots::find(transaction, tag)?.ok_or_else(unexpected)?;
    let disputed = kiosks::dispute(transaction, round, tag)?.is_some();
    match (slot.state, disputed) {
        (SlotState::Unused, false) => slots::fill(transaction, open, tag, SlotState::Unused, ballot)?,
        (SlotState::Spent, false) => {
            let first = slots::set_aside(transaction, open, &keys.slips, tag)?;
            let first_at = kiosks::spent_at(transaction, round, tag)?;
            kiosks::open_dispute(transaction, round, tag)?;
            kiosks::put_disputed(transaction, round, tag, first_at, &first)?;
            kiosks::put_disputed(transaction, round, tag, kiosk, ballot)?;
        }
        // A further kiosk: what was decided about the others is decided anew.
        (SlotState::Spent | SlotState::Cancelled, true) => {
            if slot.state == SlotState::Spent {
                slots::set_aside(transaction, open, &keys.slips, tag)?;
            }
            kiosks::open_dispute(transaction, round, tag)?;
            kiosks::put_disputed(transaction, round, tag, kiosk, ballot)?;
        }
        // A slip can't be exchanged while a kiosk that could take it is out, and has a zone, so is no paper slot.
        _ => return Err(unexpected()),
    }
    kiosks::put_spent_at(transaction, round, tag, kiosk)
}
