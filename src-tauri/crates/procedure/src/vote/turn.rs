//! Which round it is, and why it is held.

use crate::number::RoundNumber;
use messages::coded_errors;
use serde::{Deserialize, Serialize};

/// Why a further round is called (再次票决).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Candidates were tied at the cut (末位票数相等).
    Tie,
    /// Fewer were adopted than there are seats (不足应选数).
    TooFew,
}

/// A round's number, and what it was called for.
///
/// The first round is called for nothing. A later one may be, too: a void round that is voted again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "TurnText", into = "TurnText")]
pub struct Turn {
    round: RoundNumber,
    called_for: Option<Why>,
}

coded_errors! {
    /// Why there is no such turn.
    pub enum TurnError {
        /// Rounds are numbered from 1.
        RoundZero = "turn.round-zero",
        /// Only a later round is called for something.
        FirstRoundCalled = "turn.first-round-called",
    }
}

impl Turn {
    /// The first round.
    pub const FIRST: Self = Self { round: RoundNumber::FIRST, called_for: None };

    /// The round of this number, called for this.
    pub fn new(round: RoundNumber, called_for: Option<Why>) -> Result<Self, TurnError> {
        match (round, called_for) {
            (RoundNumber(0), _) => Err(TurnError::RoundZero),
            (RoundNumber::FIRST, Some(_)) => Err(TurnError::FirstRoundCalled),
            _ => Ok(Self { round, called_for }),
        }
    }

    /// The round's number, from 1.
    #[must_use]
    pub const fn round(self) -> RoundNumber {
        self.round
    }

    /// Why the round was called; none for a first round and its repetition.
    #[must_use]
    pub const fn called_for(self) -> Option<Why> {
        self.called_for
    }

    /// The turn `steps` rounds later, called for something else.
    pub(crate) fn later(self, steps: u32, called_for: Option<Why>) -> Self {
        Self { round: self.round.later(steps), called_for }
    }
}

/// A turn as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TurnText {
    round: RoundNumber,
    called_for: Option<Why>,
}

impl TryFrom<TurnText> for Turn {
    type Error = TurnError;

    fn try_from(text: TurnText) -> Result<Self, TurnError> {
        Self::new(text.round, text.called_for)
    }
}

impl From<Turn> for TurnText {
    fn from(turn: Turn) -> Self {
        Self { round: turn.round, called_for: turn.called_for }
    }
}
