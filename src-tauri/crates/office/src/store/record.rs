//! What a record is made of, as it is stored: texts byte for byte, since the audit log's hashes are over them.

use super::{file::Store, slots::SlotState};
use crate::{
    errors::{ContentError, StoreError},
    log::{Entry, Event},
};
use ballot_box::SlipTag;
use procedure::number::RoundNumber;
use rusqlite::{Connection, OptionalExtension};
use signed_file::Logged;

/// The version in which the records of new sessions are written.
const LATEST_VERSION: u32 = 2;

/// What became of a round's slips: tags by state, each list sorted.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct SlipTags {
    /// A ballot was cast with it; those of used paper slots are among them.
    pub spent: Vec<SlipTag>,
    /// Never used.
    pub unused: Vec<SlipTag>,
    /// Exchanged for another.
    pub cancelled: Vec<SlipTag>,
    /// Slots for paper ballots that were not used.
    pub unused_paper: Vec<SlipTag>,
}

/// What a round's count was made of, as it is stored: the encrypted totals and each card's share.
pub struct OpeningTexts {
    /// The encrypted totals.
    pub totals: String,
    /// The shares, by holder.
    pub shares: Vec<String>,
}

impl Store {
    /// The version of the session's record: the one by which its first round was sealed, and the latest before that. A session
    /// that 0.1.0 sealed goes on by the first, whose rules its rounds were begun by.
    pub fn record_version(&self) -> Result<u32, StoreError> {
        let sealed = |event| if let Event::Sealed { version, .. } = event { Some(version) } else { None };
        Ok(self.events()?.into_iter().find_map(sealed).unwrap_or(LATEST_VERSION))
    }

    /// What was done, from the first act on.
    pub fn events(&self) -> Result<Vec<Event>, StoreError> {
        let event = |logged: Logged| -> Result<Event, StoreError> {
            let entry: Entry = serde_json::from_str(&logged.entry)?;
            Ok(entry.event)
        };
        self.log()?.into_iter().map(event).collect()
    }

    /// The profile and the first round's rules, as they are stored.
    pub fn session_texts(&self) -> Result<(String, Option<String>), StoreError> {
        let select = "SELECT profile, rules FROM session";
        let found = self.read().query_row(select, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(found.ok_or(ContentError::NoSession)?)
    }

    /// A round's state, as it is stored.
    pub fn round_text(&self, round: RoundNumber) -> Result<Option<String>, StoreError> {
        text(self.read(), "SELECT state FROM round WHERE number = ?", round)
    }

    /// A round's election key, as it is stored; none before it is sealed.
    pub fn key_text(&self, round: RoundNumber) -> Result<Option<String>, StoreError> {
        text(self.read(), "SELECT election FROM round_key WHERE round = ?", round)
    }

    /// A round's void paper ballots by reason.
    pub fn void_by_reason(&self, round: RoundNumber) -> Result<Vec<(String, u32)>, StoreError> {
        let mut select =
            self.read().prepare("SELECT reason, ballots FROM paper_void WHERE round = ? ORDER BY reason")?;
        let rows = select.query_map([round.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What became of the slips of a round whose poll is closed.
    pub fn slip_tags(&self, round: RoundNumber) -> Result<SlipTags, StoreError> {
        let mut select = self.read().prepare("SELECT tag, state FROM slip WHERE round = ? ORDER BY tag")?;
        let mut rows = select.query([round.0])?;
        let mut tags = SlipTags::default();
        while let Some(row) = rows.next()? {
            let tag = SlipTag(row.get(0)?);
            match SlotState::of(row.get(1)?).ok_or(ContentError::SlipsAltered)? {
                SlotState::Unused => tags.unused.push(tag),
                SlotState::Spent => tags.spent.push(tag),
                SlotState::Cancelled => tags.cancelled.push(tag),
                SlotState::UnusedPaper => tags.unused_paper.push(tag),
            }
        }
        Ok(tags)
    }

    /// Hands on each ballot of a closed box, sorted by hash; one at a time is in memory.
    pub fn each_ballot<E: From<StoreError>>(
        &self,
        round: RoundNumber,
        mut take: impl FnMut([u8; 32], &[u8]) -> Result<(), E>,
    ) -> Result<(), E> {
        let sql = "SELECT hash, sealed FROM ballot WHERE round = ? ORDER BY hash";
        let mut select = self.read().prepare(sql).map_err(StoreError::from)?;
        let mut rows = select.query([round.0]).map_err(StoreError::from)?;
        while let Some(row) = rows.next().map_err(StoreError::from)? {
            let hash: [u8; 32] = row.get(0).map_err(StoreError::from)?;
            let sealed: Vec<u8> = row.get(1).map_err(StoreError::from)?;
            take(hash, &sealed)?;
        }
        Ok(())
    }

    /// What a round's count was made of; none where nothing was opened.
    pub fn opening_texts(&self, round: RoundNumber) -> Result<Option<OpeningTexts>, StoreError> {
        let totals = text(self.read(), "SELECT totals FROM encrypted_totals WHERE round = ?", round)?;
        let Some(totals) = totals else { return Ok(None) };
        let mut select =
            self.read().prepare("SELECT share FROM opening_share WHERE round = ? ORDER BY holder")?;
        let shares = select.query_map([round.0], |row| row.get(0))?.collect::<Result<_, _>>()?;
        Ok(Some(OpeningTexts { totals, shares }))
    }
}

fn text(connection: &Connection, sql: &str, round: RoundNumber) -> Result<Option<String>, StoreError> {
    Ok(connection.query_row(sql, [round.0], |row| row.get(0)).optional()?)
}
