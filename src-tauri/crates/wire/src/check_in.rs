//! Check-in and the poll.

use super::{Delegation, Problem, RoundFigures, TwoPersons, declared};
use procedure::number::DelegateNumber;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Who is present.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Attendance {
    /// The delegates in office, in the roster's order.
    pub rows: Vec<AttendanceRow>,
    /// The delegations.
    pub delegations: Vec<Delegation>,
    /// The hall's figures.
    pub figures: RoundFigures,
    /// Slips not handed out yet.
    pub slips_left: u32,
    /// Paper ballots not handed out yet; none where the round takes none.
    pub paper_left: Option<u32>,
    /// Whether check-in is open to newcomers; if not, why.
    pub refused: Option<Problem>,
    /// Whether a check-in can still be taken back; if not, why.
    pub undo_refused: Option<Problem>,
}

/// A delegate at check-in.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttendanceRow {
    /// The number.
    #[ts(as = "declared::DelegateNumber")]
    pub number: DelegateNumber,
    /// The name.
    pub name: String,
    /// The delegation.
    pub delegation: String,
    /// Pinyin initials to search by, in every reading of the name, such as `zzy` and `czy`.
    pub initials: Vec<String>,
    /// Whether checked in.
    pub present: bool,
    /// Whether a slip or a paper ballot was handed out: never which.
    pub slip: bool,
    /// Whether it was a paper ballot.
    pub paper: bool,
}

/// `check_in`: marks a delegate present.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CheckIn {
    /// The delegate's number.
    #[ts(as = "declared::DelegateNumber")]
    pub number: DelegateNumber,
    /// Whether a paper ballot is handed out instead of a slip.
    #[serde(default)]
    pub paper: bool,
}

/// `undo_check_in`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct UndoCheckIn {
    /// The delegate's number.
    #[ts(as = "declared::DelegateNumber")]
    pub number: DelegateNumber,
}

/// `exchange_slip`: a damaged slip that can still be read is cancelled, and the delegate draws another.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExchangeSlip {
    /// The damaged slip's code.
    pub code: String,
    /// Who.
    pub by: TwoPersons,
}

/// `open_poll`, `suspend_poll`, `void_for_quorum`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WithTwo {
    /// Who.
    pub by: TwoPersons,
}

/// `resume_poll`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResumePoll {
    /// Who.
    pub by: TwoPersons,
    /// What they counted; needed where the session was opened again since the poll was open.
    #[serde(default)]
    pub count: Option<TrayCounted>,
}

/// What two persons counted before an interrupted poll goes on.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TrayCounted {
    /// Spent slips in the tray.
    pub tray: u32,
    /// Paper ballots.
    #[serde(default)]
    pub paper: u32,
    /// What they state where that differs from the box; empty for nothing.
    pub statement: String,
}

/// `close_poll`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ClosePoll {
    /// Who.
    pub by: TwoPersons,
    /// Spent slips that the tellers counted in the tray.
    pub tray: u32,
    /// Paper ballots that they counted.
    #[serde(default)]
    pub paper: u32,
    /// What the scrutineers state where tray and box differ; empty for nothing.
    pub statement: String,
    /// Slips that were spoiled in printing, and so are in no pile.
    #[serde(default)]
    pub spoiled: u32,
    /// Why the piles aren't checked by code; empty where they were.
    #[serde(default)]
    pub unchecked: String,
}

/// `end_round`: the presidium ends a round that can't go on. `end_rounds`: it holds no further round, though one is called for.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct EndRound {
    /// Who.
    pub by: TwoPersons,
    /// Why.
    pub statement: String,
}

/// What is looked at before the poll is opened.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Readiness {
    /// The checks.
    pub checks: Vec<Check>,
    /// Whether the poll can be opened.
    pub ready: bool,
}

/// One check.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Check {
    /// What was looked at.
    pub key: CheckKey,
    /// Whether the poll can be opened.
    pub status: CheckStatus,
    /// What was found, worded under its code.
    pub finding: Problem,
}

/// What is looked at before the poll is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CheckKey {
    /// Whether enough delegates are present.
    Quorum,
    /// Whether every holder has signed the report on the key ceremony, which no program can see.
    CeremonyReport,
    /// Whether the box is empty.
    Box,
    /// Whether the booth window is open.
    Kiosk,
    /// The screens that are connected.
    Screens,
    /// Whether there is a printer.
    Printer,
    /// The computer's clock.
    Clock,
    /// Free space on the disk.
    Space,
    /// The latest backup.
    Backup,
}

/// What a check says of opening the poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CheckStatus {
    /// Good.
    Good,
    /// The poll can be opened, but somebody should look.
    Warning,
    /// The poll should not be opened.
    Bad,
}
