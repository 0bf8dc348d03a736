//! The rules a session adopts before it votes (票决办法): every parameter, its choices and its default.

mod floor;
mod parameters;
mod text;

pub use super::ballot::Selection;
pub use floor::Warning;
pub(in crate::vote) use floor::below_the_law;
pub use parameters::{
    Base, Body, Category, CategoryBreach, Division, FewestBallots, FurtherMajority, LateArrival, Legend,
    Majority, MarksTaken, Order, TieRule, TooFewRule,
};
pub use text::RulesText;

use crate::{
    count::Delegates,
    fraction::{Fraction, Proportion},
};
use messages::coded_errors;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A full set of rules, consistent in itself; whether it suits a list, [`Rules::check`] says.
///
/// It is read and written as the `rules` object of the command line. There is no rule about proxies: nobody votes for
/// another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RulesText", into = "RulesText")]
pub struct Rules {
    division: Division,
    legend: Legend,
    /// Who votes (票决主体).
    pub body: Body,
    /// The delegates that must be present, of all (法定人数).
    pub quorum: Proportion,
    /// How many more candidates than seats there must be, in seats (差额); 0 allows equal numbers (等额).
    pub margin: Fraction,
    /// Which marks a ballot takes (表决方式).
    pub marks: MarksTaken,
    /// How the limit of approvals is meant (选择数).
    pub selection: Selection,
    /// The approvals that a candidate needs to pass (过半数).
    pub majority: Majority,
    /// What follows where candidates are tied at the cut (末位票数相等).
    pub tie: TieRule,
    /// What follows where fewer are adopted than there are seats (不足应选数).
    pub too_few: TooFewRule,
    /// A further round for too few is called up to this round.
    pub further_rounds_at_most: u32,
    /// The majority in a further round called for a tie (再次票决比例).
    pub tie_majority: FurtherMajority,
    /// The majority in a further round called for too few.
    pub too_few_majority: FurtherMajority,
    /// What a paper ballot loses that breaks the limit in one category.
    pub category_breach: CategoryBreach,
    /// The order of the adopted (公布顺序).
    pub order: Order,
    /// Until when delegates who come late are checked in (迟到).
    pub late_arrival: LateArrival,
    /// The fewest ballots whose totals are opened (开启下限).
    pub fewest_ballots: FewestBallots,
}

coded_errors! {
    /// Why parameters don't make a set of rules. A category is empty where the whole list is meant.
    pub enum RulesError {
        /// Neither seats nor categories are given.
        SeatsMissing = "rules.seats-missing",
        /// Both seats and categories are given.
        SeatsAndCategories = "rules.seats-and-categories",
        /// There is nothing to adopt.
        SeatsZero { category: String } = "rules.seats-zero",
        /// A ballot could approve nothing.
        SelectionLimitZero = "rules.selection-limit-zero",
        /// Each category's limit is its seats.
        SelectionLimitWithCategories = "rules.selection-limit-with-categories",
        /// A category has no name.
        CategoryUnnamed = "rules.category-unnamed",
        /// Two categories have one name.
        CategoryTwice { category: String } = "rules.category-twice",
        /// A proportion is given both as "more than" and "at least".
        ProportionAmbiguous { field: &'static str } = "rules.proportion-ambiguous",
        /// A proportion is given neither as "more than" nor as "at least".
        ProportionMissing { field: &'static str } = "rules.proportion-missing",
        /// The text is not a fraction such as `2/3`.
        FractionMalformed { field: &'static str, text: String } = "rules.fraction-malformed",
        /// The fraction is not between 0 and 1.
        FractionOutOfRange { field: &'static str, text: String } = "rules.fraction-out-of-range",
        /// Totals of so few ballots would show how single persons voted.
        FewestBallotsTooFew { least: u32 } = "rules.fewest-ballots-too-few",
        /// Two meanings have one mark.
        LegendAmbiguous { mark: String } = "rules.legend-ambiguous",
    }
}

impl Rules {
    /// The rules of a body where nothing else is said: a congress' (组织法 articles 14 and 25), or a standing
    /// committee's, whose quorum is more than half of its members (article 51).
    pub fn preset(body: Body, division: Division) -> Result<Self, RulesError> {
        division.check()?;
        let quorum = match body {
            Body::Congress | Body::StreetAssembly => Proportion::AtLeast(Fraction::TWO_THIRDS),
            Body::StandingCommittee => Proportion::MoreThan(Fraction::ONE_HALF),
        };
        Ok(Self {
            division,
            legend: Legend::default(),
            body,
            quorum,
            margin: Fraction::ONE_FIFTH,
            marks: MarksTaken::default(),
            selection: Selection::default(),
            majority: Majority { of: Base::All, proportion: Proportion::MoreThan(Fraction::ONE_HALF) },
            tie: TieRule::default(),
            too_few: TooFewRule::default(),
            further_rounds_at_most: 1,
            tie_majority: FurtherMajority::Plurality,
            too_few_majority: FurtherMajority::Same,
            category_breach: CategoryBreach::default(),
            order: Order::default(),
            late_arrival: LateArrival::default(),
            fewest_ballots: FewestBallots::default(),
        })
    }

    /// These rules with other seats: those of a further round.
    pub(crate) fn with_division(&self, division: Division) -> Result<Self, RulesError> {
        division.check()?;
        Ok(Self { division, ..self.clone() })
    }

    /// These rules with another legend.
    pub fn with_legend(self, legend: Legend) -> Result<Self, RulesError> {
        let mut marks = BTreeSet::new();
        for mark in [&legend.approve, &legend.oppose, &legend.abstain] {
            if !marks.insert(mark) {
                return Err(RulesError::LegendAmbiguous { mark: mark.clone() });
            }
        }
        Ok(Self { legend, ..self })
    }

    /// How the list is divided.
    #[must_use]
    pub const fn division(&self) -> &Division {
        &self.division
    }

    /// Which mark means what on paper.
    #[must_use]
    pub const fn legend(&self) -> &Legend {
        &self.legend
    }

    /// The least number of delegates that makes a quorum of all of them.
    #[must_use]
    pub fn quorum_of(&self, delegates: Delegates) -> Delegates {
        Delegates(self.quorum.least(delegates.0))
    }
}
