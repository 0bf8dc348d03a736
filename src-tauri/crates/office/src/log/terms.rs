//! What is true of each act, whoever does it. Each question is matched whole, so that whoever adds an act answers all of them.

use super::event::Event;

/// How many persons do an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Persons {
    /// The operator.
    One,
    /// The operator, and a scrutineer who witnesses it.
    Two,
    /// Two, but the operator alone before a scrutineer has a PIN.
    TwoOncePossible,
}

impl Event {
    /// The round that it is an act of; none for an act of the whole session.
    #[must_use]
    pub const fn round(&self) -> Option<u32> {
        match self {
            Self::SessionCreated
            | Self::ProfileSet
            | Self::TextsSet
            | Self::PinSet { .. }
            | Self::Restored { .. }
            | Self::DelegatesSet { .. }
            | Self::CandidatesSet { .. }
            | Self::RulesSet => None,
            Self::RoundBegun { round }
            | Self::Adopted { round, .. }
            | Self::Sealed { round, .. }
            | Self::CheckInOpened { round }
            | Self::CheckedIn { round, .. }
            | Self::CheckInUndone { round, .. }
            | Self::SlipExchanged { round }
            | Self::PollOpened { round, .. }
            | Self::Suspended { round }
            | Self::Resumed { round }
            | Self::PaperBallotsEntered { round, .. }
            | Self::BallotChallenged { round, .. }
            | Self::PollClosed { round, .. }
            | Self::KioskProvisioned { round, .. }
            | Self::ProvisionLoaded { round, .. }
            | Self::KioskClosed { round, .. }
            | Self::BoxMerged { round, .. }
            | Self::KioskLost { round, .. }
            | Self::DisputeDecided { round, .. }
            | Self::Counted { round, .. }
            | Self::FoundVoid { round, .. }
            | Self::EndedByDecision { round, .. }
            | Self::LotsDrawn { round, .. }
            | Self::Confirmed { round }
            | Self::Announced { round } => Some(*round),
        }
    }

    /// How many persons do it.
    #[must_use]
    pub const fn persons(&self) -> Persons {
        match self {
            Self::SessionCreated
            | Self::ProfileSet
            | Self::TextsSet
            | Self::PinSet { .. }
            | Self::DelegatesSet { .. }
            | Self::CandidatesSet { .. }
            | Self::RulesSet
            | Self::RoundBegun { .. }
            | Self::Adopted { .. }
            | Self::CheckInOpened { .. }
            | Self::CheckedIn { .. }
            | Self::CheckInUndone { .. }
            | Self::PaperBallotsEntered { .. }
            | Self::BallotChallenged { .. }
            | Self::Announced { .. } => Persons::One,
            Self::Sealed { .. }
            | Self::SlipExchanged { .. }
            | Self::PollOpened { .. }
            | Self::Suspended { .. }
            | Self::Resumed { .. }
            | Self::PollClosed { .. }
            | Self::KioskProvisioned { .. }
            | Self::ProvisionLoaded { .. }
            | Self::KioskClosed { .. }
            | Self::BoxMerged { .. }
            | Self::KioskLost { .. }
            | Self::DisputeDecided { .. }
            | Self::Counted { .. }
            | Self::FoundVoid { .. }
            | Self::EndedByDecision { .. }
            | Self::LotsDrawn { .. }
            | Self::Confirmed { .. } => Persons::Two,
            Self::Restored { .. } => Persons::TwoOncePossible,
        }
    }

    /// Whether it may be done on a remote kiosk: one votes there and closes it, and everything else is the station's.
    pub(crate) const fn is_done_at_a_kiosk(&self) -> bool {
        match self {
            Self::ProvisionLoaded { .. }
            | Self::KioskClosed { .. }
            | Self::BallotChallenged { .. }
            | Self::Suspended { .. }
            | Self::Resumed { .. }
            | Self::PinSet { .. } => true,
            Self::SessionCreated
            | Self::ProfileSet
            | Self::TextsSet
            | Self::Restored { .. }
            | Self::DelegatesSet { .. }
            | Self::CandidatesSet { .. }
            | Self::RulesSet
            | Self::RoundBegun { .. }
            | Self::Adopted { .. }
            | Self::Sealed { .. }
            | Self::CheckInOpened { .. }
            | Self::CheckedIn { .. }
            | Self::CheckInUndone { .. }
            | Self::SlipExchanged { .. }
            | Self::PollOpened { .. }
            | Self::PaperBallotsEntered { .. }
            | Self::PollClosed { .. }
            | Self::KioskProvisioned { .. }
            | Self::BoxMerged { .. }
            | Self::KioskLost { .. }
            | Self::DisputeDecided { .. }
            | Self::Counted { .. }
            | Self::FoundVoid { .. }
            | Self::EndedByDecision { .. }
            | Self::LotsDrawn { .. }
            | Self::Confirmed { .. }
            | Self::Announced { .. } => false,
        }
    }
}
