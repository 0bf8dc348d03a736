//! The log of acts, and the record made of it.

pub(crate) mod acts;
pub(crate) mod view;
