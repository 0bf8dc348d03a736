//! 钥匙仪式、开箱检查、选票分发、选票收回、投票结束 reports.

mod arrange;
mod ceremony;
mod content;
mod en;
pub(crate) mod say;
mod sums;
mod zh;

pub use arrange::poll_report;
pub use content::{
    CeremonyAct, CeremonyWhat, Distribution, KeyFigures, OutputWay, Papers, PilesChecked, PollReport,
    PollStage,
};

use crate::{Heading, common::roles::roles};
use messages::Language;

/// The heads of the tables.
pub(crate) struct Labels {
    pub quorum: &'static str,
    pub kind: &'static str,
    pub slips: &'static str,
    pub paper: &'static str,
    pub sum: &'static str,
    pub made: &'static str,
    pub made_slips: &'static str,
    pub made_paper: &'static str,
    pub made_in_all: &'static str,
    pub in_box: &'static str,
    pub hash_name: &'static str,
    pub hash: &'static str,
    pub key: &'static str,
    pub list_and_rules: &'static str,
    pub slip_list: &'static str,
    pub spoken: &'static str,
    pub spoken_root: &'static str,
    pub root: &'static str,
    pub station_key: &'static str,
    pub issued: &'static str,
    pub left_over: &'static str,
    pub cancelled: &'static str,
    pub not_returned: &'static str,
    pub too_many: &'static str,
    pub counted_slips: &'static str,
    pub counted_paper: &'static str,
    pub counted_in_all: &'static str,
    pub difference: &'static str,
    pub time: &'static str,
    pub what: &'static str,
    pub person: &'static str,
    pub by: &'static str,
    pub reason: &'static str,
    /// What was done with a PIN, a card or the slips.
    pub done: fn(CeremonyWhat) -> String,
}

pub(crate) const fn labels(language: Language) -> &'static Labels {
    match language {
        Language::Chinese => &zh::LABELS,
        Language::English => &en::LABELS,
    }
}

pub(crate) const fn title(report: &PollReport) -> &'static str {
    let title = say::title(&report.stage);
    match report.heading.language {
        Language::Chinese => zh::title(title),
        Language::English => en::title(title),
    }
}

/// The sentence in the document's language.
pub(crate) fn worded(heading: &Heading, sentence: &say::Sentence<'_>) -> String {
    let names = roles(heading.language, heading.body);
    match heading.language {
        Language::Chinese => zh::sentence(sentence, &names),
        Language::English => en::sentence(sentence, &names),
    }
}
