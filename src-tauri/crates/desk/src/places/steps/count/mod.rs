//! The count: key cards, progress, totals.

pub(crate) mod acts;
pub(crate) mod view;
