//! 决议.

mod content;

pub use content::Resolution;
