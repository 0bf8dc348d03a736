//! 投票须知.

use crate::Heading;
use procedure::{count::Seats, number::RoundNumber, rules::Rules};

/// The notice to delegates on how to vote (投票须知), at the kiosk and on paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice<'a> {
    /// Whose notice it is.
    pub heading: Heading,
    /// The round, from 1.
    pub round: RoundNumber,
    /// The rules of this round.
    pub rules: &'a Rules,
    /// All seats of this round.
    pub seats: Seats,
    /// How many candidates the ballot has.
    pub candidates: usize,
    /// Whether there are paper ballots; so as long as it isn't known that none were made.
    pub paper: bool,
    /// Where to vote; empty where none is given.
    pub place: String,
}
