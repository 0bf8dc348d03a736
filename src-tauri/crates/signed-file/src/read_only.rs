//! A file that is read without its key.

use crate::{
    connection,
    entry::Entry,
    error::FileError,
    header,
    held::Held,
    journal,
    log::{self, Logged},
    owner::Owner,
    section,
};
use rusqlite::Connection;
use std::{
    marker::PhantomData,
    path::{Path, PathBuf},
};

/// A file that is open for reading only. Nobody else in this process opens it meanwhile.
pub struct ReadOnly<O> {
    connection: Connection,
    path: PathBuf,
    version: i32,
    _held: Held,
    owner: PhantomData<O>,
}

impl<O: Owner> ReadOnly<O> {
    /// Opens a file after a look at its header. Nothing of its content is checked.
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let held = Held::take(path)?;
        let version = header::version_of::<O>(path)?;
        let connection = connection::read_only(path)?;
        Ok(Self { connection, path: path.to_owned(), version, _held: held, owner: PhantomData })
    }

    /// The version of the file's schema.
    #[must_use]
    pub const fn version(&self) -> i32 {
        self.version
    }

    /// The connection.
    #[must_use]
    pub const fn connection(&self) -> &Connection {
        &self.connection
    }

    /// Whether a write was interrupted. The file must be opened by its application, which undoes it, before it is checked.
    pub fn is_interrupted(&self) -> Result<bool, FileError> {
        journal::is_interrupted(&self.path)
    }

    /// Checks the database and its tables.
    pub fn check_integrity(&self) -> Result<(), FileError> {
        let select = "SELECT count(*) FROM sqlite_schema";
        self.connection
            .query_row(select, [], |_| Ok(()))
            .map_err(|error| FileError::sqlite(&self.path, error))?;
        connection::check_integrity(&self.connection, O::MIGRATIONS, &self.path)
    }

    /// Checks the log against this public key, and each section against the log. Returns the log. Whether entries were cut off
    /// its end can't be told without the station's secret.
    pub fn check_log(&self, station: &[u8; 32]) -> Result<Vec<Logged>, FileError> {
        let entries: Vec<Entry<O::Event>> = log::verify(&self.connection, station)?;
        section::check::<O::Section, _>(&self.connection, &entries)?;
        log::read(&self.connection)
    }
}
