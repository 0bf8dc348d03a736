//! The documents of the session.

pub(crate) mod acts;
