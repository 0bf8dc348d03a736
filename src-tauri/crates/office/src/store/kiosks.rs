//! Several kiosks: the zones of slips, remote kiosks and what came back from them, slips spent at two.

use super::{annulled, file::Store, slots::SlotState};
use crate::errors::{ContentError, StoreError};
use ballot_box::{SealedBallot, SlipTag};
use procedure::{
    count::Ballots,
    number::{KioskNumber, RoundNumber},
};
use rusqlite::{Connection, OptionalExtension, Row, Transaction, params, types::Type};
use session_model::{Dispute, Kept, Kiosk, KioskIdentity, KioskState, NONE_KEPT, STATION, Zone};

fn kiosk(row: &Row<'_>) -> rusqlite::Result<Kiosk> {
    let state: String = row.get(5)?;
    let state = KioskState::of(&state)
        .ok_or_else(|| rusqlite::Error::InvalidColumnType(5, "state".to_owned(), Type::Text))?;
    Ok(Kiosk {
        identity: KioskIdentity {
            number: KioskNumber(row.get(0)?),
            name: row.get(1)?,
            zone: zone(row, 2)?,
            key: row.get(3)?,
        },
        provision: row.get(4)?,
        state,
        merged: row.get(6)?,
        collected: row.get::<_, Option<u32>>(7)?.map(Ballots),
        recovered: row.get(8)?,
        tray: row.get(9)?,
        statement: row.get(10)?,
    })
}

pub(super) fn zone(row: &Row<'_>, column: usize) -> rusqlite::Result<Zone> {
    let number: u32 = row.get(column)?;
    Zone::new(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, i64::from(number)))
}

/// Writes the zones of a round's slips, in the order of their tags.
pub fn put_zones(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    zones: impl IntoIterator<Item = (SlipTag, Zone)>,
) -> Result<(), StoreError> {
    let mut sorted: Vec<_> = zones.into_iter().collect();
    sorted.sort_unstable();
    let mut insert = transaction.prepare("INSERT INTO slip_zone (round, tag, zone) VALUES (?, ?, ?)")?;
    for (tag, zone) in sorted {
        insert.execute(params![round.0, tag.0, zone.number()])?;
    }
    Ok(())
}

/// The zone of a slip; the first where none was written, in files of before there were zones.
pub fn zone_of(connection: &Connection, round: RoundNumber, tag: &SlipTag) -> Result<Zone, StoreError> {
    let found = connection
        .prepare_cached("SELECT zone FROM slip_zone WHERE round = ? AND tag = ?")?
        .query_row(params![round.0, tag.0], |row| zone(row, 0))
        .optional()?;
    Ok(found.unwrap_or(Zone::FIRST))
}

/// The slips of a zone, sorted by tag.
pub fn slips_of(connection: &Connection, round: RoundNumber, zone: Zone) -> Result<Vec<SlipTag>, StoreError> {
    let mut select =
        connection.prepare("SELECT tag FROM slip_zone WHERE round = ? AND zone = ? ORDER BY tag")?;
    let tags = select.query_map(params![round.0, zone.number()], |row| row.get(0).map(SlipTag))?;
    Ok(tags.collect::<Result<_, _>>()?)
}

/// How many slips of each zone are in each state, in the open box and in the closed one; of rounds without zones nothing.
pub fn by_zone(
    connection: &Connection,
    round: RoundNumber,
) -> Result<Vec<(Zone, SlotState, u32)>, StoreError> {
    let mut select = connection.prepare(
        "SELECT zone, state, count(*) FROM slip_zone JOIN
             (SELECT tag, state FROM slot UNION ALL SELECT tag, state FROM slip WHERE round = ?1) USING (tag)
         WHERE round = ?1 GROUP BY zone, state ORDER BY zone, state",
    )?;
    let rows = select.query_map([round.0], |row| Ok((zone(row, 0)?, row.get::<_, u8>(1)?, row.get(2)?)))?;
    let mut counts = Vec::new();
    for row in rows {
        let (zone, state, slips) = row?;
        let state = SlotState::of(state).ok_or(ContentError::SlipsAltered)?;
        counts.push((zone, state, slips));
    }
    Ok(counts)
}

const KIOSK: &str =
    "SELECT number, name, zone, key, provision, state, box, collected, recovered, tray, statement FROM kiosk";

/// The kiosks of a round, by number.
pub fn all(connection: &Connection, round: RoundNumber) -> Result<Vec<Kiosk>, StoreError> {
    let mut select = connection.prepare(&format!("{KIOSK} WHERE round = ? ORDER BY number"))?;
    let kiosks = select.query_map([round.0], kiosk)?;
    Ok(kiosks.collect::<Result<_, _>>()?)
}

/// Writes a kiosk that is provisioned.
pub fn put(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    identity: &KioskIdentity,
    provision: &[u8],
) -> Result<(), StoreError> {
    let KioskIdentity { number, name, zone, key } = identity;
    transaction.execute(
        "INSERT INTO kiosk (round, number, name, zone, key, provision, state, recovered)
         VALUES (?, ?, ?, ?, ?, ?, 'out', 0)",
        params![round.0, number.0, name, zone.number(), key, provision],
    )?;
    Ok(())
}

/// Writes what became of a kiosk.
pub fn set_state(transaction: &Transaction<'_>, round: RoundNumber, kiosk: &Kiosk) -> Result<(), StoreError> {
    let Kiosk { identity, state, merged, collected, recovered, tray, statement, .. } = kiosk;
    transaction.execute(
        "UPDATE kiosk SET state = ?, box = ?, collected = ?, recovered = ?, tray = ?, statement = ?
         WHERE round = ? AND number = ?",
        params![
            state.text(),
            merged,
            collected.map(|ballots| ballots.0),
            recovered,
            tray,
            statement,
            round.0,
            identity.number.0
        ],
    )?;
    Ok(())
}

/// The slips in the trays of a round's lost kiosks: ballots that are missing.
pub fn missing(connection: &Connection, round: RoundNumber) -> Result<u32, StoreError> {
    Ok(connection.query_row(
        "SELECT coalesce(sum(tray), 0) FROM kiosk WHERE round = ? AND state = 'lost'",
        [round.0],
        |row| row.get(0),
    )?)
}

/// Notes that a slip was spent at a remote kiosk.
pub fn put_spent_at(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    tag: &SlipTag,
    kiosk: KioskNumber,
) -> Result<(), StoreError> {
    transaction
        .prepare_cached("INSERT INTO spent_at (round, tag, kiosk) VALUES (?, ?, ?)")?
        .execute(params![round.0, tag.0, kiosk.0])?;
    Ok(())
}

/// Where the ballot in a spent slip's slot was cast, while no other was: at a remote kiosk, or at the station's own.
pub fn spent_at(
    connection: &Connection,
    round: RoundNumber,
    tag: &SlipTag,
) -> Result<KioskNumber, StoreError> {
    let found = connection
        .prepare_cached("SELECT kiosk FROM spent_at WHERE round = ? AND tag = ?")?
        .query_row(params![round.0, tag.0], |row| row.get(0))
        .optional()?;
    Ok(found.map_or(STATION, KioskNumber))
}

/// The disputes of a round, by tag.
pub fn disputes(connection: &Connection, round: RoundNumber) -> Result<Vec<Dispute>, StoreError> {
    let mut select =
        connection.prepare("SELECT tag, kept, statement FROM dispute WHERE round = ? ORDER BY tag")?;
    let mut rows = select.query([round.0])?;
    let mut disputes = Vec::new();
    while let Some(row) = rows.next()? {
        let tag = SlipTag(row.get(0)?);
        let kept: Option<i64> = row.get(1)?;
        let decision = kept.and_then(Kept::of).zip(row.get::<_, Option<String>>(2)?);
        disputes.push(Dispute { tag, kiosks: disputed_at(connection, round, &tag)?, decision });
    }
    Ok(disputes)
}

/// The dispute about a slip.
pub fn dispute(
    connection: &Connection,
    round: RoundNumber,
    tag: &SlipTag,
) -> Result<Option<Dispute>, StoreError> {
    let found: Option<(Option<i64>, Option<String>)> = connection
        .prepare_cached("SELECT kept, statement FROM dispute WHERE round = ? AND tag = ?")?
        .query_row(params![round.0, tag.0], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let Some((kept, statement)) = found else { return Ok(None) };
    let kiosks = disputed_at(connection, round, tag)?;
    Ok(Some(Dispute { tag: *tag, kiosks, decision: kept.and_then(Kept::of).zip(statement) }))
}

fn disputed_at(
    connection: &Connection,
    round: RoundNumber,
    tag: &SlipTag,
) -> Result<Vec<KioskNumber>, StoreError> {
    let mut select = connection
        .prepare_cached("SELECT kiosk FROM disputed_ballot WHERE round = ? AND tag = ? ORDER BY kiosk")?;
    let kiosks = select.query_map(params![round.0, tag.0], |row| row.get(0).map(KioskNumber))?;
    Ok(kiosks.collect::<Result<_, _>>()?)
}

/// Begins a dispute, or begins it again: whatever was decided is so no more.
pub fn open_dispute(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    tag: &SlipTag,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO dispute (round, tag) VALUES (?, ?)
         ON CONFLICT (round, tag) DO UPDATE SET kept = NULL, statement = NULL",
        params![round.0, tag.0],
    )?;
    Ok(())
}

/// Writes what the scrutineers decided.
pub fn decide(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    tag: &SlipTag,
    kept: Kept,
    statement: &str,
) -> Result<(), StoreError> {
    transaction.execute(
        "UPDATE dispute SET kept = ?, statement = ? WHERE round = ? AND tag = ?",
        params![kept.number(), statement, round.0, tag.0],
    )?;
    Ok(())
}

/// Lays a disputed ballot aside.
pub fn put_disputed(
    transaction: &Transaction<'_>,
    round: RoundNumber,
    tag: &SlipTag,
    kiosk: KioskNumber,
    ballot: &SealedBallot,
) -> Result<(), StoreError> {
    transaction.execute(
        "INSERT INTO disputed_ballot (round, tag, kiosk, sealed) VALUES (?, ?, ?, ?)",
        params![round.0, tag.0, kiosk.0, ballot.as_bytes()],
    )?;
    Ok(())
}

/// The ballot of a disputed slip that was cast at this kiosk.
pub fn disputed(
    connection: &Connection,
    round: RoundNumber,
    tag: &SlipTag,
    kiosk: KioskNumber,
) -> Result<SealedBallot, StoreError> {
    let found = connection
        .query_row(
            "SELECT sealed FROM disputed_ballot WHERE round = ? AND tag = ? AND kiosk = ?",
            params![round.0, tag.0, kiosk.0],
            |row| row.get(0),
        )
        .optional()?;
    let ballot = found.map(SealedBallot::from_bytes);
    Ok(ballot.ok_or(ContentError::SlotNotAsExpected { tag: *tag })?)
}

/// All ballots that are kept aside.
pub fn all_disputed(connection: &Connection, round: RoundNumber) -> Result<Vec<SealedBallot>, StoreError> {
    let mut select = connection.prepare("SELECT sealed FROM disputed_ballot WHERE round = ?")?;
    let ballots = select.query_map([round.0], |row| row.get(0).map(SealedBallot::from_bytes))?;
    Ok(ballots.collect::<Result<_, _>>()?)
}

/// How many slips the scrutineers found void because they were spent twice. A round of before there were kiosks has none.
pub fn void_slips(connection: &Connection, round: RoundNumber) -> Result<u32, StoreError> {
    Ok(connection.query_row(
        "SELECT count(*) FROM dispute WHERE round = ?1 AND kept = ?2
         AND tag NOT IN (SELECT tag FROM annulled_slip WHERE round = ?1)",
        params![round.0, NONE_KEPT],
        |row| row.get(0),
    )?)
}

/// Takes the outer envelopes off: afterwards nothing says which ballot came from where, or under which slip, and the provisions,
/// which list the slips that were spent before each was made, are gone. The database overwrites what it deletes.
pub fn take_outer_envelopes_off(transaction: &Transaction<'_>, round: RoundNumber) -> Result<(), StoreError> {
    transaction.execute("DELETE FROM spent_at WHERE round = ?", [round.0])?;
    transaction.execute("UPDATE disputed_ballot SET sealed = x'' WHERE round = ?", [round.0])?;
    transaction.execute("UPDATE kiosk SET provision = x'' WHERE round = ?", [round.0])?;
    Ok(())
}

impl Store {
    /// How many slips of a round are collected and void: they were spent twice, and none of their ballots was kept, or lay among
    /// the left-over ones.
    pub fn void_slips(&self, round: RoundNumber) -> Result<Ballots, StoreError> {
        let annulled = annulled::count(self.read(), round)?;
        Ok(Ballots(void_slips(self.read(), round)?.saturating_add(annulled)))
    }
}
