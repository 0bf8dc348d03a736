//! What can go wrong with a session's file.

use messages::coded_errors;
use std::path::Path;

coded_errors! {
    /// A problem with the session's file. In each case the file was left as it was.
    pub enum StoreError {
        /// There is no such file.
        NotFound { path: String } = "store.not-found",
        /// A file is there already, where a new session was to be made.
        Exists { path: String } = "store.exists",
        /// The file is empty or shorter than its own header says.
        Truncated { path: String } = "store.truncated",
        /// The file is not one of this program's sessions.
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
        Io { path: String, detail: String } = "store.io",
        /// The database refused; a defect of this program.
        Sql { detail: String } = "store.sql",
        /// The file of the station's key is not one.
        StationKeyMalformed { path: String } = "store.station-key-malformed",
        /// The session was made with another station's key.
        OtherStation = "store.other-station",
        /// An entry of the audit log is missing or was altered.
        AuditBroken { number: u32 } = "store.audit-broken",
        /// A slot was not in the state in which an act needs it; nothing was changed.
        SlotNotAsExpected { tag: String } = "store.slot-not-as-expected",
        /// A slot of the open box was altered.
        SlotAltered { tag: String } = "store.slot-altered",
        /// The slips of the box are not those that were made.
        SlipsAltered = "store.slips-altered",
        /// A part of the session is not what the audit log says it is.
        PartAltered { part: String } = "store.part-altered",
        /// A ballot of the closed box, or its root, was altered.
        BallotsAltered { round: u32 } = "store.ballots-altered",
        /// The same sealed ballot lies under two slips.
        BallotTwice { ballot: String } = "store.ballot-twice",
        /// While the poll is open no copy is made: two copies would show which slot was filled between them.
        PollOpen = "store.poll-open",
        /// No session has been set up in the file.
        NoSession = "store.no-session",
    }
}

impl StoreError {
    /// A refusal of the operating system.
    pub(crate) fn io(path: &Path, error: &std::io::Error) -> Self {
        let path = path.display().to_string();
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::NotFound { path },
            std::io::ErrorKind::AlreadyExists => Self::Exists { path },
            std::io::ErrorKind::StorageFull => Self::DiskFull { path },
            _ => Self::Io { path, detail: error.to_string() },
        }
    }

    /// The same problem, with the file named where it isn't yet.
    #[must_use]
    pub(crate) fn at(self, path: &Path) -> Self {
        match self {
            Self::Damaged { path: empty, detail } if empty.is_empty() => {
                Self::Damaged { path: path.display().to_string(), detail }
            }
            other => other,
        }
    }

    /// A refusal of the database on this file.
    pub(crate) fn sqlite(path: &Path, error: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        let path = path.display().to_string();
        if is_of_a_value(error) {
            return Self::Damaged { path, detail: error.to_string() };
        }
        match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::InUse { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, detail: error.to_string() },
            Some(ErrorCode::NotADatabase) => Self::Foreign { path },
            Some(ErrorCode::DiskFull) => Self::DiskFull { path },
            Some(ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::SystemIoFailure) => {
                Self::Io { path, detail: error.to_string() }
            }
            _ => Self::Sql { detail: error.to_string() },
        }
    }
}

/// Whether a value in the file isn't what the program once wrote there, such as text that isn't any.
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

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::sqlite(Path::new(""), &error)
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged { path: String::new(), detail: error.to_string() }
    }
}
