//! 主持词.

use crate::{AdoptedProject, Cut, Heading, ResultRow};
use chrono::NaiveDate;
use procedure::{
    count::{Ballots, Delegates, Issued, Seats},
    number::{CandidateNumber, RoundNumber},
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
    pub round: RoundNumber,
    /// What a further round was called for.
    pub called_for: Option<Why>,
    /// Whether the measure and the scrutineers are still to be voted on: in the first round, and as long as no round had
    /// a quorum.
    pub measure_pending: bool,
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
    /// Whether holders have made the key, who bring their computers to the count; else the scrutineers bring key cards.
    pub by_holders: bool,
    /// Whether there are paper ballots; so as long as it isn't known that none were made.
    pub paper: bool,
    /// 实到代表 (P), once the poll is opened.
    pub present: Option<Delegates>,
    /// 实到代表 and 发出票数 of one moment: when the poll was closed, or the round ended by decision.
    pub handed_out: Option<(Delegates, Issued)>,
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
    Void(Voided),
    /// The result, for the chair to read out.
    Result {
        /// The day it is announced, where it is known.
        date: Option<NaiveDate>,
        /// The totals in the order of publication.
        rows: Vec<ResultRow>,
        /// Those adopted in this round.
        adopted: Vec<AdoptedProject>,
        /// How the measure decided where more candidates passed than there are seats.
        cuts: Vec<Cut>,
        /// The further rounds that this round calls for, each with the numbers of its candidates and its seats.
        further: Vec<FurtherRound>,
        /// Those that rounds before called for and that are still to be held.
        pending: Vec<FurtherRound>,
        /// The lots drawn among those tied at the cut.
        lots: Vec<Lots>,
    },
}

/// Why a round is void, with what the chair must say of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Voided {
    /// Too few are present.
    QuorumMissing,
    /// More ballots were collected than issued.
    MoreCollectedThanIssued,
    /// It was ended by a decision.
    ByDecision {
        /// How far it had come.
        at: BrokenOff,
        /// Why, as it was stated.
        statement: String,
    },
}

/// How far a round had come when it was ended by a decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrokenOff {
    /// No poll was opened.
    BeforePoll,
    /// In the poll.
    Polling,
    /// After its close.
    Closed,
}

/// A further round that is called for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FurtherRound {
    /// Why.
    pub reason: Why,
    /// The numbers of its candidates.
    pub candidates: Vec<CandidateNumber>,
    /// Its seats.
    pub seats: Seats,
}

/// Lots that the scrutineers drew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lots {
    /// The numbers of those tied at the cut.
    pub candidates: Vec<CandidateNumber>,
    /// The numbers of those the lot fell on.
    pub adopted: Vec<CandidateNumber>,
}
