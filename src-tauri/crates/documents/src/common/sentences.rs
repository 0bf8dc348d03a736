//! What both the measure and the chair say, so that it is the same.

use super::ruled::whole_limit;
use messages::Language;
use procedure::{
    ballot::Selection,
    count::Delegates,
    fraction::Proportion,
    rules::{Base, Rules},
};

/// How many approvals a ballot may or must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Limit {
    AtMost(u32),
    Exactly(u32),
    /// In each category, no more than it has seats.
    AtMostSeatsOfCategory,
    /// In each category, as many as it has seats.
    ExactlySeatsOfCategory,
}

impl Limit {
    pub fn of(rules: &Rules) -> Self {
        match (whole_limit(rules), rules.selection) {
            (Some(limit), Selection::AtMost) => Self::AtMost(limit),
            (Some(limit), Selection::Exactly) => Self::Exactly(limit),
            (None, Selection::AtMost) => Self::AtMostSeatsOfCategory,
            (None, Selection::Exactly) => Self::ExactlySeatsOfCategory,
        }
    }
}

/// The approvals with which a candidate passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Majority {
    /// No least share: the most approvals decide.
    Plurality,
    /// A share of all in office: the least number it comes to is known beforehand.
    OfAll { share: Proportion, least: u32 },
    /// A share of what only the round itself shows.
    OfRound { share: Proportion, base: Base },
}

impl Majority {
    /// The majority of these rules; `is_plurality` where this round asks no share.
    pub fn of(rules: &Rules, delegates: Delegates, is_plurality: bool) -> Self {
        if is_plurality {
            return Self::Plurality;
        }
        let share = rules.majority.proportion;
        match rules.majority.of {
            Base::All => Self::OfAll { share, least: share.least(delegates.0).max(1) },
            base @ (Base::Present | Base::Issued | Base::Collected | Base::Valid) => {
                Self::OfRound { share, base }
            }
        }
    }
}

/// Sentences side by side: Chinese ones need no space between them.
pub(crate) fn side_by_side(sentences: &[String], language: Language) -> String {
    sentences.join(match language {
        Language::Chinese => "",
        Language::English => " ",
    })
}
