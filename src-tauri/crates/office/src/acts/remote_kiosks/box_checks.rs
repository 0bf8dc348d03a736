//! What is asked of a kiosk's box before it is merged. Nothing is changed here.

use crate::{
    act::Office,
    errors::{ActsError, KioskError, OfficeError, StoreError},
    log::{Entry, Event},
    store::{
        kiosks, open_box,
        rounds::Keys,
        slip_list,
        slots::{OpenBox, SlotState},
    },
};
use ballot_box::{BallotBoxError, BallotHash, Election, SealedBallot, SlipTag};
use kiosk_files::{KioskBox, Provision, Spent, bytes_of_hex};
use procedure::{number::RoundNumber, round::Round};
use session_model::{Kiosk, contest_digest};
use std::collections::{BTreeMap, BTreeSet};

/// The kiosk that a box is of, as it was provisioned.
pub(super) fn kiosk_of(office: &Office, round: &Round, read: &KioskBox) -> Result<Kiosk, OfficeError> {
    if read.station != office.store.station().public_key() {
        let station = kiosk_files::fingerprint(&read.station);
        return Err(KioskError::BoxOfAnotherSession { station }.into());
    }
    let number = round.number();
    if read.round != number {
        return Err(KioskError::BoxOfAnotherRound { found: read.round, round: number }.into());
    }
    if read.contest != contest_digest(round.contest()) {
        return Err(KioskError::BoxOfAnotherContest.into());
    }
    let known = kiosks::all(office.store.read(), number)?;
    let foreign = || KioskError::BoxOfAForeignKiosk {
        kiosk: read.kiosk,
        fingerprint: kiosk_files::fingerprint(&read.key),
    };
    let kiosk = known.into_iter().find(|kiosk| kiosk.identity.key == read.key).ok_or_else(foreign)?;
    let identity = &kiosk.identity;
    let fits = identity.number == read.kiosk
        && identity.zone == read.zone
        && kiosk_files::digest(&kiosk.provision) == read.provision;
    if fits { Ok(kiosk) } else { Err(KioskError::BoxOfAnotherProvision { kiosk: identity.number }.into()) }
}

/// A box has just the slips that its kiosk was provisioned with, those exchanged before among them.
pub(super) fn check_slips(kiosk: &Kiosk, read: &KioskBox) -> Result<(), OfficeError> {
    let (provision, _) = Provision::read(&kiosk.provision)?;
    let provisioned: BTreeSet<SlipTag> = provision.unused.into_iter().collect();
    let found: BTreeSet<SlipTag> =
        read.unused.iter().copied().chain(read.spent.iter().map(|spent| spent.tag)).collect();
    // A slip that was exchanged before is still cancelled in the box: the kiosk can't have brought it back.
    let cancelled: BTreeSet<SlipTag> = provision.cancelled.into_iter().collect();
    let found_cancelled: BTreeSet<SlipTag> = read.cancelled.iter().copied().collect();
    let mut differing =
        provisioned.symmetric_difference(&found).chain(cancelled.symmetric_difference(&found_cancelled));
    match differing.next() {
        None => Ok(()),
        Some(tag) => Err(KioskError::BoxSlipsDiffer { kiosk: kiosk.identity.number, slip: *tag }.into()),
    }
}

/// Checks that somebody held each slip that a box spends: it has the token that was committed to at the sealing. A session that
/// version 0.1.0 sealed has no list, and its boxes no tokens.
pub(super) fn check_tokens(office: &Office, round: RoundNumber, read: &KioskBox) -> Result<(), OfficeError> {
    let list = slip_list::by_tag(office.store.read(), round)?;
    let holds = |spent: &&Spent| spent.token.map(|token| token.hash()) == list.get(&spent.tag).copied();
    match read.spent.iter().find(|spent| !holds(spent)) {
        None => Ok(()),
        Some(Spent { tag, .. }) => Err(KioskError::BoxTokenWrong { kiosk: read.kiosk, slip: *tag }.into()),
    }
}

/// Checks that every ballot of a box holds, was not opened by a challenge, and is nowhere else.
pub(super) fn check_ballots(office: &Office, round: &Round, read: &KioskBox) -> Result<(), OfficeError> {
    let contest = round.contest();
    let number = round.number();
    let keys = office.store.keys(number)?.ok_or(ActsError::NoRound)?;
    let election = office.election(contest)?;
    let ballots: Vec<SealedBallot> = read.spent.iter().map(|spent| spent.ballot.clone()).collect();
    let kiosk = read.kiosk;
    let challenged = |hash: &BallotHash| KioskError::BoxBallotChallenged { kiosk, ballot: hash.hex() };
    if let Some(hash) = read.challenged.iter().find(|hash| ballots.iter().any(|one| one.hash() == **hash)) {
        return Err(challenged(hash).into());
    }
    // Verifies each ballot on all cores, and that none is there twice; the sum itself is made again at the count.
    election.add_up(&ballots, &|_| true).map_err(|problem| match problem {
        BallotBoxError::BallotTwice { ballot } => KioskError::BoxBallotTwice { kiosk, ballot }.into(),
        other => OfficeError::from(other),
    })?;
    // The same ciphertexts hold the same marks, whatever proofs are beside them.
    let known = known_ciphertexts(office, number, &keys, &election)?;
    let mut opened = opened_ciphertexts(office, number)?;
    opened.extend(&read.challenged_ciphertexts);
    for ballot in &ballots {
        let (hash, ciphertexts) = (ballot.hash(), election.ciphertexts_hash(ballot)?);
        if opened.contains(&ciphertexts) {
            return Err(challenged(&hash).into());
        }
        if known.contains_key(&ciphertexts) {
            return Err(KioskError::BoxBallotTwice { kiosk, ballot: hash.hex() }.into());
        }
    }
    match read.challenged_ciphertexts.iter().find_map(|ciphertexts| known.get(ciphertexts)) {
        Some(hash) => Err(challenged(hash).into()),
        None => Ok(()),
    }
}

/// The ballots that are here already, in the box, which is verified, and aside: each by the hash of its ciphertexts.
fn known_ciphertexts(
    office: &Office,
    round: RoundNumber,
    keys: &Keys,
    election: &Election,
) -> Result<BTreeMap<[u8; 32], BallotHash>, OfficeError> {
    let connection = office.store.read();
    let slots = open_box::verified(connection, OpenBox { station: office.store.station(), round }, keys)?;
    let in_box = slots.iter().filter(|slot| slot.state == SlotState::Spent).map(|slot| &slot.ballot);
    let aside = kiosks::all_disputed(connection, round)?;
    let hashes = in_box.chain(&aside).map(|ballot| Ok((election.ciphertexts_hash(ballot)?, ballot.hash())));
    hashes.collect()
}

/// The hashes of the ciphertexts of the round's ballots that were opened by challenges, here and at kiosks that were merged.
fn opened_ciphertexts(office: &Office, round: RoundNumber) -> Result<BTreeSet<[u8; 32]>, OfficeError> {
    let mut opened = BTreeSet::new();
    for logged in office.store.log()? {
        let entry: Entry = serde_json::from_str(&logged.entry).map_err(StoreError::from)?;
        if let Event::BallotChallenged { round: of, ciphertexts, .. } = &entry.event
            && *of == round
        {
            opened.extend(bytes_of_hex(ciphertexts));
        }
        if let Event::BoxMerged(merged) = &entry.event
            && merged.round == round
        {
            opened.extend(merged.ciphertexts.iter().filter_map(|hash| bytes_of_hex(hash)));
        }
    }
    Ok(opened)
}
