//! Delegates and candidates: as they are, edited by hand, and imported.

pub(crate) mod acts;
pub(crate) mod import;
mod preview;
pub(crate) mod view;
