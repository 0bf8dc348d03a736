//! The key ceremony and the slips.

use super::{Problem, TwoPersons, ZoneSlips};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// The ceremony as it is now.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CeremonyView {
    /// How far it has come.
    pub stage: CeremonyStage,
    /// The scrutineers, in the order of the cards.
    pub holders: Vec<CardHolder>,
    /// How many cards open the totals.
    pub threshold: u32,
    /// Whether the cards of an earlier round are used again.
    pub cards_again: bool,
    /// Delegates in office, for whom there should be a slip each.
    pub delegates: u32,
    /// Slips made; 0 before the ceremony is begun.
    pub slips: u32,
    /// The zones with their slips; none before slips are made.
    pub zones: Vec<ZoneSlips>,
    /// Paper ballots made; 0 where there are none.
    pub paper: u32,
    /// Whether slips were printed or saved since they were made.
    pub slips_out: bool,
    /// Why the ceremony can't be held now.
    pub problem: Option<Problem>,
}

/// How far the ceremony has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CeremonyStage {
    /// It isn't begun.
    None,
    /// Scrutineers come one by one.
    Cards,
    /// All cards are checked, or those of an earlier round are used again: slips can be printed.
    Slips,
    /// It is done.
    Sealed,
}

/// A scrutineer in the ceremony.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CardHolder {
    /// The number of the card, from 1.
    pub holder: u32,
    /// The scrutineer.
    pub name: String,
    /// Whether the card was read back and the PIN set.
    pub done: bool,
}

/// `begin_ceremony`: deals the keys and makes the slips, in memory.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BeginCeremony {
    /// How many slips to make for each zone, in the order of the zones' numbers; one zone where the hall has one.
    pub slips: Vec<u32>,
    /// For how many paper ballots the box has slots; 0 for none.
    #[serde(default)]
    pub paper: u32,
}

/// `key_card`, `print_key_card`: of which scrutineer.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WhichCard {
    /// The number of the card.
    pub holder: u32,
}

/// A key card on the screen, while its scrutineer alone looks.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyCardView {
    /// The scrutineer.
    pub name: String,
    /// The card's page as a picture: a `data:` address of a PNG.
    pub picture: String,
    /// The row, from 1, that is typed back where there is no scanner.
    pub asked_row: u32,
    /// How many rows the card has.
    pub rows: u32,
}

/// `confirm_key_card`: the scrutineer reads the card back and chooses a PIN.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfirmKeyCard {
    /// The number of the card.
    pub holder: u32,
    /// The whole card as scanned, or the row that was asked for as typed.
    pub typed: String,
    /// The scrutineer's PIN, 6 to 12 digits.
    pub pin: String,
}

/// `print_slips`, `print_key_card`: to a printer.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrintTo {
    /// The printer's name.
    pub printer: String,
}

/// `print_card`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrintCard {
    /// The number of the card.
    pub holder: u32,
    /// The printer's name.
    pub printer: String,
}

/// `save_card`: writes a key card's PDF into a folder, for a printer elsewhere.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveCard {
    /// The number of the card.
    pub holder: u32,
    /// The folder.
    pub folder: String,
}

/// `save_slips` and other acts that write into a folder.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveTo {
    /// The folder; empty for the session's own.
    pub folder: String,
}

/// `seal`: lays the ballot box out. Two persons are needed.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Seal {
    /// Who.
    pub by: TwoPersons,
}
