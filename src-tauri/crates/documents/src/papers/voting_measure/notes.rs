//! What the law or practice says against the rules, as the measure says it.

use super::VotingMeasure;
use procedure::{
    count::Seats,
    fraction::Proportion,
    rules::{Base, Rules, Warning},
};

use crate::common::ruled::is_plurality;

/// A note with its facts; `article` is the law's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Note<'a> {
    Quorum {
        article: u32,
        quorum: Proportion,
        floor: Proportion,
    },
    /// Where no share is asked, it isn't counted of anything.
    NoMajorityOfAll {
        article: u32,
    },
    MajorityBase {
        article: u32,
        base: Base,
    },
    NoLeastShare {
        article: u32,
        floor: Proportion,
    },
    Majority {
        article: u32,
        majority: Proportion,
        floor: Proportion,
    },
    TooFewPlurality {
        article: u32,
    },
    EqualNumbers {
        seats: Seats,
    },
    EqualNumbersInCategory {
        category: &'a str,
        seats: Seats,
    },
}

/// The notes in the order of the warnings.
pub(super) fn notes<'a>(measure: &VotingMeasure<'a>) -> Vec<Note<'a>> {
    measure.warnings.iter().map(|warning| note(warning, measure.rules)).collect()
}

fn note<'a>(warning: &'a Warning, rules: &Rules) -> Note<'a> {
    let asks_no_share = is_plurality(rules.majority);
    match warning {
        Warning::QuorumBelowLaw { article, quorum, floor } => {
            Note::Quorum { article: *article, quorum: *quorum, floor: *floor }
        }
        Warning::MajorityBaseBelowLaw { article, .. } if asks_no_share => {
            Note::NoMajorityOfAll { article: *article }
        }
        Warning::MajorityBaseBelowLaw { article, base } => {
            Note::MajorityBase { article: *article, base: *base }
        }
        Warning::MajorityBelowLaw { article, floor, .. } if asks_no_share => {
            Note::NoLeastShare { article: *article, floor: *floor }
        }
        Warning::MajorityBelowLaw { article, majority, floor } => {
            Note::Majority { article: *article, majority: *majority, floor: *floor }
        }
        Warning::TooFewPluralityBelowLaw { article } => Note::TooFewPlurality { article: *article },
        Warning::EqualNumbers { category, seats } if category.is_empty() => {
            Note::EqualNumbers { seats: *seats }
        }
        Warning::EqualNumbers { category, seats } => Note::EqualNumbersInCategory { category, seats: *seats },
    }
}
