//! The big screen. It is given no figure of a result before the result is announced.

use super::{BallotCandidate, CalledFor, Language, RankedRow, RoundFigures, declared};
use procedure::number::RoundNumber;
use serde::Serialize;
use ts_rs::TS;

/// What the hall sees.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScreenView {
    /// What to show.
    pub phase: ScreenPhase,
    /// The congress; empty while no session is open.
    pub congress: String,
    /// Which session of it.
    pub session: String,
    /// The year.
    pub year: i32,
    /// The round's number; none before the first.
    #[ts(as = "Option<declared::RoundNumber>")]
    pub round: Option<RoundNumber>,
    /// Why the round is held; none for a first round, and one that is voted again.
    pub called_for: Option<CalledFor>,
    /// Whether the session is for training.
    pub training: bool,
    /// The language.
    pub language: Language,
    /// The candidates of the round, before the poll.
    pub candidates: Vec<BallotCandidate>,
    /// Projects to adopt in the round.
    pub seats: u32,
    /// Attendance and turnout, never a result.
    pub figures: Option<RoundFigures>,
    /// The announced result.
    pub result: Option<ScreenResult>,
}

/// What the big screen shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ScreenPhase {
    /// No session is open.
    Idle,
    /// The candidates, before anybody checks in.
    Candidates,
    /// The attendance.
    CheckIn,
    /// The turnout.
    Polling,
    /// The poll is interrupted.
    Suspended,
    /// The poll is closed, nothing is announced yet.
    Counting,
    /// The announced result.
    Result,
    /// The round was found void.
    Void,
}

/// An announced result.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ScreenResult {
    /// The least approvals that pass.
    pub threshold: u32,
    /// The threshold in thousandths of the delegates in office, for a line.
    pub threshold_permille: u32,
    /// All candidates, as ranked.
    pub rows: Vec<RankedRow>,
    /// Whether a further round follows.
    pub further_round: bool,
    /// The day.
    pub announced_on: String,
}
