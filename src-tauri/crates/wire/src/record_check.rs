//! A record (票决档案) that is opened to be checked. Nothing of it is taken over.

use super::{Problem, VoidCause, declared};
use procedure::number::{CandidateNumber, RoundNumber};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// `check_record`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecordFile {
    /// The record.
    pub file: String,
}

/// `find_in_record`: looks for a ballot by the tracking code that its voter saw.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FindInRecord {
    /// The record.
    pub file: String,
    /// The tracking code as it was typed.
    pub code: String,
}

/// Where the ballot was found.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FoundInRecord {
    /// The round; none where no round has the ballot.
    #[ts(as = "Option<declared::RoundNumber>")]
    pub round: Option<RoundNumber>,
    /// The sealed ballot's hash, in hex; empty where there is none.
    pub hash: String,
}

/// A record that was checked. What it says is proven only where every check holds.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordChecked {
    /// Whether every check holds.
    pub holds: bool,
    /// The number of the first check that fails.
    pub first_failure: Option<String>,
    /// The congress.
    pub congress: String,
    /// Which session of it.
    pub session: String,
    /// The year.
    pub year: i32,
    /// Whether it was a rehearsal.
    pub training: bool,
    /// The program that made it.
    pub program: String,
    /// The station's public key, in hex.
    pub station: String,
    /// Whether a session on this computer has the same key.
    pub station_is_here: bool,
    /// How many acts of office its log has.
    pub log_entries: u32,
    /// The hash of the last, in hex.
    pub head: String,
    /// How many documents it has.
    pub documents: u32,
    /// The rounds, from the first.
    pub rounds: Vec<RecordRound>,
    /// Every check, in the order of their numbers.
    pub checks: Vec<CheckRow>,
    /// What is out of the ordinary. It makes no record fail.
    pub noted: Vec<NotedRow>,
}

/// Something out of the ordinary in a record.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NotedRow {
    /// The round; none where it isn't of one.
    #[ts(as = "Option<declared::RoundNumber>")]
    pub round: Option<RoundNumber>,
    /// The number of the log's entry that tells of it; none where no single one does.
    pub entry: Option<u32>,
    /// What is noted.
    pub note: Problem,
}

/// A round of a record.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordRound {
    /// Its number.
    #[ts(as = "declared::RoundNumber")]
    pub round: RoundNumber,
    /// How it ended; none where it can't be read.
    pub ended: Option<RecordRoundEnd>,
    /// Why it is void.
    pub reason: Option<VoidCause>,
    /// How many sealed ballots its box holds.
    pub ballots: u32,
    /// The candidates, ranked; empty for a void round.
    pub ranking: Vec<RecordCandidate>,
}

/// How a round of a record ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RecordRoundEnd {
    /// Its result was announced.
    Announced,
    /// It is void.
    Void,
}

/// A candidate in the ranking of a record's round.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordCandidate {
    /// Its number on the list.
    #[ts(as = "declared::CandidateNumber")]
    pub number: CandidateNumber,
    /// Its name.
    pub name: String,
    /// Approvals.
    pub approve: u32,
    /// Oppositions.
    pub oppose: u32,
    /// Abstentions.
    pub abstain: u32,
    /// Whether it is adopted.
    pub adopted: bool,
}

/// A numbered check of a record.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckRow {
    /// Its number, such as `3.2`; the catalogue of messages has its title.
    pub number: String,
    /// The code of its title.
    pub title: String,
    /// How it came out.
    pub verdict: CheckVerdict,
    /// The round in which it fails; none where it isn't of one.
    #[ts(as = "Option<declared::RoundNumber>")]
    pub round: Option<RoundNumber>,
    /// What is wrong, where it fails.
    pub problem: Option<Problem>,
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CheckVerdict {
    /// It holds.
    Pass,
    /// It doesn't.
    Fail,
    /// What it rests on doesn't hold.
    NotReached,
}
