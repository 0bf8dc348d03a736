//! What delegates are handed at check-in.

use serde::{Deserialize, Serialize};

/// What a present delegate was handed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Handed {
    /// Nothing yet.
    None,
    /// A slip, drawn by hand from the pile.
    Slip,
    /// A paper ballot.
    Paper,
}

impl Handed {
    /// As it is stored.
    pub(crate) const fn text(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Slip => "slip",
            Self::Paper => "paper",
        }
    }

    /// What is stored as this text.
    pub(crate) fn of(text: &str) -> Self {
        match text {
            "slip" => Self::Slip,
            "paper" => Self::Paper,
            _ => Self::None,
        }
    }
}
