//! The close of a poll, as the log says it.

use super::unsaid::is_zero;
use crate::{PileCount, Tray};
use procedure::{
    count::{Ballots, Issued},
    number::RoundNumber,
};
use serde::{Deserialize, Serialize};

/// The poll was closed and the box's root fixed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PollClosed {
    /// The round.
    pub round: RoundNumber,
    /// Slips and paper ballots handed out.
    pub issued: Issued,
    /// Ballots in the box.
    pub collected: Ballots,
    /// What the tellers counted by hand.
    pub tray: Tray,
    /// The root of the box.
    pub root: String,
    /// What the scrutineers stated where the tray and the box differ.
    pub statement: Option<String>,
    /// Slips in the tray whose ballots are missing, with the kiosks that are lost.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub missing: u32,
    /// What the check of the piles by code came to; none where it was left out, and in a session that 0.1.0 sealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub piles: Option<PileCount>,
    /// Why the piles weren't checked by code, where they weren't.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unchecked: Option<String>,
}
