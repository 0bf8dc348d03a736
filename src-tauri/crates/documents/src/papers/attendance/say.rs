//! What the attendance sheet and the report on attendance say beside their tables.

use super::{AttendanceReport, SigningDelegation};
use procedure::{count::Delegates, fraction::Proportion};

/// What is said, with the facts of each sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Sentence<'a> {
    SheetTitle,
    ReportTitle,
    /// A delegation above its rows.
    Delegation {
        name: &'a str,
        in_office: usize,
    },
    /// All above the rows, where the roster names no delegations.
    AllInOffice {
        in_office: usize,
    },
    /// What the rules ask, and the least number that it comes to.
    QuorumAsked {
        share: Proportion,
        least: Delegates,
    },
    QuorumReached,
    QuorumMissing,
}

pub(super) fn delegation(delegation: &SigningDelegation) -> Sentence<'_> {
    let in_office = delegation.delegates.len();
    match delegation.name.as_str() {
        "" => Sentence::AllInOffice { in_office },
        name => Sentence::Delegation { name, in_office },
    }
}

/// What the rules ask, and whether it is reached.
pub(super) fn quorum(report: &AttendanceReport) -> [Sentence<'static>; 2] {
    let asked = Sentence::QuorumAsked { share: report.quorum_rule, least: report.quorum };
    let is_reached = report.present >= report.quorum;
    [asked, if is_reached { Sentence::QuorumReached } else { Sentence::QuorumMissing }]
}
