//! Remote kiosks, at the station.

pub(crate) mod acts;
