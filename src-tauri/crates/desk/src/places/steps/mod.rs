//! The steps of the procedure.

pub(crate) mod adopt;
pub(crate) mod backups;
pub(crate) mod ceremony;
pub(crate) mod check_in;
pub(crate) mod count;
pub(crate) mod documents;
pub(crate) mod key_ceremony;
pub(crate) mod lists;
pub(crate) mod log;
pub(crate) mod paper_ballots;
pub(crate) mod piles;
pub(crate) mod poll;
pub(crate) mod rehearsal;
pub(crate) mod remote_kiosks;
pub(crate) mod result;
pub(crate) mod rules;
