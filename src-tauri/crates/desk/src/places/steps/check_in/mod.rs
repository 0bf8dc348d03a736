//! Check-in.

pub(crate) mod acts;
mod initials;
pub(crate) mod view;
