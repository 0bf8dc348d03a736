//! The piles of slips, checked by their codes before the poll is closed.

use super::TwoPersons;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was scanned so far.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PilesView {
    /// Whether the piles are checked: not in a session that version 0.1.0 sealed.
    pub asked: bool,
    /// How many slips should be left over, those that were spoiled in printing with them.
    pub expected: u32,
    /// The left-over slips.
    pub left_over: PileView,
    /// The tray's.
    pub tray: PileView,
}

/// What was scanned of a pile.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PileView {
    /// How many slips.
    pub scanned: u32,
    /// Those that don't belong there.
    pub misfits: Vec<MisfitView>,
}

/// A slip that doesn't belong in the pile in which it was scanned.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MisfitView {
    /// The last four characters of its code.
    pub ending: String,
    /// Why it doesn't belong there.
    pub why: WhyMisfit,
}

/// Why a slip doesn't belong in its pile.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WhyMisfit {
    /// A ballot was cast with it.
    Used,
    /// No ballot was cast with it.
    Unused,
    /// It was exchanged for another.
    Exchanged,
    /// Its slot was cancelled: it lay among the left-over slips.
    Annulled,
    /// It isn't a slip of this round.
    Unknown,
}

/// A pile of slips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Pile {
    /// Those that nobody drew.
    LeftOver,
    /// Those that were collected in the trays.
    Tray,
}

/// `scan_slip`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ScanSlip {
    /// The pile in which it lies.
    pub pile: Pile,
    /// The slip's code.
    pub code: String,
}

/// `annul_slip`: a slip that a ballot was cast with lay among the left-over ones, and its slot is cancelled.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnnulSlip {
    /// The slip's code.
    pub code: String,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: TwoPersons,
}
