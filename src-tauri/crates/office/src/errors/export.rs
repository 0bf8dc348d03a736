//! Why no record is made.

use messages::coded_errors;
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
    }
}
