//! What can go wrong with a session's file.

use ballot_box::SlipTag;
use messages::{coded_errors, one_of_coded_errors};
use procedure::number::RoundNumber;
use signed_file::FileError;
use std::path::Path;

coded_errors! {
    /// Why what a session's file holds is refused. The file was left as it was.
    pub enum ContentError {
        /// A slot was not in the state in which an act needs it; nothing was changed.
        SlotNotAsExpected { tag: SlipTag } = "store.slot-not-as-expected",
        /// A slot of the open box was altered.
        SlotAltered { tag: SlipTag } = "store.slot-altered",
        /// The slips of the box are not those that were made.
        SlipsAltered = "store.slips-altered",
        /// A ballot of the closed box, or its root, was altered.
        BallotsAltered { round: RoundNumber } = "store.ballots-altered",
        /// The same sealed ballot is under two slips.
        BallotTwice { ballot: String } = "store.ballot-twice",
        /// While the poll is open no copy is made: two copies would show which slot was filled between them.
        PollOpen = "store.poll-open",
        /// No session has been set up in the file.
        NoSession = "store.no-session",
    }
}

one_of_coded_errors! {
    /// A problem with a session's file.
    pub enum StoreError {
        /// The file itself, its log or one of its sections.
        File(FileError),
        /// What it holds.
        Content(ContentError),
    }
}

impl StoreError {
    /// The same problem; damage that names no file yet names this one.
    #[must_use]
    pub(crate) fn at(self, path: &Path) -> Self {
        match self {
            Self::File(error) => Self::File(error.at(path)),
            Self::Content(error) => Self::Content(error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Self::File(error.into())
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::File(error.into())
    }
}
