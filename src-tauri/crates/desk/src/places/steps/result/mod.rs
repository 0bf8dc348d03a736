//! The result.

pub(crate) mod reasons;
pub(crate) mod view;
