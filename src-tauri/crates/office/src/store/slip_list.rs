//! The list of slips that was committed to when a round was sealed, and the tokens of those that were spent.

use super::file::Store;
use crate::errors::StoreError;
use ballot_box::{BallotVersion, ListedSlip, SlipTag, SlipToken, TokenHash, slip_list_commitment};
use procedure::number::RoundNumber;
use rusqlite::{Connection, Transaction, params};
use std::collections::BTreeMap;

/// Writes the list of a round's slips, in the order of their tags.
pub fn put(transaction: &Transaction<'_>, round: RoundNumber, list: &[ListedSlip]) -> Result<(), StoreError> {
    let mut sorted = list.to_vec();
    sorted.sort_unstable();
    let mut insert =
        transaction.prepare("INSERT INTO slip_list (round, tag, token_hash) VALUES (?, ?, ?)")?;
    for ListedSlip { tag, token } in sorted {
        insert.execute(params![round.0, tag.0, token.0])?;
    }
    Ok(())
}

/// The list of a round's slips; empty where the session was sealed by version 0.1.0.
pub fn by_tag(
    connection: &Connection,
    round: RoundNumber,
) -> Result<BTreeMap<SlipTag, TokenHash>, StoreError> {
    let mut select = connection.prepare("SELECT tag, token_hash FROM slip_list WHERE round = ?")?;
    let rows = select.query_map([round.0], |row| Ok((SlipTag(row.get(0)?), TokenHash(row.get(1)?))))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// How a round's ballots are sealed. A session that version 0.1.0 sealed has no list of slips, at a remote kiosk as little as at
/// the station, and its ballots take no digits.
pub fn ballot_version(connection: &Connection, round: RoundNumber) -> Result<BallotVersion, StoreError> {
    let has_list = !by_tag(connection, round)?.is_empty();
    Ok(if has_list { BallotVersion::Two } else { BallotVersion::One })
}

/// Writes the tokens of the slips that were spent, sorted.
pub fn put_spent_tokens(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    mut tokens: Vec<SlipToken>,
) -> Result<(), StoreError> {
    tokens.sort_unstable();
    let mut insert = transaction.prepare("INSERT INTO spent_token (round, token) VALUES (?, ?)")?;
    for token in tokens {
        insert.execute(params![round.0, token.0])?;
    }
    Ok(())
}

impl Store {
    /// The list of slips that was committed to when a round was sealed, sorted by tag; empty in a session that version 0.1.0 sealed.
    pub fn slip_list(&self, round: RoundNumber) -> Result<Vec<ListedSlip>, StoreError> {
        let rows = by_tag(self.read(), round)?.into_iter();
        Ok(rows.map(|(tag, token)| ListedSlip { tag, token }).collect())
    }

    /// The commitment to the list of slips of a round that is sealed, in hex; none in a session that version 0.1.0 sealed.
    pub fn slip_commitment(&self, round: RoundNumber) -> Result<Option<String>, StoreError> {
        let list = self.slip_list(round)?;
        Ok((!list.is_empty()).then(|| slip_list_commitment(list)))
    }

    /// The tokens of a round's spent slips, sorted; none before the poll is closed.
    pub fn spent_tokens(&self, round: RoundNumber) -> Result<Vec<SlipToken>, StoreError> {
        let mut select =
            self.read().prepare("SELECT token FROM spent_token WHERE round = ? ORDER BY token")?;
        let tokens = select.query_map([round.0], |row| row.get(0).map(SlipToken))?;
        Ok(tokens.collect::<Result<_, _>>()?)
    }
}
