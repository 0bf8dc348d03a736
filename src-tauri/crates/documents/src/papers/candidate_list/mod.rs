//! 候选项目名单.

mod arrange;
mod content;
mod details;

pub use arrange::candidate_list;
pub use content::CandidateListDocument;
