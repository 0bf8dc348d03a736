//! 票决办法.

mod content;

pub use content::VotingMeasure;
