//! 检验单.

mod content;

pub use content::{ChallengeSlip, ChallengedMark};
