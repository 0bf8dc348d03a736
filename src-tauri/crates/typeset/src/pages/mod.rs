//! Blocks set on pages.

pub mod flow;
mod furniture;
pub mod qr;
pub mod signatures;
pub mod table;

pub use furniture::{Furniture, Record, TRAINING_LINE, furnish, training_mark};
