//! The outcome: rules applied to totals.

mod deciding;
mod decision;
mod part;

pub use decision::{Call, Decision, Ranked, Verdict};
pub use part::{AtCut, Filling, PartDecision, Tie, TieSettled, WhyEmpty};

use crate::{
    account::Account,
    count::Votes,
    number::CandidateNumber,
    rules::{FurtherMajority, Rules},
    slate::Slate,
    tally::{Tally, TallyError, Total},
    turn::{Turn, Why},
};
use deciding::Count;
use serde::{Deserialize, Serialize, Serializer};

/// What a round comes to. Written as the object of the command line's `outcome`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The round decides nothing, and is voted again.
    Void(VoidReason),
    /// The round is valid and decides this.
    Valid(Decision),
}

/// Why a round is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VoidReason {
    /// Too few delegates are present (不足法定人数).
    QuorumMissing,
    /// The box holds more ballots than were handed out (收回票数多于发出票数).
    MoreCollectedThanIssued,
    /// The presidium has ended the round, for a reason that it states; no account comes to this by itself.
    ByDecision,
}

/// Decides a round: returns whether it is valid, and if so, who is adopted and what is left open. Fails if the totals
/// can't be the count of this round.
///
/// Where more ballots were collected than issued the totals mean nothing, and aren't looked at.
pub fn decide(
    rules: &Rules,
    turn: Turn,
    account: &Account,
    slate: &Slate,
    totals: &[Total],
) -> Result<Outcome, TallyError> {
    let void = void_reason(rules, account);
    if let Some(reason) = void
        && account.more_collected_than_issued()
    {
        return Ok(Outcome::Void(reason));
    }
    // Totals that don't add up are an error even where the quorum is missing.
    let tally = Tally::new(rules, slate, account, totals)?;
    if let Some(reason) = void {
        return Ok(Outcome::Void(reason));
    }
    let threshold = threshold(rules, turn, account);
    Ok(Outcome::Valid(Count { rules, turn, slate, tally, threshold }.decide()))
}

/// Why the round of this account is void, if it is. The quorum is looked at first.
#[must_use]
pub fn void_reason(rules: &Rules, account: &Account) -> Option<VoidReason> {
    if !rules.quorum.met_by(account.present().0, account.delegates().0) {
        Some(VoidReason::QuorumMissing)
    } else if account.more_collected_than_issued() {
        Some(VoidReason::MoreCollectedThanIssued)
    } else {
        None
    }
}

/// The least number of approvals that passes in a round. Under plurality any approval passes: those tied have passed
/// in an earlier round already.
#[must_use]
pub fn threshold(rules: &Rules, turn: Turn, account: &Account) -> Votes {
    match majority_asked(rules, turn) {
        FurtherMajority::Plurality => Votes(1),
        FurtherMajority::Same => Votes(rules.majority.threshold(account)),
    }
}

/// Which majority a round asks: the first and its repetitions that of the rules, a further one what it was called for.
const fn majority_asked(rules: &Rules, turn: Turn) -> FurtherMajority {
    match turn.called_for() {
        None => FurtherMajority::Same,
        Some(Why::Tie) => rules.tie_majority,
        Some(Why::TooFew) => rules.too_few_majority,
    }
}

/// Whether any approval passes in a round, and the most approvals are adopted.
#[must_use]
pub fn is_plurality(rules: &Rules, turn: Turn) -> bool {
    majority_asked(rules, turn) == FurtherMajority::Plurality
}

/// The outcome as it is written: a void round has a reason and nothing else, a valid one everything but a reason. What
/// each part came to is not written: it follows from the rest.
#[derive(Serialize)]
struct OutcomeText<'a> {
    round: &'static str,
    reason: Option<VoidReason>,
    threshold: Option<Votes>,
    adopted: &'a [CandidateNumber],
    not_adopted: &'a [CandidateNumber],
    lots: &'a [Call],
    further_rounds: &'a [Call],
    ranking: &'a [Ranked],
}

impl<'a> From<&'a Outcome> for OutcomeText<'a> {
    fn from(outcome: &'a Outcome) -> Self {
        match outcome {
            Outcome::Void(reason) => Self {
                round: "void",
                reason: Some(*reason),
                threshold: None,
                adopted: &[],
                not_adopted: &[],
                lots: &[],
                further_rounds: &[],
                ranking: &[],
            },
            Outcome::Valid(decision) => Self {
                round: "valid",
                reason: None,
                threshold: Some(decision.threshold),
                adopted: &decision.adopted,
                not_adopted: &decision.not_adopted,
                lots: &decision.lots,
                further_rounds: &decision.further_rounds,
                ranking: &decision.ranking,
            },
        }
    }
}

impl Serialize for Outcome {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        OutcomeText::from(self).serialize(serializer)
    }
}
