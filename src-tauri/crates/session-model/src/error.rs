//! Why values of a session are refused.

use messages::{CodeTable, coded_errors};

/// Every code of this crate, with the names of its facts.
pub const CODES: &[CodeTable] = &[ProfileError::CODES, ZoneError::CODES, PaperBallotError::CODES];

/// Facts that are words of the program: why a paper ballot is void, colours of zones.
pub const WORDS: CodeTable = &[
    ("paper.unclear", &[]),
    ("paper.not-issued", &[]),
    ("colour.red", &[]),
    ("colour.blue", &[]),
    ("colour.yellow", &[]),
    ("colour.green", &[]),
    ("colour.orange", &[]),
    ("colour.purple", &[]),
    ("colour.brown", &[]),
    ("colour.grey", &[]),
];

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
        /// One holder alone would open the totals, and nothing would be distributed.
        OneHolderOpens = "session.one-holder-opens",
        /// A text of the documents is longer than its place takes.
        TextTooLong { field: &'static str, most: usize } = "session.text-too-long",
        /// The year is not one of this century.
        Year { year: i32 } = "session.year",
    }
}

coded_errors! {
    /// Why there is no such zone.
    pub enum ZoneError {
        /// Zones are numbered from 1, and there are only so many colours.
        NoSuchZone { zone: u32, most: u32 } = "kiosk-file.no-such-zone",
    }
}

coded_errors! {
    /// Why a batch can't be entered.
    pub enum PaperBallotError {
        /// Only tellers and scrutineers of the session read paper ballots.
        NotAReader { name: String } = "paper.not-a-reader",
        /// Two readings by one person are one reading.
        ReadTwice { name: String } = "paper.read-twice",
        /// A batch has no ballots, or more than a pile.
        BatchSize { ballots: usize, most: usize } = "paper.batch-size",
        /// One reading has more ballots than the other: the pile is counted again.
        DifferentCounts { first: usize, second: usize } = "paper.different-counts",
        /// A ballot has another number of marks than there are candidates. Its place is from 1.
        WrongMarks { ballot: usize } = "paper.wrong-marks",
        /// Readings still differ. The place is from 1.
        NotResolved { ballot: usize } = "paper.not-resolved",
    }
}
