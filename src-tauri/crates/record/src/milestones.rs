//! The sealing and the close of a round, as the log tells them.

use crate::entry::{Event, Piles, Tray};

/// What the sealing said.
pub struct Sealed {
    pub key: String,
    pub threshold: u32,
    pub cards: u32,
    pub slips: u32,
    pub paper: u32,
    /// The digest over the holders of a distributed key.
    pub holders: Option<String>,
    /// The commitment to the list of slips.
    pub list: Option<String>,
    pub version: u32,
}

impl Sealed {
    /// What the act says.
    pub fn told(event: Event) -> Option<Self> {
        let Event::Sealed { key, threshold, cards, slips, paper, holders, list, version, .. } = event else {
            return None;
        };
        let version = version.unwrap_or(1);
        let holders = holders.filter(|_| version > 1);
        Some(Self { key, threshold, cards, slips, paper, holders, list, version })
    }
}

/// What the close of the poll said.
pub struct Closed {
    pub present: u32,
    pub issued: u32,
    pub collected: u32,
    pub tray: Tray,
    pub root: String,
    pub statement: Option<String>,
    pub missing: u32,
    /// What the check of the piles by code came to.
    pub piles: Option<Piles>,
    /// Why they weren't checked.
    pub unchecked: Option<String>,
}

impl Closed {
    /// What this act said, with so many present; none where it isn't the close of a poll.
    pub fn told(event: Event, present: u32) -> Option<Self> {
        let Event::PollClosed { issued, collected, tray, root, statement, missing, piles, unchecked, .. } =
            event
        else {
            return None;
        };
        Some(Self { present, issued, collected, tray, root, statement, missing, piles, unchecked })
    }
}
