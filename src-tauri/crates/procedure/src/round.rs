//! One round of voting, as a state machine: a state carries what exists then, and an act takes it by value and returns
//! the next, or the same with a reason.
//!
//! ```text
//! Draft ─adopt─▶ Adopted ─seal─▶ Sealed ─open_check_in─▶ CheckIn ─open_poll─▶ Polling ⇄ Suspended
//!                                                          │                     │ close    │
//!                                           void_for_quorum│      Closed ◀───────┴──────────┘
//!                                                          ▼        │ count
//!                                                         Void ◀────┴─▶ Counted ─confirm─▶ Confirmed ─announce─▶ Announced
//! ```

mod count;
mod poll;

pub use count::{Announced, Confirmed, Counted, Counting, Signatures};
pub use poll::{Adopted, CheckIn, Closed, Closing, Draft, Ended, Polling, Sealed, Sealing, Suspended, Void};

use crate::{
    account::{AccountError, Figures},
    contest::Contest,
    count::Delegates,
    number::{CandidateNumber, RoundNumber},
    slate::SlateError,
    tally::TallyError,
};
use messages::{coded_errors, one_of_coded_errors};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A round in one of its states.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum Round {
    /// Being prepared; everything can still change.
    Draft(Draft),
    /// The congress has adopted list and rules.
    Adopted(Adopted),
    /// The keys are dealt and the slips made.
    Sealed(Sealed),
    /// Delegates check in and draw slips.
    CheckIn(CheckIn),
    /// The poll is open.
    Polling(Polling),
    /// The poll is interrupted.
    Suspended(Suspended),
    /// The poll is closed and the box's root fixed; nothing is opened yet.
    Closed(Closed),
    /// The totals are known and decided upon.
    Counted(Counted),
    /// The scrutineers and tellers have signed.
    Confirmed(Confirmed),
    /// The result is announced.
    Announced(Announced),
    /// The round decides nothing; kept for ever.
    Void(Void),
}

/// One row a state: its name as it is stored, and where its contest is. Makes the conversions into a round and back.
macro_rules! states {
    ($( $state:ident = $name:literal, $contest:ident $(. $inner:ident)*; )*) => {
        /// The name of a state, without what exists in it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
        pub enum RoundState {
            $( #[doc = concat!("See [`Round::", stringify!($state), "`].")] #[serde(rename = $name)] $state ),*
        }

        impl RoundState {
            /// Every state, in the order in which a round goes through them.
            pub const ALL: &[Self] = &[ $( Self::$state ),* ];

            /// As it is stored.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$state => $name ),* }
            }
        }

        impl Round {
            /// The state that it is in.
            #[must_use]
            pub const fn state(&self) -> RoundState {
                match self { $( Self::$state(_) => RoundState::$state ),* }
            }

            /// What the round is about.
            #[must_use]
            pub const fn contest(&self) -> &Contest {
                match self { $( Self::$state(state) => &state.$contest $(. $inner)* ),* }
            }
        }

        $(
            impl From<$state> for Round {
                fn from(state: $state) -> Self {
                    Self::$state(state)
                }
            }

            impl TryFrom<Round> for $state {
                type Error = ActError;

                fn try_from(round: Round) -> Result<Self, ActError> {
                    match round {
                        Round::$state(state) => Ok(state),
                        other => Err(ActError::WrongState { needed: RoundState::$state, found: other.state() }),
                    }
                }
            }
        )*
    };
}

states! {
    Draft = "draft", contest;
    Adopted = "adopted", contest;
    Sealed = "sealed", contest;
    CheckIn = "check-in", contest;
    Polling = "polling", contest;
    Suspended = "suspended", polling.contest;
    Closed = "closed", contest;
    Counted = "counted", closed.contest;
    Confirmed = "confirmed", counted.closed.contest;
    Announced = "announced", counted.closed.contest;
    Void = "void", contest;
}

impl fmt::Display for RoundState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

coded_errors! {
    /// Why an act is not possible now.
    pub enum ActError {
        /// The round is in another state.
        WrongState { needed: RoundState, found: RoundState } = "round.wrong-state",
        /// Without slips nobody can vote.
        NoSlips = "round.no-slips",
        /// Keys that none or more than all of the cards open.
        ThresholdImpossible { threshold: u32, cards: u32 } = "round.threshold-impossible",
        /// Too few delegates are present.
        QuorumMissing { present: Delegates, needed: Delegates } = "round.quorum-missing",
        /// Enough delegates are present, so the round can't be void for their want.
        QuorumPresent { present: Delegates, needed: Delegates } = "round.quorum-present",
        /// By the rules nobody is checked in once the poll is open.
        LateArrivals { opened_with: Delegates, present: Delegates } = "round.late-arrivals",
        /// Lots must be drawn first.
        LotsNotDrawn = "round.lots-not-drawn",
        /// No lots are to be drawn.
        NoLots = "round.no-lots",
        /// The lots don't give each open seat to one of those who drew. A category is empty where the whole list is meant.
        LotsDoNotFit { category: String, seats: u32, drawn: usize } = "round.lots-do-not-fit",
        /// One was drawn who didn't take part, or was drawn twice.
        LotsUnknown { id: CandidateNumber } = "round.lots-unknown",
        /// A round in this state isn't ended by decision.
        CannotEnd { found: RoundState } = "round.cannot-end",
        /// The presidium must state why.
        StatementMissing = "round.statement-missing",
        /// A signature has no name, or one of the roles has no signature.
        SignatureMissing { role: &'static str } = "round.signature-missing",
    }
}

one_of_coded_errors! {
    /// Why an act is refused.
    pub enum RoundError {
        /// It isn't possible now.
        Act(ActError),
        /// The list doesn't fit the rules.
        Slate(SlateError),
        /// The figures contradict each other.
        Account(AccountError),
        /// The totals don't add up.
        Tally(TallyError),
    }
}

impl Round {
    /// The round's number.
    #[must_use]
    pub const fn number(&self) -> RoundNumber {
        self.contest().round()
    }

    /// Ends a round that can't go on, by a decision of the presidium that states why: no act may leave a hall without a
    /// way out. A draft has nothing to end, and what is signed is final.
    pub fn end_by_decision(self, statement: String, figures: Figures) -> Result<Void, ActError> {
        let found = self.state();
        match self {
            Self::Draft(_) | Self::Confirmed(_) | Self::Announced(_) | Self::Void(_) => {
                return Err(ActError::CannotEnd { found });
            }
            Self::Adopted(_)
            | Self::Sealed(_)
            | Self::CheckIn(_)
            | Self::Polling(_)
            | Self::Suspended(_)
            | Self::Closed(_)
            | Self::Counted(_) => {}
        }
        if statement.trim().is_empty() {
            return Err(ActError::StatementMissing);
        }
        let ended = Ended::ByDecision { state: found, statement, figures };
        Ok(Void { contest: self.contest().clone(), ended })
    }

    /// The count, once there is one: of a counted, a confirmed or an announced round.
    #[must_use]
    pub const fn counted(&self) -> Option<&Counted> {
        match self {
            Self::Counted(counted)
            | Self::Confirmed(Confirmed { counted, .. })
            | Self::Announced(Announced { counted, .. }) => Some(counted),
            Self::Draft(_)
            | Self::Adopted(_)
            | Self::Sealed(_)
            | Self::CheckIn(_)
            | Self::Polling(_)
            | Self::Suspended(_)
            | Self::Closed(_)
            | Self::Void(_) => None,
        }
    }

    /// The count that is signed and so decides: of a confirmed or an announced round.
    #[must_use]
    pub const fn signed(&self) -> Option<&Counted> {
        match self {
            Self::Confirmed(Confirmed { counted, .. }) | Self::Announced(Announced { counted, .. }) => {
                Some(counted)
            }
            Self::Draft(_)
            | Self::Adopted(_)
            | Self::Sealed(_)
            | Self::CheckIn(_)
            | Self::Polling(_)
            | Self::Suspended(_)
            | Self::Closed(_)
            | Self::Counted(_)
            | Self::Void(_) => None,
        }
    }
}

/// A refused act: the state as it was, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused<S> {
    /// The state, unchanged.
    pub state: Box<S>,
    /// Why the act was refused.
    pub error: RoundError,
}

/// The state and what an act found, or the state refused. Acts look by reference first, then move.
fn permit<S, T>(state: S, found: Result<T, impl Into<RoundError>>) -> Result<(S, T), Refused<S>> {
    match found {
        Ok(found) => Ok((state, found)),
        Err(error) => Err(Refused { state: Box::new(state), error: error.into() }),
    }
}
