//! 票决结果报告单.

mod arrange;
mod content;
mod en;
pub(crate) mod notes;
mod say;
mod sums;
mod zh;

pub use arrange::result_report;
pub use content::{CountedRound, Cut, CutBy, Note, ResultReport, ResultRow, RoundResult};
pub use procedure::outcome::Verdict;

use crate::{Heading, VoidReason, common::roles::roles};
use messages::Language;
use say::Sentence;

/// With what a candidate passes; empty where there is nothing to say of it.
pub(crate) fn threshold(heading: &Heading, counted: &CountedRound) -> String {
    say::threshold(counted).map(|said| worded(heading, &said)).unwrap_or_default()
}

/// Why the round is void.
pub(crate) fn void_reason(heading: &Heading, reason: VoidReason) -> String {
    worded(heading, &say::void_reason(reason))
}

fn worded(heading: &Heading, sentence: &Sentence<'_>) -> String {
    let names = roles(heading.language, heading.body);
    match heading.language {
        Language::Chinese => zh::sentence(sentence, &names),
        Language::English => en::sentence(sentence, &names),
    }
}
