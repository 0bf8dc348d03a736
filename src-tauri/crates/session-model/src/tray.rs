//! What the tellers count by hand.

use procedure::count::Ballots;
use serde::{Deserialize, Serialize};

/// What the tellers counted by hand when the poll was closed: the independent witness of the box.
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
