//! What the log says: acts of office, who did them, and what they changed. Never a cast.

mod box_merged;
mod event;
mod keys;
mod poll_closed;
mod terms;
mod unsaid;

pub use box_merged::BoxMerged;
pub use event::Event;
pub use keys::{KeyBoxWritten, KeyFileTaken, KeysInvited, KeysMade, OpeningTaken};
pub use poll_closed::PollClosed;
pub use terms::Persons;

/// An entry of a session's log.
pub type Entry = signed_file::Entry<Event>;
