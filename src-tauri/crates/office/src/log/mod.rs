//! What the log says: acts of office, who did them, and what they changed. Never a cast.

mod entry;
mod event;

pub use entry::Entry;
pub use event::Event;
