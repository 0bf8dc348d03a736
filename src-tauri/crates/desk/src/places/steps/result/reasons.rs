//! Why a round came to its result, in sentences a person can follow number by number. Nothing is decided here: each part
//! of the list says what it came to.

use messages::List;
use procedure::{
    number::CandidateNumber,
    outcome::{Filling, PartDecision, Tie, TieSettled},
    round::Counted,
};
use wire::Reason;

/// The reasons, in the order in which the rules decide.
pub(crate) fn reasons(counted: &Counted) -> Vec<Reason> {
    let mut reasons = vec![threshold(counted)];
    for part in &counted.decision.parts {
        reasons.push(Reason::Passed {
            category: part.category_name(),
            passed: part.passed.len(),
            seats: part.seats.0,
        });
        reasons.extend(filled(part));
        if let Some((seats, _)) = part.left_empty() {
            reasons.push(Reason::SeatsEmpty { category: part.category_name(), seats: seats.0 });
        }
    }
    let drawn = counted.decision.drawn();
    if !drawn.is_empty() {
        reasons.push(Reason::LotsDrawn { numbers: list(&drawn) });
    }
    reasons
}

fn threshold(counted: &Counted) -> Reason {
    if counted.contest().is_plurality() {
        return Reason::Plurality;
    }
    Reason::Threshold {
        votes: counted.decision.threshold.0,
        delegates: counted.account.delegates().0,
        base: counted.contest().rules.majority.of.to_string(),
    }
}

/// What happened where the seats end, if that needs a sentence besides how many passed for how many seats.
fn filled(part: &PartDecision) -> Option<Reason> {
    let category = part.category_name();
    match &part.filling {
        Filling::Clear | Filling::LeftEmpty { .. } => None,
        Filling::Cut { last, next } => Some(Reason::Cut {
            category,
            seats: part.seats.0,
            last: last.number.clone(),
            last_votes: last.approve.0,
            next: next.number.clone(),
            next_votes: next.approve.0,
        }),
        Filling::Tied(tie) => Some(tied(category, tie)),
        Filling::CalledForTooFew { seats } => Some(Reason::TooFewFurtherRound { category, seats: seats.0 }),
    }
}

/// Candidates by their numbers.
fn list(numbers: &[CandidateNumber]) -> List {
    List(numbers.iter().map(CandidateNumber::to_string).collect())
}

fn tied(category: String, tie: &Tie) -> Reason {
    let (numbers, votes, seats) = (list(&tie.tied), tie.votes.0, tie.seats.0);
    match tie.settled {
        TieSettled::FurtherRound => Reason::TieFurtherRound { category, numbers, votes, seats },
        TieSettled::Lots { .. } => Reason::TieLots { category, numbers, votes, seats },
        TieSettled::AllAdopted => Reason::TieAll { category, numbers, votes },
        TieSettled::NoneAdopted => Reason::TieNone { category, numbers, votes },
    }
}
