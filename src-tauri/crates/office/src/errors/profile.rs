//! Why a profile is refused.

use messages::coded_errors;

coded_errors! {
    /// Why a profile can't stand.
    pub enum ProfileError {
        /// A name is missing.
        NameMissing { field: &'static str } = "session.name-missing",
        /// A name is longer than a document takes, 60 characters.
        NameTooLong { field: &'static str } = "session.name-too-long",
        /// A person is named twice, or as scrutineer and teller.
        PersonTwice { name: String } = "session.person-twice",
        /// More cards are needed than there are scrutineers, or none.
        Threshold { threshold: u32, cards: usize } = "session.threshold",
        /// One key card alone would open the totals; only a training session may have it so.
        OneCardOpens = "session.one-card-opens",
        /// A text of the documents is longer than its place takes.
        TextTooLong { field: &'static str, most: usize } = "session.text-too-long",
        /// The year is not one of this century.
        Year { year: i32 } = "session.year",
    }
}
