//! The audit log and the backups.

use super::declared;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// The log and the backups.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LogView {
    /// The station's public key, in hex: a record proves itself against it.
    pub station: String,
    /// The hash of the log's last act, in hex.
    pub head: String,
    /// The acts of office, the latest first.
    pub log: Vec<LogRow>,
    /// The backups in the backup folder, the latest first.
    pub backups: Vec<BackupRow>,
    /// Who can operate the session.
    pub operators: Vec<String>,
}

/// An act of office.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LogRow {
    /// Its number, from 1.
    pub number: u32,
    /// When, as `2026-01-15T09:30:00+08:00`.
    pub at: String,
    /// Who did it.
    pub operator: String,
    /// Who witnessed it.
    pub witness: Option<String>,
    /// What was done, such as `poll-opened`.
    #[ts(as = "declared::Act")]
    pub act: &'static str,
    /// Its facts.
    pub facts: BTreeMap<String, String>,
}

/// A backup.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BackupRow {
    /// The file.
    pub file: String,
    /// Bytes in kibibytes, rounded up.
    pub kibibytes: u32,
    /// When it was made.
    pub at: String,
}

/// `set_backup_folder`.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetBackupFolder {
    /// The folder.
    pub folder: String,
}

/// `save_station_key`: a copy of the station's key, without which a backup can't be opened on another computer.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SaveStationKey {
    /// The folder.
    pub folder: String,
    /// The operator's PIN.
    pub pin: String,
}
