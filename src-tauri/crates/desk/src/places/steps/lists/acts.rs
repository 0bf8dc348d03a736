//! Editing the lists by hand.

use crate::open::{
    desk::Desk,
    session::{Change, Open},
};
use lists::Limits;
use office::acts;
use procedure::{candidate::Candidate, number::CandidateNumber, roster::Delegate};
use sheets::reading::CellProblem;
use wire::{
    DeskError, MoveCandidate, Problem, RemoveCandidate, RemoveDelegate, SaveCandidate, SaveDelegate,
    conversions,
};

pub(crate) fn save_delegate(desk: &Desk, open: &mut Open, request: SaveDelegate) -> Result<(), Problem> {
    let delegate = conversions::delegate(&request.delegate);
    let number = delegate.number.as_str();
    desk.refuse_unprintable(number, [delegate.name.as_str(), &delegate.delegation, number])?;
    check_written(&[
        (number, Limits::NUMBER),
        (&delegate.name, Limits::PERSON),
        (&delegate.delegation, Limits::PERSON),
    ])?;
    change_delegates(open, |delegates| match &request.before {
        None => {
            delegates.push(delegate);
            Ok(())
        }
        Some(number) => {
            let place = delegates.iter().position(|known| known.number == *number);
            delegates[place.ok_or_else(|| unknown(number))?] = delegate;
            Ok(())
        }
    })
}

pub(crate) fn remove_delegate(_: &Desk, open: &mut Open, request: RemoveDelegate) -> Result<(), Problem> {
    change_delegates(open, |delegates| {
        let place = delegates.iter().position(|known| known.number == request.number);
        delegates.remove(place.ok_or_else(|| unknown(&request.number))?);
        Ok(())
    })
}

fn change_delegates(
    open: &mut Open,
    change: impl FnOnce(&mut Vec<Delegate>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let before = open.office.store().delegates()?;
    let mut after = before.clone();
    change(&mut after)?;
    put_delegates(open, before, &after)
}

/// Sets the roster, which can be taken back where there was one.
pub(super) fn put_delegates(
    open: &mut Open,
    before: Vec<Delegate>,
    after: &[Delegate],
) -> Result<(), Problem> {
    let by = open.operator();
    acts::set_delegates(&mut open.office, &by, after)?;
    if !before.is_empty() {
        open.undo.push(Change::Delegates(before));
    }
    Ok(())
}

pub(crate) fn save_candidate(desk: &Desk, open: &mut Open, request: SaveCandidate) -> Result<(), Problem> {
    let candidate = conversions::candidate(&request.candidate)?;
    let number = candidate.number.as_str();
    desk.refuse_unprintable(number, texts(&candidate))?;
    check_written(&[(number, Limits::NUMBER), (&candidate.name, Limits::NAME)])?;
    change_candidates(open, |candidates| match &request.before {
        None => {
            candidates.push(candidate);
            Ok(())
        }
        Some(number) => {
            let place = place_of(candidates, number)?;
            candidates[place] = candidate;
            Ok(())
        }
    })
}

pub(crate) fn remove_candidate(_: &Desk, open: &mut Open, request: RemoveCandidate) -> Result<(), Problem> {
    change_candidates(open, |candidates| {
        let place = place_of(candidates, &request.number)?;
        candidates.remove(place);
        Ok(())
    })
}

pub(crate) fn move_candidate(_: &Desk, open: &mut Open, request: MoveCandidate) -> Result<(), Problem> {
    change_candidates(open, |candidates| {
        let candidate = candidates.remove(place_of(candidates, &request.number)?);
        candidates.insert((request.place as usize).min(candidates.len()), candidate);
        Ok(())
    })
}

fn place_of(candidates: &[Candidate], number: &CandidateNumber) -> Result<usize, Problem> {
    candidates.iter().position(|known| known.number == *number).ok_or_else(|| unknown(number))
}

fn change_candidates(
    open: &mut Open,
    change: impl FnOnce(&mut Vec<Candidate>) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let before = open.office.store().candidates()?;
    let mut after = before.clone();
    change(&mut after)?;
    put_candidates(open, before, &after)
}

/// Sets the candidate list, which can be taken back where there was one.
pub(super) fn put_candidates(
    open: &mut Open,
    before: Vec<Candidate>,
    after: &[Candidate],
) -> Result<(), Problem> {
    let by = open.operator();
    acts::set_candidates(&mut open.office, &by, after)?;
    if !before.is_empty() {
        open.undo.push(Change::Candidates(before));
    }
    Ok(())
}

/// A candidate's number and texts, all of which are printed.
pub(super) fn texts(candidate: &Candidate) -> impl Iterator<Item = &str> {
    std::iter::once(candidate.number.as_str()).chain(candidate.texts())
}

/// What must be there is, and isn't longer than an imported list may have it.
fn check_written(fields: &[(&str, usize)]) -> Result<(), Problem> {
    for (text, limit) in fields {
        let length = text.chars().count();
        if length == 0 {
            return Err(CellProblem::Missing.into());
        }
        if length > *limit {
            return Err(CellProblem::TooLong { length, limit: *limit }.into());
        }
    }
    Ok(())
}

fn unknown(number: &impl ToString) -> Problem {
    DeskError::NumberUnknown { number: number.to_string() }.into()
}
