//! What the congress is about to adopt.

use crate::{
    open::{desk::Desk, session::Open},
    reads::meaning::{meaning_for, no_rules, presets},
};
use procedure::{
    candidate::CandidateList,
    contest::Contest,
    count::Delegates,
    number::{CandidateNumber, RoundNumber},
    roster::Roster,
    round::Round,
};
use session_model::contest_digest;
use wire::{Adoption, DeskError, Problem, conversions};

pub(crate) fn adoption(_: &Desk, open: &Open) -> Result<Adoption, Problem> {
    match contest_to_adopt(open) {
        Ok((contest, digest)) => adoption_of(&contest, digest, None),
        Err(problem) => nothing_to_adopt(open, problem),
    }
}

/// What is before the congress: the latest round's contest, or the first one as it would be; with its hash once adopted.
fn contest_to_adopt(open: &Open) -> Result<(Contest, Option<String>), Problem> {
    match open.round()? {
        Some(Round::Draft(draft)) => Ok((draft.contest, None)),
        Some(round) => {
            let contest = round.contest().clone();
            let digest = ballot_box::hex(&contest_digest(&contest));
            Ok((contest, Some(digest)))
        }
        None => Ok((first_contest(open)?, None)),
    }
}

/// What the congress is to adopt first; fails if a part of it is missing.
pub(super) fn first_contest(open: &Open) -> Result<Contest, Problem> {
    let store = open.office.store();
    let roster = Roster::new(store.delegates()?).map_err(|_| DeskError::NeedsDelegates)?;
    let list = CandidateList::new(store.candidates()?).map_err(|_| DeskError::NeedsCandidates)?;
    let rules = store.rules()?.ok_or(DeskError::NeedsRules)?;
    Ok(Contest::first(roster.in_office(), list, rules))
}

fn adoption_of(
    contest: &Contest,
    digest: Option<String>,
    problem: Option<Problem>,
) -> Result<Adoption, Problem> {
    let numbers: Vec<CandidateNumber> =
        contest.list.candidates().iter().map(|candidate| candidate.number.clone()).collect();
    let meaning = meaning_for(contest);
    Ok(Adoption {
        round: contest.round(),
        called_for: conversions::called_for(contest),
        rules: conversions::rules_form(&contest.rules)?,
        candidates: conversions::named(contest, &numbers),
        digest,
        problem: problem.or_else(|| meaning.problem.clone()),
        meaning,
    })
}

fn nothing_to_adopt(open: &Open, problem: Problem) -> Result<Adoption, Problem> {
    let form = match open.office.store().rules()? {
        Some(rules) => conversions::rules_form(&rules)?,
        None => presets(open)?.swap_remove(0).rules,
    };
    Ok(Adoption {
        round: RoundNumber::FIRST,
        called_for: None,
        meaning: no_rules(problem.clone(), Delegates(0), 0),
        rules: form,
        candidates: Vec::new(),
        digest: None,
        problem: Some(problem),
    })
}
