//! The kiosk: one delegate at a time.

pub(crate) mod acts;
pub(crate) mod challenge;
