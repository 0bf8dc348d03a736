//! The result: what a round came to, lots, signatures, announcement, further rounds.

pub(crate) mod acts;
mod reasons;
pub(crate) mod view;
