//! What the checks of a record came to.

use crate::{
    Check, Note, Noted, Summary,
    ledger::{Finding, Verdict},
};

/// Every check with its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// In the order of their numbers.
    pub checks: Vec<(Check, Verdict)>,
    /// What is out of the ordinary. It makes no record fail.
    pub noted: Vec<Noted>,
    /// What the record says.
    pub summary: Summary,
}

impl Report {
    /// Whether something was voted and every check holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        !self.summary.rounds.is_empty() && self.checks.iter().all(|(_, verdict)| *verdict == Verdict::Pass)
    }

    /// Whether the log or the profile says that it was a training session.
    #[must_use]
    pub fn is_rehearsal(&self) -> bool {
        self.noted.iter().any(|noted| noted.note == Note::Rehearsal)
    }

    /// The failing check of the lowest number, with what is wrong.
    #[must_use]
    pub fn first_failure(&self) -> Option<(Check, &Finding)> {
        self.checks.iter().find_map(|(check, verdict)| match verdict {
            Verdict::Fail(finding) => Some((*check, finding)),
            Verdict::Pass | Verdict::NotReached => None,
        })
    }

    /// How a check came out.
    #[must_use]
    pub fn verdict(&self, check: Check) -> Option<&Verdict> {
        self.checks.iter().find(|(known, _)| *known == check).map(|(_, verdict)| verdict)
    }
}
