//! A candidate as the hall sees it: on the ballot and on the big screen.

use procedure::candidate::Candidate;
use wire::{BallotCandidate, conversions};

/// A candidate with the facts that a delegate has at hand.
pub(crate) fn on_ballot(candidate: &Candidate, block: u32) -> BallotCandidate {
    BallotCandidate {
        number: candidate.number.clone(),
        name: candidate.name.clone(),
        content: candidate.content.clone(),
        sub_items: candidate.sub_items.clone(),
        location: candidate.location.clone(),
        investment: conversions::shown_money(candidate.investment),
        investment_this_year: conversions::shown_money(candidate.investment_this_year),
        responsible_unit: candidate.responsible_unit.clone(),
        deadline: conversions::shown_deadline(candidate.deadline.as_ref()),
        benefit: candidate.benefit.clone(),
        block,
    }
}
