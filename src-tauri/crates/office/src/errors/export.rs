//! Why no record is made.

use messages::coded_errors;

coded_errors! {
    /// Why no record is made.
    pub enum RecordError {
        /// No round has been held.
        NoRound = "record.no-round",
        /// A record is of finished rounds: announced, or void.
        RoundUnfinished { round: u32, state: &'static str } = "record.round-unfinished",
        /// The name of a document can't be the name of a file everywhere, or two documents have it.
        DocumentName { name: String } = "record.document-name",
        /// Larger than a package can be, 4 gibibytes.
        TooLarge = "record.too-large",
        /// The package could not be written.
        NotWritten { detail: String } = "record.not-written",
    }
}

impl RecordError {
    /// The operating system refused to write it.
    pub(crate) fn io(error: &std::io::Error) -> Self {
        Self::NotWritten { detail: error.to_string() }
    }
}
