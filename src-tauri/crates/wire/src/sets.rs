//! Closed sets of words that cross: each value is the one of the catalogue and of the frozen forms.

use serde::Serialize;
use ts_rs::TS;

/// Why a further round is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CalledFor {
    /// Candidates were tied at the cut (末位票数相等).
    Tie,
    /// Fewer were adopted than there are seats (不足应选数).
    TooFew,
}

/// Why a round is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum VoidCause {
    /// Too few delegates were present.
    QuorumMissing,
    /// More ballots were collected than issued.
    MoreCollectedThanIssued,
    /// The presidium ended it.
    ByDecision,
}

/// What became of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum CandidateVerdict {
    /// Adopted by approvals.
    Adopted,
    /// Adopted by lot.
    AdoptedByLot,
    /// A further round decides.
    FurtherRound,
    /// Tied, and the lots aren't drawn yet.
    Tied,
    /// Not adopted.
    NotAdopted,
}
