//! The one store: an SQLite file that a session lives in.
//!
//! The box is laid out before the poll and overwritten in place; the journal is kept, and overwritten with zeros
//! after each commit; deleted content is overwritten. So neither the file nor the disk below it shows the order of
//! casting. The connection holds the file exclusively while it is open.

pub mod attendance;
pub mod audit;
pub mod backup;
pub mod ballots;
mod held;
pub mod inspect;
pub mod kiosks;
pub mod parts;
pub mod people;
pub mod preflight;
mod record;
pub mod rounds;
mod schema;
pub mod session;
pub mod slots;
pub mod this_kiosk;

pub use record::{OpeningTexts, SlipTags};

use crate::{errors::StoreError, station::Station};
use held::Held;
use procedure::round::Round;
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior, config::DbConfig};
use slots::OpenBox;
use std::{
    fs::{File, OpenOptions},
    io::{Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// "PJUE", in the header of every session's file.
pub const APPLICATION_ID: u32 = 0x504A_5545;
/// The version of the schema that this program writes.
pub const SCHEMA_VERSION: i32 = 4;
/// The migrations, each from the version before it.
const MIGRATIONS: [&str; 4] = [
    include_str!("schema.sql"),
    include_str!("people.sql"),
    include_str!("kiosks.sql"),
    include_str!("attendance.sql"),
];
/// The size of the zeros written at once.
const ZEROS: usize = 8 * 1024;
/// What is kept of the journal: more than a cast of 80 candidates needs, so that casting doesn't change its length.
const JOURNAL_KEPT: u64 = 64 * 1024;

/// An open session file.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    station: Station,
    /// Whether the journal may still hold pages as they were: its overwriting failed after the last commit.
    journal_is_stale: bool,
    /// Given up last, when the connection is closed.
    _held: Held,
}

impl Store {
    /// Makes a new session file.
    pub fn create(path: &Path, station: Station) -> Result<Self, StoreError> {
        // An empty file of ours first, so that nothing that lies there is ever overwritten.
        private_file().open(path).map_err(|error| StoreError::io(path, &error))?;
        let held = Held::take(path)?;
        let connection = connect(path)?;
        let mut store =
            Self { connection, path: path.to_owned(), station, journal_is_stale: false, _held: held };
        store.migrate(0)?;
        Ok(store)
    }

    /// Opens a session file: looks at it first, takes it for itself alone, undoes an interrupted write, checks it.
    pub fn open(path: &Path, station: Station) -> Result<Self, StoreError> {
        let held = Held::take(path)?;
        preflight::look(path)?;
        let connection = connect(path)?;
        let mut store =
            Self { connection, path: path.to_owned(), station, journal_is_stale: false, _held: held };
        store.check_integrity()?;
        store.zero_journal()?;
        // Only now: an interrupted write may have been undone that raised the version.
        let version = schema::version(&store.connection)?;
        store.migrate(version)?;
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

    /// Runs one durable transaction: all of it is on the disk when this returns, or nothing is. An error means nothing.
    ///
    /// Should overwriting the journal fail once the transaction is done, the next one is refused until it succeeds.
    pub fn transaction<T, E: From<StoreError>>(
        &mut self,
        act: impl FnOnce(&Transaction<'_>, &Station) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.journal_is_stale {
            self.zero_journal()?;
        }
        let path = self.path.clone();
        let located = |error: rusqlite::Error| E::from(StoreError::sqlite(&path, &error));
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(located)?;
        let done = act(&transaction, &self.station);
        match done {
            Ok(_) => transaction.commit(),
            Err(_) => transaction.rollback(),
        }
        .map_err(located)?;
        self.journal_is_stale = self.zero_journal().is_err();
        done
    }

    /// Closes the file, and gives the station back.
    pub(crate) fn close(self) -> Station {
        self.station
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
        audit::verify_head(&self.connection, &self.station)?;
        parts::check(&self.connection, &entries)?;
        let kiosk_apart = self.this_kiosk()?.is_some();
        let open = self.latest_round()?.filter(|round| match round {
            Round::Sealed(_) | Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_) => true,
            // The outer envelopes of a kiosk's box come off at the station.
            Round::Closed(_) => kiosk_apart,
            _ => false,
        });
        match open {
            Some(round) => {
                let round = round.contest().round();
                let keys = self.keys(round)?.ok_or(StoreError::NoSession)?;
                slots::verified(&self.connection, OpenBox { station: &self.station, round }, &keys).map(drop)
            }
            None if slots::filled(&self.connection)?.0 > 0 => Err(StoreError::SlipsAltered),
            None => Ok(()),
        }
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
#[must_use]
pub fn private_file() -> OpenOptions {
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
             BEGIN EXCLUSIVE;
             COMMIT;",
        )
        .map_err(located)?;
    check_settings(&connection).map_err(located)?;
    Ok(connection)
}

/// Opens a file that is not in use to read it.
pub(crate) fn read_only(path: &Path) -> Result<Connection, StoreError> {
    let located = |error: rusqlite::Error| StoreError::sqlite(path, &error);
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(located)?;
    connection.busy_timeout(std::time::Duration::ZERO).map_err(located)?;
    Ok(connection)
}

/// The settings that secrecy and durability rest on, read back; and nothing in the file may run by itself.
fn check_settings(connection: &Connection) -> rusqlite::Result<()> {
    for (setting, wanted) in [
        ("locking_mode", "exclusive"),
        ("journal_mode", "persist"),
        ("synchronous", "3"),
        ("secure_delete", "1"),
        ("foreign_keys", "1"),
    ] {
        let found: rusqlite::types::Value = connection.pragma_query_value(None, setting, |row| row.get(0))?;
        let found = match found {
            rusqlite::types::Value::Integer(number) => number.to_string(),
            rusqlite::types::Value::Text(text) => text,
            _ => String::new(),
        };
        if found != wanted {
            return Err(rusqlite::Error::InvalidParameterName(format!("{setting} = {found}")));
        }
    }
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    Ok(())
}

/// Asks the database to check the whole file, and that it holds no other tables than ours.
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
    if dangling {
        return Err(damaged("foreign key".to_owned()));
    }
    schema::check(connection).map_err(|error| damaged(error.to_string()))
}
