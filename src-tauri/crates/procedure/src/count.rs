//! Counts that can't be mistaken for one another: delegates, slips, ballots, votes and seats.

use serde::{Deserialize, Serialize};
use std::fmt;

macro_rules! counts {
    ($( $(#[$meta:meta])* $name:ident ),* $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )* };
}

counts! {
    /// Delegates: in office (D), or present (P).
    Delegates,
    /// Slips and paper ballots handed out (I, 发出票数).
    Issued,
    /// Ballots: collected (C), void (X) or valid (V).
    Ballots,
    /// Votes for or against one candidate.
    Votes,
    /// Projects to adopt (N, 应选项目数), or seats left.
    Seats,
}
