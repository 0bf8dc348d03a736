//! Figures that must add up before anything is printed.

use super::{CountedRound, ResultReport, RoundResult};
use crate::{ContentError, VoidReason, common::form::holds};

/// Checks every sum of a report.
pub(super) fn check(report: &ResultReport) -> Result<(), ContentError> {
    holds(report.present <= report.delegates, "present-delegates")?;
    match &report.result {
        RoundResult::Counted(counted) => check_counted(report, counted),
        RoundResult::Void(VoidReason::MoreCollectedThanIssued) => {
            holds(report.collected.0 > report.issued.0, "collected-issued")
        }
        RoundResult::Void(VoidReason::QuorumMissing | VoidReason::ByDecision) => Ok(()),
    }
}

fn check_counted(report: &ResultReport, counted: &CountedRound) -> Result<(), ContentError> {
    if counted.rows.is_empty() {
        return Err(ContentError::Empty);
    }
    holds(report.issued.0 <= report.present.0, "issued-present")?;
    holds(report.collected.0 <= report.issued.0, "collected-issued")?;
    holds(counted.valid.0.checked_add(counted.void.0) == Some(report.collected.0), "valid-void-collected")?;
    for row in &counted.rows {
        let sum = [Some(row.approve), row.oppose, row.abstain]
            .into_iter()
            .flatten()
            .map(|votes| u64::from(votes.0))
            .sum::<u64>();
        let valid = u64::from(counted.valid.0);
        // Where abstentions aren't counted, the marks of a candidate are only some of the valid ballots.
        let right = if row.abstain.is_some() { sum == valid } else { sum <= valid };
        holds(right, &format!("votes-valid {}", row.number))?;
    }
    Ok(())
}
