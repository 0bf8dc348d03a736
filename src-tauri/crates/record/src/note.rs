//! What may be noted of a record: `docs/record-format.md`, section 7, says when each is.

use crate::Check;
use messages::{Coded, coded_errors};
use procedure::number::{KioskNumber, RoundNumber};

coded_errors! {
    /// Something out of the ordinary.
    pub enum Note {
        /// Nothing was voted, and so nothing was checked.
        NoRound = "noted.no-round",
        /// It was a training session.
        Rehearsal = "noted.rehearsal",
        /// One name is the operator of every entry.
        OneOperator { operator: String } = "noted.one-operator",
        /// The entry is dated before the one before it.
        TimeBackwards = "noted.time-backwards",
        /// The session was put back from a backup.
        Restored { statement: String } = "noted.restored",
        /// The rules call for another round, which was not held.
        RoundDue = "noted.round-due",
        /// Why no further round was held, though one is called for.
        RoundsEnded { statement: String } = "noted.rounds-ended",
        /// One card opens totals, outside of training.
        ThresholdOne = "noted.threshold-one",
        /// Fewer cards than the threshold open totals, or a key is one that everybody knows.
        DegenerateKey = "noted.degenerate-key",
        /// More delegates were checked in than are in office.
        BeyondRoster { delegates: u32, came: u32 } = "noted.beyond-roster",
        /// Check-ins were taken back.
        CheckInsUndone { times: u32 } = "noted.check-ins-undone",
        /// Slips were exchanged.
        SlipsExchanged { times: u32 } = "noted.slips-exchanged",
        /// The session's file was opened while the box was sealed.
        Opened { times: u32 } = "noted.opened",
        /// The poll was suspended.
        Suspended = "noted.suspended",
        /// The program was ended while the poll was open.
        Interrupted { turnout: u32 } = "noted.interrupted",
        /// An interrupted poll went on, and nobody had counted the trays.
        ResumedUncounted = "noted.resumed-uncounted",
        /// Something was stated when the trays were counted before the poll went on.
        CountStatement {
            slips: u32,
            paper: u32,
            box_slips: u32,
            box_paper: u32,
            statement: String,
        } = "noted.count-statement",
        /// Ballots were opened to test a kiosk.
        Challenged { ballots: u32 } = "noted.challenged",
        /// A ballot that was opened is not named by a hash.
        ChallengeUnnamed { ballot: String } = "noted.challenge-unnamed",
        /// A kiosk was never provisioned.
        KioskUnprovisioned { kiosk: KioskNumber } = "noted.kiosk-unprovisioned",
        /// A box was taken off a kiosk's disk.
        BoxRecovered { kiosk: KioskNumber } = "noted.box-recovered",
        /// Something was stated where a kiosk's box was merged.
        BoxStatement { kiosk: KioskNumber, statement: String } = "noted.box-statement",
        /// Something was stated when a remote kiosk's tray was counted after an interruption.
        KioskCountStatement {
            kiosk: KioskNumber,
            slips: u32,
            box_slips: u32,
            statement: String,
        } = "noted.kiosk-count-statement",
        /// A kiosk was declared lost.
        KioskLost { kiosk: KioskNumber, tray: u32, statement: String } = "noted.kiosk-lost",
        /// A slip was spent twice, and one ballot counts.
        DisputeKept { slip: String, kept: KioskNumber, statement: String } = "noted.dispute-kept",
        /// A slip was spent twice, and no ballot counts.
        DisputeVoid { slip: String, statement: String } = "noted.dispute-void",
        /// A slip of the left-over pile that a ballot was cast with was cancelled.
        SlipAnnulled { slip: String, reason: String } = "noted.slip-annulled",
        /// Something was stated at the close.
        TrayStatement { statement: String } = "noted.tray-statement",
        /// Ballots are missing with kiosks that are lost.
        Missing { missing: u32 } = "noted.missing",
        /// The piles weren't checked by code.
        PilesUnchecked { reason: String } = "noted.piles-unchecked",
        /// Slips were spoiled in printing.
        SlipsSpoiled { slips: u32 } = "noted.slips-spoiled",
        /// The tray's slips were counted and not scanned.
        TrayByNumber = "noted.tray-by-number",
        /// The count is dated before the opening of its poll.
        CountBeforePoll = "noted.count-before-poll",
        /// The round was found void.
        FoundVoid { reason: String } = "noted.found-void",
        /// The presidium ended the round.
        EndedByDecision { state: &'static str, statement: String } = "noted.ended-by-decision",
        /// Lots were drawn.
        Lots { drawn: String } = "noted.lots",
        /// Lots were drawn again.
        LotsTwice = "noted.lots-twice",
        /// A statement says next to nothing.
        ShortStatement { statement: String } = "noted.short-statement",
        /// A document was issued again later.
        DocumentReplaced { name: String, sha256: String } = "noted.document-replaced",
        /// A document is one that the house set itself.
        DocumentAttached { name: String, sha256: String } = "noted.document-attached",
        /// Key cards were destroyed.
        CardsDestroyed { cards: String } = "noted.cards-destroyed",
        /// So many cards of the last key weren't destroyed.
        CardsKept { cards: u32 } = "noted.cards-kept",
        /// The key that holders had made, or its making, was given up.
        KeysGivenUp { statement: String } = "noted.keys-given-up",
    }
}

impl Note {
    /// The check of version 2 that fails for what version 1 only notes.
    pub(crate) const fn fails(&self) -> Option<Check> {
        match self {
            Self::RoundDue => Some(Check::Whole),
            Self::DegenerateKey => Some(Check::KeyStrength),
            Self::ChallengeUnnamed { .. } => Some(Check::ChallengesNamed),
            Self::KioskUnprovisioned { .. } => Some(Check::Kiosks),
            Self::LotsTwice => Some(Check::LotsOnce),
            Self::ShortStatement { .. } => Some(Check::Statements),
            Self::ResumedUncounted => Some(Check::TraysCounted),
            Self::NoRound
            | Self::Rehearsal
            | Self::OneOperator { .. }
            | Self::TimeBackwards
            | Self::Restored { .. }
            | Self::RoundsEnded { .. }
            | Self::ThresholdOne
            | Self::BeyondRoster { .. }
            | Self::CheckInsUndone { .. }
            | Self::SlipsExchanged { .. }
            | Self::Opened { .. }
            | Self::Suspended
            | Self::Interrupted { .. }
            | Self::CountStatement { .. }
            | Self::Challenged { .. }
            | Self::BoxRecovered { .. }
            | Self::BoxStatement { .. }
            | Self::KioskCountStatement { .. }
            | Self::KioskLost { .. }
            | Self::DisputeKept { .. }
            | Self::DisputeVoid { .. }
            | Self::SlipAnnulled { .. }
            | Self::TrayStatement { .. }
            | Self::Missing { .. }
            | Self::PilesUnchecked { .. }
            | Self::SlipsSpoiled { .. }
            | Self::TrayByNumber
            | Self::CountBeforePoll
            | Self::FoundVoid { .. }
            | Self::EndedByDecision { .. }
            | Self::Lots { .. }
            | Self::DocumentReplaced { .. }
            | Self::DocumentAttached { .. }
            | Self::CardsDestroyed { .. }
            | Self::CardsKept { .. }
            | Self::KeysGivenUp { .. } => None,
        }
    }
}

/// Something out of the ordinary, and where it is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// The round; none where it isn't of one.
    pub round: Option<RoundNumber>,
    /// The number of the log's entry; none where it doesn't follow from one entry.
    pub entry: Option<u32>,
    /// What is noted.
    pub note: Note,
}

impl Noted {
    /// The place in which it is told: by code, round and entry.
    pub(crate) fn place(&self) -> (usize, Option<RoundNumber>, Option<u32>) {
        let code = self.note.code();
        let place = Note::CODES.iter().position(|(known, _)| *known == code).unwrap_or(Note::CODES.len());
        (place, self.round, self.entry)
    }
}

/// A text of a record for people: one line, not too long, in which no character turns the others about.
#[must_use]
pub fn shown(text: &str) -> String {
    const LONGEST: usize = 400;
    let is_hidden = |character: char| {
        character.is_control() || matches!(character, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut characters = text.chars().map(|character| if is_hidden(character) { ' ' } else { character });
    let mut line: String = characters.by_ref().take(LONGEST).collect();
    if characters.next().is_some() {
        line.push('…');
    }
    line
}
