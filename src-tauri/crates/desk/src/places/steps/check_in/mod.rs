//! Check-in.

pub(crate) mod acts;
pub(crate) mod initials;
