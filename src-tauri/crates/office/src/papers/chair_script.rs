//! What the chair reads out in a round (主持词).

use super::{
    cut::{cuts, lots},
    decided::{adopted_in, adopted_project},
    matter::Matter,
    result::{rows, still_pending},
    row::{Bytes, Form, OfRound, Row, Scope, Status},
    session::{Documents, Wanted, seats},
    status::of_result,
};
use crate::errors::OfficeError;
use documents::{BrokenOff, ChairScript, FurtherRound, ScriptEnd, Standing, VoidReason, Voided};
use procedure::{
    count::{Delegates, Issued},
    outcome::Call,
    round::{Ended, Round, RoundState, Void},
    rules::Division,
};

/// Everything about this document.
pub(super) const ROW: Row = Row {
    name: "chair-script",
    stem: "chair-script",
    form: Form::Letter,
    is_signed: false,
    shows: &[Matter::Contest, Matter::NoPaperBallots, Matter::Result],
    scope: Scope::Round(OfRound { status, make }),
};

/// A script is there from the first, and goes on as the round does.
fn status(session: &Documents<'_>, round: &Round) -> Status {
    Ok(Some(match (round, of_result(session, round)?) {
        (Round::Draft(_), _) => Standing::Draft,
        (_, Some(Standing::Official)) => Standing::Official,
        (_, Some(Standing::Draft | Standing::Unofficial) | None) => Standing::Unofficial,
    }))
}

fn make(session: &Documents<'_>, wanted: &Wanted, round: &Round) -> Bytes {
    let contest = round.contest();
    let text = session.profile.text();
    let opened = session.opening_of(round).map(|(present, _)| present);
    let closed = session.closing_of(round);
    let script = ChairScript {
        heading: session.heading(wanted, &contest.rules),
        round: round.number(),
        called_for: contest.turn.called_for(),
        measure_pending: session.measure_round().is_none_or(|passed_in| round.number() <= passed_in.number()),
        rules: &contest.rules,
        delegates: contest.delegates,
        quorum: contest.quorum(),
        seats: seats(&contest.rules),
        candidates: contest.list.candidates().len(),
        by_holders: session.by_holders(),
        paper: session.has_paper_ballots(round),
        present: opened.or_else(|| present_without_quorum(round)),
        handed_out: handed_out(session, round)?,
        ballots: closed.map(|(closed, _)| (closed.issued, closed.collected)),
        end: script_end(session, round),
        chief: text.chief.clone(),
        scrutineers: text.scrutineers.clone(),
        tellers: text.tellers.clone(),
    };
    Ok(Some(documents::chair_script(session.output(wanted), &script)?))
}

/// Those present and what they were handed when the poll was closed or broken off.
fn handed_out(session: &Documents<'_>, round: &Round) -> Result<Option<(Delegates, Issued)>, OfficeError> {
    if let Round::Void(Void { ended: Ended::ByDecision { figures, .. }, .. }) = round {
        return Ok(Some((figures.present, figures.issued)));
    }
    Ok(match session.closing_of(round) {
        Some((closed, _)) => {
            Some((session.office.store().attendance(round.number())?.present, closed.issued))
        }
        None => None,
    })
}

/// What the chair announces: only what is signed, or void.
fn script_end(session: &Documents<'_>, round: &Round) -> Option<ScriptEnd> {
    let (counted, date) = match round {
        Round::Void(void) => return Some(ScriptEnd::Void(voided(void))),
        Round::Confirmed(confirmed) => (&confirmed.counted, None),
        Round::Announced(announced) => (&announced.counted, Some(announced.announced_on)),
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Sealed(_)
        | Round::CheckIn(_)
        | Round::Polling(_)
        | Round::Suspended(_)
        | Round::Closed(_)
        | Round::Counted(_) => return None,
    };
    let by_category = matches!(counted.contest().rules.division(), Division::Categories(_));
    let adopted = adopted_in(counted).into_iter();
    Some(ScriptEnd::Result {
        date,
        rows: rows(counted),
        adopted: adopted.map(|candidate| adopted_project(candidate, by_category)).collect(),
        cuts: cuts(counted),
        further: counted.decision.further_rounds.iter().map(further_round).collect(),
        pending: still_pending(session, round),
        lots: lots(&counted.decision),
    })
}

/// How many came where the poll never opened for want of a quorum.
fn present_without_quorum(round: &Round) -> Option<Delegates> {
    let Round::Void(void) = round else { return None };
    match &void.ended {
        Ended::AtCheckIn { present } => Some(*present),
        Ended::AtCount { .. } | Ended::ByDecision { .. } => None,
    }
}

fn voided(void: &Void) -> Voided {
    match &void.ended {
        Ended::ByDecision { state, statement, .. } => {
            Voided::ByDecision { at: broken_off(*state), statement: statement.clone() }
        }
        Ended::AtCount { reason: VoidReason::MoreCollectedThanIssued, .. } => Voided::MoreCollectedThanIssued,
        // No account comes to a decision.
        Ended::AtCount { reason: VoidReason::QuorumMissing | VoidReason::ByDecision, .. }
        | Ended::AtCheckIn { .. } => Voided::QuorumMissing,
    }
}

/// How far a round had come that a decision ended in this state.
const fn broken_off(state: RoundState) -> BrokenOff {
    match state {
        RoundState::Polling | RoundState::Suspended => BrokenOff::Polling,
        RoundState::Closed | RoundState::Counted => BrokenOff::Closed,
        // A round that is signed or void isn't ended by a decision.
        RoundState::Draft
        | RoundState::Adopted
        | RoundState::Sealed
        | RoundState::CheckIn
        | RoundState::Confirmed
        | RoundState::Announced
        | RoundState::Void => BrokenOff::BeforePoll,
    }
}

fn further_round(call: &Call) -> FurtherRound {
    FurtherRound { reason: call.why, candidates: call.numbers.clone(), seats: call.seats }
}
