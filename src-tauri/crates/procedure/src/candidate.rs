//! Candidates: the projects that may be adopted, and their list.

use crate::{deadline::Deadline, money::Money, number::CandidateNumber};
use messages::coded_errors;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A candidate project (候选项目). What the government's list leaves open is empty.
///
/// **Adding a field is dangerous**, because candidates are hashed twice:
/// - [`Contest::canonical`](crate::contest::Contest::canonical) writes all fields, and every sealed ballot refers to its
///   hash. A new field must have `#[serde(default, skip_serializing_if = "…")]` and be left out when it is empty, or contests
///   that were frozen before get another hash and their ballots no longer verify.
/// - The store hashes its table of candidates by `SELECT *` into the audit log. A new column must be left out of that hash
///   where it is empty, or the log of every older session file no longer agrees with its candidates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The number on the list and on the ballot, unique.
    pub number: CandidateNumber,
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
    /// By when it will be done (完成时限).
    #[serde(default)]
    pub deadline: Option<Deadline>,
    /// Whom it serves and how (预期效益).
    pub benefit: String,
    /// The category (类别); decides something only where the rules vote by category.
    pub category: String,
    /// Where the proposal came from (来源).
    pub origin: String,
}

impl Candidate {
    /// Every text of it but the number; all of them are printed.
    #[must_use]
    pub fn texts(&self) -> Vec<&str> {
        // Named one by one, so that a text that is left out doesn't compile.
        let Self {
            number: _,
            name,
            content,
            sub_items,
            location,
            investment: _,
            investment_this_year: _,
            sources,
            responsible_unit,
            deadline: _,
            benefit,
            category,
            origin,
        } = self;
        let own = [name, content, location, sources, responsible_unit, benefit, category, origin];
        own.into_iter().chain(sub_items).map(String::as_str).collect()
    }
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
        DuplicateNumber { number: CandidateNumber } = "candidates.duplicate-number",
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
    pub fn find(&self, number: &CandidateNumber) -> Option<&Candidate> {
        self.0.iter().find(|candidate| candidate.number == *number)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deadline_is_a_day_of_a_year_with_four_digits_or_words() {
        let read = |deadline: &str| {
            let text = format!(
                r#"{{"number":"1","name":"","content":"","sub_items":[],"location":"","investment":null,
                "investment_this_year":null,"sources":"","responsible_unit":"",{deadline}"benefit":"",
                "category":"","origin":""}}"#
            );
            serde_json::from_str::<Candidate>(&text).map(|candidate| candidate.deadline)
        };
        for words in ["0000-01-01", "9999-12-31", "2026年12月底"] {
            let found = read(&format!(r#""deadline":"{words}","#)).unwrap();
            assert_eq!(found.unwrap().to_string(), words);
        }
        assert_eq!(read(r#""deadline":null,"#).unwrap(), None);
        assert_eq!(read("").unwrap(), None);
        for none in ["+12026-01-01", "-0001-01-01", "2026-02-29", ""] {
            assert!(read(&format!(r#""deadline":"{none}","#)).is_err(), "{none}");
        }
    }
}
