//! What is in memory while a session is open.

pub(crate) mod state;
