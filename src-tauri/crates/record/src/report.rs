//! What the checks of a record came to.

use crate::{
    Check, Summary,
    ledger::{Finding, Verdict},
};

/// Every check with its verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// In the order of their numbers.
    pub checks: Vec<(Check, Verdict)>,
    /// What the record says.
    pub summary: Summary,
}

impl Report {
    /// Whether every check holds.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.checks.iter().all(|(_, verdict)| *verdict == Verdict::Pass)
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
