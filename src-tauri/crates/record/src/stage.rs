//! How far a round has come, as the log tells it.

/// A round's stage, in the order in which a round goes through them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    #[default]
    Draft,
    Adopted,
    Sealed,
    CheckIn,
    Polling,
    Suspended,
    Closed,
    Counted,
    Confirmed,
    Announced,
    Void,
}

impl Stage {
    /// As a state is named.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Adopted => "adopted",
            Self::Sealed => "sealed",
            Self::CheckIn => "check-in",
            Self::Polling => "polling",
            Self::Suspended => "suspended",
            Self::Closed => "closed",
            Self::Counted => "counted",
            Self::Confirmed => "confirmed",
            Self::Announced => "announced",
            Self::Void => "void",
        }
    }
}
