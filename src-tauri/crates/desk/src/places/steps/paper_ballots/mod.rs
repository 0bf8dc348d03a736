//! Paper ballots, read twice.

pub(crate) mod acts;
