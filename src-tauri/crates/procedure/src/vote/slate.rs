//! The slate: what an outcome depends on of a list, divided into the parts that are decided by themselves.

use crate::{
    candidate::{Candidate, CandidateList},
    count::Seats,
    number::CandidateNumber,
    rules::{Category, Division, Rules},
};
use messages::coded_errors;
use std::collections::BTreeSet;

/// A candidate as far as an outcome depends on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contender {
    /// The candidate's number on the list.
    pub number: CandidateNumber,
    /// Its category; nothing looks at it where the rules don't vote by category.
    pub category: Option<String>,
}

/// A part of the list that is decided by itself: the whole, or one category.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListPart {
    /// The category; none for the whole.
    pub category: Option<String>,
    /// Its seats; at least 1, and at most as many as its members.
    pub seats: Seats,
    /// The most approvals a ballot may have in it; at least 1, and at most as many as its members.
    pub limit: u32,
    /// The candidates' places in the list, from 0, ascending.
    pub members: Vec<usize>,
}

/// Candidates in list order, each in just one part; the parts in the rules' order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slate {
    contenders: Vec<Contender>,
    parts: Vec<ListPart>,
}

coded_errors! {
    /// Why a list doesn't fit the rules. A category is empty where the whole list is meant.
    pub enum SlateError {
        /// Where a category must have just its number of approvals, a category can't be void on a valid ballot.
        BreachOfExactly = "slate.breach-of-exactly",
        /// There are no candidates.
        Empty = "slate.empty",
        /// Two candidates have one number.
        DuplicateId { id: CandidateNumber } = "slate.duplicate-id",
        /// The rules vote by category, and the candidate has none.
        CategoryMissing { id: CandidateNumber } = "slate.category-missing",
        /// The rules don't know the candidate's category.
        CategoryUnknown { id: CandidateNumber, category: String } = "slate.category-unknown",
        /// A category has seats and no candidates.
        CategoryWithoutCandidates { category: String } = "slate.category-without-candidates",
        /// More seats than candidates.
        SeatsAboveCandidates { category: String, seats: Seats, candidates: usize } = "slate.seats-above-candidates",
        /// A ballot could have more approvals than there are candidates.
        LimitAboveCandidates { limit: u32, candidates: usize } = "slate.limit-above-candidates",
        /// Fewer candidates than the margin demands (差额).
        MarginMissed { category: String, needed: u32, found: usize } = "slate.margin-missed",
    }
}

impl Slate {
    /// The slate of these contenders, in this order, divided by the rules.
    pub fn new(rules: &Rules, contenders: Vec<Contender>) -> Result<Self, SlateError> {
        check_numbers(&contenders)?;
        let parts = match rules.division() {
            Division::Whole { seats, selection_limit } => {
                let members = (0..contenders.len()).collect();
                vec![ListPart {
                    category: None,
                    seats: *seats,
                    limit: selection_limit.unwrap_or(seats.0),
                    members,
                }]
            }
            Division::Categories(categories) => by_category(categories, &contenders)?,
        };
        parts.iter().try_for_each(ListPart::check)?;
        Ok(Self { contenders, parts })
    }

    /// The slate of a candidate list.
    pub fn of(rules: &Rules, list: &CandidateList) -> Result<Self, SlateError> {
        Self::new(rules, list.candidates().iter().map(Contender::from).collect())
    }

    /// The candidates, in list order.
    #[must_use]
    pub fn contenders(&self) -> &[Contender] {
        &self.contenders
    }

    /// The parts, in the rules' order.
    #[must_use]
    pub fn parts(&self) -> &[ListPart] {
        &self.parts
    }
}

fn check_numbers(contenders: &[Contender]) -> Result<(), SlateError> {
    if contenders.is_empty() {
        return Err(SlateError::Empty);
    }
    let mut numbers = BTreeSet::new();
    for Contender { number, .. } in contenders {
        if !numbers.insert(number) {
            return Err(SlateError::DuplicateId { id: number.clone() });
        }
    }
    Ok(())
}

fn by_category(categories: &[Category], contenders: &[Contender]) -> Result<Vec<ListPart>, SlateError> {
    let mut parts: Vec<ListPart> = categories.iter().map(ListPart::without_members).collect();
    for (place, Contender { number, category }) in contenders.iter().enumerate() {
        let name = category.as_ref().ok_or_else(|| SlateError::CategoryMissing { id: number.clone() })?;
        let part = parts.iter_mut().find(|part| part.category.as_ref() == Some(name));
        let unknown = || SlateError::CategoryUnknown { id: number.clone(), category: name.clone() };
        part.ok_or_else(unknown)?.members.push(place);
    }
    Ok(parts)
}

impl ListPart {
    /// The category's name for an error or a warning; empty for the whole list.
    #[must_use]
    pub fn category_name(&self) -> String {
        self.category.clone().unwrap_or_default()
    }

    fn without_members(Category { name, seats }: &Category) -> Self {
        Self { category: Some(name.clone()), seats: *seats, limit: seats.0, members: Vec::new() }
    }

    fn check(&self) -> Result<(), SlateError> {
        let (category, candidates) = (self.category_name(), self.members.len());
        let above = |number: u32| number as usize > candidates;
        if candidates == 0 {
            return Err(SlateError::CategoryWithoutCandidates { category });
        }
        if above(self.seats.0) {
            return Err(SlateError::SeatsAboveCandidates { category, seats: self.seats, candidates });
        }
        if above(self.limit) {
            return Err(SlateError::LimitAboveCandidates { limit: self.limit, candidates });
        }
        Ok(())
    }
}

impl From<&Candidate> for Contender {
    fn from(candidate: &Candidate) -> Self {
        let category = if candidate.category.is_empty() { None } else { Some(candidate.category.clone()) };
        Self { number: candidate.number.clone(), category }
    }
}
