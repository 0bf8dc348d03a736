//! The key ceremony and the slips.

use super::{KeyMaking, Problem, TwoPersons, ZoneSlips};
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
    /// How the key comes about; where it is distributed there are no cards.
    pub keys: KeyMaking,
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
    /// The commitment to the list of slips in groups of eight characters, once the box is sealed; none before, and in a session that
    /// version 0.1.0 sealed.
    pub slip_list: Vec<String>,
    /// The card whose turn it is; none before the ceremony and after the last card.
    pub turn: Option<CardTurn>,
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
    /// Whether the card was read back or presented, or, after the last result, destroyed.
    pub done: bool,
}

/// The card whose turn it is.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CardTurn {
    /// The number of the card.
    pub holder: u32,
    /// Whether its scrutineer sets a PIN first; else the PIN that they have is asked for.
    pub sets_pin: bool,
    /// Whether it was shown: once more takes two persons and a reason.
    pub shown: bool,
    /// Whether it was printed or saved: the same way once more takes the same.
    pub taken_out: bool,
    /// The row, from 1, that is typed back where there is no scanner.
    pub asked_row: u32,
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

/// `set_card_pin`, `uncover_card`: the scrutineer whose turn it is sets their first PIN, or types the one they have.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CardPin {
    /// The number of the card.
    pub holder: u32,
    /// The scrutineer's PIN, 6 to 12 digits.
    pub pin: String,
}

/// What is given out once more takes two persons and a reason.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OnceMore {
    /// Who; of a card its holder is the scrutineer.
    pub by: TwoPersons,
    /// Why, in at least ten letters or digits.
    pub reason: String,
}

/// `key_card`: shows it. Before that its scrutineer has typed their PIN.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShowCard {
    /// The number of the card.
    pub holder: u32,
    /// Where it was shown before.
    pub once_more: Option<OnceMore>,
}

/// A key card on the screen, while its scrutineer alone looks.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyCardView {
    /// The scrutineer.
    pub name: String,
    /// The card's page as a picture: a `data:` address of a PNG.
    pub picture: String,
}

/// `confirm_key_card`: the scrutineer reads the card back from paper.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ConfirmKeyCard {
    /// The number of the card.
    pub holder: u32,
    /// The whole card as scanned, or the row that was asked for as typed.
    pub typed: String,
}

/// To a printer.
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
    /// Where it was printed before.
    pub once_more: Option<OnceMore>,
}

/// `save_card`: writes a key card's PDF into a folder, for a printer elsewhere.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveCard {
    /// The number of the card.
    pub holder: u32,
    /// The folder.
    pub folder: String,
    /// Where it was saved before.
    pub once_more: Option<OnceMore>,
}

/// `print_slips`. Two persons are needed each time.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PrintSlips {
    /// The printer's name.
    pub printer: String,
    /// Who.
    pub by: TwoPersons,
    /// Why once more, in at least ten letters or digits; empty the first time.
    pub reason: String,
}

/// `save_slips`. Two persons are needed each time.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveSlips {
    /// The folder; empty for the session's own.
    pub folder: String,
    /// Who.
    pub by: TwoPersons,
    /// Why once more, in at least ten letters or digits; empty the first time.
    pub reason: String,
}

/// For acts that write into a folder.
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
