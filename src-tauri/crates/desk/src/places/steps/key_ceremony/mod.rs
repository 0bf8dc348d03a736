//! The key that its holders make: the station invites them, gathers what they bring and hands it on.

pub(crate) mod acts;
pub(crate) mod view;
