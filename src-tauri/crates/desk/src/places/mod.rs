//! What each place of the interface reads and does.

pub(crate) mod home;
pub(crate) mod kiosk;
pub(crate) mod remote;
pub(crate) mod screen;
pub(crate) mod session;
pub(crate) mod steps;
