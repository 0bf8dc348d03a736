//! An open signed file.

use crate::{
    connection,
    entry::Entry,
    error::FileError,
    header,
    held::Held,
    journal,
    log::{self, Logged},
    owner::{Owner, schema_version},
    persons::Actors,
    private_file::private_file,
    schema, section,
    station::Station,
};
use chrono::{DateTime, FixedOffset};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::{
    marker::PhantomData,
    path::{Path, PathBuf},
};

/// A signed file that is open: nobody else has it, and its log and sections were checked.
pub struct SignedFile<O> {
    connection: Connection,
    path: PathBuf,
    station: Station,
    /// Whether the journal may still hold pages as they were: overwriting it failed after the last commit.
    journal_is_stale: bool,
    /// Given up last, when the connection is closed.
    _held: Held,
    owner: PhantomData<O>,
}

impl<O: Owner> SignedFile<O> {
    /// Makes a new file. Fails where one of that name exists.
    pub fn create(path: &Path, station: Station) -> Result<Self, O::Error> {
        // An empty file of ours first, so that an existing one is never overwritten.
        private_file().open(path).map_err(|error| FileError::io(path, error))?;
        let mut file = Self::take(path, station, Held::take(path)?)?;
        file.migrate(0)?;
        Ok(file)
    }

    /// Opens a file: looks at its header, takes it for this process alone, undoes an interrupted write, brings its tables to the
    /// latest version, and checks its log and its sections.
    pub fn open(path: &Path, station: Station) -> Result<Self, O::Error> {
        let held = Held::take(path)?;
        header::version_of::<O>(path)?;
        let mut file = Self::take(path, station, held)?;
        connection::check_integrity(&file.connection, O::MIGRATIONS, path)?;
        journal::zero(path)?;
        // Only now: an interrupted write may have been undone that raised the version.
        let version = schema::version(&file.connection)?;
        file.migrate(version)?;
        file.check_station()?;
        check_content::<O>(&file.connection, &file.station).map_err(|error| error.at(path))?;
        Ok(file)
    }

    fn take(path: &Path, station: Station, held: Held) -> Result<Self, FileError> {
        Ok(Self {
            connection: connection::connect(path)?,
            path: path.to_owned(),
            station,
            journal_is_stale: false,
            _held: held,
            owner: PhantomData,
        })
    }

    /// The file's path.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The station whose key signs here.
    #[must_use]
    pub const fn station(&self) -> &Station {
        &self.station
    }

    /// The connection, for reading.
    #[must_use]
    pub const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// The log, in order.
    pub fn log(&self) -> Result<Vec<Logged>, FileError> {
        log::read(&self.connection)
    }

    /// The number and hash of the log's last entry.
    pub fn log_end(&self) -> Result<Option<(u32, [u8; 32])>, FileError> {
        log::last(&self.connection)
    }

    /// Closes the file, and returns the station.
    #[must_use]
    pub fn close(self) -> Station {
        self.station
    }

    /// Does one act: its change and its entry in the log, with the hashes of the sections that it changed, are one durable
    /// transaction. An error means that nothing happened.
    pub fn act<T, E: From<FileError>>(
        &mut self,
        at: DateTime<FixedOffset>,
        by: &impl Actors,
        event: O::Event,
        sections: &[O::Section],
        change: impl FnOnce(&Transaction<'_>, &Station) -> Result<T, E>,
    ) -> Result<T, E> {
        self.transaction(|transaction, station| {
            let changed = change(transaction, station)?;
            let entry = Entry {
                at,
                operator: by.operator().to_owned(),
                witness: by.witness().map(str::to_owned),
                event,
                parts: section::digests(transaction, sections)?,
            };
            log::append(transaction, station, &entry)?;
            Ok(changed)
        })
    }

    /// Runs one durable transaction that leaves no entry in the log: all of it is on the disk when this returns, or nothing is.
    /// An error means that nothing happened.
    ///
    /// Where overwriting the journal fails once the transaction is done, the next one is refused until it succeeds.
    pub fn transaction<T, E: From<FileError>>(
        &mut self,
        change: impl FnOnce(&Transaction<'_>, &Station) -> Result<T, E>,
    ) -> Result<T, E> {
        if self.journal_is_stale {
            journal::zero(&self.path)?;
        }
        let path = self.path.clone();
        let located = |error: rusqlite::Error| E::from(FileError::sqlite(&path, error));
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(located)?;
        let done = change(&transaction, &self.station);
        match done {
            Ok(_) => transaction.commit(),
            Err(_) => transaction.rollback(),
        }
        .map_err(located)?;
        self.journal_is_stale = journal::zero(&self.path).is_err();
        done
    }

    /// Brings the tables from this version to the latest. A file of an earlier version is copied first, as it is, unless its owner
    /// allows no copy now: each version is one transaction, so that a crash leaves the one before.
    fn migrate(&mut self, from: i32) -> Result<(), O::Error> {
        let is_earlier = (1..schema_version::<O>()).contains(&from);
        if is_earlier && O::check_may_be_copied(&self.connection).is_ok() {
            self.backup_to(&self.path.with_extension(format!("version-{from}.backup")))?;
        }
        let done = usize::try_from(from).unwrap_or_default();
        for (version, sql) in (1_i32..).zip(O::MIGRATIONS).skip(done) {
            self.transaction(|transaction, _| -> Result<(), FileError> {
                transaction.execute_batch(sql)?;
                transaction.pragma_update(None, "application_id", O::APPLICATION_ID.cast_signed())?;
                transaction.pragma_update(None, "user_version", version)?;
                Ok(())
            })?;
        }
        Ok(())
    }

    fn check_station(&self) -> Result<(), FileError> {
        match O::station(&self.connection)? {
            Some(key) if key != self.station.public_key() => Err(FileError::OtherStation),
            Some(_) | None => Ok(()),
        }
    }
}

/// Checks the log with its end, and each section against it.
pub fn check_content<O: Owner>(connection: &Connection, station: &Station) -> Result<(), FileError> {
    let entries: Vec<Entry<O::Event>> = log::verify(connection, &station.public_key())?;
    log::verify_head(connection, station)?;
    section::check::<O::Section, _>(connection, &entries)
}
