//! How far documents may be relied on, where several depend on the same.

#![expect(clippy::unnecessary_wraps, reason = "a row's status may fail: they all have its type")]

use super::{decided::adopted, row::Status, session::Documents};
use crate::{acts::pending_contests, errors::OfficeError};
use documents::Standing;
use procedure::{
    round::{Ended, Round},
    rules::LateArrival,
};

/// What is adopted with the round's list and rules.
pub(super) const fn of_contest(_: &Documents<'_>, round: &Round) -> Status {
    Ok(Some(if matches!(round, Round::Draft(_)) { Standing::Draft } else { Standing::Official }))
}

/// Who attends: final once nobody can be checked in any more.
pub(super) fn of_attendance(_: &Documents<'_>, round: &Round) -> Status {
    Ok(match round {
        Round::Draft(_) | Round::Adopted(_) | Round::Sealed(_) => None,
        Round::CheckIn(_) => Some(Standing::Unofficial),
        Round::Polling(_) | Round::Suspended(_)
            if round.contest().rules.late_arrival == LateArrival::UntilClose =>
        {
            Some(Standing::Unofficial)
        }
        Round::Void(void) => match &void.ended {
            Ended::ByDecision { figures, .. } if figures.present.0 == 0 => None,
            Ended::ByDecision { .. } | Ended::AtCheckIn { .. } | Ended::AtCount { .. } => {
                Some(Standing::Official)
            }
        },
        Round::Polling(_)
        | Round::Suspended(_)
        | Round::Closed(_)
        | Round::Counted(_)
        | Round::Confirmed(_)
        | Round::Announced(_) => Some(Standing::Official),
    })
}

/// What is known once the poll is closed.
pub(super) fn once_closed(session: &Documents<'_>, round: &Round) -> Status {
    Ok(session.closing_of(round).map(|_| Standing::Official))
}

/// The result of a round. A void round has no totals to sign for, and its report is final at once.
pub(super) const fn of_result(_: &Documents<'_>, round: &Round) -> Status {
    Ok(match round {
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Sealed(_)
        | Round::CheckIn(_)
        | Round::Polling(_)
        | Round::Suspended(_)
        | Round::Closed(_) => None,
        Round::Counted(_) => Some(Standing::Unofficial),
        Round::Confirmed(_) | Round::Announced(_) | Round::Void(_) => Some(Standing::Official),
    })
}

/// What the session has decided: a draft once the last result is signed, since the chair reads it before it is announced.
pub(super) fn of_decision(session: &Documents<'_>) -> Status {
    if !is_all_decided(session)? {
        return Ok(None);
    }
    Ok(match session.rounds.last() {
        Some(Round::Announced(_)) => Some(Standing::Official),
        Some(Round::Confirmed(_)) => Some(Standing::Draft),
        Some(
            Round::Draft(_)
            | Round::Adopted(_)
            | Round::Sealed(_)
            | Round::CheckIn(_)
            | Round::Polling(_)
            | Round::Suspended(_)
            | Round::Closed(_)
            | Round::Counted(_)
            | Round::Void(_),
        )
        | None => None,
    })
}

/// Whether everything is announced, something was adopted, and no round is still to be held.
pub(super) fn is_finished(session: &Documents<'_>) -> Result<bool, OfficeError> {
    let is_announced = session.rounds.last().is_some_and(|round| matches!(round, Round::Announced(_)));
    Ok(is_announced && is_all_decided(session)?)
}

/// Whether something was adopted, and no round is still to be held.
fn is_all_decided(session: &Documents<'_>) -> Result<bool, OfficeError> {
    Ok(pending_contests(session.office)?.is_empty() && !adopted(session).is_empty())
}
