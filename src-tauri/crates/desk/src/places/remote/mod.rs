//! This computer as a remote kiosk.

pub(crate) mod acts;
