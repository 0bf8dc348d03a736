//! The one store: an SQLite file that a session lives in.
//!
//! The box is laid out before the poll and overwritten in place; the journal is kept, and overwritten with zeros
//! after each commit; deleted content is overwritten. So neither the file nor the disk below it shows the order of
//! casting. The connection holds the file exclusively while it is open.

pub mod attendance;
pub mod audit;
pub mod backup;
pub mod ballots;
mod error;
pub mod inspect;
pub mod parts;
pub mod preflight;
pub mod rounds;
pub mod session;
pub mod slots;

pub use error::StoreError;

use crate::station::Station;
use procedure::round::Round;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use std::{
    fs::{File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// "PJUE", in the header of every session's file.
pub const APPLICATION_ID: u32 = 0x504A_5545;
/// The version of the schema that this program writes.
pub const SCHEMA_VERSION: i32 = 1;
/// The migrations, each from the version before it.
const MIGRATIONS: [&str; 1] = [include_str!("schema.sql")];
/// The size of the zeros written at once.
const ZEROS: usize = 8 * 1024;
/// What is kept of the journal: more than a cast needs, so that casting never changes its length.
const JOURNAL_KEPT: u64 = 1024 * 1024;

/// An open session file.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    station: Station,
}

impl Store {
    /// Makes a new session file.
    pub fn create(path: &Path, station: Station) -> Result<Self, StoreError> {
        // An empty file of ours first, so that nothing that lies there is ever overwritten.
        private_file().open(path).map_err(|error| StoreError::io(path, &error))?;
        let connection = connect(path)?;
        let mut store = Self { connection, path: path.to_owned(), station };
        store.migrate(0)?;
        Ok(store)
    }

    /// Opens a session file: looks at it first, takes it for itself alone, undoes an interrupted write, checks it.
    pub fn open(path: &Path, station: Station) -> Result<Self, StoreError> {
        let header = preflight::look(path)?;
        let connection = connect(path)?;
        let mut store = Self { connection, path: path.to_owned(), station };
        store.check_integrity()?;
        store.zero_journal()?;
        store.migrate(header.version)?;
        store.check_station()?;
        store.check_content().map_err(|error| error.at(path))?;
        Ok(store)
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The station whose key signs here.
    #[must_use]
    pub const fn station(&self) -> &Station {
        &self.station
    }

    /// Runs one durable transaction: all of it is on the disk when this returns, or nothing is.
    pub fn transaction<T, E: From<StoreError>>(
        &mut self,
        act: impl FnOnce(&Transaction<'_>, &Station) -> Result<T, E>,
    ) -> Result<T, E> {
        let path = self.path.clone();
        let located = |error: rusqlite::Error| E::from(StoreError::sqlite(&path, &error));
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(located)?;
        let done = act(&transaction, &self.station)?;
        transaction.commit().map_err(located)?;
        self.zero_journal()?;
        Ok(done)
    }

    /// The connection, for reading.
    pub(crate) const fn read(&self) -> &Connection {
        &self.connection
    }

    fn migrate(&mut self, from: i32) -> Result<(), StoreError> {
        let done = usize::try_from(from).unwrap_or_default();
        if done > 0 && done < MIGRATIONS.len() {
            self.backup_to(&self.path.with_extension(format!("version-{from}.backup")))?;
        }
        for (version, sql) in (1_i32..).zip(MIGRATIONS).skip(done) {
            self.transaction(|transaction, _| -> Result<(), StoreError> {
                transaction.execute_batch(sql)?;
                transaction.pragma_update(None, "application_id", APPLICATION_ID.cast_signed())?;
                transaction.pragma_update(None, "user_version", version)?;
                Ok(())
            })?;
        }
        Ok(())
    }

    fn check_integrity(&self) -> Result<(), StoreError> {
        integrity(&self.connection, &self.path)
    }

    fn check_station(&self) -> Result<(), StoreError> {
        let known: Option<Vec<u8>> = session::station(&self.connection)?;
        match known {
            Some(key) if key != self.station.public_key() => Err(StoreError::OtherStation),
            _ => Ok(()),
        }
    }

    /// Checks the audit log, each part of the session against it, and the open box if there is one.
    fn check_content(&self) -> Result<(), StoreError> {
        let entries = audit::verify(&self.connection, &self.station.public_key())?;
        parts::check(&self.connection, &entries)?;
        let open = self.latest_round()?.filter(|round| {
            matches!(round, Round::Sealed(_) | Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_))
        });
        if let Some(round) = open
            && let Some(keys) = self.keys(round.contest().turn.round())?
        {
            slots::verified(&self.connection, &self.station, &keys)?;
        }
        Ok(())
    }

    /// Overwrites the journal with zeros, so that no page lies on the disk as it was before.
    ///
    /// Only after a commit, or after the database has undone an interrupted write: never before. A journal that a large
    /// transaction left is cut once it is all zeros, or each cast would overwrite it whole.
    fn zero_journal(&self) -> Result<(), StoreError> {
        let journal = preflight::journal(&self.path);
        let failed = |error: &std::io::Error| StoreError::io(&journal, error);
        let mut file = match OpenOptions::new().write(true).open(&journal) {
            Ok(file) => file,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(failed(&error)),
        };
        overwrite(&mut file).map_err(|error| failed(&error))
    }
}

fn overwrite(file: &mut File) -> std::io::Result<()> {
    let zeros = [0; ZEROS];
    let mut left = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    file.seek(SeekFrom::Start(0))?;
    while left > 0 {
        let now = left.min(ZEROS);
        file.write_all(&zeros[..now])?;
        left -= now;
    }
    file.sync_data()?;
    if file.metadata()?.len() > JOURNAL_KEPT {
        file.set_len(JOURNAL_KEPT)?;
        file.sync_all()?;
    }
    Ok(())
}

/// Options for a new file that only its owner can read.
pub(crate) fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Connects to a file that is there, and takes it for this process alone.
fn connect(path: &Path) -> Result<Connection, StoreError> {
    let located = |error: rusqlite::Error| StoreError::sqlite(path, &error);
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(located)?;
    connection.busy_timeout(std::time::Duration::ZERO).map_err(located)?;
    connection
        .execute_batch(
            "PRAGMA locking_mode = EXCLUSIVE;
             PRAGMA page_size = 4096;
             PRAGMA auto_vacuum = NONE;
             PRAGMA temp_store = MEMORY;
             PRAGMA mmap_size = 0;
             PRAGMA trusted_schema = OFF;
             PRAGMA foreign_keys = ON;
             PRAGMA secure_delete = ON;
             PRAGMA journal_mode = PERSIST;
             PRAGMA synchronous = EXTRA;
             BEGIN IMMEDIATE;
             COMMIT;",
        )
        .map_err(located)?;
    Ok(connection)
}

/// Asks the database to check the whole file.
pub(crate) fn integrity(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let damaged = |detail: String| StoreError::Damaged { path: path.display().to_string(), detail };
    let found: String = connection
        .query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))
        .map_err(|error| damaged(error.to_string()))?;
    if found != "ok" {
        return Err(damaged(found));
    }
    let dangling: bool = connection
        .prepare("PRAGMA foreign_key_check")
        .and_then(|mut statement| statement.exists([]))
        .map_err(|error| damaged(error.to_string()))?;
    if dangling { Err(damaged("foreign key".to_owned())) } else { Ok(()) }
}
