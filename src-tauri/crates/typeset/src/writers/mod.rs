//! Files made of pages.

pub mod pdf;
