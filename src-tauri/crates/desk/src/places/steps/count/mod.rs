//! The count.

pub(crate) mod acts;
