//! The poll: readiness, opening, suspending, closing.

pub(crate) mod acts;
pub(crate) mod view;
