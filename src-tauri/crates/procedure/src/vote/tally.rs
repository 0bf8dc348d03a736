//! The tally: how many valid ballots approve and oppose each candidate, with every sum checked.

use crate::{
    account::Account,
    count::{Ballots, Votes},
    number::CandidateNumber,
    rules::{CategoryBreach, MarksTaken, Rules, Selection},
    slate::{ListPart, Slate},
};
use messages::coded_errors;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One candidate's total, as it was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Total {
    /// The candidate's number; `id` where it is written.
    #[serde(rename = "id")]
    pub number: CandidateNumber,
    /// a (赞成).
    pub approve: Votes,
    /// o (反对).
    pub oppose: Votes,
}

/// One total for each candidate, in list order; every sum holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    valid: Ballots,
    totals: Vec<Total>,
}

coded_errors! {
    /// Why totals can't be the count of a round. A category is empty where the whole list is meant.
    pub enum TallyError {
        /// A total is of no candidate on the list.
        UnknownId { id: CandidateNumber } = "tally.unknown-id",
        /// A candidate has two totals.
        DuplicateId { id: CandidateNumber } = "tally.duplicate-id",
        /// A candidate has no total.
        MissingId { id: CandidateNumber } = "tally.missing-id",
        /// More ballots have a mark on the candidate than are valid.
        VotesAboveValid { id: CandidateNumber, approve: Votes, oppose: Votes, valid: Ballots } = "tally.votes-above-valid",
        /// Ballots take no oppositions.
        OpposeNotAsked { id: CandidateNumber, oppose: Votes } = "tally.oppose-not-asked",
        /// All approvals together are more than all valid ballots may have.
        TooManyApprovals { category: String, found: u64, most: u64 } = "tally.too-many-approvals",
        /// All approvals together are fewer than all valid ballots must have.
        TooFewApprovals { category: String, found: u64, needed: u64 } = "tally.too-few-approvals",
    }
}

impl Tally {
    /// The tally of these totals, which may come in any order.
    pub fn new(
        rules: &Rules,
        slate: &Slate,
        account: &Account,
        totals: &[Total],
    ) -> Result<Self, TallyError> {
        let tally = Self { valid: account.valid(), totals: in_list_order(slate, totals)? };
        tally.totals.iter().try_for_each(|total| tally.check_total(rules, total))?;
        slate.parts().iter().try_for_each(|part| tally.check_part(rules, part))?;
        Ok(tally)
    }

    /// The totals, in list order.
    #[must_use]
    pub fn totals(&self) -> &[Total] {
        &self.totals
    }

    /// b (弃权): the valid ballots that neither approve nor oppose the candidate at this place.
    #[must_use]
    pub fn abstain(&self, place: usize) -> Votes {
        let Total { approve, oppose, .. } = &self.totals[place];
        // a + o ≤ V is checked for every total.
        Votes(self.valid.0 - approve.0 - oppose.0)
    }

    fn check_total(&self, rules: &Rules, total: &Total) -> Result<(), TallyError> {
        let Total { number: id, approve, oppose } = total.clone();
        if rules.marks == MarksTaken::ApproveOnly && oppose.0 > 0 {
            return Err(TallyError::OpposeNotAsked { id, oppose });
        }
        if u64::from(approve.0) + u64::from(oppose.0) > u64::from(self.valid.0) {
            return Err(TallyError::VotesAboveValid { id, approve, oppose, valid: self.valid });
        }
        Ok(())
    }

    /// A ballot whose breach voids one category has no approvals there: so "exactly" can't be asked of the sum then.
    fn check_part(&self, rules: &Rules, part: &ListPart) -> Result<(), TallyError> {
        let found = part.members.iter().map(|place| u64::from(self.totals[*place].approve.0)).sum();
        let most = u64::from(part.limit) * u64::from(self.valid.0);
        let void_alone = part.category.is_some() && rules.category_breach == CategoryBreach::Category;
        if found > most {
            return Err(TallyError::TooManyApprovals { category: part.category_name(), found, most });
        }
        if found < most && rules.selection == Selection::Exactly && !void_alone {
            return Err(TallyError::TooFewApprovals { category: part.category_name(), found, needed: most });
        }
        Ok(())
    }
}

fn in_list_order(slate: &Slate, totals: &[Total]) -> Result<Vec<Total>, TallyError> {
    let mut by_number = BTreeMap::new();
    for total in totals {
        if by_number.insert(&total.number, total).is_some() {
            return Err(TallyError::DuplicateId { id: total.number.clone() });
        }
    }
    let mut ordered = Vec::new();
    for contender in slate.contenders() {
        match by_number.remove(&contender.number) {
            Some(total) => ordered.push(total.clone()),
            None => return Err(TallyError::MissingId { id: contender.number.clone() }),
        }
    }
    match by_number.into_keys().next() {
        Some(stranger) => Err(TallyError::UnknownId { id: stranger.clone() }),
        None => Ok(ordered),
    }
}
