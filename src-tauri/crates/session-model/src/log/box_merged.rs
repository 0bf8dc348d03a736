//! The merge of a kiosk's box, as the log says it.

use crate::TrayCount;
use ballot_box::SlipTag;
use procedure::{
    count::Ballots,
    number::{KioskNumber, RoundNumber},
};
use serde::{Deserialize, Serialize};

/// A kiosk's box was merged into the station's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct BoxMerged {
    /// The round.
    pub round: RoundNumber,
    /// The kiosk's number.
    pub kiosk: KioskNumber,
    /// The box was taken off the kiosk's disk.
    pub recovered: bool,
    /// Ballots in its box.
    pub ballots: Ballots,
    /// The slips that two persons counted in its tray.
    pub tray: u32,
    /// What they stated where the tray and the box differ.
    pub statement: Option<String>,
    /// What they counted before its poll went on after an interruption and stated something, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resumed: Vec<TrayCount>,
    /// Slips that were spent elsewhere too, by their tags.
    pub spent_twice: Vec<SlipTag>,
    /// Ballots with which voters challenged the kiosk, sorted.
    pub challenged: Vec<String>,
    /// Of each of them the hash of its ciphertexts, in the same order; empty in a session that 0.1.0 sealed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ciphertexts: Vec<String>,
    /// The hash of the box' file.
    pub file: String,
}
