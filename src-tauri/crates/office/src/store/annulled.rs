//! Slips that a ballot was cast with though nobody had drawn them: found among the left-over ones, their slots are cancelled.

use crate::errors::StoreError;
use ballot_box::SlipTag;
use procedure::{count::counted, number::RoundNumber};
use rusqlite::{Connection, Transaction, params};
use std::collections::BTreeSet;

/// Writes that a slip's slot was cancelled, and why.
pub fn put(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    tag: &SlipTag,
    reason: &str,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO annulled_slip (round, tag, reason) VALUES (?, ?, ?)";
    transaction.execute(sql, params![round.0, tag.0, reason])?;
    Ok(())
}

/// The slips of a round whose slots were cancelled so.
pub fn all(connection: &Connection, round: RoundNumber) -> Result<BTreeSet<SlipTag>, StoreError> {
    let mut select = connection.prepare("SELECT tag FROM annulled_slip WHERE round = ?")?;
    let tags = select.query_map([round.0], |row| row.get(0).map(SlipTag))?;
    Ok(tags.collect::<Result<_, _>>()?)
}

/// How many there are.
pub fn count(connection: &Connection, round: RoundNumber) -> Result<u32, StoreError> {
    Ok(counted(all(connection, round)?.len()))
}
