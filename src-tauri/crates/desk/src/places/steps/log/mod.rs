//! The log of acts, and backups.

pub(crate) mod acts;
