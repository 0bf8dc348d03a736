//! The result report in English.

use super::say::Sentence;
use crate::common::roles::Roles;

pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    match sentence {
        Sentence::Majority { rule } => format!("{rule}."),
        Sentence::MajorityInVotes { rule, votes } => format!("{rule}: at least {votes} approvals."),
        Sentence::Votes(votes) => format!("At least {votes} approvals are needed to pass."),
        Sentence::QuorumMissing => "Reason: fewer were present than the quorum demands.".to_owned(),
        Sentence::MoreCollected => "Reason: more ballots were collected than issued.".to_owned(),
        Sentence::EndedByDecision => format!("Reason: {} has ended this round.", names.presidium),
    }
}
