//! Delegates and candidates, edited by hand.

use crate::{
    Desk, DeskError, forms,
    state::{Change, Open},
    types::*,
};
use office::{
    acts,
    lists::{CellProblem, Limits},
};
use procedure::{candidate::Candidate, count::counted, money::Money, roster::Delegate};

/// Why lists and rules can't be changed any more, if they can't.
pub(crate) fn frozen(open: &Open) -> Result<Option<Problem>, Problem> {
    Ok(open.office.store().latest_round()?.map(|_| DeskError::AdoptedStands.into()))
}

pub(crate) fn delegates(desk: &Desk, _: Nothing) -> Result<DelegateList, Problem> {
    desk.with(|open| delegate_list(open))
}

fn delegate_list(open: &Open) -> Result<DelegateList, Problem> {
    let delegates = open.office.store().delegates()?;
    let in_office = delegates.iter().filter(|delegate| delegate.in_office).count();
    Ok(DelegateList {
        delegations: delegations(open, &delegates)?,
        delegates: delegates.iter().map(forms::delegate_form).collect(),
        in_office: counted(in_office),
        frozen: frozen(open)?,
    })
}

/// The delegations in the order in which they appear.
pub(crate) fn delegations(open: &Open, delegates: &[Delegate]) -> Result<Vec<Delegation>, Problem> {
    let store = open.office.store();
    let present = match store.latest_round()? {
        Some(round) => store.present(round.contest().round())?,
        None => std::collections::BTreeMap::new(),
    };
    let mut delegations: Vec<Delegation> = Vec::new();
    for delegate in delegates.iter().filter(|delegate| delegate.in_office) {
        let place = delegations.iter().position(|known| known.name == delegate.delegation);
        let place = place.unwrap_or_else(|| {
            delegations.push(Delegation { name: delegate.delegation.clone(), in_office: 0, present: 0 });
            delegations.len() - 1
        });
        delegations[place].in_office += 1;
        delegations[place].present += u32::from(present.contains_key(&delegate.number));
    }
    Ok(delegations)
}

pub(crate) fn save_delegate(desk: &Desk, request: SaveDelegate) -> Result<DelegateList, Problem> {
    let delegate = forms::delegate(&request.delegate);
    let texts = [&delegate.name, &delegate.delegation, &delegate.number];
    refuse_unprintable(desk, &delegate.number, texts.map(String::as_str))?;
    check_written(&[
        (&delegate.number, Limits::NUMBER),
        (&delegate.name, Limits::PERSON),
        (&delegate.delegation, Limits::PERSON),
    ])?;
    change_delegates(desk, |delegates| match &request.before {
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

pub(crate) fn remove_delegate(desk: &Desk, request: RemoveNumber) -> Result<DelegateList, Problem> {
    change_delegates(desk, |delegates| {
        let place = delegates.iter().position(|known| known.number == request.number);
        delegates.remove(place.ok_or_else(|| unknown(&request.number))?);
        Ok(())
    })
}

fn change_delegates(
    desk: &Desk,
    change: impl FnOnce(&mut Vec<Delegate>) -> Result<(), Problem>,
) -> Result<DelegateList, Problem> {
    desk.with(|open| {
        let before = open.office.store().delegates()?;
        let mut after = before.clone();
        change(&mut after)?;
        put_delegates(open, before, &after)?;
        delegate_list(open)
    })
}

/// Sets the roster, which can be taken back where there was one.
pub(crate) fn put_delegates(
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

pub(crate) fn candidates(desk: &Desk, _: Nothing) -> Result<CandidateList, Problem> {
    desk.with(|open| candidate_list(open))
}

fn candidate_list(open: &Open) -> Result<CandidateList, Problem> {
    let candidates = open.office.store().candidates()?;
    let mut categories: Vec<String> = Vec::new();
    for candidate in &candidates {
        if !candidate.category.is_empty() && !categories.contains(&candidate.category) {
            categories.push(candidate.category.clone());
        }
    }
    let amounts: Vec<u64> =
        candidates.iter().filter_map(|candidate| candidate.investment).map(Money::fen).collect();
    let total = amounts.iter().try_fold(0_u64, |sum, fen| sum.checked_add(*fen)).map(Money::from_fen);
    Ok(CandidateList {
        candidates: candidates.iter().map(forms::candidate_form).collect(),
        categories,
        total_investment: total.filter(|_| !amounts.is_empty()).map(|total| total.to_string()),
        frozen: frozen(open)?,
    })
}

pub(crate) fn save_candidate(desk: &Desk, request: SaveCandidate) -> Result<CandidateList, Problem> {
    let candidate = forms::candidate(&request.candidate)?;
    refuse_unprintable(desk, &candidate.number, texts(&candidate))?;
    check_written(&[(&candidate.number, Limits::NUMBER), (&candidate.name, Limits::NAME)])?;
    change_candidates(desk, |candidates| match &request.before {
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

pub(crate) fn remove_candidate(desk: &Desk, request: RemoveNumber) -> Result<CandidateList, Problem> {
    change_candidates(desk, |candidates| {
        let place = place_of(candidates, &request.number)?;
        candidates.remove(place);
        Ok(())
    })
}

pub(crate) fn move_candidate(desk: &Desk, request: MoveCandidate) -> Result<CandidateList, Problem> {
    change_candidates(desk, |candidates| {
        let candidate = candidates.remove(place_of(candidates, &request.number)?);
        candidates.insert((request.place as usize).min(candidates.len()), candidate);
        Ok(())
    })
}

fn place_of(candidates: &[Candidate], number: &str) -> Result<usize, Problem> {
    candidates.iter().position(|known| known.number == number).ok_or_else(|| unknown(number))
}

fn change_candidates(
    desk: &Desk,
    change: impl FnOnce(&mut Vec<Candidate>) -> Result<(), Problem>,
) -> Result<CandidateList, Problem> {
    desk.with(|open| {
        let before = open.office.store().candidates()?;
        let mut after = before.clone();
        change(&mut after)?;
        put_candidates(open, before, &after)?;
        candidate_list(open)
    })
}

/// Sets the candidate list, which can be taken back where there was one.
pub(crate) fn put_candidates(
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

/// A candidate's texts, all of which are printed.
pub(crate) fn texts(candidate: &Candidate) -> Vec<&str> {
    let mut texts: Vec<&str> = vec![
        &candidate.number,
        &candidate.name,
        &candidate.content,
        &candidate.location,
        &candidate.sources,
        &candidate.responsible_unit,
        &candidate.benefit,
        &candidate.category,
        &candidate.origin,
    ];
    texts.extend(candidate.sub_items.iter().map(String::as_str));
    texts
}

/// A character that no font has would be a blank on paper.
pub(crate) fn refuse_unprintable<'a>(
    desk: &Desk,
    place: &str,
    texts: impl IntoIterator<Item = &'a str>,
) -> Result<(), Problem> {
    let fonts = desk.fonts()?;
    let mut characters = String::new();
    for text in texts {
        characters.extend(fonts.missing(text)?);
    }
    if characters.is_empty() {
        Ok(())
    } else {
        Err(DeskError::Unprintable { place: place.to_owned(), characters }.into())
    }
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

fn unknown(number: &str) -> Problem {
    DeskError::NumberUnknown { number: number.to_owned() }.into()
}
