//! The log: entries, each chained to the one before it by its hash and signed by the station.

use crate::{
    error::FileError,
    station::{Station, signature_holds},
};
use rusqlite::{Connection, OptionalExtension, Transaction, params};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

/// An entry as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logged {
    /// From 1, without gaps.
    pub number: u32,
    /// The entry's canonical JSON.
    pub entry: String,
    /// SHA-256 over the number, the hash before and the entry.
    pub hash: [u8; 32],
    /// The station's signature of the hash.
    pub signature: [u8; 64],
}

/// Appends an entry.
pub fn append(
    transaction: &Transaction<'_>,
    station: &Station,
    entry: &impl Serialize,
) -> Result<(), FileError> {
    let (number, before) = match last(transaction)? {
        Some((number, hash)) => (number + 1, hash),
        None => (1, [0; 32]),
    };
    let entry = serde_json::to_string(entry)?;
    let hash = chain(number, &before, &entry);
    transaction.execute(
        "INSERT INTO audit (number, entry, hash, signature) VALUES (?, ?, ?, ?)",
        params![number, entry, hash, station.sign(&hash)],
    )?;
    transaction.execute(
        "INSERT INTO audit_head (id, number, hash, mac) VALUES (1, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET number = excluded.number, hash = excluded.hash, mac = excluded.mac",
        params![number, hash, head_mac(station, number, &hash)],
    )?;
    Ok(())
}

fn head_mac(station: &Station, number: u32, hash: &[u8; 32]) -> [u8; 32] {
    station.authenticate(&[b"audit head", &number.to_be_bytes(), hash])
}

/// Checks that the log ends where the station last wrote: nothing was cut off its end.
pub fn verify_head(connection: &Connection, station: &Station) -> Result<(), FileError> {
    let head: Option<(u32, [u8; 32], [u8; 32])> = connection
        .query_row("SELECT number, hash, mac FROM audit_head", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    match (head, last(connection)?) {
        (None, None) => Ok(()),
        (Some((number, hash, mac)), Some(end))
            if end == (number, hash) && mac == head_mac(station, number, &hash) =>
        {
            Ok(())
        }
        (_, end) => Err(FileError::AuditBroken { number: end.map_or(1, |(number, _)| number + 1) }),
    }
}

/// The number and hash of the last entry; none where the log is empty.
pub fn last(connection: &Connection) -> Result<Option<(u32, [u8; 32])>, FileError> {
    let mut statement = connection.prepare("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")?;
    let mut rows = statement.query([])?;
    Ok(match rows.next()? {
        Some(row) => Some((row.get(0)?, row.get(1)?)),
        None => None,
    })
}

/// The hash that chains an entry to the one before it.
fn chain(number: u32, before: &[u8; 32], entry: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(b"piaojue audit v1");
    hash.update(number.to_be_bytes());
    hash.update(before);
    hash.update(entry);
    hash.finalize().into()
}

/// The log, in order.
pub fn read(connection: &Connection) -> Result<Vec<Logged>, FileError> {
    let mut statement =
        connection.prepare("SELECT number, entry, hash, signature FROM audit ORDER BY number")?;
    let rows = statement.query_map([], |row| {
        Ok(Logged { number: row.get(0)?, entry: row.get(1)?, hash: row.get(2)?, signature: row.get(3)? })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Checks the chain and every signature, and returns the entries. Fails with the number of the first that doesn't hold.
pub fn verify<T: DeserializeOwned>(
    connection: &Connection,
    public_key: &[u8; 32],
) -> Result<Vec<T>, FileError> {
    let mut before = [0; 32];
    let mut entries = Vec::new();
    for (number, logged) in (1_u32..).zip(read(connection)?) {
        let hash = chain(number, &before, &logged.entry);
        let holds = logged.number == number
            && logged.hash == hash
            && signature_holds(public_key, &hash, &logged.signature);
        let entry = serde_json::from_str(&logged.entry).ok().filter(|_| holds);
        entries.push(entry.ok_or(FileError::AuditBroken { number })?);
        before = hash;
    }
    Ok(entries)
}
