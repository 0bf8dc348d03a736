//! The open session as a whole.

pub(crate) mod acts;
pub(crate) mod people;
pub(crate) mod view;
