//! What a session's log says was done. Never a cast.

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
