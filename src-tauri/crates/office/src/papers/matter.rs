//! What acts change that documents show.

use crate::log::Event;

/// Something that documents show. Each names the record of the last act that changed what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matter {
    /// List and rules of a round, once adopted.
    Contest,
    /// That a round has no paper ballots; until it is known, documents tell of them.
    NoPaperBallots,
    /// That check-in or the poll was opened.
    Opening,
    /// Who is present.
    Attendance,
    /// Slips and paper ballots that were handed out.
    HandedOut,
    /// The close of the poll.
    Close,
    /// What came of a round.
    Result,
    /// What the session has decided.
    Decision,
    /// The minutes, which tell every act but those that change only what the session words itself, or a PIN.
    Minutes,
}

/// What an act changed: its round, where it is one's, and what documents show of it.
pub(super) const fn changed_by(event: &Event) -> (Option<u32>, &'static [Matter]) {
    use Matter::{Attendance, Close, Contest, Decision, HandedOut, Minutes, NoPaperBallots, Opening, Result};
    match event {
        Event::PinSet { .. } | Event::TextsSet => (None, &[]),
        Event::SessionCreated
        | Event::ProfileSet
        | Event::Restored { .. }
        | Event::DelegatesSet { .. }
        | Event::CandidatesSet { .. }
        | Event::RulesSet => (None, &[Minutes]),
        Event::RoundBegun { round }
        | Event::Suspended { round }
        | Event::Resumed { round }
        | Event::PaperBallotsEntered { round, .. }
        | Event::BallotChallenged { round, .. }
        | Event::KioskProvisioned { round, .. }
        | Event::ProvisionLoaded { round, .. }
        | Event::KioskClosed { round, .. }
        | Event::BoxMerged { round, .. }
        | Event::KioskLost { round, .. }
        | Event::DisputeDecided { round, .. } => (Some(*round), &[Minutes]),
        Event::Adopted { round, .. } => (Some(*round), &[Contest, Minutes]),
        Event::Sealed { round, paper, .. } => {
            (Some(*round), if *paper == 0 { &[NoPaperBallots, Minutes] } else { &[Minutes] })
        }
        Event::CheckInOpened { round } | Event::PollOpened { round, .. } => {
            (Some(*round), &[Opening, Minutes])
        }
        Event::CheckedIn { round, .. } => (Some(*round), &[Attendance, HandedOut, Minutes]),
        Event::CheckInUndone { round, .. } => (Some(*round), &[Attendance, Minutes]),
        Event::SlipExchanged { round } => (Some(*round), &[HandedOut, Minutes]),
        Event::PollClosed { round, .. } => (Some(*round), &[Close, Minutes]),
        Event::Counted { round, .. }
        | Event::LotsDrawn { round, .. }
        | Event::FoundVoid { round, .. }
        | Event::EndedByDecision { round, .. } => (Some(*round), &[Result, Minutes]),
        Event::Confirmed { round } => (Some(*round), &[Result, Decision, Minutes]),
        Event::Announced { round } => (Some(*round), &[Decision, Minutes]),
    }
}
