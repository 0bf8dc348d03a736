//! What can go wrong with a signed file, and why a PIN is refused.

use messages::{Cause, CodeTable, coded_errors};
use std::{io, path::Path};

coded_errors! {
    /// A problem with a file. In each case the file was left as it was.
    pub enum FileError {
        /// There is no such file.
        NotFound { path: String } = "store.not-found",
        /// A file of that name exists where a new one was to be made.
        Exists { path: String } = "store.exists",
        /// The file is empty or shorter than its own header says.
        Truncated { path: String } = "store.truncated",
        /// The file is not one of the owner's.
        Foreign { path: String } = "store.foreign",
        /// The file was made by a newer version of the program.
        Newer { path: String, found: i32, known: i32 } = "store.newer",
        /// The file's content is damaged.
        Damaged { path: String, detail: String } = "store.damaged",
        /// Another program, or another copy of this one, has the file open.
        InUse { path: String } = "store.in-use",
        /// The disk is full.
        DiskFull { path: String } = "store.disk-full",
        /// The operating system refused.
        Io { path: String, detail: Cause } caused by detail = "store.io",
        /// The database refused; a defect of this program.
        Sql { detail: Cause } caused by detail = "store.sql",
        /// The file of the station's key is not one.
        StationKeyMalformed { path: String } = "store.station-key-malformed",
        /// The file was made with another station's key.
        OtherStation = "store.other-station",
        /// An entry of the log is missing or was altered.
        AuditBroken { number: u32 } = "store.audit-broken",
        /// A section of the file is not what the log says it is.
        PartAltered { part: String } = "store.part-altered",
    }
}

coded_errors! {
    /// Why a PIN is refused.
    pub enum PinError {
        /// A PIN has 6 to 12 digits.
        Form { shortest: usize, longest: usize } = "pin.form",
        /// A PIN that anybody would try first: a run or a repetition.
        TooEasy = "pin.too-easy",
        /// A PIN that reads as a day or a month, as a birthday does.
        Date = "pin.date",
        /// The PIN isn't this person's.
        Wrong { name: String } = "pin.wrong",
        /// The person has no PIN yet.
        NotSet { name: String } = "pin.not-set",
        /// The PIN could not be hashed; a defect of this program.
        NotHashed = "pin.not-hashed",
    }
}

impl FileError {
    /// The operating system's refusal to do something with this file.
    #[must_use]
    pub fn io(path: &Path, error: io::Error) -> Self {
        let path = path.display().to_string();
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            io::ErrorKind::StorageFull => Self::DiskFull { path },
            _ => Self::Io { path, detail: error.into() },
        }
    }

    /// The database's refusal to do something with this file.
    #[must_use]
    pub fn sqlite(path: &Path, error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let path = path.display().to_string();
        if is_of_a_value(&error) {
            return Self::Damaged { path, detail: error.to_string() };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, detail: error.to_string() },
            Some(ErrorCode::NotADatabase) => Self::Foreign { path },
            Some(ErrorCode::DiskFull) => Self::DiskFull { path },
            Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::SystemIoFailure) => {
                Self::Io { path, detail: error.into() }
            }
            _ => Self::Sql { detail: error.into() },
        }
    }

    /// The same problem; damage that names no file yet names this one.
    #[must_use]
    pub fn at(self, path: &Path) -> Self {
        match self {
            Self::Damaged { path: empty, detail } if empty.is_empty() => {
                Self::Damaged { path: path.display().to_string(), detail }
            }
            other => other,
        }
    }
}

/// Whether a value in the file isn't what the program once wrote there, such as text that isn't UTF-8.
fn is_of_a_value(error: &rusqlite::Error) -> bool {
    use rusqlite::Error;
    matches!(
        error,
        Error::FromSqlConversionFailure(..)
            | Error::Utf8Error(..)
            | Error::InvalidColumnType(..)
            | Error::IntegralValueOutOfRange(..)
    )
}

impl From<rusqlite::Error> for FileError {
    fn from(error: rusqlite::Error) -> Self {
        Self::sqlite(Path::new(""), error)
    }
}

impl From<serde_json::Error> for FileError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged { path: String::new(), detail: error.to_string() }
    }
}

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[FileError::CODES, PinError::CODES];
