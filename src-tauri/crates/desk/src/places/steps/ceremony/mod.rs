//! The key ceremony and the slips.

pub(crate) mod acts;
mod turn;
pub(crate) mod view;
