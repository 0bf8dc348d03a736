//! The ballot account (票数核对): from the delegates in office to the valid ballots.

use crate::count::{Ballots, Delegates, Issued};
use messages::coded_errors;
use serde::{Deserialize, Serialize};

/// The figures of one round: D ≥ P ≥ I, and C ≥ X.
///
/// C may be more than I: that can happen in a hall, and voids the round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Figures", into = "Figures")]
pub struct Account {
    figures: Figures,
}

/// An account's figures as they are written, not yet checked against one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    /// D, in office (全体代表).
    pub delegates: Delegates,
    /// P, checked in for this round (实到代表).
    pub present: Delegates,
    /// I, slips and paper ballots handed out (发出票数).
    pub issued: Issued,
    /// C, ballots in the box (收回票数).
    pub collected: Ballots,
    /// X, void ballots (废票).
    pub void: Ballots,
}

coded_errors! {
    /// Why figures can't be a round's account.
    pub enum AccountError {
        /// Nobody is in office.
        NoDelegates = "account.no-delegates",
        /// More delegates are present than are in office.
        PresentAboveDelegates { present: Delegates, delegates: Delegates } = "account.present-above-delegates",
        /// More was handed out than delegates are present.
        IssuedAbovePresent { issued: Issued, present: Delegates } = "account.issued-above-present",
        /// More ballots are void than were collected.
        VoidAboveCollected { void: Ballots, collected: Ballots } = "account.void-above-collected",
    }
}

impl Account {
    /// D (全体代表).
    #[must_use]
    pub const fn delegates(&self) -> Delegates {
        self.figures.delegates
    }

    /// P (实到代表).
    #[must_use]
    pub const fn present(&self) -> Delegates {
        self.figures.present
    }

    /// I (发出票数).
    #[must_use]
    pub const fn issued(&self) -> Issued {
        self.figures.issued
    }

    /// C (收回票数).
    #[must_use]
    pub const fn collected(&self) -> Ballots {
        self.figures.collected
    }

    /// X (废票).
    #[must_use]
    pub const fn void(&self) -> Ballots {
        self.figures.void
    }

    /// V (有效票), C − X.
    #[must_use]
    pub const fn valid(&self) -> Ballots {
        // X ≤ C is this type's invariant.
        Ballots(self.figures.collected.0 - self.figures.void.0)
    }

    /// Ballots handed out and not given back, I − C; 0 where more came back than were handed out.
    #[must_use]
    pub const fn not_returned(&self) -> Ballots {
        Ballots(self.figures.issued.0.saturating_sub(self.figures.collected.0))
    }

    /// Whether the box holds more ballots than were handed out, which voids the round.
    #[must_use]
    pub const fn more_collected_than_issued(&self) -> bool {
        self.figures.collected.0 > self.figures.issued.0
    }
}

impl TryFrom<Figures> for Account {
    type Error = AccountError;

    fn try_from(figures: Figures) -> Result<Self, AccountError> {
        let Figures { delegates, present, issued, collected, void } = figures;
        if delegates.0 == 0 {
            return Err(AccountError::NoDelegates);
        }
        if present > delegates {
            return Err(AccountError::PresentAboveDelegates { present, delegates });
        }
        if issued.0 > present.0 {
            return Err(AccountError::IssuedAbovePresent { issued, present });
        }
        if void > collected {
            return Err(AccountError::VoidAboveCollected { void, collected });
        }
        Ok(Self { figures })
    }
}

impl From<Account> for Figures {
    fn from(account: Account) -> Self {
        account.figures
    }
}
