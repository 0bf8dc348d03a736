//! Errors with stable codes, and the grammar in which they are worded for a reader.
//!
//! A crate declares its errors with [`coded_errors!`] and names all its codes in a `CODES` of its own; a [`Catalogue`]
//! holds the wordings of codes in each [`Language`]. No wording and no other crate is known here. [`numerals`] writes numbers in words.

mod catalogue;
mod cause;
mod coded;
mod language;
pub mod numerals;

pub use catalogue::Catalogue;
pub use cause::Cause;
pub use coded::{CodeTable, Coded, List};
pub use language::Language;
