//! The session's profile, delegates, candidates and rules.

use super::file::Store;
use crate::errors::{ContentError, StoreError};
use procedure::{
    candidate::Candidate,
    deadline::Deadline,
    money::Money,
    number::{CandidateNumber, DelegateNumber},
    roster::Delegate,
    rules::Rules,
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params};
use session_model::Profile;
use signed_file::FileError;

/// Writes the profile of a new session.
pub fn insert(
    transaction: &Transaction<'_>,
    profile: &Profile,
    station: &[u8; 32],
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO session (id, profile, station) VALUES (1, ?, ?)",
        params![serde_json::to_string(profile)?, station],
    )?;
    Ok(())
}

/// The public key of the station that made the session; none before there is one.
pub fn station(connection: &Connection) -> Result<Option<Vec<u8>>, FileError> {
    Ok(connection.query_row("SELECT station FROM session", [], |row| row.get(0)).optional()?)
}

/// The profile.
pub fn profile(connection: &Connection) -> Result<Profile, StoreError> {
    let text: Option<String> =
        connection.query_row("SELECT profile FROM session", [], |row| row.get(0)).optional()?;
    Ok(serde_json::from_str(&text.ok_or(ContentError::NoSession)?)?)
}

/// Sets the profile, in place of the one before.
pub fn set_profile(transaction: &Transaction<'_>, profile: &Profile) -> Result<(), StoreError> {
    transaction.execute("UPDATE session SET profile = ?", [serde_json::to_string(profile)?])?;
    Ok(())
}

/// Sets the rules of the first round.
pub fn set_rules(transaction: &Transaction<'_>, rules: &Rules) -> Result<(), StoreError> {
    transaction.execute("UPDATE session SET rules = ?", [serde_json::to_string(rules)?])?;
    Ok(())
}

/// The rules of the first round, once set.
pub fn rules(connection: &Connection) -> Result<Option<Rules>, StoreError> {
    let text: Option<Option<String>> =
        connection.query_row("SELECT rules FROM session", [], |row| row.get(0)).optional()?;
    Ok(text.flatten().map(|text| serde_json::from_str(&text)).transpose()?)
}

/// Replaces the delegates.
pub fn set_delegates(transaction: &Transaction<'_>, delegates: &[Delegate]) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM delegate", [])?;
    let mut insert = transaction.prepare(
        "INSERT INTO delegate (place, number, name, delegation, in_office) VALUES (?, ?, ?, ?, ?)",
    )?;
    for (place, delegate) in (1_u32..).zip(delegates) {
        let Delegate { number, name, delegation, in_office } = delegate;
        insert.execute(params![place, number.as_str(), name, delegation, in_office])?;
    }
    Ok(())
}

/// The delegates, in order.
pub fn delegates(connection: &Connection) -> Result<Vec<Delegate>, StoreError> {
    let mut select =
        connection.prepare("SELECT number, name, delegation, in_office FROM delegate ORDER BY place")?;
    let rows = select.query_map([], delegate_of)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The delegate of this number.
pub fn delegate(connection: &Connection, number: &DelegateNumber) -> Result<Option<Delegate>, StoreError> {
    let select = "SELECT number, name, delegation, in_office FROM delegate WHERE number = ?";
    Ok(connection.query_row(select, [number.as_str()], delegate_of).optional()?)
}

fn delegate_of(row: &Row<'_>) -> rusqlite::Result<Delegate> {
    Ok(Delegate {
        number: DelegateNumber(row.get(0)?),
        name: row.get(1)?,
        delegation: row.get(2)?,
        in_office: row.get(3)?,
    })
}

/// Replaces the candidates.
pub fn set_candidates(transaction: &Transaction<'_>, candidates: &[Candidate]) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM candidate", [])?;
    let mut insert = transaction.prepare(
        "INSERT INTO candidate (place, number, name, content, sub_items, location, investment_fen,
             investment_this_year_fen, sources, responsible_unit, deadline, benefit, category, origin)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    )?;
    for (place, candidate) in (1_u32..).zip(candidates) {
        // Named one by one, so that a field that isn't stored doesn't compile.
        let Candidate {
            number,
            name,
            content,
            sub_items,
            location,
            investment,
            investment_this_year,
            sources,
            responsible_unit,
            deadline,
            benefit,
            category,
            origin,
        } = candidate;
        insert.execute(params![
            place,
            number.as_str(),
            name,
            content,
            serde_json::to_string(sub_items)?,
            location,
            fen(*investment),
            fen(*investment_this_year),
            sources,
            responsible_unit,
            deadline.as_ref().map(Deadline::to_string),
            benefit,
            category,
            origin,
        ])?;
    }
    Ok(())
}

/// The candidates, in order.
pub fn candidates(connection: &Connection) -> Result<Vec<Candidate>, StoreError> {
    let mut select = connection.prepare(
        "SELECT number, name, content, sub_items, location, investment_fen, investment_this_year_fen, sources,
             responsible_unit, deadline, benefit, category, origin
         FROM candidate ORDER BY place",
    )?;
    let mut rows = select.query([])?;
    let mut candidates = Vec::new();
    while let Some(row) = rows.next()? {
        candidates.push(candidate(row)?);
    }
    Ok(candidates)
}

fn candidate(row: &Row<'_>) -> Result<Candidate, StoreError> {
    let deadline: Option<String> = row.get(9)?;
    let read =
        |text: String| Deadline::read(&text).ok_or(FileError::Damaged { path: String::new(), detail: text });
    Ok(Candidate {
        number: CandidateNumber(row.get(0)?),
        name: row.get(1)?,
        content: row.get(2)?,
        sub_items: serde_json::from_str(&row.get::<_, String>(3)?)?,
        location: row.get(4)?,
        investment: money(row.get(5)?),
        investment_this_year: money(row.get(6)?),
        sources: row.get(7)?,
        responsible_unit: row.get(8)?,
        deadline: deadline.map(read).transpose()?,
        benefit: row.get(10)?,
        category: row.get(11)?,
        origin: row.get(12)?,
    })
}

/// Fen as the database takes them; the most that an amount can be fits.
fn fen(money: Option<Money>) -> Option<i64> {
    money.and_then(|money| i64::try_from(money.fen()).ok())
}

/// An amount as it is stored; the table takes none that is negative.
fn money(fen: Option<i64>) -> Option<Money> {
    fen.and_then(|fen| u64::try_from(fen).ok()).map(Money::from_fen)
}

impl Store {
    /// The session's profile.
    pub fn profile(&self) -> Result<Profile, StoreError> {
        profile(self.read())
    }

    /// The delegates, in the roster's order.
    pub fn delegates(&self) -> Result<Vec<Delegate>, StoreError> {
        delegates(self.read())
    }

    /// The candidates, in the list's order.
    pub fn candidates(&self) -> Result<Vec<Candidate>, StoreError> {
        candidates(self.read())
    }

    /// The rules of the first round, once set.
    pub fn rules(&self) -> Result<Option<Rules>, StoreError> {
        rules(self.read())
    }
}
