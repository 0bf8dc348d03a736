//! An entry of the log.

use super::Event;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One act of office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who did it.
    pub operator: String,
    /// The scrutineer who witnessed it, where two persons are asked for.
    pub witness: Option<String>,
    /// What was done.
    pub event: Event,
    /// The parts of the session that it changed, with their hashes afterwards.
    pub parts: BTreeMap<String, String>,
}
