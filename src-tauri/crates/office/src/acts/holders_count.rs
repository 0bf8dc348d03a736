//! The holders' part in the count: the station writes the closed box for them and takes their shares of what each has added up.

use super::{closed_round, key_ceremony::made_key};
use crate::{
    act::{Office, Operator, Witnessed},
    errors::{KeysError, OfficeError},
    log::{Event, KeyBoxWritten, OpeningTaken},
    store::{Section, key_ceremonies},
};
use ballot_box::{Election, EncryptedTotals, OpeningShare, hex};
use key_holders::{CeremonyError, Count, Roster, check_file, closed_box};
use messages::List;
use procedure::round::Closed;
use sha2::{Digest, Sha256};

/// Writes the closed box of the round for the holders of its key: always the same file, once more too. Verifies every ballot
/// first; `progress` as for [`super::count`].
pub fn write_closed_box(
    office: &mut Office,
    by: &Witnessed,
    progress: &(impl Fn(usize) -> bool + Sync),
) -> Result<String, OfficeError> {
    office.refuse_at_a_kiosk()?;
    let closed = office.round_in::<Closed>()?;
    let round = closed.contest.round();
    let roster = made_key(office)?.roster;
    let election = office.election(&closed.contest)?;
    let ballots = closed_round::ballots(office, &closed)?;
    if closed.void_reason().is_some() || ballots.is_empty() {
        return Err(KeysError::NothingToOpen.into());
    }
    election.add_up(&ballots, progress)?;
    let signing = office.store.station().signing_key();
    let text = closed_box(&roster, election.key(), &closed.contest, &ballots, signing)?;
    let event = Event::KeyBoxWritten(KeyBoxWritten {
        round,
        root: closed.closing.root,
        file: hex(&Sha256::digest(&text)),
    });
    office.act(by, &[], event, |_, _| Ok(()))?;
    Ok(text)
}

/// Takes a holder's share of the round's totals; returns the holder's number. Fails where it is of another box, where its proofs
/// don't hold for what the station added up, and where the holder's share was taken before.
pub fn take_opening(
    office: &mut Office,
    by: &Operator,
    text: &str,
    progress: &(impl Fn(usize) -> bool + Sync),
) -> Result<u32, OfficeError> {
    let closed = office.round_in::<Closed>()?;
    let round = closed.contest.round();
    if !is_box_written(office, &closed)? {
        return Err(KeysError::BoxNotWritten.into());
    }
    let roster = made_key(office)?.roster;
    let election = office.election(&closed.contest)?;
    let totals = election.add_up(&closed_round::ballots(office, &closed)?, progress)?;
    let holder = check(&closed, &roster, &election, &totals, text)?.holder();
    let name = holder_name(&roster, holder);
    let mut before = office.store.taken_openings(round)?.into_iter();
    if let Some((_, taken)) = before.find(|(other, _)| *other == holder) {
        let is_same = taken == text;
        let refused =
            if is_same { CeremonyError::TakenAlready } else { CeremonyError::AnotherOfTheHolder { name } };
        return Err(refused.into());
    }
    let file = hex(&check_file(text)?.hash);
    let event = Event::OpeningTaken(OpeningTaken { round, holder, name, file });
    office.act(by, &[Section::TakenOpenings(round)], event, |transaction, _| {
        key_ceremonies::put_opening(transaction, round, holder, text)
    })?;
    Ok(holder)
}

/// Whether the closed round's box was written for the holders.
pub fn is_box_written(office: &Office, closed: &Closed) -> Result<bool, OfficeError> {
    let round = closed.contest.round();
    let is_written = |event: &Event| matches!(event, Event::KeyBoxWritten(written) if written.round == round);
    Ok(office.store.events()?.iter().any(is_written))
}

/// The shares that the holders have brought, each checked once more against these totals. Fails where too few have.
pub(super) fn shares(
    office: &Office,
    closed: &Closed,
    election: &Election,
    totals: &EncryptedTotals,
) -> Result<Vec<OpeningShare>, OfficeError> {
    let roster = made_key(office)?.roster;
    let taken = office.store.taken_openings(closed.contest.round())?;
    let needed = roster.invitation().threshold;
    if taken.len() < needed as usize {
        let has_brought = |number: u32| taken.iter().any(|(holder, _)| *holder == number);
        let holders = (1..).zip(&roster.invitation().holders);
        let missing = holders.filter(|(number, _)| !has_brought(*number)).map(|(_, name)| name.clone());
        let names = List(missing.collect());
        return Err(KeysError::OpeningsMissing { found: taken.len(), needed, names }.into());
    }
    taken.iter().map(|(_, text)| check(closed, &roster, election, totals, text)).collect()
}

fn check(
    closed: &Closed,
    roster: &Roster,
    election: &Election,
    totals: &EncryptedTotals,
    text: &str,
) -> Result<OpeningShare, OfficeError> {
    let root = &closed.closing.root;
    let count = Count { roster, election, totals, round: closed.contest.round(), root };
    Ok(count.take(text)?)
}

fn holder_name(roster: &Roster, holder: u32) -> String {
    let holders = (1..).zip(&roster.invitation().holders);
    holders.filter(|(number, _)| *number == holder).map(|(_, name)| name.clone()).collect()
}
