//! Delegates and candidates as the secretariat edits them.

use super::{Problem, declared};
use procedure::number::{CandidateNumber, DelegateNumber};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The roster.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DelegateList {
    /// In the roster's order.
    pub delegates: Vec<DelegateForm>,
    /// The delegations in the order in which they appear, with how many are in office.
    pub delegations: Vec<Delegation>,
    /// How many are in office.
    pub in_office: u32,
    /// Why the list can't be changed any more.
    pub frozen: Option<Problem>,
}

/// A delegation.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Delegation {
    /// Its name.
    pub name: String,
    /// Delegates in office.
    pub in_office: u32,
    /// Of them, checked in for the latest round.
    pub present: u32,
}

/// A delegate.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DelegateForm {
    /// The number, as printed.
    #[ts(as = "declared::DelegateNumber")]
    pub number: DelegateNumber,
    /// The name.
    pub name: String,
    /// The delegation.
    pub delegation: String,
    /// Whether in office.
    pub in_office: bool,
}

/// `save_delegate`: adds a delegate at the end, or changes the one of `before`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveDelegate {
    /// The number of the delegate to change; none to add one.
    #[ts(as = "Option<declared::DelegateNumber>")]
    pub before: Option<DelegateNumber>,
    /// The delegate.
    pub delegate: DelegateForm,
}

/// `remove_delegate`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveDelegate {
    /// Whom.
    #[ts(as = "declared::DelegateNumber")]
    pub number: DelegateNumber,
}

/// The candidate list.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CandidateList {
    /// In the order of the ballot.
    pub candidates: Vec<CandidateForm>,
    /// The categories in the order in which they appear.
    pub categories: Vec<String>,
    /// The sum of all investments in 万元, as `1,234.56`; none where no candidate has one.
    pub total_investment: Option<String>,
    /// Why the list can't be changed any more.
    pub frozen: Option<Problem>,
}

/// A candidate.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CandidateForm {
    /// The number on the ballot.
    #[ts(as = "declared::CandidateNumber")]
    pub number: CandidateNumber,
    /// The project's name.
    pub name: String,
    /// What will be done.
    pub content: String,
    /// Works of a programme that are voted on as one.
    pub sub_items: Vec<String>,
    /// Where.
    pub location: String,
    /// Total investment in 万元, as `1,234.56`; empty for none.
    pub investment: String,
    /// Investment planned for the year in 万元; empty for none.
    pub investment_this_year: String,
    /// Where the money comes from.
    pub sources: String,
    /// The unit that answers for it.
    pub responsible_unit: String,
    /// The day by which it will be done, as `2026-12-31`; empty for none.
    pub deadline: String,
    /// Whom it serves.
    pub benefit: String,
    /// The category.
    pub category: String,
    /// Where the proposal came from.
    pub origin: String,
}

/// `save_candidate`: adds a candidate at the end, or changes the one of `before`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveCandidate {
    /// The number of the candidate to change; none to add one.
    #[ts(as = "Option<declared::CandidateNumber>")]
    pub before: Option<CandidateNumber>,
    /// The candidate.
    pub candidate: CandidateForm,
}

/// `remove_candidate`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RemoveCandidate {
    /// Which.
    #[ts(as = "declared::CandidateNumber")]
    pub number: CandidateNumber,
}

/// `move_candidate`: puts a candidate at another place on the ballot.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MoveCandidate {
    /// Whom.
    #[ts(as = "declared::CandidateNumber")]
    pub number: CandidateNumber,
    /// The new place, from 0.
    pub place: u32,
}
