//! Adopting list and rules.

pub(crate) mod acts;
pub(crate) mod view;
