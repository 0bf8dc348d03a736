//! Delegates and candidates.

pub(crate) mod acts;
pub(crate) mod import;
