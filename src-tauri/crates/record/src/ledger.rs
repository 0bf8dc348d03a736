//! The verdicts of the checks, collected while they run.

use crate::{Check, Problem};
use procedure::number::RoundNumber;
use std::collections::BTreeMap;

/// How a check came out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Pass,
    /// It doesn't.
    Fail(Finding),
    /// What it rests on doesn't hold.
    NotReached,
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The round; none where it isn't of one.
    pub round: Option<RoundNumber>,
    /// What is wrong.
    pub problem: Problem,
}

/// Collects verdicts while the checks run. The first failure of a check stays; a check that could not be reached in some
/// round doesn't pass.
#[derive(Default)]
pub struct Ledger {
    verdicts: BTreeMap<Check, Verdict>,
    round: Option<RoundNumber>,
}

impl Ledger {
    /// From here on it is about this round.
    pub const fn of_round(&mut self, round: Option<RoundNumber>) {
        self.round = round;
    }

    /// Enters what a check found; returns its value where the check holds.
    pub fn enter<T>(&mut self, check: Check, found: Result<T, Problem>) -> Option<T> {
        match found {
            Ok(value) => {
                self.verdicts.entry(check).or_insert(Verdict::Pass);
                Some(value)
            }
            Err(problem) => {
                let finding = Finding { round: self.round, problem };
                let before = self.verdicts.get(&check);
                if !matches!(before, Some(Verdict::Fail(_))) {
                    self.verdicts.insert(check, Verdict::Fail(finding));
                }
                None
            }
        }
    }

    /// Enters what a check finds, if it can be reached.
    pub fn enter_if<T>(
        &mut self,
        reached: bool,
        check: Check,
        find: impl FnOnce() -> Result<T, Problem>,
    ) -> Option<T> {
        if reached {
            return self.enter(check, find());
        }
        self.skip(&[check]);
        None
    }

    /// These checks can't be reached here.
    pub fn skip(&mut self, checks: &[Check]) {
        for check in checks {
            if !matches!(self.verdicts.get(check), Some(Verdict::Fail(_))) {
                self.verdicts.insert(*check, Verdict::NotReached);
            }
        }
    }

    /// These checks have nothing to look at here.
    pub fn nothing(&mut self, checks: &[Check]) {
        for check in checks {
            self.verdicts.entry(*check).or_insert(Verdict::Pass);
        }
    }

    /// These checks have nothing more to look at here, where they can be reached.
    pub fn nothing_if(&mut self, reached: bool, checks: &[Check]) {
        if reached {
            self.nothing(checks);
        } else {
            self.skip(checks);
        }
    }

    /// Whether a check holds so far.
    pub fn passes(&self, check: Check) -> bool {
        self.verdicts.get(&check) == Some(&Verdict::Pass)
    }

    /// Every check that this version of the format has; those never entered were not reached.
    pub fn into_checks(mut self, version: u32) -> Vec<(Check, Verdict)> {
        let verdicts = &mut self.verdicts;
        let mut verdict = |check: &Check| verdicts.remove(check).unwrap_or(Verdict::NotReached);
        let asked = Check::ALL.iter().filter(|check| check.since() <= version);
        asked.map(|check| (*check, verdict(check))).collect()
    }
}
