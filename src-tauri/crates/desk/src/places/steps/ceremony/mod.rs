//! The key ceremony and the slips.

pub(crate) mod acts;
pub(crate) mod view;
