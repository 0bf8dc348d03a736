//! A contest: what one round is about. Frozen when it is adopted.

use crate::{
    account::Account,
    ballot::BallotForm,
    candidate::{Candidate, CandidateList},
    count::{Delegates, Votes},
    fraction::Proportion,
    number::RoundNumber,
    outcome::{self, Call, Decision, Outcome},
    rules::{Category, Division, Rules, Warning},
    slate::{Slate, SlateError},
    tally::{TallyError, Total},
    turn::{Turn, TurnError, Why},
};
use serde::{Deserialize, Serialize};

/// What a round is about: the delegates who may decide, the candidates, and the rules with this round's seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contest {
    /// Which round, and why.
    pub turn: Turn,
    /// D, the delegates in office (全体代表).
    pub delegates: Delegates,
    /// The rules; their seats are this round's.
    pub rules: Rules,
    /// The candidates of this round, in the order of the whole list.
    pub list: CandidateList,
}

impl Contest {
    /// The contest of a first round.
    #[must_use]
    pub const fn first(delegates: Delegates, list: CandidateList, rules: Rules) -> Self {
        Self { turn: Turn::FIRST, delegates, rules, list }
    }

    /// The round's number, from 1.
    #[must_use]
    pub const fn round(&self) -> RoundNumber {
        self.turn.round()
    }

    /// The same contest as the round of this number: where several are open, each takes the next number when it is
    /// held.
    pub fn numbered(self, round: RoundNumber) -> Result<Self, TurnError> {
        let turn = Turn::new(round, self.turn.called_for())?;
        Ok(Self { turn, ..self })
    }

    /// The same contest, voted again after a void round.
    #[must_use]
    pub fn again(&self) -> Self {
        Self { turn: self.turn.later(1, self.turn.called_for()), ..self.clone() }
    }

    /// Checks that the list can be voted on by the rules. No margin is asked of a further round: the earlier one gave
    /// its list.
    pub fn check(&self) -> Result<Vec<Warning>, SlateError> {
        match self.turn.called_for() {
            None => self.rules.check(&self.list),
            Some(_) => Ok(self.rules.warnings(&self.slate()?)),
        }
    }

    /// What a ballot asks.
    pub fn form(&self) -> Result<BallotForm, SlateError> {
        self.rules.ballot_form(&self.list)
    }

    /// The least number of delegates who make a quorum.
    #[must_use]
    pub fn quorum(&self) -> Delegates {
        self.rules.quorum_of(self.delegates)
    }

    /// The least number of approvals that passes.
    #[must_use]
    pub fn threshold(&self, account: &Account) -> Votes {
        outcome::threshold(&self.rules, self.turn, account)
    }

    /// Whether any approval passes in this round, and the most approvals are adopted.
    #[must_use]
    pub fn is_plurality(&self) -> bool {
        outcome::is_plurality(&self.rules, self.turn)
    }

    /// Whether a candidate needs more than just some approval: the rules ask a majority, and this round isn't one of
    /// plurality.
    #[must_use]
    pub fn asks_majority(&self) -> bool {
        let (Proportion::MoreThan(part) | Proportion::AtLeast(part)) = self.rules.majority.proportion;
        part.numerator() > 0 && !self.is_plurality()
    }

    /// The canonical form, whose hash every later step refers to: JSON without spaces, every rule written out, the fields
    /// in the order of their types.
    ///
    /// # Panics
    /// Never: a contest has no maps, and only a map whose keys aren't text can't be JSON.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "only maps with keys that aren't text, or a failing writer, can't be JSON"
    )]
    pub fn canonical(&self) -> Vec<u8> {
        serde_json::to_vec(self).expect("a contest has no maps")
    }

    /// The list divided by the rules.
    pub(crate) fn slate(&self) -> Result<Slate, SlateError> {
        Slate::of(&self.rules, &self.list)
    }

    pub(crate) fn decide(
        &self,
        account: &Account,
        slate: &Slate,
        totals: &[Total],
    ) -> Result<Outcome, TallyError> {
        outcome::decide(&self.rules, self.turn, account, slate, totals)
    }

    /// The further rounds that a decision calls for: one for all ties, then one for all that is too few; the hall votes
    /// once on each. Their numbers follow this round's.
    #[must_use]
    pub fn further(&self, decision: &Decision) -> Vec<Self> {
        let mut contests = Vec::new();
        for why in [Why::Tie, Why::TooFew] {
            let calls: Vec<&Call> = decision.further_rounds.iter().filter(|call| call.why == why).collect();
            if !calls.is_empty() {
                let steps = if contests.is_empty() { 1 } else { 2 };
                contests.push(self.called(self.turn.later(steps, Some(why)), &calls));
            }
        }
        contests
    }

    /// The contest of these calls. An own selection limit was adopted for the whole list; on a part of it a ballot has
    /// as many approvals as there are seats.
    #[expect(clippy::expect_used, reason = "a call's invariants are stated in the words")]
    fn called(&self, turn: Turn, calls: &[&Call]) -> Self {
        let division = match calls {
            [Call { category: None, seats, .. }] => Division::Whole { seats: *seats, selection_limit: None },
            _ => Division::Categories(calls.iter().filter_map(|call| category(call)).collect()),
        };
        let is_called =
            |candidate: &&Candidate| calls.iter().any(|call| call.numbers.contains(&candidate.number));
        let called = self.list.candidates().iter().filter(is_called).cloned().collect();
        Self {
            turn,
            delegates: self.delegates,
            rules: self.rules.with_division(division).expect("a call has a seat left, and one category once"),
            list: CandidateList::new(called)
                .expect("a call names a candidate, and is of a list without duplicates"),
        }
    }
}

fn category(call: &Call) -> Option<Category> {
    call.category.as_ref().map(|name| Category { name: name.clone(), seats: call.seats })
}
