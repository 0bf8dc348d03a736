//! The open session file.

use super::sections::Section;
use crate::{errors::StoreError, log::Event};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, Transaction};
use signed_file::{Actors, Logged, SignedFile, Station};
use std::path::Path;

/// Marks the signed files that are sessions.
pub struct Session;

/// An open session file.
pub struct Store {
    pub(super) file: SignedFile<Session>,
}

impl Store {
    /// The file's path.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// The station whose key signs here.
    #[must_use]
    pub const fn station(&self) -> &Station {
        self.file.station()
    }

    /// The log, in order.
    pub fn log(&self) -> Result<Vec<Logged>, StoreError> {
        Ok(self.file.log()?)
    }

    /// The number and hash of the log's last entry.
    pub fn log_end(&self) -> Result<Option<(u32, [u8; 32])>, StoreError> {
        Ok(self.file.log_end()?)
    }

    /// Copies the session into a new file, opens the copy and checks it. Fails while the poll is open.
    ///
    /// The copy is written beside its place and named last: a file of that name is a whole backup.
    pub fn backup_to(&self, target: &Path) -> Result<(), StoreError> {
        self.file.backup_to(target)
    }

    /// Closes the file, and returns the station.
    pub(crate) fn close(self) -> Station {
        self.file.close()
    }

    /// The connection, for reading.
    pub(crate) const fn read(&self) -> &Connection {
        self.file.connection()
    }

    /// Makes a change and its entry in the log, in one durable transaction.
    pub(crate) fn act<T>(
        &mut self,
        at: DateTime<FixedOffset>,
        by: &impl Actors,
        event: Event,
        sections: &[Section],
        change: impl FnOnce(&Transaction<'_>, &Station) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.file.act(at, by, event, sections, change)
    }

    /// Makes a change that isn't logged, in one durable transaction: a cast, and nothing else.
    pub(crate) fn cast<T>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>, &Station) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.file.transaction(change)
    }
}
