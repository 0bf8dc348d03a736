//! The closed box: sealed ballots sorted by their own hashes, and separate from the slips that were spent.

use super::{
    file::Store,
    slip_list,
    slots::{self, Slot, SlotState},
};
use crate::errors::{ContentError, StoreError};
use ballot_box::{BallotHash, Election, EncryptedTotals, OpeningShare, SealedBallot, TokenHash, root};
use procedure::{count::Ballots, number::RoundNumber};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use std::collections::BTreeSet;

/// The root of a box: over the ballots of its spent slots.
#[must_use]
pub fn root_of(slots: &[Slot]) -> String {
    let spent = slots.iter().filter(|slot| slot.state == SlotState::Spent);
    root(spent.map(|slot| slot.ballot.hash().0))
}

/// Takes the outer envelopes off: writes the ballots again, sorted and without their tags, the tokens of spent slips sorted by
/// themselves, and empties the slots. The database overwrites what it deletes. Fails if the marks of one ballot are there twice.
pub fn seal_box(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    election: &Election,
    slots: Vec<Slot>,
) -> Result<(), StoreError> {
    slots::clear(transaction)?;
    let mut slip = transaction.prepare("INSERT INTO slip (round, tag, state) VALUES (?, ?, ?)")?;
    let list = slip_list::by_tag(transaction, round)?;
    let has_token = |slot: &Slot| list.get(&slot.tag).is_some_and(|token| *token != TokenHash::OF_PAPER);
    let (mut ballots, mut tokens) = (Vec::new(), Vec::new());
    for slot in slots {
        slip.execute(params![round.0, slot.tag.0, slot.state as u8])?;
        if slot.state == SlotState::Spent {
            tokens.extend(has_token(&slot).then_some(slot.token));
            ballots.push((slot.ballot.hash(), slot.ballot));
        }
    }
    slip_list::put_spent_tokens(transaction, round, tokens)?;
    ballots.sort_unstable_by_key(|(hash, _)| *hash);
    refuse_doubles(election, &ballots)?;
    let mut insert = transaction.prepare("INSERT INTO ballot (round, hash, sealed) VALUES (?, ?, ?)")?;
    for (hash, ballot) in &ballots {
        insert.execute(params![round.0, hash.0, ballot.as_bytes()])?;
    }
    Ok(())
}

/// Fails if two ballots have the same ciphertexts, with these proofs or others. What isn't as long as a ballot has none, and is
/// compared as a whole; it is refused at the count.
fn refuse_doubles(election: &Election, ballots: &[(BallotHash, SealedBallot)]) -> Result<(), ContentError> {
    let mut seen = BTreeSet::new();
    for (hash, ballot) in ballots {
        if !seen.insert(election.ciphertexts_hash(ballot).unwrap_or(hash.0)) {
            return Err(ContentError::BallotTwice { ballot: hash.hex() });
        }
    }
    Ok(())
}

/// The ballots of a closed box, checked against its root.
pub fn verified(
    connection: &Connection,
    round: RoundNumber,
    root: &str,
) -> Result<Vec<SealedBallot>, StoreError> {
    let mut select = connection.prepare("SELECT hash, sealed FROM ballot WHERE round = ? ORDER BY hash")?;
    let rows = select.query_map([round.0], |row| Ok((BallotHash(row.get(0)?), row.get::<_, Vec<u8>>(1)?)))?;
    let mut ballots = Vec::new();
    let mut hashes = Vec::new();
    for row in rows {
        let (hash, bytes) = row?;
        let ballot = SealedBallot::from_bytes(bytes);
        if ballot.hash() != hash {
            return Err(ContentError::BallotsAltered { round }.into());
        }
        hashes.push(hash.0);
        ballots.push(ballot);
    }
    if ballot_box::root(hashes) == root {
        Ok(ballots)
    } else {
        Err(ContentError::BallotsAltered { round }.into())
    }
}

/// Counts void paper ballots under their reason.
pub fn add_void_paper(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    reason: &str,
    ballots: u32,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO paper_void (round, reason, ballots) VALUES (?, ?, ?)
         ON CONFLICT (round, reason) DO UPDATE SET ballots = ballots + excluded.ballots",
        params![round.0, reason, ballots],
    )?;
    Ok(())
}

/// How many paper ballots of a round are void.
pub fn void_paper(connection: &Connection, round: RoundNumber) -> Result<Ballots, StoreError> {
    Ok(Ballots(connection.query_row(
        "SELECT coalesce(sum(ballots), 0) FROM paper_void WHERE round = ?",
        [round.0],
        |row| row.get(0),
    )?))
}

/// Keeps what the count was made of, for whoever checks it later.
pub fn put_opening(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    totals: &EncryptedTotals,
    shares: &[OpeningShare],
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO encrypted_totals (round, totals) VALUES (?, ?)",
        params![round.0, serde_json::to_string(totals)?],
    )?;
    let mut insert =
        transaction.prepare("INSERT INTO opening_share (round, holder, share) VALUES (?, ?, ?)")?;
    for share in shares {
        insert.execute(params![round.0, share.holder(), serde_json::to_string(share)?])?;
    }
    Ok(())
}

/// What the count of a round was made of: the encrypted totals as they are written, and the scrutineers' shares by holder.
pub fn opening(
    connection: &Connection,
    round: RoundNumber,
) -> Result<Option<(String, Vec<OpeningShare>)>, StoreError> {
    let totals: Option<String> = connection
        .query_row("SELECT totals FROM encrypted_totals WHERE round = ?", [round.0], |row| row.get(0))
        .optional()?;
    let Some(totals) = totals else { return Ok(None) };
    let mut select = connection.prepare("SELECT share FROM opening_share WHERE round = ? ORDER BY holder")?;
    let mut shares = Vec::new();
    for share in select.query_map([round.0], |row| row.get::<_, String>(0))? {
        shares.push(serde_json::from_str(&share?)?);
    }
    Ok(Some((totals, shares)))
}

impl Store {
    /// The ballots of a closed box, checked against its root.
    pub fn ballots(&self, round: RoundNumber, root: &str) -> Result<Vec<SealedBallot>, StoreError> {
        verified(self.read(), round, root)
    }

    /// How many paper ballots of a round are void.
    pub fn void_paper(&self, round: RoundNumber) -> Result<Ballots, StoreError> {
        void_paper(self.read(), round)
    }
}
