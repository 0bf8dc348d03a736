//! A key that its holders make, as the station sees it.

use super::{Problem, TwoPersons};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the key comes about that ballots are sealed to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KeyMaking {
    /// The station makes it and deals key cards.
    #[default]
    Dealt,
    /// Its holders make it, each on a computer of their own.
    Distributed,
}

/// `key_ceremony`: how far the holders have come.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyCeremonyView {
    /// The step that they are at.
    pub stage: KeyStage,
    /// The holders, in the order of their numbers.
    pub holders: Vec<KeyHolder>,
    /// How many of them open totals.
    pub threshold: u32,
    /// The digits that are read aloud, in groups of five; none before all have joined.
    pub spoken: Vec<String>,
    /// The key's fingerprint, in groups; none before all have confirmed it.
    pub fingerprint: Vec<String>,
    /// Why the key isn't the session's as it is now.
    pub problem: Option<Problem>,
}

/// The step that holders are at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KeyStage {
    /// Nobody is invited.
    None,
    /// They join.
    Joining,
    /// They compare the digits, and make their parts public.
    Contributing,
    /// They seal shares for each other.
    Sharing,
    /// They confirm the key.
    Confirming,
    /// All have confirmed it; two persons make it the session's.
    Confirmed,
    /// It is the session's.
    Made,
}

/// A holder at the station.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct KeyHolder {
    /// The holder's number, from 1.
    pub holder: u32,
    /// The scrutineer.
    pub name: String,
    /// Whether their file of this step was taken.
    pub done: bool,
    /// Whether they have set a PIN at this computer.
    pub has_pin: bool,
}

/// `write_closed_box`: for the holders of the key. Two persons are needed each time.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WriteClosedBox {
    /// The folder; empty for the session's own.
    pub folder: String,
    /// Who.
    pub by: TwoPersons,
}
