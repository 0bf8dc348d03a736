//! 检验单.

mod arrange;
mod content;
mod en;
mod zh;

pub use arrange::challenge_slip;
pub use content::{ChallengeSlip, ChallengedMark};

use messages::Language;
use procedure::ballot::Mark;

/// One language's words.
pub(crate) struct Labels {
    pub title: &'static str,
    pub code: &'static str,
    pub spoiled: &'static str,
    pub lead: &'static str,
    pub number: &'static str,
    pub name: &'static str,
    pub sealed: &'static str,
    pub mark: fn(Mark) -> &'static str,
    /// From the name of the file.
    pub check: fn(&str) -> String,
    pub digest: &'static str,
}

pub(crate) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Chinese => &zh::LABELS,
        Language::English => &en::LABELS,
    }
}
