//! 检验单.

use crate::Heading;
use procedure::{
    ballot::Mark,
    number::{CandidateNumber, RoundNumber},
};

/// What a kiosk had sealed in a ballot that a voter challenged (检验单): the ballot is spoiled and was not counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChallengeSlip {
    /// Whose slip it is.
    pub heading: Heading,
    /// The round, from 1.
    pub round: RoundNumber,
    /// The tracking code that the voter saw before the ballot was opened.
    pub code: String,
    /// What was sealed, in list order; at least one.
    pub rows: Vec<ChallengedMark>,
    /// The name of the file that the ballot can be checked with.
    pub file: String,
    /// The hash of the contest's canonical form, in hexadecimal digits.
    pub digest: String,
}

/// A candidate with the mark that was sealed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChallengedMark {
    /// The candidate's number.
    pub number: CandidateNumber,
    /// Its name.
    pub name: String,
    /// The mark.
    pub mark: Mark,
}
