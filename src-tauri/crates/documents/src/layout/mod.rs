//! Setting text on pages.

mod balance;
pub(crate) mod flow;
mod furniture;
mod line_break;
pub(crate) mod measure;
pub(crate) mod paragraph;
pub(crate) mod qr;
mod shape;
pub(crate) mod signatures;
mod squeeze;
pub(crate) mod table;
mod title_words;

pub(crate) use furniture::{TRAINING_LINE, foot_text, furnish, training_mark};
