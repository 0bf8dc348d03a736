//! The piles of slips, checked by their codes before the poll is closed.

pub(crate) mod acts;
pub(crate) mod view;
