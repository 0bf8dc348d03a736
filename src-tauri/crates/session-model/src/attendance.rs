//! Who is present, and what delegates are handed at check-in.

use procedure::count::{Delegates, Issued};
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
    #[must_use]
    pub const fn text(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Slip => "slip",
            Self::Paper => "paper",
        }
    }

    /// What is stored as this text; none where nothing is.
    #[must_use]
    pub fn of(text: &str) -> Option<Self> {
        [Self::None, Self::Slip, Self::Paper].into_iter().find(|handed| handed.text() == text)
    }
}

/// How many are present in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Attendance {
    /// The delegates who are present.
    pub present: Delegates,
    /// How many of them were handed a slip or a paper ballot.
    pub issued: Issued,
}
