//! How far the procedure has come: which step is next, which are done, and why others must wait.

use crate::open::{ceremony::CeremonyAtWork, session::Open};
use office::acts;
use procedure::round::Round;
use session_model::KeyMaking;
use wire::{DeskError, Problem, Step, StepKey, StepStatus};

/// The steps that follow one another, in order.
pub(crate) const PROCEDURE: [StepKey; 10] = [
    StepKey::Delegates,
    StepKey::Candidates,
    StepKey::Rules,
    StepKey::Adopt,
    StepKey::Ceremony,
    StepKey::Slips,
    StepKey::CheckIn,
    StepKey::Poll,
    StepKey::Count,
    StepKey::Result,
];

/// How far a session has come.
pub(crate) struct Guide {
    current: StepKey,
    /// Check-in goes on beside the current step: late arrivals.
    check_in_open: bool,
    /// Holders make the key, which they may before lists are adopted.
    by_holders: bool,
}

impl Guide {
    pub fn of(open: &Open, round: Option<&Round>) -> Result<Self, Problem> {
        let current = match round {
            None => preparing(open)?,
            Some(round) => current_in(open, round)?,
        };
        let check_in_open =
            matches!(round, Some(Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_)));
        let keys = open.office.store().profile()?.text().keys;
        Ok(Self { current, check_in_open, by_holders: keys == KeyMaking::Distributed })
    }

    /// The step with the one next act.
    pub const fn current(&self) -> StepKey {
        self.current
    }

    /// Every step with its status.
    pub fn steps(&self) -> Vec<Step> {
        let open = |key| Step { key, status: StepStatus::Open, reason: None };
        let mut steps = vec![open(StepKey::Session)];
        steps.extend(PROCEDURE.iter().map(|key| self.step(*key)));
        steps.extend([StepKey::Documents, StepKey::Log].map(|key| self.beside(key)));
        steps
    }

    fn beside(&self, key: StepKey) -> Step {
        let status = if key == self.current { StepStatus::Current } else { StepStatus::Open };
        Step { key, status, reason: None }
    }

    fn step(&self, key: StepKey) -> Step {
        let place = |key: StepKey| PROCEDURE.iter().position(|step| *step == key).unwrap_or(PROCEDURE.len());
        let status = match place(key).cmp(&place(self.current)) {
            std::cmp::Ordering::Equal => StepStatus::Current,
            std::cmp::Ordering::Less if key == StepKey::CheckIn && self.check_in_open => StepStatus::Open,
            std::cmp::Ordering::Less => StepStatus::Done,
            // Without a quorum the poll isn't opened, but the round can be ended there.
            std::cmp::Ordering::Greater if key == StepKey::Poll && self.check_in_open => StepStatus::Open,
            std::cmp::Ordering::Greater if key == StepKey::Ceremony && self.by_holders => StepStatus::Open,
            std::cmp::Ordering::Greater => StepStatus::Blocked,
        };
        let reason = (status == StepStatus::Blocked).then(|| self.reason(key).into());
        Step { key, status, reason }
    }

    /// What comes first: the step that is next, or else the last one before the blocked.
    fn reason(&self, blocked: StepKey) -> DeskError {
        match self.current {
            StepKey::Delegates => DeskError::NeedsDelegates,
            StepKey::Candidates => DeskError::NeedsCandidates,
            StepKey::Rules => DeskError::NeedsRules,
            StepKey::Adopt => DeskError::NeedsAdoption,
            StepKey::Ceremony => DeskError::NeedsCards,
            StepKey::Slips => DeskError::NeedsSeal,
            StepKey::CheckIn => DeskError::NeedsQuorum,
            StepKey::Poll => DeskError::NeedsClose,
            _ if blocked == StepKey::Result => DeskError::NeedsCount,
            _ => DeskError::NeedsClose,
        }
    }
}

/// The first of delegates, candidates and rules that is missing; adopting them where none is.
fn preparing(open: &Open) -> Result<StepKey, Problem> {
    let store = open.office.store();
    Ok(if store.delegates()?.is_empty() {
        StepKey::Delegates
    } else if store.candidates()?.is_empty() {
        StepKey::Candidates
    } else if store.rules()?.is_none() {
        StepKey::Rules
    } else {
        StepKey::Adopt
    })
}

/// The step that a round's state asks for.
fn current_in(open: &Open, round: &Round) -> Result<StepKey, Problem> {
    Ok(match round {
        Round::Draft(_) => StepKey::Adopt,
        Round::Adopted(_) if open.ceremony.as_ref().is_some_and(CeremonyAtWork::cards_done) => StepKey::Slips,
        Round::Adopted(_) => StepKey::Ceremony,
        Round::Sealed(_) => StepKey::CheckIn,
        Round::CheckIn(check_in) => {
            let number = check_in.contest.round();
            let present = open.office.store().attendance(number)?.present;
            if present >= check_in.contest.quorum() { StepKey::Poll } else { StepKey::CheckIn }
        }
        Round::Polling(_) | Round::Suspended(_) => StepKey::Poll,
        Round::Closed(_) => StepKey::Count,
        Round::Announced(_) if acts::pending_contests(&open.office)?.is_empty() => StepKey::Documents,
        Round::Counted(_) | Round::Confirmed(_) | Round::Announced(_) | Round::Void(_) => StepKey::Result,
    })
}
