//! The rules a session adopts before it votes (票决办法): every parameter, its choices and its default.

mod floor;
mod parameters;
mod text;

pub use crate::ballot::Selection;
pub use floor::Warning;
pub use parameters::{
    Base, Body, Category, CategoryBreach, Division, FurtherMajority, LateArrival, Legend, Majority,
    MarksTaken, Order, TieRule, TooFewRule,
};
pub use text::RulesText;

use crate::{
    ballot::{BallotForm, Block, Marks, MarksError},
    candidate::CandidateList,
    count::Delegates,
    fraction::{Fraction, Proportion},
    slate::{Slate, SlateError},
};
use messages::coded_errors;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A full set of rules, consistent in itself; whether it suits a list is for [`Rules::check`] to say.
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

    /// Checks a list for adoption: it fits the rules, with the margin they demand. Gives what the congress must be
    /// warned of first.
    pub fn check(&self, list: &CandidateList) -> Result<Vec<Warning>, SlateError> {
        let slate = Slate::of(self, list)?;
        let by_category = matches!(self.division, Division::Categories(_));
        if by_category
            && self.selection == Selection::Exactly
            && self.category_breach == CategoryBreach::Category
        {
            return Err(SlateError::BreachOfExactly);
        }
        for part in slate.parts() {
            let needed = part.seats.0.saturating_add(self.margin.least_at_least(part.seats.0));
            let found = part.members.len();
            if usize::try_from(needed).unwrap_or(usize::MAX) > found {
                return Err(SlateError::MarginMissed { category: part.category_name(), needed, found });
            }
        }
        Ok(self.warnings(&slate))
    }

    /// What the law or practice says against these rules for this list.
    #[must_use]
    pub fn warnings(&self, slate: &Slate) -> Vec<Warning> {
        let mut warnings = floor::below_the_law(self);
        warnings.extend(floor::equal_numbers(slate));
        warnings
    }

    /// What a ballot on this list asks.
    pub fn ballot_form(&self, list: &CandidateList) -> Result<BallotForm, SlateError> {
        let slate = Slate::of(self, list)?;
        let block = |part: &crate::slate::Part| Block { candidates: part.members.clone(), limit: part.limit };
        Ok(BallotForm {
            candidates: list.candidates().len(),
            oppose: self.marks == MarksTaken::ApproveOpposeAbstain,
            selection: self.selection,
            blocks: slate.parts().iter().map(block).collect(),
        })
    }

    /// What counts of the marks on a paper ballot; an error of too many or too few if the ballot is void. An opposition
    /// that isn't asked for is an abstention.
    pub fn paper_marks(&self, form: &BallotForm, marks: &Marks) -> Result<Marks, MarksError> {
        let marks = &form.without_unasked_oppositions(marks);
        match (form.check(marks), self.category_breach, &self.division) {
            (Ok(()), ..) => Ok(marks.clone()),
            (
                Err(MarksError::TooMany { .. } | MarksError::TooFew { .. }),
                CategoryBreach::Category,
                Division::Categories(_),
            ) => Ok(form.without_breached_blocks(marks)),
            (Err(error), ..) => Err(error),
        }
    }
}
