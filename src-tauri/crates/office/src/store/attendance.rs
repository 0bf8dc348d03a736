//! Who is present in a round, and to how many a slip or a paper ballot was handed out.

use super::file::Store;
use crate::errors::StoreError;
use procedure::{
    count::{Delegates, Issued},
    number::{DelegateNumber, RoundNumber},
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params, types::Type};
use session_model::{Attendance, Handed};
use std::collections::BTreeMap;

/// Lays down the salt that a round's attendance is hashed with in the log.
pub fn put_salt(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    salt: &[u8; 32],
) -> Result<(), StoreError> {
    transaction.execute("INSERT INTO attendance_salt (round, salt) VALUES (?, ?)", params![round.0, salt])?;
    Ok(())
}

/// Marks a delegate present with what was handed out.
pub fn put(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    delegate: &DelegateNumber,
    handed: Handed,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO attendance (round, delegate, issued) VALUES (?, ?, ?)
         ON CONFLICT (round, delegate) DO UPDATE SET issued = excluded.issued",
        params![round.0, delegate.as_str(), handed.text()],
    )?;
    Ok(())
}

/// Takes a delegate's presence back.
pub fn remove(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    delegate: &DelegateNumber,
) -> Result<(), StoreError> {
    transaction.execute(
        "DELETE FROM attendance WHERE round = ? AND delegate = ?",
        params![round.0, delegate.as_str()],
    )?;
    Ok(())
}

/// What a delegate was handed, if present.
pub fn find(
    connection: &Connection,
    round: RoundNumber,
    delegate: &DelegateNumber,
) -> Result<Option<Handed>, StoreError> {
    let select = "SELECT issued FROM attendance WHERE round = ? AND delegate = ?";
    Ok(connection
        .query_row(select, params![round.0, delegate.as_str()], |row| handed_in(row, 0))
        .optional()?)
}

/// Who is present, with what was handed out, by the delegates' numbers.
pub fn all(
    connection: &Connection,
    round: RoundNumber,
) -> Result<BTreeMap<DelegateNumber, Handed>, StoreError> {
    let mut select = connection.prepare("SELECT delegate, issued FROM attendance WHERE round = ?")?;
    let rows = select.query_map([round.0], |row| Ok((DelegateNumber(row.get(0)?), handed_in(row, 1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn handed_in(row: &Row<'_>, column: usize) -> rusqlite::Result<Handed> {
    let text: String = row.get(column)?;
    let unknown = || rusqlite::Error::InvalidColumnType(column, "issued".to_owned(), Type::Text);
    Handed::of(&text).ok_or_else(unknown)
}

/// How many are present, and how many of them have a slip or a paper ballot.
pub fn counts(connection: &Connection, round: RoundNumber) -> Result<Attendance, StoreError> {
    Ok(connection.query_row(
        "SELECT count(*), count(*) FILTER (WHERE issued <> 'none') FROM attendance WHERE round = ?",
        [round.0],
        |row| Ok(Attendance { present: Delegates(row.get(0)?), issued: Issued(row.get(1)?) }),
    )?)
}

/// To how many this was handed.
pub fn handed(connection: &Connection, round: RoundNumber, handed: Handed) -> Result<u32, StoreError> {
    Ok(connection.query_row(
        "SELECT count(*) FROM attendance WHERE round = ? AND issued = ?",
        params![round.0, handed.text()],
        |row| row.get(0),
    )?)
}

impl Store {
    /// Who is present in a round, with what was handed out, by the delegates' numbers.
    pub fn present(&self, round: RoundNumber) -> Result<BTreeMap<DelegateNumber, Handed>, StoreError> {
        all(self.read(), round)
    }

    /// How many are present in a round, and how many of them have a slip or a paper ballot.
    pub fn attendance(&self, round: RoundNumber) -> Result<Attendance, StoreError> {
        counts(self.read(), round)
    }
}
