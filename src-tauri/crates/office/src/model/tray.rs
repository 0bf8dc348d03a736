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
    /// All ballots, as far as slips and paper stand for them.
    pub(crate) const fn ballots(self) -> Ballots {
        Ballots(self.slips.saturating_add(self.paper))
    }
}
