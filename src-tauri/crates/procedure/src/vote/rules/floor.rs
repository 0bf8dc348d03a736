//! What the law demands at least, and what the congress is warned of before it adopts rules that fall short.

use super::{Base, Body, FurtherMajority, Rules, TooFewRule};
use crate::{
    count::Seats,
    fraction::{Fraction, Proportion},
};
use messages::coded_errors;

coded_errors! {
    /// What speaks against a set of rules without forbidding it. Articles are those of
    /// 地方各级人民代表大会和地方各级人民政府组织法 (2022). A category is empty where the whole list is meant.
    pub enum Warning {
        /// The quorum is below the law's.
        QuorumBelowLaw { article: u32, quorum: Proportion, floor: Proportion } = "warning.quorum-below-law",
        /// The majority is counted of fewer than all in office.
        MajorityBaseBelowLaw { article: u32, base: Base } = "warning.majority-base-below-law",
        /// The majority is less than the law's.
        MajorityBelowLaw { article: u32, majority: Proportion, floor: Proportion } = "warning.majority-below-law",
        /// In a further round called for too few, candidates are adopted that never had the law's majority.
        TooFewPluralityBelowLaw { article: u32 } = "warning.too-few-plurality-below-law",
        /// As many candidates as seats (等额): there is nothing to choose.
        EqualNumbers { category: String, seats: Seats } = "warning.equal-numbers",
    }
}

/// The law's floor for a body: the articles and what they demand.
struct Floor {
    quorum_article: u32,
    quorum: Proportion,
    majority_article: u32,
}

/// Both articles 25 and 51 demand more than half of all.
const MAJORITY: Proportion = Proportion::MoreThan(Fraction::ONE_HALF);

fn floor(body: Body) -> Option<Floor> {
    match body {
        Body::Congress => Some(Floor {
            quorum_article: 14,
            quorum: Proportion::AtLeast(Fraction::TWO_THIRDS),
            majority_article: 25,
        }),
        Body::StandingCommittee => Some(Floor {
            quorum_article: 51,
            quorum: Proportion::MoreThan(Fraction::ONE_HALF),
            majority_article: 51,
        }),
        // The law speaks of congresses and their committees only.
        Body::StreetAssembly => None,
    }
}

/// A warning for each rule that is below the law's floor.
pub(in crate::vote) fn below_the_law(rules: &Rules) -> Vec<Warning> {
    let Some(Floor { quorum_article, quorum: floor, majority_article: article }) = floor(rules.body) else {
        return Vec::new();
    };
    let mut warnings = Vec::new();
    if rules.quorum.is_below(floor) {
        warnings.push(Warning::QuorumBelowLaw { article: quorum_article, quorum: rules.quorum, floor });
    }
    if rules.majority.of != Base::All {
        warnings.push(Warning::MajorityBaseBelowLaw { article, base: rules.majority.of });
    }
    let majority = rules.majority.proportion;
    if majority.is_below(MAJORITY) {
        warnings.push(Warning::MajorityBelowLaw { article, majority, floor: MAJORITY });
    }
    if rules.too_few == TooFewRule::FurtherRound && rules.too_few_majority == FurtherMajority::Plurality {
        warnings.push(Warning::TooFewPluralityBelowLaw { article });
    }
    warnings
}
