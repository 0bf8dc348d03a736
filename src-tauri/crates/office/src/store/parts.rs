//! Parts of a session and their hashes: each act logs the hashes of the parts that it changed, and opening the file
//! compares them. What the log doesn't say can't be changed unseen.
//!
//! The open box is no part: its rows carry codes of authentication instead, since a cast is never logged.

use super::{StoreError, people, schema};
use crate::audit::Entry;
use rusqlite::{Connection, types::ValueRef};
use sha2::{Digest, Sha256};
use std::{collections::BTreeMap, fmt};

/// A part of a session; numbers are those of rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The session's profile and rules.
    Session,
    /// The roster.
    Delegates,
    /// The candidate list.
    Candidates,
    /// Who may sign in.
    People,
    /// A round's state.
    Round(u32),
    /// A round's keys.
    Keys(u32),
    /// Who is present in a round.
    Attendance(u32),
    /// A round's void paper ballots.
    VoidPaper(u32),
    /// What became of a round's slips.
    Slips(u32),
    /// The ballots of a closed box.
    Ballots(u32),
    /// A round's opened totals.
    Opening(u32),
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Session => f.write_str("session"),
            Self::Delegates => f.write_str("delegates"),
            Self::Candidates => f.write_str("candidates"),
            Self::People => f.write_str("people"),
            Self::Round(round) => write!(f, "round/{round}"),
            Self::Keys(round) => write!(f, "keys/{round}"),
            Self::Attendance(round) => write!(f, "attendance/{round}"),
            Self::VoidPaper(round) => write!(f, "void-paper/{round}"),
            Self::Slips(round) => write!(f, "slips/{round}"),
            Self::Ballots(round) => write!(f, "ballots/{round}"),
            Self::Opening(round) => write!(f, "opening/{round}"),
        }
    }
}

impl Part {
    /// The part of this name.
    fn named(name: &str) -> Option<Self> {
        let (kind, round) = match name.split_once('/') {
            Some((kind, round)) => (kind, round.parse().ok()?),
            None => (name, 0),
        };
        Some(match kind {
            "session" => Self::Session,
            "delegates" => Self::Delegates,
            "candidates" => Self::Candidates,
            "people" => Self::People,
            "round" => Self::Round(round),
            "keys" => Self::Keys(round),
            "attendance" => Self::Attendance(round),
            "void-paper" => Self::VoidPaper(round),
            "slips" => Self::Slips(round),
            "ballots" => Self::Ballots(round),
            "opening" => Self::Opening(round),
            _ => return None,
        })
    }

    /// The rows that the part is made of; a round's number is bound to `?1`.
    const fn rows(self) -> (&'static str, Option<u32>) {
        match self {
            Self::Session => ("SELECT * FROM session", None),
            Self::Delegates => ("SELECT * FROM delegate ORDER BY place", None),
            Self::Candidates => ("SELECT * FROM candidate ORDER BY place", None),
            Self::People => ("SELECT * FROM person_pin ORDER BY role, name", None),
            Self::Round(round) => ("SELECT * FROM round WHERE number = ?1", Some(round)),
            Self::Keys(round) => ("SELECT * FROM round_key WHERE round = ?1", Some(round)),
            Self::Attendance(round) => ("SELECT * FROM attendance WHERE round = ?1 ORDER BY delegate", Some(round)),
            Self::VoidPaper(round) => ("SELECT * FROM paper_void WHERE round = ?1 ORDER BY reason", Some(round)),
            Self::Slips(round) => ("SELECT * FROM slip WHERE round = ?1 ORDER BY tag", Some(round)),
            Self::Ballots(round) => ("SELECT * FROM ballot WHERE round = ?1 ORDER BY hash", Some(round)),
            Self::Opening(round) => (
                "SELECT 0, totals FROM encrypted_totals WHERE round = ?1
                 UNION ALL SELECT * FROM (SELECT holder, share FROM opening_share WHERE round = ?1 ORDER BY holder)",
                Some(round),
            ),
        }
    }

    /// SHA-256 over the part's rows, each value with its type and length.
    pub fn digest(self, connection: &Connection) -> Result<String, StoreError> {
        let (sql, round) = self.rows();
        let mut select = connection.prepare(sql)?;
        let columns = select.column_count();
        let mut rows = match round {
            Some(round) => select.query([round])?,
            None => select.query([])?,
        };
        let mut hash = Sha256::new();
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                update(&mut hash, row.get_ref(column)?);
            }
        }
        Ok(ballot_box::hex(&hash.finalize()))
    }
}

fn update(hash: &mut Sha256, value: ValueRef<'_>) {
    let number;
    let (kind, bytes): (u8, &[u8]) = match value {
        ValueRef::Null => (0, &[]),
        ValueRef::Integer(integer) => {
            number = integer.to_be_bytes();
            (1, &number)
        }
        ValueRef::Real(real) => {
            number = real.to_be_bytes();
            (2, &number)
        }
        ValueRef::Text(text) => (3, text),
        ValueRef::Blob(blob) => (4, blob),
    };
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_be_bytes());
    hash.update(bytes);
}

/// The hashes of these parts, by name, for the log.
pub fn digests(connection: &Connection, parts: &[Part]) -> Result<BTreeMap<String, String>, StoreError> {
    parts.iter().map(|part| Ok((part.to_string(), part.digest(connection)?))).collect()
}

/// Checks every part against the last that the log says of it. What the log never spoke of must be empty.
pub fn check(connection: &Connection, entries: &[Entry]) -> Result<(), StoreError> {
    let empty = ballot_box::hex(&Sha256::digest([]));
    let mut expected: BTreeMap<String, &str> =
        all(connection)?.into_iter().map(|part| (part.to_string(), empty.as_str())).collect();
    for (part, digest) in entries.iter().flat_map(|entry| &entry.parts) {
        expected.insert(part.clone(), digest);
    }
    for (name, expected) in expected {
        let found = Part::named(&name).map(|part| part.digest(connection)).transpose()?;
        if found.as_deref() != Some(expected) {
            return Err(StoreError::PartAltered { part: name });
        }
    }
    Ok(())
}

/// Every part that there is anything of, and those that there may be.
fn all(connection: &Connection) -> Result<Vec<Part>, StoreError> {
    let mut parts = vec![Part::Session, Part::Delegates, Part::Candidates];
    if schema::version(connection)? >= people::SINCE_VERSION {
        parts.push(Part::People);
    }
    let mut select = connection.prepare(
        "SELECT number FROM round UNION SELECT round FROM round_key UNION SELECT round FROM attendance
         UNION SELECT round FROM paper_void UNION SELECT round FROM slip UNION SELECT round FROM ballot
         UNION SELECT round FROM encrypted_totals UNION SELECT round FROM opening_share",
    )?;
    for round in select.query_map([], |row| row.get(0))? {
        let round: u32 = round?;
        parts.extend([
            Part::Round(round),
            Part::Keys(round),
            Part::Attendance(round),
            Part::VoidPaper(round),
            Part::Slips(round),
            Part::Ballots(round),
            Part::Opening(round),
        ]);
    }
    Ok(parts)
}
