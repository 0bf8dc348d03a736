//! The roster: who the delegates are, and how many are in office.

use crate::{count::Delegates, number::DelegateNumber};
use messages::coded_errors;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// A delegate (代表) of the congress, or a member (委员) of its standing committee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delegate {
    /// The delegate's number (代表证号), unique in the roster, as printed: `001` is not `1`.
    pub number: DelegateNumber,
    /// The name, in the characters of the imported roster.
    pub name: String,
    /// The delegation (代表团).
    pub delegation: String,
    /// Whether the delegate is in office (实有代表); only these count for quorum and majority.
    pub in_office: bool,
}

/// The delegates in the order of the imported list; numbers are unique, and at least one is in office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Delegate>", into = "Vec<Delegate>")]
pub struct Roster(Vec<Delegate>);

coded_errors! {
    /// Why delegates don't form a roster.
    pub enum RosterError {
        /// Two delegates have one number.
        DuplicateNumber { number: DelegateNumber } = "roster.duplicate-number",
        /// Nobody is in office.
        NobodyInOffice = "roster.nobody-in-office",
    }
}

impl Roster {
    /// A roster of these delegates, in this order.
    pub fn new(delegates: Vec<Delegate>) -> Result<Self, RosterError> {
        let mut numbers = BTreeSet::new();
        for delegate in &delegates {
            if !numbers.insert(&delegate.number) {
                return Err(RosterError::DuplicateNumber { number: delegate.number.clone() });
            }
        }
        if !delegates.iter().any(|delegate| delegate.in_office) {
            return Err(RosterError::NobodyInOffice);
        }
        Ok(Self(delegates))
    }

    /// The delegates, in order.
    #[must_use]
    pub fn delegates(&self) -> &[Delegate] {
        &self.0
    }

    /// How many are in office: D (全体代表).
    #[must_use]
    pub fn in_office(&self) -> Delegates {
        Delegates::of(self.0.iter().filter(|delegate| delegate.in_office).count())
    }

    /// The delegate of this number.
    #[must_use]
    pub fn find(&self, number: &DelegateNumber) -> Option<&Delegate> {
        self.0.iter().find(|delegate| delegate.number == *number)
    }
}

impl TryFrom<Vec<Delegate>> for Roster {
    type Error = RosterError;

    fn try_from(delegates: Vec<Delegate>) -> Result<Self, RosterError> {
        Self::new(delegates)
    }
}

impl From<Roster> for Vec<Delegate> {
    fn from(roster: Roster) -> Self {
        roster.0
    }
}
