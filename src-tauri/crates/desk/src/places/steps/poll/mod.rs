//! The poll.

pub(crate) mod acts;
