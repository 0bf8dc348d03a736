//! Rounds and their keys.

use super::file::Store;
use crate::errors::StoreError;
use ballot_box::{ElectionKey, SlipKey};
use procedure::{number::RoundNumber, round::Round};
use rusqlite::{Connection, OptionalExtension, Transaction, params};

/// Writes a round in its new state.
pub fn put(transaction: &Transaction<'_>, round: &Round) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO round (number, state) VALUES (?, ?) ON CONFLICT (number) DO UPDATE SET state = excluded.state",
        params![round.number().0, serde_json::to_string(round)?],
    )?;
    Ok(())
}

/// All rounds, in order.
pub fn all(connection: &Connection) -> Result<Vec<Round>, StoreError> {
    let mut select = connection.prepare("SELECT state FROM round ORDER BY number")?;
    let mut rows = select.query([])?;
    let mut rounds = Vec::new();
    while let Some(row) = rows.next()? {
        rounds.push(serde_json::from_str(&row.get::<_, String>(0)?)?);
    }
    Ok(rounds)
}

/// The latest round, if one has been begun.
pub fn latest(connection: &Connection) -> Result<Option<Round>, StoreError> {
    let text: Option<String> = connection
        .query_row("SELECT state FROM round ORDER BY number DESC LIMIT 1", [], |row| row.get(0))
        .optional()?;
    Ok(text.map(|text| serde_json::from_str(&text)).transpose()?)
}

/// The keys of a round, and which slips there are.
pub struct Keys {
    /// The key that ballots are sealed to.
    pub election: ElectionKey,
    /// The key that slips are hashed with.
    pub slips: SlipKey,
    /// The hash over all slips' tags.
    pub slips_root: String,
    /// How many slots are for paper ballots.
    pub paper: u32,
}

/// Writes the keys of a round.
pub fn put_keys(transaction: &Transaction<'_>, round: RoundNumber, keys: &Keys) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO round_key (round, election, slip_key, slips, paper) VALUES (?, ?, ?, ?, ?)",
        params![
            round.0,
            serde_json::to_string(&keys.election)?,
            keys.slips.as_bytes(),
            keys.slips_root,
            keys.paper
        ],
    )?;
    Ok(())
}

/// The keys of a round that is sealed.
pub fn keys(connection: &Connection, round: RoundNumber) -> Result<Option<Keys>, StoreError> {
    let found: Option<(String, [u8; 32], String, u32)> = connection
        .query_row(
            "SELECT election, slip_key, slips, paper FROM round_key WHERE round = ?",
            [round.0],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)),
        )
        .optional()?;
    Ok(match found {
        Some((election, slips, slips_root, paper)) => Some(Keys {
            election: serde_json::from_str(&election)?,
            slips: SlipKey::from_bytes(slips),
            slips_root,
            paper,
        }),
        None => None,
    })
}

/// The fingerprints of all keys that ballots were sealed to, in the order of their rounds.
pub fn fingerprints(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let mut select = connection.prepare("SELECT election FROM round_key ORDER BY round")?;
    let mut rows = select.query([])?;
    let mut fingerprints = Vec::new();
    while let Some(row) = rows.next()? {
        let key: ElectionKey = serde_json::from_str(&row.get::<_, String>(0)?)?;
        fingerprints.push(key.fingerprint());
    }
    Ok(fingerprints)
}

impl Store {
    /// The fingerprints of all keys that ballots were sealed to, in the order of their rounds.
    pub fn key_fingerprints(&self) -> Result<Vec<String>, StoreError> {
        fingerprints(self.read())
    }

    /// All rounds, in order.
    pub fn rounds(&self) -> Result<Vec<Round>, StoreError> {
        all(self.read())
    }

    /// The latest round, if one has been begun.
    pub fn latest_round(&self) -> Result<Option<Round>, StoreError> {
        latest(self.read())
    }

    /// The keys of a round that is sealed.
    pub fn keys(&self, round: RoundNumber) -> Result<Option<Keys>, StoreError> {
        keys(self.read(), round)
    }
}
