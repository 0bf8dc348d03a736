//! From the draft to the closed poll.

use super::{ActError, Refused, RoundError, RoundState, permit};
use crate::{
    account::{Account, AccountError, Figures},
    contest::Contest,
    count::{Ballots, Delegates, Issued},
    outcome::VoidReason,
    rules::{LateArrival, Warning},
    slate::SlateError,
};
use serde::{Deserialize, Serialize};

/// A round being prepared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// What it will be about.
    pub contest: Contest,
}

impl Draft {
    /// The congress adopts list and rules, though something may speak against the rules: [`Adopted::warnings`] says it.
    pub fn adopt(self) -> Result<Adopted, Refused<Self>> {
        let checked = self.contest.check();
        let (Self { contest }, _) = permit(self, checked)?;
        Ok(Adopted { contest })
    }
}

/// An adopted round: its contest is frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Adopted {
    /// What it is about.
    pub contest: Contest,
}

/// What sealing fixes: the frozen contest's hash, the keys and the slips. Hashes are in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sealing {
    /// The hash of the contest's canonical form.
    pub digest: String,
    /// The fingerprint of the public key.
    pub key_fingerprint: String,
    /// Key cards dealt, n.
    pub cards: u32,
    /// Key cards that open the totals, k.
    pub threshold: u32,
    /// Slips made.
    pub slips: u32,
}

impl Adopted {
    /// What the congress was warned of when it adopted.
    pub fn warnings(&self) -> Result<Vec<Warning>, SlateError> {
        self.contest.check()
    }

    /// The keys are dealt and the slips made.
    pub fn seal(self, sealing: Sealing) -> Result<Sealed, Refused<Self>> {
        let Sealing { threshold, cards, slips, .. } = sealing;
        let checked = if slips == 0 {
            Err(ActError::NoSlips)
        } else if threshold == 0 || threshold > cards {
            Err(ActError::ThresholdImpossible { threshold, cards })
        } else {
            Ok(())
        };
        let (Self { contest }, ()) = permit(self, checked)?;
        Ok(Sealed { contest, sealing })
    }
}

/// A sealed round.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Sealed {
    /// What it is about.
    pub contest: Contest,
    /// Keys and slips.
    pub sealing: Sealing,
}

impl Sealed {
    /// Delegates may check in.
    #[must_use]
    pub fn open_check_in(self) -> CheckIn {
        CheckIn { contest: self.contest, sealing: self.sealing }
    }
}

/// A round whose delegates check in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct CheckIn {
    /// What it is about.
    pub contest: Contest,
    /// Keys and slips.
    pub sealing: Sealing,
}

impl CheckIn {
    /// Opens the poll with these delegates present, who must be a quorum.
    pub fn open_poll(self, present: Delegates) -> Result<Polling, Refused<Self>> {
        let checked = self.is_quorum(present).and_then(|quorum| {
            let needed = self.contest.quorum();
            if quorum { Ok(()) } else { Err(ActError::QuorumMissing { present, needed }.into()) }
        });
        let (Self { contest, sealing }, ()) = permit(self, checked)?;
        Ok(Polling { contest, sealing, opened_with: present })
    }

    /// Ends the round because these delegates are no quorum.
    pub fn void_for_quorum(self, present: Delegates) -> Result<Void, Refused<Self>> {
        let checked = self.is_quorum(present).and_then(|quorum| {
            let needed = self.contest.quorum();
            if quorum { Err(ActError::QuorumPresent { present, needed }.into()) } else { Ok(()) }
        });
        let (Self { contest, .. }, ()) = permit(self, checked)?;
        Ok(Void { contest, ended: Ended::AtCheckIn { present } })
    }

    fn is_quorum(&self, present: Delegates) -> Result<bool, RoundError> {
        let delegates = self.contest.delegates;
        let figures =
            Figures { delegates, present, issued: Issued(0), collected: Ballots(0), void: Ballots(0) };
        Account::try_from(figures)?;
        Ok(present >= self.contest.quorum())
    }
}

/// A round whose poll is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Polling {
    /// What it is about.
    pub contest: Contest,
    /// Keys and slips.
    pub sealing: Sealing,
    /// The delegates present when the poll opened.
    pub opened_with: Delegates,
}

impl Polling {
    /// Interrupts the poll.
    #[must_use]
    pub fn suspend(self) -> Suspended {
        Suspended { polling: self }
    }

    /// Closes the poll; the box's root is fixed.
    pub fn close(self, closing: Closing) -> Result<Closed, Refused<Self>> {
        let checked = closing.check(&self.contest, self.opened_with);
        let (Self { contest, sealing, .. }, ()) = permit(self, checked)?;
        Ok(Closed { contest, sealing, closing })
    }
}

/// A round whose poll is interrupted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Suspended {
    /// The open poll, as it was interrupted.
    pub polling: Polling,
}

impl Suspended {
    /// Takes the poll up again.
    #[must_use]
    pub fn resume(self) -> Polling {
        self.polling
    }

    /// Closes the poll without taking it up again.
    pub fn close(self, closing: Closing) -> Result<Closed, Refused<Self>> {
        self.polling.close(closing).map_err(|Refused { state, error }| {
            let state = Box::new(Self { polling: *state });
            Refused { state, error }
        })
    }
}

/// What the close of the poll fixes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// P, the delegates checked in.
    pub present: Delegates,
    /// I, slips and paper ballots handed out.
    pub issued: Issued,
    /// C, ballots in the box.
    pub collected: Ballots,
    /// The root over the sealed ballots, in hexadecimal.
    pub root: String,
}

impl Closing {
    fn check(&self, contest: &Contest, opened_with: Delegates) -> Result<(), RoundError> {
        self.account(contest, Ballots(0))?;
        if contest.rules.late_arrival == LateArrival::UntilOpen && self.present > opened_with {
            return Err(ActError::LateArrivals { opened_with, present: self.present }.into());
        }
        Ok(())
    }

    pub(super) fn account(&self, contest: &Contest, void: Ballots) -> Result<Account, AccountError> {
        let Self { present, issued, collected, .. } = *self;
        Account::try_from(Figures { delegates: contest.delegates, present, issued, collected, void })
    }
}

/// A round whose poll is closed, and nothing opened yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Closed {
    /// What it is about.
    pub contest: Contest,
    /// Keys and slips.
    pub sealing: Sealing,
    /// The box and its figures.
    pub closing: Closing,
}

/// A round that decides nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Void {
    /// What it was about.
    pub contest: Contest,
    /// When it ended, with the figures of then.
    pub ended: Ended,
}

/// When a round was found void.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// No poll was opened: too few delegates were present.
    AtCheckIn {
        /// P.
        present: Delegates,
    },
    /// The account voids the round; nothing in the box counts.
    AtCount {
        /// Why.
        reason: VoidReason,
        /// The figures.
        account: Account,
    },
    /// The presidium ended the round, in whatever state it was.
    ByDecision {
        /// The state it was in.
        state: RoundState,
        /// Why, in its own words.
        statement: String,
        /// The figures so far; void ballots weren't looked for.
        figures: Figures,
    },
}

impl Void {
    /// Why the round is void.
    #[must_use]
    pub const fn reason(&self) -> VoidReason {
        match self.ended {
            Ended::AtCheckIn { .. } => VoidReason::QuorumMissing,
            Ended::AtCount { reason, .. } => reason,
            Ended::ByDecision { .. } => VoidReason::ByDecision,
        }
    }

    /// The contest of the round that is voted instead.
    #[must_use]
    pub fn again(&self) -> Contest {
        self.contest.again()
    }
}
