//! The numbers by which people name a round, a kiosk, a delegate or a candidate. Each kind is a type of its own, so that none
//! is taken for another, or for a count.
//!
//! All of them are defined here, below everything that speaks of them. That includes kiosks: what writes a record and what
//! checks it have only this crate and the ballot box in common.

use serde::{Deserialize, Serialize};
use std::{borrow::Borrow, fmt};

/// Numbers that are counted up from 1.
macro_rules! counted_up {
    ($( $(#[$meta:meta])* $name:ident ),* $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl From<u32> for $name {
            fn from(number: u32) -> Self {
                Self(number)
            }
        }

        impl From<$name> for u32 {
            fn from(number: $name) -> Self {
                number.0
            }
        }
    )* };
}

/// Numbers that are text, kept as they are printed: `01` is not `1`.
macro_rules! printed {
    ($( $(#[$meta:meta])* $name:ident ),* $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The number as it is printed.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(printed: &str) -> Self {
                Self(printed.to_owned())
            }
        }

        impl PartialEq<&str> for $name {
            fn eq(&self, printed: &&str) -> bool {
                self.0 == *printed
            }
        }
    )* };
}

counted_up! {
    /// A round's number (第几轮), from 1. That it isn't 0 is checked where a [`Turn`](crate::turn::Turn) is made.
    RoundNumber,
    /// A kiosk's number (票决机编号), from 1; 0 is the kiosk of the station itself.
    KioskNumber,
}

printed! {
    /// A delegate's number (代表证号).
    DelegateNumber,
    /// A candidate's number on the list and on the ballot (候选项目编号).
    CandidateNumber,
}

impl RoundNumber {
    /// The first round's.
    pub const FIRST: Self = Self(1);

    /// The number of the round `steps` rounds later.
    #[must_use]
    pub const fn later(self, steps: u32) -> Self {
        Self(self.0.saturating_add(steps))
    }
}
