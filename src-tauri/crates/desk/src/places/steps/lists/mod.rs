//! Delegates and candidates: as they are, edited by hand, and imported.

pub(crate) mod acts;
pub(crate) mod import;
pub(crate) mod view;
