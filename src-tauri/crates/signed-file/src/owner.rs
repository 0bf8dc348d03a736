//! Whose file it is.

use crate::{error::FileError, section::Section};
use rusqlite::Connection;
use serde::{Serialize, de::DeserializeOwned};

/// What a kind of signed file is made of: how it is recognised, its tables, its sections, and what its log says.
pub trait Owner {
    /// Four bytes in the header of every such file, by which it is recognised.
    const APPLICATION_ID: u32;
    /// The schema as SQL, each version from the one before it. A released version is never edited; a later one is added.
    const MIGRATIONS: &'static [&'static str];
    /// What an entry of the log says was done.
    type Event: Serialize + DeserializeOwned;
    /// The sections of the file.
    type Section: Section;
    /// What can go wrong with such a file.
    type Error: From<FileError>;

    /// Returns the public key of the station that made the file; none before the file is set up.
    fn station(connection: &Connection) -> Result<Option<Vec<u8>>, FileError>;

    /// Fails where the file is in a state in which no copy may be made.
    fn check_may_be_copied(connection: &Connection) -> Result<(), Self::Error>;
}

/// The version of the schema that this program writes.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "a file has a handful of versions"
)]
pub const fn schema_version<O: Owner>() -> i32 {
    O::MIGRATIONS.len() as i32
}
