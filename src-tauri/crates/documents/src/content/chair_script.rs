//! 主持词.

use super::{AdoptedProject, Heading, ResultRow};
use chrono::NaiveDate;
use procedure::{
    count::{Ballots, Delegates, Issued, Seats},
    outcome::VoidReason,
    rules::Rules,
    turn::Why,
};

/// What the chair reads out (主持词) in one round, step by step; figures that aren't known yet are left to be filled in
/// by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChairScript<'a> {
    /// Whose session it is.
    pub heading: Heading,
    /// The round, from 1.
    pub round: u32,
    /// What a further round was called for.
    pub called_for: Option<Why>,
    /// The rules of this round.
    pub rules: &'a Rules,
    /// All delegates in office (D).
    pub delegates: Delegates,
    /// The fewest that make a quorum.
    pub quorum: Delegates,
    /// All seats of this round.
    pub seats: Seats,
    /// How many candidates there are.
    pub candidates: usize,
    /// 实到代表 (P), once the poll is opened.
    pub present: Option<Delegates>,
    /// 发出票数 and 收回票数, once the poll is closed.
    pub ballots: Option<(Issued, Ballots)>,
    /// What came of the round, once it is known and signed.
    pub end: Option<ScriptEnd>,
    /// The chief scrutineer.
    pub chief: String,
    /// The other scrutineers.
    pub scrutineers: Vec<String>,
    /// The tellers.
    pub tellers: Vec<String>,
}

/// What the chair announces at the end of a round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScriptEnd {
    /// The round is void.
    Void(VoidReason),
    /// The result, for the chair to read out.
    Result {
        /// The day it is announced, where it is known.
        date: Option<NaiveDate>,
        /// The totals in the order of publication.
        rows: Vec<ResultRow>,
        /// Those adopted in this round.
        adopted: Vec<AdoptedProject>,
        /// The further rounds that are held, each with the numbers of its candidates and its seats.
        further: Vec<(Why, Vec<String>, Seats)>,
    },
}
