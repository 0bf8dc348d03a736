//! 投票须知.

mod content;

pub use content::Notice;
