//! The start page.

pub(crate) mod acts;
pub(crate) mod check_record;
pub(crate) mod copies;
pub(crate) mod view;
