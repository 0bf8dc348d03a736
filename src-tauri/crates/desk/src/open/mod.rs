//! What is in memory while the program runs: the desk, and the open session with what is at hand in it.

pub(crate) mod backup;
pub(crate) mod batch;
pub(crate) mod ceremony;
pub(crate) mod desk;
pub(crate) mod kiosk;
pub(crate) mod part;
pub(crate) mod session;
