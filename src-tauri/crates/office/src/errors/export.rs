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
        /// A further round is called for, and nobody has stated why none is held.
        RoundDue = "record.round-due",
        /// The name of a document can't be the name of a file everywhere, or two documents have it.
        DocumentName { name: String } = "record.document-name",
        /// A document was not made official, or has changed since.
        DocumentNotIssued { name: String } = "record.document-not-issued",
        /// A document that was made official would be missing.
        DocumentLeftOut { name: String } = "record.document-left-out",
    }
}
