//! This computer as a key holder's own: their part of a key that nobody ever holds. It needs no session.

pub(crate) mod acts;
pub(crate) mod view;
