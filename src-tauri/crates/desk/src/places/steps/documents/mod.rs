//! The documents of the session: which there are, their pages, printing, saving, signing.

pub(crate) mod acts;
pub(crate) mod view;
