//! A signed file: an `SQLite` database whose every change is one act, done by named persons and entered in a log that is
//! chained by hashes and signed with the station's key.
//!
//! What a file is about is its [`Owner`]'s business: the owner names the tables (as migrations), the sections whose hashes
//! the log carries, and the events. This crate knows none of them, and holds for all:
//!
//! - **Nothing is changed unseen.** [`SignedFile::act`] makes a change and its [`Entry`] in one durable transaction. An entry
//!   carries the hashes of the [`Section`]s that it changed; where the log ends is authenticated. Opening checks all of it.
//! - **An error means that nothing happened.** A failure to overwrite the journal after a commit doesn't fail the act; the next
//!   transaction is refused until the journal is overwritten.
//! - **The disk keeps no earlier content.** Deleted content and the journal are overwritten with zeros.
//! - **One process, one connection.** The file is locked exclusively, also against this process.
//! - **Files of others are never touched.** The header is read before the database opens the file; tables, triggers and views
//!   that aren't the owner's are refused.

mod backup;
mod connection;
mod entry;
mod error;
mod file;
mod header;
mod held;
mod journal;
mod log;
mod owner;
mod persons;
mod pin;
mod pin_form;
mod private_file;
mod read_only;
mod schema;
#[macro_use]
mod section;
mod station;

pub use entry::Entry;
pub use error::{CODES, FileError, PinError};
pub use file::SignedFile;
pub use header::version_of;
pub use journal::{is_interrupted, journal_of};
pub use log::Logged;
pub use owner::{Owner, schema_version};
pub use persons::{Actors, Operator, Witnessed};
pub use pin::{KeptHash, check_pin, hash_pin};
pub use pin_form::check_pin_form;
pub use private_file::private_file;
pub use read_only::ReadOnly;
pub use section::{Section, digest_of};
pub use station::{Station, keyed_hash, signature_holds};
