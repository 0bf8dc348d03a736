//! The booth window: one delegate at a time.

pub(crate) mod acts;
pub(crate) mod challenge;
pub(crate) mod view;
