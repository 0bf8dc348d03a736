//! The rules, and adopting them with the list.

pub(crate) mod acts;
