//! 票决结果报告单.

mod content;

pub use content::{CountedRound, Cut, CutBy, Note, ResultReport, ResultRow, RoundResult};
pub use procedure::outcome::Verdict;
