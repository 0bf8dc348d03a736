//! The result report in Chinese.

use super::say::Sentence;
use crate::common::roles::Roles;

pub(super) fn sentence(sentence: &Sentence<'_>, names: &Roles) -> String {
    match sentence {
        Sentence::Majority { rule } => format!("{rule}。"),
        Sentence::MajorityInVotes { rule, votes } => format!("{rule}，即赞成票不少于{votes}票。"),
        Sentence::Votes(votes) => format!("赞成票不少于{votes}票的，方可通过。"),
        Sentence::QuorumMissing => "原因：到会人数未达到法定人数。".to_owned(),
        Sentence::MoreCollected => "原因：收回票数多于发出票数。".to_owned(),
        Sentence::EndedByDecision => format!("原因：{}决定本轮票决无效。", names.presidium),
    }
}
