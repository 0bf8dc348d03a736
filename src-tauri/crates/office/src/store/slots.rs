//! The open box: one slot a slip, filled with noise before the poll, overwritten in place by a cast.

use super::{
    Store, StoreError,
    rounds::{Keys, hex},
};
use crate::station::Station;
use ballot_box::{SealedBallot, SlipKey, SlipTag};
use procedure::count::Ballots;
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use sha2::{Digest, Sha256};

/// What became of a slot's slip. Numbers of one digit: a row never changes its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotState {
    /// A slip that was not used yet.
    Unused = 2,
    /// A ballot lies in the slot.
    Spent = 3,
    /// A damaged slip that was exchanged.
    Cancelled = 4,
    /// A slot for a paper ballot, not used yet.
    UnusedPaper = 5,
}

impl SlotState {
    fn of(number: u8) -> Option<Self> {
        [Self::Unused, Self::Spent, Self::Cancelled, Self::UnusedPaper]
            .into_iter()
            .find(|state| *state as u8 == number)
    }
}

/// A slot as it is stored.
pub struct Slot {
    /// The slip's tag.
    pub tag: SlipTag,
    /// What became of the slip.
    pub state: SlotState,
    /// The sealed ballot, or noise of the same length.
    pub ballot: SealedBallot,
}

/// Lays the box out: a slot for each slip and each paper ballot, in the order of their tags.
pub fn lay_out(
    transaction: &Transaction<'_>,
    station: &Station,
    slips: &SlipKey,
    tags: impl IntoIterator<Item = (SlipTag, SlotState)>,
    sealed_len: usize,
) -> Result<(), StoreError> {
    let mut sorted: Vec<_> = tags.into_iter().collect();
    sorted.sort_unstable_by_key(|(tag, _)| *tag);
    transaction.execute("DELETE FROM slot", [])?;
    let mut insert = transaction.prepare("INSERT INTO slot (tag, state, ballot, mac) VALUES (?, ?, ?, ?)")?;
    for (tag, state) in sorted {
        let noise = filler(slips, &tag, sealed_len);
        insert.execute(params![tag.0, state as u8, noise, mac(station, &tag, state, &noise)])?;
    }
    Ok(())
}

/// The noise of an unused slot. It can be computed again, so that a ballot can't be turned back into an unused slot.
fn filler(slips: &SlipKey, tag: &SlipTag, length: usize) -> Vec<u8> {
    let seed = crate::station::mac(slips.as_bytes(), &[b"piaojue filler v1", &tag.0]);
    let mut noise = vec![0; length];
    ChaCha20Rng::from_seed(seed).fill_bytes(&mut noise);
    noise
}

fn mac(station: &Station, tag: &SlipTag, state: SlotState, ballot: &[u8]) -> [u8; 32] {
    station.authenticate_row(&[&tag.0, &[state as u8], ballot])
}

/// Puts a ballot into the slot of this slip, if the slip is as it must be. Says whether it was.
pub fn fill(
    transaction: &Transaction<'_>,
    station: &Station,
    tag: &SlipTag,
    from: SlotState,
    ballot: &SealedBallot,
) -> Result<bool, StoreError> {
    let mac = mac(station, tag, SlotState::Spent, ballot.as_bytes());
    let mut update = transaction.prepare_cached(
        "UPDATE slot SET state = ?, ballot = ?, mac = ? WHERE tag = ? AND state = ? AND length(ballot) = ?",
    )?;
    let length = i64::try_from(ballot.as_bytes().len()).unwrap_or(i64::MAX);
    let changed =
        update.execute(params![SlotState::Spent as u8, ballot.as_bytes(), mac, tag.0, from as u8, length])?;
    Ok(changed == 1)
}

/// Cancels an unused slip. Says whether it was unused.
pub fn cancel(transaction: &Transaction<'_>, station: &Station, tag: &SlipTag) -> Result<bool, StoreError> {
    let Some(slot) = find(transaction, tag)? else { return Ok(false) };
    let mac = mac(station, tag, SlotState::Cancelled, slot.ballot.as_bytes());
    let changed = transaction.execute(
        "UPDATE slot SET state = ?, mac = ? WHERE tag = ? AND state = ?",
        params![SlotState::Cancelled as u8, mac, tag.0, SlotState::Unused as u8],
    )?;
    Ok(changed == 1)
}

/// The slot of a slip.
pub fn find(connection: &Connection, tag: &SlipTag) -> Result<Option<Slot>, StoreError> {
    let found: Option<(u8, Vec<u8>)> = connection
        .prepare_cached("SELECT state, ballot FROM slot WHERE tag = ?")?
        .query_row([tag.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.and_then(|(state, ballot)| {
        SlotState::of(state).map(|state| Slot { tag: *tag, state, ballot: SealedBallot::from_bytes(ballot) })
    }))
}

/// An unused slot for a paper ballot.
pub fn unused_paper(connection: &Connection) -> Result<Option<SlipTag>, StoreError> {
    Ok(connection
        .query_row("SELECT tag FROM slot WHERE state = ? LIMIT 1", [SlotState::UnusedPaper as u8], |row| {
            row.get(0)
        })
        .optional()?
        .map(SlipTag))
}

/// How many slips can be handed out (made, less those exchanged), and how many paper ballots.
pub fn made(connection: &Connection) -> Result<(u32, u32), StoreError> {
    let (all, cancelled, paper): (u32, u32, u32) = connection.query_row(
        "SELECT count(*), count(*) FILTER (WHERE state = 4), (SELECT paper FROM round_key ORDER BY round DESC LIMIT 1)
         FROM slot",
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok((all.saturating_sub(cancelled + paper), paper))
}

/// How many ballots lie in the box.
pub fn filled(connection: &Connection) -> Result<Ballots, StoreError> {
    Ok(Ballots(connection.query_row(
        "SELECT count(*) FROM slot WHERE state = ?",
        [SlotState::Spent as u8],
        |row| row.get(0),
    )?))
}

/// Reads the whole box, and checks that no slot was altered, added or dropped: each row against its code of
/// authentication, the noise of unused slots against what it was, the tags against the root fixed at the sealing.
pub fn verified(connection: &Connection, station: &Station, keys: &Keys) -> Result<Vec<Slot>, StoreError> {
    let mut select = connection.prepare("SELECT tag, state, ballot, mac FROM slot ORDER BY tag")?;
    let mut rows = select.query([])?;
    let mut slots = Vec::new();
    while let Some(row) = rows.next()? {
        let tag = SlipTag(row.get(0)?);
        let altered = || StoreError::SlotAltered { tag: hex(&tag.0) };
        let state = SlotState::of(row.get(1)?).ok_or_else(altered)?;
        let ballot: Vec<u8> = row.get(2)?;
        let unfilled = state != SlotState::Spent;
        if row.get::<_, [u8; 32]>(3)? != mac(station, &tag, state, &ballot)
            || unfilled && ballot != filler(&keys.slips, &tag, ballot.len())
        {
            return Err(altered());
        }
        slots.push(Slot { tag, state, ballot: SealedBallot::from_bytes(ballot) });
    }
    let tags: Vec<SlipTag> = slots.iter().map(|slot| slot.tag).collect();
    if root(&tags) == keys.slips_root { Ok(slots) } else { Err(StoreError::SlipsAltered) }
}

/// A hash over all tags, sorted: which slips there are.
#[must_use]
pub fn root(tags: &[SlipTag]) -> String {
    let mut sorted = tags.to_vec();
    sorted.sort_unstable();
    let mut hash = Sha256::new();
    for tag in sorted {
        hash.update(hex(&tag.0));
        hash.update(b"\n");
    }
    hex(&hash.finalize())
}

impl Store {
    /// How many ballots lie in the open box.
    pub fn ballots_in_box(&self) -> Result<Ballots, StoreError> {
        filled(self.read())
    }
}
