//! Text broken into lines.

mod balance;
mod breaking;
pub(crate) mod paragraph;
pub(crate) mod ruled;
pub(crate) mod shape;
mod squeeze;
pub(crate) mod style;
mod title_words;
