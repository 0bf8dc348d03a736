//! What several documents say and how they are arranged: whose they are, what persons and bodies are called, numbers, shared
//! sentences, and the blocks, tables and places to sign of many.

pub(crate) mod columns;
pub(crate) mod composer;
pub(crate) mod deadline;
pub(crate) mod en;
pub(crate) mod foot;
pub(crate) mod form;
mod heading;
pub(crate) mod labels;
mod majority;
pub(crate) mod names;
pub(crate) mod proportions;
pub(crate) mod roles;
pub(crate) mod ruled;
pub(crate) mod sentences;
pub(crate) mod stop;
pub(crate) mod zh;

pub use heading::{Heading, LogEntry, Standing};
pub use majority::majority_demanded;
