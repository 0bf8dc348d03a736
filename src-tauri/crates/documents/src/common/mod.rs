//! What several documents say: whose they are, what persons and bodies are called, numbers, shared sentences.

pub(crate) mod en;
mod heading;
pub(crate) mod labels;
pub(crate) mod names;
pub(crate) mod numerals;
pub(crate) mod proportions;
pub(crate) mod roles;
pub(crate) mod ruled;
pub(crate) mod sentences;
pub(crate) mod stop;
pub(crate) mod zh;

pub use heading::{Heading, Standing};
