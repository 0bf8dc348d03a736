//! 纸质选票.

use crate::Heading;
use procedure::{candidate::Candidate, number::RoundNumber, rules::Rules};

/// Paper ballots (纸质选票), all alike: nothing on one tells it from another, not even a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperBallots<'a> {
    /// Whose ballots they are; without a record's hash, which could differ between two printings.
    pub heading: Heading,
    /// The round, from 1.
    pub round: RoundNumber,
    /// The rules of this round: limits, marks and their explanation.
    pub rules: &'a Rules,
    /// The candidates in official order; at least one.
    pub candidates: &'a [Candidate],
    /// How many to print; at least one.
    pub copies: u32,
}
