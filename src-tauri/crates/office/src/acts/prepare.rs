//! Before a round: delegates, candidates, rules; adopting them; which contest comes next.

use super::conclude::pending_contests;
use crate::{
    act::{Office, Operator},
    errors::{ActsError, OfficeError},
    log::Event,
    store::{Section, session},
};
use procedure::{
    candidate::{Candidate, CandidateList},
    contest::Contest,
    roster::{Delegate, Roster},
    round::{Draft, Round},
    rules::{FewestBallots, Rules, Warning},
};
use session_model::contest_digest;

/// Sets the roster, in place of the one before.
pub fn set_delegates(office: &mut Office, by: &Operator, delegates: &[Delegate]) -> Result<(), OfficeError> {
    refuse_once_begun(office)?;
    Roster::new(delegates.to_vec())?;
    let event = Event::DelegatesSet { delegates: delegates.len() };
    office.act(by, &[Section::Delegates], event, |transaction, _| {
        session::set_delegates(transaction, delegates)
    })
}

/// Sets the candidate list, in place of the one before.
pub fn set_candidates(
    office: &mut Office,
    by: &Operator,
    candidates: &[Candidate],
) -> Result<(), OfficeError> {
    refuse_once_begun(office)?;
    CandidateList::new(candidates.to_vec())?;
    let event = Event::CandidatesSet { candidates: candidates.len() };
    office.act(by, &[Section::Candidates], event, |transaction, _| {
        session::set_candidates(transaction, candidates)
    })
}

/// Sets the rules, in place of those before. Where they don't say how many ballots are opened at least, they do from now on.
pub fn set_rules(office: &mut Office, by: &Operator, rules: &Rules) -> Result<(), OfficeError> {
    refuse_once_begun(office)?;
    let mut rules = rules.clone();
    rules.fewest_ballots = rules.fewest_ballots.for_a_new_session();
    office.act(by, &[Section::Session], Event::RulesSet, |transaction, _| {
        session::set_rules(transaction, &rules)
    })
}

/// Begins the first round with what was set.
pub fn begin(office: &mut Office, by: &Operator) -> Result<(), OfficeError> {
    refuse_once_begun(office)?;
    let roster = Roster::new(office.store().delegates()?)?;
    let list = CandidateList::new(office.store().candidates()?)?;
    let mut rules = office.store().rules()?.ok_or(ActsError::NoRules)?;
    if rules.fewest_ballots == FewestBallots::unsaid() {
        // Version 0.1.0 has set them, and they weren't adopted yet.
        set_rules(office, by, &rules)?;
        rules = office.store().rules()?.ok_or(ActsError::NoRules)?;
    }
    let contest = Contest::first(roster.in_office(), list, rules);
    // What can't be adopted isn't begun: until then list and rules can still be changed.
    contest.check()?;
    begin_contest(office, by, contest)
}

/// Begins the next round that is called for: a further one, or a void one again.
pub fn begin_next(office: &mut Office, by: &Operator) -> Result<(), OfficeError> {
    let round = office.round()?;
    if !matches!(round, Round::Announced(_) | Round::Void(_)) {
        return Err(ActsError::RoundUnfinished { state: round.state() }.into());
    }
    let next = pending_contests(office)?.into_iter().next().ok_or(ActsError::NothingToVote)?;
    let contest = next.numbered(round.number().later(1))?;
    begin_contest(office, by, contest)
}

fn begin_contest(office: &mut Office, by: &Operator, contest: Contest) -> Result<(), OfficeError> {
    let round = contest.round();
    office.move_round(by, Draft { contest }, Event::RoundBegun { round })
}

/// What the congress must be warned of before it adopts the round's list and rules.
pub fn warnings(office: &Office) -> Result<Vec<Warning>, OfficeError> {
    Ok(office.round_in::<Draft>()?.contest.check()?)
}

/// The congress adopts the round's list and rules, having been warned of just these things; from here on they can't
/// change.
pub fn adopt(office: &mut Office, by: &Operator, acknowledged: &[Warning]) -> Result<(), OfficeError> {
    let warnings = warnings(office)?;
    if warnings != acknowledged {
        return Err(ActsError::WarningsNotAcknowledged { warnings: warnings.len() }.into());
    }
    let adopted = office.round_in::<Draft>()?.adopt()?;
    let event = Event::Adopted {
        round: adopted.contest.round(),
        digest: ballot_box::hex(&contest_digest(&adopted.contest)),
        warnings: warnings.iter().map(Warning::to_string).collect(),
    };
    office.move_round(by, adopted, event)
}

pub(super) fn refuse_once_begun(office: &Office) -> Result<(), OfficeError> {
    match office.store().latest_round()? {
        None => Ok(()),
        Some(_) => Err(ActsError::RoundBegun.into()),
    }
}
