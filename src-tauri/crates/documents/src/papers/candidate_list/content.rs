//! 候选项目名单.

use crate::Heading;
use procedure::{candidate::Candidate, count::Seats, number::RoundNumber};

/// The list of candidates (候选项目名单) of one round. A column that is empty for every candidate is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidateListDocument<'a> {
    /// Whose list it is.
    pub heading: Heading,
    /// The round, from 1; further rounds name it in the title.
    pub round: RoundNumber,
    /// How many projects are to be adopted (应选项目数).
    pub seats: Seats,
    /// The categories with their seats where the rules vote by category; otherwise empty.
    pub categories: Vec<(String, Seats)>,
    /// The candidates in official order; at least one. Each has a page of details after the list.
    pub candidates: &'a [Candidate],
}
