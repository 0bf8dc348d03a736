//! Text broken into lines.

mod balance;
mod breaking;
pub mod paragraph;
pub(crate) mod shape;
mod squeeze;
pub mod style;
mod title_words;
