//! Parts of a session and their hashes: each act logs the hashes of the parts that it changed, and opening the file
//! compares them. What the log doesn't say can't be changed unseen.
//!
//! The open box is no part: its rows carry codes of authentication instead, since a cast is never logged.

use super::{StoreError, attendance, kiosks, people, schema};
use crate::log::Entry;
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
    /// The zones of a round's slips.
    Zones(u32),
    /// A round's kiosks apart.
    Kiosks(u32),
    /// At which kiosks apart slips were spent, until the close.
    SpentAt(u32),
    /// Slips of a round that were spent twice.
    Disputes(u32),
    /// The ballots of those slips.
    DisputedBallots(u32),
    /// Which kiosk apart this is.
    ThisKiosk,
    /// Slips that were used before this kiosk was provisioned.
    SpentBefore,
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
            Self::Zones(round) => write!(f, "zones/{round}"),
            Self::Kiosks(round) => write!(f, "kiosks/{round}"),
            Self::SpentAt(round) => write!(f, "spent-at/{round}"),
            Self::Disputes(round) => write!(f, "disputes/{round}"),
            Self::DisputedBallots(round) => write!(f, "disputed-ballots/{round}"),
            Self::ThisKiosk => f.write_str("this-kiosk"),
            Self::SpentBefore => f.write_str("spent-before"),
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
            "zones" => Self::Zones(round),
            "kiosks" => Self::Kiosks(round),
            "spent-at" => Self::SpentAt(round),
            "disputes" => Self::Disputes(round),
            "disputed-ballots" => Self::DisputedBallots(round),
            "this-kiosk" => Self::ThisKiosk,
            "spent-before" => Self::SpentBefore,
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
            Self::Attendance(round) => (
                "SELECT 0, '', salt FROM attendance_salt WHERE round = ?1
                 UNION ALL SELECT * FROM (SELECT * FROM attendance WHERE round = ?1 ORDER BY delegate)",
                Some(round),
            ),
            Self::VoidPaper(round) => ("SELECT * FROM paper_void WHERE round = ?1 ORDER BY reason", Some(round)),
            Self::Slips(round) => ("SELECT * FROM slip WHERE round = ?1 ORDER BY tag", Some(round)),
            Self::Ballots(round) => ("SELECT * FROM ballot WHERE round = ?1 ORDER BY hash", Some(round)),
            Self::Opening(round) => (
                "SELECT 0, totals FROM encrypted_totals WHERE round = ?1
                 UNION ALL SELECT * FROM (SELECT holder, share FROM opening_share WHERE round = ?1 ORDER BY holder)",
                Some(round),
            ),
            Self::Zones(round) => ("SELECT * FROM slip_zone WHERE round = ?1 ORDER BY tag", Some(round)),
            Self::Kiosks(round) => ("SELECT * FROM kiosk WHERE round = ?1 ORDER BY number", Some(round)),
            Self::SpentAt(round) => ("SELECT * FROM spent_at WHERE round = ?1 ORDER BY tag, kiosk", Some(round)),
            Self::Disputes(round) => ("SELECT * FROM dispute WHERE round = ?1 ORDER BY tag", Some(round)),
            Self::DisputedBallots(round) => {
                ("SELECT * FROM disputed_ballot WHERE round = ?1 ORDER BY tag, kiosk", Some(round))
            }
            Self::ThisKiosk => ("SELECT * FROM this_kiosk", None),
            Self::SpentBefore => ("SELECT * FROM spent_before ORDER BY tag", None),
        }
    }

    /// The rows in a file of this version of the schema.
    const fn rows_since(self, version: i32) -> (&'static str, Option<u32>) {
        match self {
            Self::Attendance(round) if version < attendance::SALTED_SINCE_VERSION => {
                ("SELECT * FROM attendance WHERE round = ?1 ORDER BY delegate", Some(round))
            }
            _ => self.rows(),
        }
    }

    /// SHA-256 over the part's rows, each value with its type and length.
    pub fn digest(self, connection: &Connection) -> Result<String, StoreError> {
        let (sql, round) = self.rows_since(schema::version(connection)?);
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
    let version = schema::version(connection)?;
    if version >= people::SINCE_VERSION {
        parts.push(Part::People);
    }
    if version >= kiosks::SINCE_VERSION {
        parts.extend(of_kiosks(connection)?);
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

/// Those parts that have to do with kiosks apart.
fn of_kiosks(connection: &Connection) -> Result<Vec<Part>, StoreError> {
    let mut parts = vec![Part::ThisKiosk, Part::SpentBefore];
    let mut select = connection.prepare(
        "SELECT number FROM round UNION SELECT round FROM slip_zone UNION SELECT round FROM kiosk
         UNION SELECT round FROM spent_at UNION SELECT round FROM dispute UNION SELECT round FROM disputed_ballot",
    )?;
    for round in select.query_map([], |row| row.get(0))? {
        let round: u32 = round?;
        parts.extend([
            Part::Zones(round),
            Part::Kiosks(round),
            Part::SpentAt(round),
            Part::Disputes(round),
            Part::DisputedBallots(round),
        ]);
    }
    Ok(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::MIGRATIONS;

    #[test]
    fn an_upgrade_leaves_the_hash_of_attendance_as_it_was_and_a_salt_hides_it() {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch(&MIGRATIONS[..3].concat()).unwrap();
        let rows = "PRAGMA foreign_keys = OFF; PRAGMA user_version = 3;
             INSERT INTO attendance VALUES (1, '001', 'slip'), (1, '002', 'paper');";
        connection.execute_batch(rows).unwrap();
        let before = Part::Attendance(1).digest(&connection).unwrap();
        connection.execute_batch(MIGRATIONS[3]).unwrap();
        connection.execute_batch("PRAGMA user_version = 4;").unwrap();
        assert_eq!(Part::Attendance(1).digest(&connection).unwrap(), before);
        let salted = |salt: u8| {
            let put = "INSERT OR REPLACE INTO attendance_salt VALUES (1, ?)";
            connection.execute(put, [[salt; 32]]).unwrap();
            Part::Attendance(1).digest(&connection).unwrap()
        };
        assert_ne!(salted(1), before);
        assert_ne!(salted(1), salted(2));
    }
}
