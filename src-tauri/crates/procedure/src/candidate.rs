//! Candidates: the projects that may be adopted, and their list.

use crate::{coded_errors, money::Money};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A candidate project (候选项目). What the government's list leaves open is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The number on the list and on the ballot, unique.
    pub number: String,
    /// The project's name (项目名称).
    pub name: String,
    /// What will be done (建设内容).
    pub content: String,
    /// Works of a programme that are voted on as one (子项).
    pub sub_items: Vec<String>,
    /// Where (建设地点).
    pub location: String,
    /// Total investment (总投资).
    pub investment: Option<Money>,
    /// Investment planned for this year (年度计划投资).
    pub investment_this_year: Option<Money>,
    /// Where the money comes from (资金来源).
    pub sources: String,
    /// The unit that answers for it (责任单位).
    pub responsible_unit: String,
    /// The day by which it will be done (完成时限).
    pub deadline: Option<NaiveDate>,
    /// Whom it serves and how (预期效益).
    pub benefit: String,
    /// The category (类别); decides something only where the rules vote by category.
    pub category: String,
    /// Where the proposal came from (来源).
    pub origin: String,
}

/// The candidate list (候选项目名单) in its official order; numbers are unique, and there is at least one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Candidate>", into = "Vec<Candidate>")]
pub struct CandidateList(Vec<Candidate>);

coded_errors! {
    /// Why candidates don't form a list.
    pub enum CandidateListError {
        /// There is none.
        Empty = "candidates.empty",
        /// Two candidates have one number.
        DuplicateNumber { number: String } = "candidates.duplicate-number",
    }
}

impl CandidateList {
    /// A list of these candidates, in this order.
    pub fn new(candidates: Vec<Candidate>) -> Result<Self, CandidateListError> {
        if candidates.is_empty() {
            return Err(CandidateListError::Empty);
        }
        let mut numbers = BTreeSet::new();
        for candidate in &candidates {
            if !numbers.insert(&candidate.number) {
                return Err(CandidateListError::DuplicateNumber { number: candidate.number.clone() });
            }
        }
        Ok(Self(candidates))
    }

    /// The candidates, in order.
    #[must_use]
    pub fn candidates(&self) -> &[Candidate] {
        &self.0
    }

    /// The candidate of this number.
    #[must_use]
    pub fn find(&self, number: &str) -> Option<&Candidate> {
        self.0.iter().find(|candidate| candidate.number == number)
    }
}

impl TryFrom<Vec<Candidate>> for CandidateList {
    type Error = CandidateListError;

    fn try_from(candidates: Vec<Candidate>) -> Result<Self, CandidateListError> {
        Self::new(candidates)
    }
}

impl From<CandidateList> for Vec<Candidate> {
    fn from(list: CandidateList) -> Self {
        list.0
    }
}
