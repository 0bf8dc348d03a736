//! 票决结果报告单.

use crate::Heading;
use chrono::NaiveDate;
use procedure::{
    count::{Ballots, Delegates, Issued, Seats, Votes},
    number::{CandidateNumber, RoundNumber},
    outcome::{Verdict, VoidReason},
    turn::Why,
};

/// The report of a round's result (票决结果报告单), with places for the scrutineers and tellers to sign.
///
/// It is refused unless its figures add up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultReport {
    /// Whose report it is.
    pub heading: Heading,
    /// The round, from 1.
    pub round: RoundNumber,
    /// The day of the vote; left to be filled in by hand where none is given.
    pub date: Option<NaiveDate>,
    /// How many projects were to be adopted (应选项目数).
    pub seats: Seats,
    /// The categories with their seats where the rules vote by category; otherwise empty.
    pub categories: Vec<(String, Seats)>,
    /// 全体代表 (D).
    pub delegates: Delegates,
    /// 实到代表 (P).
    pub present: Delegates,
    /// 发出票数 (I); what was handed out at check-in, too, where no poll was opened.
    pub issued: Issued,
    /// 收回票数 (C); 0 where no poll was opened.
    pub collected: Ballots,
    /// What came of it.
    pub result: RoundResult,
    /// What else the report must say, in order.
    pub notes: Vec<Note>,
    /// The chief scrutineer (总监票人).
    pub chief: String,
    /// The other scrutineers (监票人), each of whom signs.
    pub scrutineers: Vec<String>,
    /// The tellers (计票人), each of whom signs.
    pub tellers: Vec<String>,
}

/// A round was counted, or is void.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RoundResult {
    /// The ballots were counted.
    Counted(CountedRound),
    /// The round is void; no totals are printed.
    Void(VoidReason),
}

/// The totals of a counted round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedRound {
    /// 废票 (X); void and valid ballots are those collected.
    pub void: Ballots,
    /// 有效票 (V).
    pub valid: Ballots,
    /// The fewest approvals with which a candidate passes; none where the rules have no threshold.
    pub threshold: Option<Votes>,
    /// The majority the rules demand, in a sentence without a full stop, such as 赞成票超过全体代表的半数; may be empty.
    pub threshold_rule: String,
    /// The candidates in the order of publication; at least one.
    pub rows: Vec<ResultRow>,
}

/// One candidate's totals and what they came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// The rank; equal approvals share one.
    pub rank: u32,
    /// The candidate's number.
    pub number: CandidateNumber,
    /// The candidate's name.
    pub name: String,
    /// The category where the rules vote by category; otherwise empty.
    pub category: String,
    /// 赞成
    pub approve: Votes,
    /// 反对; none where ballots take only approvals.
    pub oppose: Option<Votes>,
    /// 弃权; none where ballots take only approvals.
    pub abstain: Option<Votes>,
    /// What it came to.
    pub verdict: Verdict,
}

/// Something the report must say besides the totals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    /// A further round is held.
    FurtherRound {
        /// Why.
        reason: Why,
        /// The numbers of the candidates voted on again.
        candidates: Vec<CandidateNumber>,
        /// The seats left for them.
        seats: Seats,
    },
    /// A further round that a round before called for is still to be held.
    StillPending {
        /// Why.
        reason: Why,
        /// The numbers of the candidates voted on again.
        candidates: Vec<CandidateNumber>,
        /// The seats left for them.
        seats: Seats,
    },
    /// Seats stay empty.
    SeatsLeftEmpty {
        /// The category they belong to where the rules vote by category; otherwise empty.
        category: String,
        /// How many.
        seats: Seats,
    },
    /// How the measure decided between candidates that passed.
    Cut(Cut),
    /// The scrutineers drew lots among the tied.
    LotsDrawn {
        /// The numbers of the tied candidates.
        candidates: Vec<CandidateNumber>,
        /// The numbers of those the lot fell on.
        adopted: Vec<CandidateNumber>,
    },
    /// Lots are still to be drawn among the tied.
    LotsOpen {
        /// The numbers of the tied candidates.
        candidates: Vec<CandidateNumber>,
        /// The seats left for them.
        seats: Seats,
    },
    /// The root over the sealed ballots, in hexadecimal; it stands on lines of its own, to be read aloud and compared.
    BoxRoot(String),
    /// The station's public key, in hexadecimal, on lines of its own: whoever has the record compares it with this.
    StationKey(String),
    /// A sentence of its own, already in the document's language.
    Remark(String),
}

/// How the measure decided between candidates that passed, where more did than there are seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The category where the rules vote by category; otherwise empty.
    pub category: String,
    /// How many projects were to be adopted of the list, or of the category.
    pub seats: Seats,
    /// What decided.
    pub by: CutBy,
}

/// What decided between candidates that passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CutBy {
    /// The most approvals.
    Approvals,
    /// Those tied at the cut are all adopted, so more than there are seats.
    AllTied {
        /// The numbers of the tied candidates.
        candidates: Vec<CandidateNumber>,
        /// How many projects are adopted in all.
        adopted: u32,
    },
    /// None of those tied at the cut is adopted.
    NoneTied {
        /// The numbers of the tied candidates.
        candidates: Vec<CandidateNumber>,
    },
}
