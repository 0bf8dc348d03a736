//! Remote kiosks, at the station: they are provisioned, their boxes merged, and what goes wrong with them is settled.

pub(crate) mod acts;
pub(crate) mod view;
