//! What several places read of the open session.

pub(crate) mod candidate;
pub(crate) mod figures;
pub(crate) mod guide;
pub(crate) mod hash;
pub(crate) mod holders;
pub(crate) mod lists;
pub(crate) mod log;
pub(crate) mod meaning;
pub(crate) mod qr;
pub(crate) mod result;
pub(crate) mod sample;
pub(crate) mod zones;
