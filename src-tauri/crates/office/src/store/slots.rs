//! The open box: one slot a slip, filled with noise before the poll, overwritten in place by a cast.

use super::{file::Store, slip_list};
use crate::errors::{ContentError, StoreError};
use ballot_box::{ListedSlip, SealedBallot, SlipKey, SlipTag, SlipToken};
use procedure::{count::Ballots, number::RoundNumber};
use rand::{RngCore, SeedableRng};
use rand_chacha::ChaCha20Rng;
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use signed_file::{Station, keyed_hash};
use std::collections::BTreeMap;

/// What became of a slot's slip. Numbers of one digit: a row never changes its length.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotState {
    /// A slip that was not used yet.
    Unused = 2,
    /// The slot holds a ballot.
    Spent = 3,
    /// A damaged slip that was exchanged, or one that is collected and void.
    Cancelled = 4,
    /// A slot for a paper ballot, not used yet.
    UnusedPaper = 5,
}

impl SlotState {
    pub(super) fn of(number: u8) -> Option<Self> {
        [Self::Unused, Self::Spent, Self::Cancelled, Self::UnusedPaper]
            .into_iter()
            .find(|state| *state as u8 == number)
    }
}

/// The open box of a round, as the station writes and checks it.
#[derive(Clone, Copy)]
pub struct OpenBox<'a> {
    /// The station.
    pub station: &'a Station,
    /// The round.
    pub round: RoundNumber,
}

impl OpenBox<'_> {
    /// What authenticates a row. In a box without tokens it covers none, as version 0.1.0 had it.
    pub(super) fn row_mac(
        &self,
        tag: &SlipTag,
        state: SlotState,
        token: &SlipToken,
        ballot: &[u8],
    ) -> [u8; 32] {
        let (round, state) = (self.round.0.to_be_bytes(), [state as u8]);
        if *token == NO_TOKEN {
            self.station.authenticate(&[b"slot", &round, &tag.0, &state, ballot])
        } else {
            self.station.authenticate(&[b"slot", &round, &tag.0, &state, &token.0, ballot])
        }
    }

    /// What a row that is no longer as it was laid out adds to the box' sum. Without the station's key nobody can tell
    /// which row an addition belongs to, so that the sum shows no order.
    pub(super) fn share(&self, row_mac: &[u8; 32]) -> [u8; 32] {
        self.station.authenticate(&[b"share of the box", row_mac])
    }

    fn head_mac(&self, sum: &[u8; 32]) -> [u8; 32] {
        self.station.authenticate(&[b"box", &self.round.0.to_be_bytes(), sum])
    }
}

/// Adds a share: bit by bit, so that the order of addition doesn't matter.
pub(super) fn add(sum: &mut [u8; 32], share: &[u8; 32]) {
    for (byte, other) in sum.iter_mut().zip(share) {
        *byte ^= other;
    }
}

/// What is in the place of each token in a box that version 0.1.0 laid out.
pub(super) const NO_TOKEN: SlipToken = SlipToken([0; 32]);

/// A slot as it is stored.
pub struct Slot {
    /// The slip's tag.
    pub tag: SlipTag,
    /// What became of the slip.
    pub state: SlotState,
    /// The slip's token where a ballot was cast with it, else noise of the same length; zeros in a box without tokens.
    pub token: SlipToken,
    /// The sealed ballot, or noise of the same length.
    pub ballot: SealedBallot,
}

/// Lays the box out: a slot for each slip and each paper ballot, in the order of their tags; and writes the list of them that is
/// committed to. Where that is empty, the box has no tokens.
pub fn lay_out(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    slips: &SlipKey,
    tags: impl IntoIterator<Item = (SlipTag, SlotState)>,
    list: &[ListedSlip],
    sealed_len: usize,
) -> Result<(), StoreError> {
    let mut sorted: Vec<_> = tags.into_iter().collect();
    sorted.sort_unstable_by_key(|(tag, _)| *tag);
    clear(transaction)?;
    slip_list::put(transaction, open.round, list)?;
    let sql = "INSERT INTO slot (tag, state, token, ballot, mac) VALUES (?, ?, ?, ?, ?)";
    let mut insert = transaction.prepare(sql)?;
    for (tag, state) in sorted {
        let noise = filler(slips, &tag, sealed_len);
        let token = if list.is_empty() { NO_TOKEN } else { token_filler(slips, &tag) };
        let mac = open.row_mac(&tag, state, &token, &noise);
        insert.execute(params![tag.0, state as u8, token.0, noise, mac])?;
    }
    let sum = [0; 32];
    transaction.execute(
        "INSERT INTO box_head (only_row, sum, mac) VALUES (1, ?, ?)",
        params![sum, open.head_mac(&sum)],
    )?;
    Ok(())
}

/// Takes the box away; the database overwrites what it deletes.
pub fn clear(transaction: &Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM slot", [])?;
    transaction.execute("DELETE FROM box_head", [])?;
    Ok(())
}

/// The noise of an unused slot. It can be computed again: an unused slot holds nothing else.
pub(super) fn filler(slips: &SlipKey, tag: &SlipTag, length: usize) -> Vec<u8> {
    let seed = keyed_hash(slips.as_bytes(), &[b"piaojue filler v1", &tag.0]);
    let mut noise = vec![0; length];
    ChaCha20Rng::from_seed(seed).fill_bytes(&mut noise);
    noise
}

/// The noise in the place of a token that isn't there. It can be computed again too.
pub(super) fn token_filler(slips: &SlipKey, tag: &SlipTag) -> SlipToken {
    SlipToken(keyed_hash(slips.as_bytes(), &[b"piaojue token filler v1", &tag.0]))
}

/// Puts a ballot into the slot of this slip, which must be unused, with the slip's token. None where no token came with the
/// ballot, which is so in a box without tokens only.
pub fn fill(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    tag: &SlipTag,
    token: Option<&SlipToken>,
    ballot: &SealedBallot,
) -> Result<(), StoreError> {
    let before = token_in(transaction, tag, SlotState::Unused)?;
    let token = token.filter(|_| before != NO_TOKEN).unwrap_or(&before);
    fill_with(transaction, open, tag, SlotState::Unused, token, ballot)
}

/// Puts a paper ballot into this slot, which must be for one and unused. No slip belongs to it, so its noise stays.
pub fn fill_paper(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    tag: &SlipTag,
    ballot: &SealedBallot,
) -> Result<(), StoreError> {
    let token = token_in(transaction, tag, SlotState::UnusedPaper)?;
    fill_with(transaction, open, tag, SlotState::UnusedPaper, &token, ballot)
}

/// What is in the place of the token in a slot, which must be in this state.
fn token_in(transaction: &Transaction<'_>, tag: &SlipTag, state: SlotState) -> Result<SlipToken, StoreError> {
    let found: Option<[u8; 32]> = transaction
        .prepare_cached("SELECT token FROM slot WHERE tag = ? AND state = ?")?
        .query_row(params![tag.0, state as u8], |row| row.get(0))
        .optional()?;
    Ok(found.map(SlipToken).ok_or(ContentError::SlotNotAsExpected { tag: *tag })?)
}

fn fill_with(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    tag: &SlipTag,
    from: SlotState,
    token: &SlipToken,
    ballot: &SealedBallot,
) -> Result<(), StoreError> {
    let (spent, ballot) = (SlotState::Spent, ballot.as_bytes());
    let mac = open.row_mac(tag, spent, token, ballot);
    let mut update = transaction.prepare_cached(
        "UPDATE slot SET state = ?, token = ?, ballot = ?, mac = ? WHERE tag = ? AND state = ? AND length(ballot) = ?",
    )?;
    let length = i64::try_from(ballot.len()).unwrap_or(i64::MAX);
    let changed = update.execute(params![spent as u8, token.0, ballot, mac, tag.0, from as u8, length])?;
    if changed != 1 {
        return Err(ContentError::SlotNotAsExpected { tag: *tag }.into());
    }
    add_to_head(transaction, open, &mac)
}

/// Cancels an unused slip.
pub fn cancel(transaction: &Transaction<'_>, open: OpenBox<'_>, tag: &SlipTag) -> Result<(), StoreError> {
    let not_unused = || ContentError::SlotNotAsExpected { tag: *tag };
    let slot =
        find(transaction, tag)?.filter(|slot| slot.state == SlotState::Unused).ok_or_else(not_unused)?;
    let mac = open.row_mac(tag, SlotState::Cancelled, &slot.token, slot.ballot.as_bytes());
    transaction.execute(
        "UPDATE slot SET state = ?, mac = ? WHERE tag = ?",
        params![SlotState::Cancelled as u8, mac, tag.0],
    )?;
    add_to_head(transaction, open, &mac)
}

/// Takes the ballot out of a slip's slot, and leaves the slip cancelled. Its token stays, for whichever ballot may be put back.
/// Returns the ballot.
pub fn set_aside(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    slips: &SlipKey,
    tag: &SlipTag,
) -> Result<SealedBallot, StoreError> {
    let slot = used(transaction, tag, SlotState::Spent)?;
    let noise = filler(slips, tag, slot.ballot.as_bytes().len());
    replace(transaction, open, &slot, SlotState::Cancelled, &noise)?;
    Ok(slot.ballot)
}

/// Puts a ballot that was set aside into the slot of its slip.
pub fn put_back(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    tag: &SlipTag,
    ballot: &SealedBallot,
) -> Result<(), StoreError> {
    let slot = used(transaction, tag, SlotState::Cancelled)?;
    replace(transaction, open, &slot, SlotState::Spent, ballot.as_bytes())
}

fn used(transaction: &Transaction<'_>, tag: &SlipTag, state: SlotState) -> Result<Slot, StoreError> {
    let found = find(transaction, tag)?.filter(|slot| slot.state == state);
    Ok(found.ok_or(ContentError::SlotNotAsExpected { tag: *tag })?)
}

/// Overwrites a slot that is no longer as it was laid out; what it added to the box' sum goes.
fn replace(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    before: &Slot,
    state: SlotState,
    content: &[u8],
) -> Result<(), StoreError> {
    let tag = &before.tag;
    if content.len() != before.ballot.as_bytes().len() {
        return Err(ContentError::SlotNotAsExpected { tag: *tag }.into());
    }
    let mac = open.row_mac(tag, state, &before.token, content);
    transaction.execute(
        "UPDATE slot SET state = ?, ballot = ?, mac = ? WHERE tag = ?",
        params![state as u8, content, mac, tag.0],
    )?;
    let mac_before = open.row_mac(tag, before.state, &before.token, before.ballot.as_bytes());
    add_to_head(transaction, open, &mac_before)?;
    add_to_head(transaction, open, &mac)
}

/// Adds a row to the box' sum, or takes it away: a share added twice is gone.
fn add_to_head(
    transaction: &Transaction<'_>,
    open: OpenBox<'_>,
    row_mac: &[u8; 32],
) -> Result<(), StoreError> {
    let mut sum = head(transaction, open)?;
    add(&mut sum, &open.share(row_mac));
    transaction
        .prepare_cached("UPDATE box_head SET sum = ?, mac = ?")?
        .execute(params![sum, open.head_mac(&sum)])?;
    Ok(())
}

/// The box' sum, checked.
pub(super) fn head(connection: &Connection, open: OpenBox<'_>) -> Result<[u8; 32], StoreError> {
    let found: Option<([u8; 32], [u8; 32])> = connection
        .prepare_cached("SELECT sum, mac FROM box_head")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match found {
        Some((sum, mac)) if mac == open.head_mac(&sum) => Ok(sum),
        Some(_) | None => Err(ContentError::SlipsAltered.into()),
    }
}

/// The slot of a slip.
pub fn find(connection: &Connection, tag: &SlipTag) -> Result<Option<Slot>, StoreError> {
    let found: Option<(u8, [u8; 32], Vec<u8>)> = connection
        .prepare_cached("SELECT state, token, ballot FROM slot WHERE tag = ?")?
        .query_row([tag.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    Ok(found.and_then(|(state, token, ballot)| {
        let ballot = SealedBallot::from_bytes(ballot);
        SlotState::of(state).map(|state| Slot { tag: *tag, state, token: SlipToken(token), ballot })
    }))
}

/// The unused slots for paper ballots.
pub fn unused_paper(connection: &Connection) -> Result<Vec<SlipTag>, StoreError> {
    let mut select = connection.prepare("SELECT tag FROM slot WHERE state = ?")?;
    let tags = select.query_map([SlotState::UnusedPaper as u8], |row| row.get(0).map(SlipTag))?;
    Ok(tags.collect::<Result<_, _>>()?)
}

/// What became of each slip, by its tag. Of a slot only its state is read.
pub fn states(connection: &Connection) -> Result<BTreeMap<SlipTag, SlotState>, StoreError> {
    let mut select = connection.prepare("SELECT tag, state FROM slot")?;
    let rows = select.query_map([], |row| Ok((SlipTag(row.get(0)?), row.get::<_, u8>(1)?)))?;
    let mut states = BTreeMap::new();
    for row in rows {
        let (tag, state) = row?;
        states.insert(tag, SlotState::of(state).ok_or(ContentError::SlotAltered { tag })?);
    }
    Ok(states)
}

/// How many slips can be handed out (made, less those exchanged), and how many paper ballots.
pub fn made(connection: &Connection) -> Result<(u32, u32), StoreError> {
    let (all, cancelled, paper): (u32, u32, u32) = connection.query_row(
        "SELECT count(*), count(*) FILTER (WHERE state = ? AND tag NOT IN (SELECT tag FROM dispute)
                                               AND tag NOT IN (SELECT tag FROM annulled_slip)),
                (SELECT paper FROM round_key ORDER BY round DESC LIMIT 1)
         FROM slot",
        [SlotState::Cancelled as u8],
        |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
    )?;
    Ok((all.saturating_sub(cancelled + paper), paper))
}

/// Whether a box is laid out.
pub fn is_open(connection: &Connection) -> Result<bool, StoreError> {
    Ok(connection.prepare("SELECT 1 FROM box_head")?.exists([])?)
}

/// How many ballots are in the box.
pub fn filled(connection: &Connection) -> Result<Ballots, StoreError> {
    Ok(Ballots(connection.query_row(
        "SELECT count(*) FROM slot WHERE state = ?",
        [SlotState::Spent as u8],
        |row| row.get(0),
    )?))
}

impl Store {
    /// How many slips and how many paper ballots the open box was laid out for, without those cancelled.
    pub fn slips_made(&self) -> Result<(u32, u32), StoreError> {
        made(self.read())
    }

    /// How many ballots are in the open box.
    pub fn ballots_in_box(&self) -> Result<Ballots, StoreError> {
        filled(self.read())
    }
}
