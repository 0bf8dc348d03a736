//! What the report of a round's result says beside its tables and notes.

use super::CountedRound;
use procedure::{count::Votes, outcome::VoidReason};

/// What is said, with the facts of each sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sentence<'a> {
    /// The majority that the rules demand, in words.
    Majority {
        rule: &'a str,
    },
    /// The same, with the fewest approvals that it comes to.
    MajorityInVotes {
        rule: &'a str,
        votes: Votes,
    },
    /// The fewest approvals alone.
    Votes(Votes),
    QuorumMissing,
    MoreCollected,
    EndedByDecision,
}

/// With what a candidate passes; none where there is neither a rule in words nor a number.
pub(super) fn threshold(counted: &CountedRound) -> Option<Sentence<'_>> {
    match (counted.threshold_rule.as_str(), counted.threshold) {
        ("", None) => None,
        ("", Some(votes)) => Some(Sentence::Votes(votes)),
        (rule, None) => Some(Sentence::Majority { rule }),
        (rule, Some(votes)) => Some(Sentence::MajorityInVotes { rule, votes }),
    }
}

/// Why the round is void.
pub(super) const fn void_reason(reason: VoidReason) -> Sentence<'static> {
    match reason {
        VoidReason::QuorumMissing => Sentence::QuorumMissing,
        VoidReason::MoreCollectedThanIssued => Sentence::MoreCollected,
        VoidReason::ByDecision => Sentence::EndedByDecision,
    }
}
