//! This computer as a remote kiosk. What delegates do there is the place `kiosk`.

pub(crate) mod acts;
pub(crate) mod view;
