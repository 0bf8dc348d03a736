//! Several kiosks: at the station their list, what goes to them and comes back; on a remote kiosk which one it is.

use super::{TwoPersons, declared};
use ballot_box::SlipTag;
use procedure::number::{KioskNumber, RoundNumber};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A zone (票区): told by its number and the word of its colour, never by a colour alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ZoneName {
    /// The number, from 1.
    pub number: u32,
    /// The name of its colour, worded in the catalogue under `colour`.
    #[ts(as = "declared::ZoneColour")]
    pub colour: &'static str,
}

/// A zone's slips.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ZoneSlips {
    /// The zone.
    pub zone: ZoneName,
    /// How many slips were made for it.
    pub slips: u32,
}

/// `kiosks`: the remote kiosks of the round, as the station knows them.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KiosksView {
    /// The station's key, as it is compared with it at a kiosk.
    pub station: String,
    /// The zones with their slips.
    pub zones: Vec<ZoneSlips>,
    /// The kiosks, by number.
    pub kiosks: Vec<KioskRow>,
    /// The least number that no kiosk of the round has.
    #[ts(as = "declared::KioskNumber")]
    pub next_number: KioskNumber,
    /// The slips that were spent at two kiosks, decided about or not.
    pub disputes: Vec<DisputeRow>,
}

/// A remote kiosk at the station.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KioskRow {
    /// Its number, from 1.
    #[ts(as = "declared::KioskNumber")]
    pub number: KioskNumber,
    /// What it is called.
    pub name: String,
    /// Its zone.
    pub zone: ZoneName,
    /// Its key, as it was compared with its screen.
    pub fingerprint: String,
    /// What became of it.
    pub status: KioskStatusAtStation,
    /// The ballots of its box; none until it is merged.
    pub ballots: Option<u32>,
    /// How many slips that were used there were also used elsewhere, and aren't decided about.
    pub disputed: u32,
    /// Its box was taken off its disk.
    pub recovered: bool,
    /// The slips counted in its tray, once its box is merged or it is lost.
    pub tray: Option<u32>,
    /// What two persons stated about it.
    pub statement: Option<String>,
}

/// What became of a remote kiosk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KioskStatusAtStation {
    /// It was provisioned, and its box hasn't come back.
    Out,
    /// Its box was merged.
    Merged,
    /// Two persons declared it lost.
    Lost,
}

/// A slip that was spent at two kiosks or more.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DisputeRow {
    /// Names the slip without telling its code.
    #[ts(as = "declared::SlipTag")]
    pub slip: SlipTag,
    /// Where it was spent; 0 is the station's own kiosk.
    #[ts(as = "Vec<declared::KioskNumber>")]
    pub kiosks: Vec<KioskNumber>,
    /// Whether two persons have decided.
    pub decided: bool,
    /// The kiosk whose ballot was kept; none where none was, or nothing is decided.
    #[ts(as = "Option<declared::KioskNumber>")]
    pub kept: Option<KioskNumber>,
    /// Their reason.
    pub reason: Option<String>,
}

/// `read_kiosk_request`, `read_provision`: a file on the stick, looked at.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StickFile {
    /// Its path.
    pub file: String,
}

/// A kiosk's request, looked at.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestFound {
    /// What the kiosk is called.
    pub name: String,
    /// Its key, to be compared with its screen.
    pub fingerprint: String,
    /// Names just this file: what two persons act on is what was looked at.
    pub seen: String,
}

/// `provision_kiosk`: two persons have compared the fingerprint with the kiosk's screen.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ProvisionKiosk {
    /// The request's path.
    pub file: String,
    /// The request that was looked at.
    pub seen: String,
    /// The number that the kiosk gets.
    #[ts(as = "declared::KioskNumber")]
    pub number: KioskNumber,
    /// The number of its zone.
    pub zone: u32,
    /// Where the provision is written; empty for beside the request.
    pub folder: String,
    /// Who.
    pub by: TwoPersons,
}

/// `merge_kiosk_box`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MergeKioskBox {
    /// The box' path.
    pub file: String,
    /// Who.
    pub by: TwoPersons,
}

/// `recover_kiosk`: merges what was copied off a dead kiosk's disk.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RecoverKiosk {
    /// The copy of its session's file; an interrupted write in it is undone.
    pub database: String,
    /// The copy of its key.
    pub key: String,
    /// The slips that two persons counted in its tray.
    pub tray: u32,
    /// What they state where tray and box differ; empty for nothing.
    pub statement: String,
    /// Who.
    pub by: TwoPersons,
}

/// What a merging came to.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BoxMerged {
    /// The kiosk.
    #[ts(as = "declared::KioskNumber")]
    pub kiosk: KioskNumber,
    /// The ballots of its box.
    pub ballots: u32,
    /// How many of its slips were used elsewhere too: they wait for a decision.
    pub disputed: u32,
    /// The same box was merged before, and nothing was changed.
    pub already: bool,
}

/// `declare_kiosk_lost`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DeclareKioskLost {
    /// The kiosk.
    #[ts(as = "declared::KioskNumber")]
    pub number: KioskNumber,
    /// The slips that stay in its tray for good: so many ballots are missing.
    pub tray: u32,
    /// What happened.
    pub statement: String,
    /// Who.
    pub by: TwoPersons,
}

/// `decide_dispute`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DecideDispute {
    /// The slip, as the list names it.
    #[ts(as = "declared::SlipTag")]
    pub slip: SlipTag,
    /// The kiosk whose ballot counts, 0 for the station's own; none where none counts.
    #[ts(as = "Option<declared::KioskNumber>")]
    pub kept: Option<KioskNumber>,
    /// Why.
    pub reason: String,
    /// Who.
    pub by: TwoPersons,
}

/// `this_kiosk`: this computer as a remote kiosk.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThisKiosk {
    /// What it is called; empty until it was named.
    pub name: String,
    /// Its key, as it is compared with the station's screen; none until it has one.
    pub fingerprint: Option<String>,
}

/// `ask_provision`: names this computer as a kiosk, makes its key the first time, and writes its request.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AskProvision {
    /// What it is called.
    pub name: String,
    /// The folder, usually on a stick.
    pub folder: String,
}

/// A request that was written.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProvisionAsked {
    /// This computer.
    pub kiosk: ThisKiosk,
    /// The request's path.
    pub path: String,
}

/// A provision for this kiosk, looked at before it is loaded.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProvisionFound {
    /// The congress.
    pub congress: String,
    /// Which session of it.
    pub session: String,
    /// Whether the session is for training.
    pub training: bool,
    /// The round.
    #[ts(as = "declared::RoundNumber")]
    pub round: RoundNumber,
    /// The kiosk's number.
    #[ts(as = "declared::KioskNumber")]
    pub number: KioskNumber,
    /// What it is called.
    pub name: String,
    /// Its zone.
    pub zone: ZoneName,
    /// How many slips it takes.
    pub slips: u32,
    /// The station's key, to be compared with the station's screen.
    pub station: String,
    /// The scrutineers, of whom one loads it with the operator.
    pub scrutineers: Vec<String>,
    /// Names just this file.
    pub seen: String,
}

/// `load_provision`: two persons open this kiosk and set their PINs for it. PINs don't travel: a PIN's hash on a stick could
/// be guessed by whoever finds the stick.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct LoadProvision {
    /// The provision's path.
    pub file: String,
    /// The provision that was looked at.
    pub seen: String,
    /// Who operates this kiosk.
    pub operator: String,
    /// Their PIN at this kiosk, 6 to 12 digits.
    pub operator_pin: String,
    /// The scrutineer, one of the session's.
    pub scrutineer: String,
    /// Their PIN at this kiosk.
    pub scrutineer_pin: String,
}

/// `close_kiosk`: closes this kiosk for good.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CloseKiosk {
    /// Who.
    pub by: TwoPersons,
    /// Slips that two persons counted in its tray.
    pub tray: u32,
    /// What they state where tray and box differ; empty for nothing.
    pub statement: String,
}

/// Which remote kiosk a session is of.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemoteKiosk {
    /// Its number.
    #[ts(as = "declared::KioskNumber")]
    pub number: KioskNumber,
    /// What it is called.
    pub name: String,
    /// Its zone.
    pub zone: ZoneName,
    /// Once it is closed, the slips counted in its tray.
    pub tray: Option<u32>,
    /// What two persons stated then.
    pub statement: Option<String>,
}
