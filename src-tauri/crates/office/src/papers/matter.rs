//! What acts change that documents show.

use crate::log::Event;

/// Something that documents show. Each names the record of the last act that changed what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matter {
    /// List and rules of a round, once adopted.
    Contest,
    /// That a round has no paper ballots; until it is known, documents tell of them.
    NoPaperBallots,
    /// The key ceremony: its PINs and outputs, once the round is sealed.
    Ceremony,
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
    /// The minutes, which tell every act but those that change only what the session words itself, make a document official or
    /// tell that the file was opened, and the PINs, outputs and files of key ceremonies, which have a report of their own.
    Minutes,
}

/// What documents show of what an act changed; where it is an act of a round, in that round's documents.
pub(super) const fn changed_by(event: &Event) -> &'static [Matter] {
    use Matter::{
        Attendance, Ceremony, Close, Contest, Decision, HandedOut, Minutes, NoPaperBallots, Opening, Result,
    };
    match event {
        Event::PinSet { .. }
        | Event::PinHashRenewed { .. }
        | Event::PinReplaced { .. }
        | Event::KeyFileTaken(_)
        | Event::CardOutput { .. }
        | Event::SlipsOutput { .. }
        | Event::DocumentIssued { .. }
        | Event::DocumentAttached { .. }
        | Event::Opened { .. }
        | Event::TextsSet => &[],
        Event::Sealed { paper: 0, .. } => &[Ceremony, NoPaperBallots, Minutes],
        Event::Sealed { .. } => &[Ceremony, Minutes],
        Event::SessionCreated { .. }
        | Event::ProfileSet
        | Event::Restored { .. }
        | Event::DelegatesSet { .. }
        | Event::CandidatesSet { .. }
        | Event::RulesSet
        | Event::KeysInvited(_)
        | Event::KeysMade(_)
        | Event::KeysGivenUp { .. }
        | Event::KeyBoxWritten(_)
        | Event::OpeningTaken(_)
        | Event::CardsDestroyed { .. }
        | Event::RoundsEnded { .. }
        | Event::RoundBegun { .. }
        | Event::Suspended { .. }
        | Event::Interrupted { .. }
        | Event::PaperBallotsEntered { .. }
        | Event::BallotChallenged { .. }
        | Event::KioskProvisioned { .. }
        | Event::ProvisionLoaded { .. }
        | Event::KioskClosed { .. }
        | Event::KioskLost { .. }
        | Event::DisputeDecided { .. } => &[Minutes],
        Event::Adopted { .. } => &[Contest, Minutes],
        Event::CheckInOpened { .. } | Event::PollOpened { .. } => &[Opening, Minutes],
        Event::CheckedIn { .. } => &[Attendance, HandedOut, Minutes],
        Event::CheckInUndone { .. } => &[Attendance, Minutes],
        Event::SlipExchanged { .. } => &[HandedOut, Minutes],
        Event::PollClosed { .. }
        | Event::Resumed { .. }
        | Event::BoxMerged { .. }
        | Event::SlipAnnulled { .. } => &[Close, Minutes],
        Event::Counted { .. }
        | Event::LotsDrawn { .. }
        | Event::FoundVoid { .. }
        | Event::EndedByDecision { .. } => &[Result, Minutes],
        Event::Confirmed { .. } => &[Result, Decision, Minutes],
        Event::Announced { .. } => &[Decision, Minutes],
    }
}
