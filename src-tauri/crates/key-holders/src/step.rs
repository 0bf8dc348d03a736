//! How far a holder has come, for whoever tells them what is next.

use crate::file::Kind;

/// How far a holder has come: the last step that they did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HolderStep {
    /// They have joined.
    Joined,
    /// They have confirmed the list of all holders, and made their part public.
    Contributed,
    /// They have sealed a share for each other holder.
    Shared,
    /// They have their share of the key.
    Holding,
    /// They have counted a round's box.
    Counted,
}

impl HolderStep {
    /// The kind of the station's file that is due.
    #[must_use]
    pub const fn due(self) -> Kind {
        match self {
            Self::Joined => Kind::Roster,
            Self::Contributed => Kind::Contributions,
            Self::Shared => Kind::AllShares,
            Self::Holding | Self::Counted => Kind::ClosedBox,
        }
    }

    /// The kind of the file for the station that the step made.
    #[must_use]
    pub const fn outgoing(self) -> Kind {
        match self {
            Self::Joined => Kind::Joining,
            Self::Contributed => Kind::Contribution,
            Self::Shared => Kind::Shares,
            Self::Holding => Kind::Confirmation,
            Self::Counted => Kind::Opening,
        }
    }
}
