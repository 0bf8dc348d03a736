//! The big screen.

pub(crate) mod view;
