//! Counts that can't be mistaken for one another: delegates, slips, ballots, votes and seats.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Returns how many there are of something that was counted in memory, as figures are written.
///
/// # Panics
/// If there are more than 4 294 967 295. No roster, list, box or folder has so many, and a figure that was cut down to fit
/// would be printed as if it were true.
#[must_use]
#[expect(clippy::panic, reason = "a wrong figure is worse than none, and no memory holds so many things")]
pub fn counted<N: TryInto<u32> + Copy + fmt::Display>(number: N) -> u32 {
    let Ok(counted) = number.try_into() else { panic!("{number} is more than can be counted") };
    counted
}

macro_rules! counts {
    ($( $(#[$meta:meta])* $name:ident ),* $(,)?) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl $name {
            /// The count of this many things; [`counted`] says when there are too many.
            #[must_use]
            pub fn of(number: usize) -> Self {
                Self(counted(number))
            }

            /// The count, to be compared with the length of a list or used as a place in it.
            #[must_use]
            pub const fn as_usize(self) -> usize {
                self.0 as usize
            }
        }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_count_is_kept_whole() {
        assert_eq!(counted(u32::MAX as usize), u32::MAX);
        assert_eq!(Seats::of(3), Seats(3));
        assert_eq!(Seats(3).as_usize(), 3);
    }

    #[test]
    #[should_panic(expected = "4294967296 is more than can be counted")]
    fn a_count_that_does_not_fit_is_not_cut_down() {
        let _ = counted(u32::MAX as usize + 1);
    }
}
