//! The roster and the candidate list as they are.

use crate::{
    open::{desk::Desk, session::Open},
    reads::lists::{delegations, frozen},
};
use procedure::count::counted;
use procedure::money::Money;
use wire::{CandidateList, DelegateList, Problem, conversions};

pub(crate) fn delegates(_: &Desk, open: &Open) -> Result<DelegateList, Problem> {
    let delegates = open.office.store().delegates()?;
    let in_office = delegates.iter().filter(|delegate| delegate.in_office).count();
    Ok(DelegateList {
        delegations: delegations(open, &delegates)?,
        delegates: delegates.iter().map(conversions::delegate_form).collect(),
        in_office: counted(in_office),
        frozen: frozen(open)?,
    })
}

pub(crate) fn candidates(_: &Desk, open: &Open) -> Result<CandidateList, Problem> {
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
        candidates: candidates.iter().map(conversions::candidate_form).collect(),
        categories,
        total_investment: total.filter(|_| !amounts.is_empty()).map(|total| total.to_string()),
        frozen: frozen(open)?,
    })
}
