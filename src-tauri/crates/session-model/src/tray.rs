//! What the tellers count by hand.

use procedure::count::Ballots;
use serde::{Deserialize, Serialize};

/// What the tellers counted by hand: the independent witness of the box.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tray {
    /// Spent slips in the trays.
    pub slips: u32,
    /// Paper ballots, valid and void.
    pub paper: u32,
}

impl Tray {
    /// The ballots that the slips and the paper in the trays are of.
    #[must_use]
    pub const fn ballots(self) -> Ballots {
        Ballots(self.slips.saturating_add(self.paper))
    }
}

/// What the check of the piles by code came to at the close: every slip that was made is left over, was handed out or exchanged, or
/// was spoiled in printing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PileCount {
    /// Slips that were handed out.
    pub handed: u32,
    /// Left-over slips that were scanned.
    pub left: u32,
    /// Slips that were spoiled in printing, by what two persons say.
    pub spoiled: u32,
    /// Whether the tray's slips were scanned as well, and all belong there. If not, they were counted.
    pub tray_by_code: bool,
}

/// What two persons counted before a poll was resumed, beside what should be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrayCount {
    /// What they counted, before the program showed what it has.
    pub tray: Tray,
    /// What should be in the trays by the box.
    #[serde(rename = "box")]
    pub in_box: Tray,
    /// What they stated where the two differ.
    pub statement: Option<String>,
}
