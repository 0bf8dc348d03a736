//! Why no record is made.

use messages::{Cause, coded_errors};
use procedure::{number::RoundNumber, round::RoundState};

coded_errors! {
    /// Why no record is made.
    pub enum RecordError {
        /// No round has been held.
        NoRound = "record.no-round",
        /// A record is of finished rounds: announced, or void.
        RoundUnfinished { round: RoundNumber, state: RoundState } = "record.round-unfinished",
        /// The name of a document can't be the name of a file everywhere, or two documents have it.
        DocumentName { name: String } = "record.document-name",
        /// Larger than a package can be, 4 gibibytes.
        TooLarge = "record.too-large",
        /// The package could not be written.
        NotWritten { detail: Cause } caused by detail = "record.not-written",
    }
}

impl RecordError {
    /// The operating system refused to write it.
    pub(crate) fn io(error: std::io::Error) -> Self {
        Self::NotWritten { detail: error.into() }
    }
}
