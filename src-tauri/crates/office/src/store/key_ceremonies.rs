//! The making of distributed keys, and what their holders bring for the count. Nothing of it is secret.

use super::file::Store;
use crate::errors::StoreError;
use key_holders::Gathered;
use procedure::number::RoundNumber;
use rusqlite::{Connection, Transaction, params};
use signed_file::FileError;

/// What became of a ceremony in which holders make a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CeremonyState {
    /// Files are gathered.
    Gathering,
    /// The key is made.
    Made,
    /// It was given up, before the key was made or after.
    GivenUp,
}

impl CeremonyState {
    const ALL: [Self; 3] = [Self::Gathering, Self::Made, Self::GivenUp];

    /// As the table writes it.
    const fn name(self) -> &'static str {
        match self {
            Self::Gathering => "gathering",
            Self::Made => "made",
            Self::GivenUp => "given-up",
        }
    }
}

/// A ceremony in which holders make a key.
#[derive(Debug, Clone)]
pub struct KeyCeremony {
    /// Its number in the session, from 1.
    pub number: u32,
    /// What became of it.
    pub state: CeremonyState,
    /// What was gathered.
    pub gathered: Gathered,
}

/// Writes a ceremony as it is now.
pub fn put(transaction: &Transaction<'_>, ceremony: &KeyCeremony) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO key_ceremony (number, state, gathered) VALUES (?, ?, ?)
         ON CONFLICT (number) DO UPDATE SET state = excluded.state, gathered = excluded.gathered",
        params![ceremony.number, ceremony.state.name(), serde_json::to_string(&ceremony.gathered)?],
    )?;
    Ok(())
}

fn all(connection: &Connection) -> Result<Vec<KeyCeremony>, StoreError> {
    let mut select =
        connection.prepare("SELECT number, state, gathered FROM key_ceremony ORDER BY number")?;
    let mut rows = select.query([])?;
    let mut ceremonies = Vec::new();
    while let Some(row) = rows.next()? {
        let name: String = row.get(1)?;
        let state = CeremonyState::ALL.into_iter().find(|state| state.name() == name);
        let damaged = || FileError::Damaged { path: String::new(), detail: name };
        ceremonies.push(KeyCeremony {
            number: row.get(0)?,
            state: state.ok_or_else(damaged)?,
            gathered: serde_json::from_str(&row.get::<_, String>(2)?)?,
        });
    }
    Ok(ceremonies)
}

/// Keeps a holder's file with their share of a round's totals.
pub fn put_opening(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    holder: u32,
    file: &str,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO taken_opening (round, holder, file) VALUES (?, ?, ?)",
        params![round.0, holder, file],
    )?;
    Ok(())
}

impl Store {
    /// The ceremonies in which holders made keys or were to make one, in order.
    pub fn key_ceremonies(&self) -> Result<Vec<KeyCeremony>, StoreError> {
        all(self.read())
    }

    /// The holders' files with their shares of a round's totals, by holder.
    pub fn taken_openings(&self, round: RoundNumber) -> Result<Vec<(u32, String)>, StoreError> {
        let select = "SELECT holder, file FROM taken_opening WHERE round = ? ORDER BY holder";
        let mut select = self.read().prepare(select)?;
        let rows = select.query_map([round.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
