//! Every command that a window can ask for.

pub mod table;
pub mod typescript;
