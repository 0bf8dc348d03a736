//! Who may sign in: operators, who act for the secretariat, and scrutineers, who confirm what matters.

use serde::{Deserialize, Serialize};

/// What a person may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Acts for the secretariat.
    Operator,
    /// Confirms, beside the operator, what matters.
    Scrutineer,
}

/// Somebody who may sign in to a session, with the hash of their PIN.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownPerson {
    /// What they may do.
    pub role: Role,
    /// Their name.
    pub name: String,
    /// The hash of their PIN, which takes the station's key to be tried.
    pub pin: String,
}

impl Role {
    /// The role as it is stored.
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Scrutineer => "scrutineer",
        }
    }
}
