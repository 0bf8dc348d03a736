//! The log's entries: acts of office, who did them, and what they changed.

pub use session_model::log::{
    BoxMerged, Event, KeyBoxWritten, KeyFileTaken, KeysInvited, KeysMade, OpeningTaken, Persons, PollClosed,
};

/// An entry of a session's log.
pub type Entry = signed_file::Entry<Event>;
