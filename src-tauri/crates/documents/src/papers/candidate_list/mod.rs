//! 候选项目名单.

mod content;

pub use content::CandidateListDocument;
