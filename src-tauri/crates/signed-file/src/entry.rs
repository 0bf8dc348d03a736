//! An entry of the log.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One act: who did what, and what it changed. The order of its members is part of what is hashed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry<E> {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who did it.
    pub operator: String,
    /// The person who witnessed it, where two are asked for.
    pub witness: Option<String>,
    /// What was done.
    pub event: E,
    /// The sections that it changed, by name, with their hashes afterwards.
    pub parts: BTreeMap<String, String>,
}
