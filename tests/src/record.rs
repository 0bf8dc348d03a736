//! Records of small sessions, and what a forger makes of them.

pub mod alterations;
pub mod forge;
mod hall;
pub mod large;
mod package;

pub use hall::{STATION, records};
