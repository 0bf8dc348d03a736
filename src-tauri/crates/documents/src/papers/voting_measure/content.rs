//! 票决办法.

use crate::Heading;
use chrono::NaiveDate;
use procedure::{
    count::{Delegates, Seats},
    rules::{Rules, Warning},
};

/// The voting measure (票决办法): the adopted rules written out in numbered articles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VotingMeasure<'a> {
    /// Whose measure it is.
    pub heading: Heading,
    /// The rules of the first round; the measure speaks of further rounds by itself.
    pub rules: &'a Rules,
    /// All delegates in office (D), for the figures that the rules come to.
    pub delegates: Delegates,
    /// How many candidates the list has.
    pub candidates: usize,
    /// All seats (N).
    pub seats: Seats,
    /// What the law or practice says against the rules; stands in the measure.
    pub warnings: &'a [Warning],
    /// How many key cards there are, or holders where they make the key.
    pub cards: u32,
    /// Whether holders make the key, each on a computer of their own; else cards are dealt.
    pub by_holders: bool,
    /// How many of them open the totals.
    pub threshold: u32,
    /// How many scrutineers there are, the chief included.
    pub scrutineers: usize,
    /// How many tellers there are.
    pub tellers: usize,
    /// The day the congress passed it; left to be filled in by hand where none is given.
    pub passed_on: Option<NaiveDate>,
    /// The first article's purpose as the secretariat words it; empty for the usual one.
    pub purpose: String,
}
