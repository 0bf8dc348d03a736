//! What the rounds are about: each contest by itself, and how each follows from the rounds before it.

use crate::{
    Check, Problem,
    error::{same, same_bytes},
    files::{Session, State},
    ledger::Ledger,
    round::Round,
};
use procedure::{
    contest::Contest,
    number::RoundNumber,
    outcome::{Outcome, decide},
    slate::Slate,
    tally::Total,
};
use std::collections::VecDeque;

/// The checks of one round's contest by itself.
pub fn check_round(round: &Round, session: Option<&Session>, rules: Option<&[u8]>, ledger: &mut Ledger) {
    let Some(contest) = &round.contest else {
        ledger.skip(&[Check::ContestInState, Check::Turn, Check::Fits]);
        return;
    };
    ledger.enter_if(round.state.is_some(), Check::ContestInState, || check_state(round, contest));
    match (session, rules) {
        (Some(session), Some(rules)) => {
            ledger.enter(Check::Turn, check_turn(round, contest, session, rules));
        }
        (None, _) | (_, None) => ledger.skip(&[Check::Turn]),
    }
    ledger.enter(Check::Fits, check_fits(round, contest));
}

fn check_state(round: &Round, contest: &Contest) -> Result<(), Problem> {
    let Some(state) = &round.state else { return Ok(()) };
    if state.contest() == contest {
        Ok(())
    } else {
        Err(Problem::refused(round.file("state.json"), "contest"))
    }
}

fn check_turn(round: &Round, contest: &Contest, session: &Session, rules: &[u8]) -> Result<(), Problem> {
    let what = round.file("contest.json");
    same(format!("{what} round"), round.number, contest.round())?;
    same(format!("{what} delegates"), session.delegates, contest.delegates.0)?;
    if round.number > RoundNumber::FIRST {
        return Ok(());
    }
    let called_for = contest.turn.called_for();
    same(format!("{what} called_for"), "none", if called_for.is_none() { "none" } else { "some" })?;
    let written = serde_json::to_vec(&contest.rules).map_err(|error| Problem::unreadable(&what, error))?;
    same_bytes("rules.json", &written, rules)
}

fn check_fits(round: &Round, contest: &Contest) -> Result<(), Problem> {
    let refused = |problem: &dyn ToString| Problem::refused(round.file("contest.json"), problem.to_string());
    contest.check().map_err(|problem| refused(&problem))?;
    contest.form().map_err(|problem| refused(&problem))?;
    Ok(())
}

/// What the rules make of a round's totals; none where the round is void or can't be decided.
pub fn decided(round: &Round) -> Option<Outcome> {
    let (contest, account, totals) = (round.contest.as_ref()?, round.account()?, round.totals()?);
    let account = account.checked().ok()?;
    let slate = Slate::of(&contest.rules, &contest.list).ok()?;
    decide(&contest.rules, contest.turn, &account, &slate, &by_candidate(totals)).ok()
}

/// The totals as the rules take them.
pub fn by_candidate(totals: &[crate::files::Total]) -> Vec<Total> {
    let total = |total: &crate::files::Total| Total {
        number: total.number.clone(),
        approve: procedure::count::Votes(total.approve),
        oppose: procedure::count::Votes(total.oppose),
    };
    totals.iter().map(total).collect()
}

/// Each round is the first of those called for: a void round again, then what earlier rounds called for. Returns whether
/// another is called for after the last; none where that can't be known.
pub fn check_follows(rounds: &[Round], ledger: &mut Ledger) -> Option<bool> {
    let mut pending: VecDeque<Contest> = VecDeque::new();
    let mut is_known = true;
    for (place, round) in rounds.iter().enumerate() {
        let Some(contest) = &round.contest else {
            ledger.skip(&[Check::Follows]);
            return None;
        };
        ledger.of_round(Some(round.number));
        if place > 0 && ledger.enter(Check::Follows, next(&mut pending, round, contest)).is_none() {
            return None;
        }
        match &round.state {
            Some(State::Void(_)) => pending.push_front(contest.again()),
            Some(State::Announced(_)) => match decided(round) {
                Some(Outcome::Valid(decision)) => pending.extend(contest.further(&decision)),
                // What an undecided round called for isn't known; of the last round nothing follows.
                Some(Outcome::Void(_)) | None => {
                    if place + 1 < rounds.len() {
                        ledger.skip(&[Check::Follows]);
                        return None;
                    }
                    is_known = false;
                }
            },
            None => {
                ledger.skip(&[Check::Follows]);
                return None;
            }
        }
    }
    ledger.of_round(None);
    ledger.nothing(&[Check::Follows]);
    is_known.then_some(!pending.is_empty())
}

fn next(pending: &mut VecDeque<Contest>, round: &Round, contest: &Contest) -> Result<(), Problem> {
    let what = round.file("contest.json");
    let called = pending.pop_front().ok_or_else(|| Problem::unexpected(&what))?;
    let called = called.numbered(round.number).map_err(|problem| Problem::refused(&what, problem))?;
    if called == *contest {
        return Ok(());
    }
    let text = |contest: &Contest| String::from_utf8_lossy(&contest.canonical()).into_owned();
    Err(Problem::differs(what, text(&called), text(contest)))
}
