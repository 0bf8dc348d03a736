//! What several places read.

pub(crate) mod guide;
