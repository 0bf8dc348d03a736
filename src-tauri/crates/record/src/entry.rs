//! An entry of the audit log as it is read: acts that this version knows, and the fact that there are others.

use crate::json::{Members, if_any, if_object, if_objects, object};
use procedure::number::{CandidateNumber, DelegateNumber, KioskNumber, RoundNumber};
use serde::Deserialize;

/// One act of office.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    pub at: String,
    pub operator: String,
    pub witness: Option<String>,
    #[serde(deserialize_with = "object")]
    pub event: Event,
    pub parts: Members<String>,
}

/// What was done. Acts that only prepare a session need no looking at.
///
/// A member that is read by `if_any` is asked for by no check: it is told where it is there, and of the right kind.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Event {
    SessionCreated {
        #[serde(default, deserialize_with = "if_any")]
        training: Option<bool>,
    },
    Restored {
        #[serde(default, deserialize_with = "if_any")]
        statement: Option<String>,
    },
    RoundsEnded {
        #[serde(default, deserialize_with = "if_any")]
        statement: Option<String>,
    },
    DocumentIssued(Document),
    DocumentAttached(Document),
    CardsDestroyed {
        #[serde(default, deserialize_with = "if_any")]
        cards: Option<Vec<u32>>,
    },
    KeysMade {
        #[serde(default, deserialize_with = "if_any")]
        key: Option<String>,
        #[serde(default, deserialize_with = "if_any")]
        holders: Option<String>,
    },
    KeysGivenUp {
        #[serde(default, deserialize_with = "if_any")]
        statement: Option<String>,
    },
    RoundBegun {
        round: RoundNumber,
    },
    Adopted {
        round: RoundNumber,
        digest: String,
    },
    Sealed {
        round: RoundNumber,
        key: String,
        threshold: u32,
        cards: u32,
        slips: u32,
        paper: u32,
        #[serde(default, deserialize_with = "if_any")]
        holders: Option<String>,
        #[serde(default, deserialize_with = "if_any")]
        list: Option<String>,
        #[serde(default, deserialize_with = "if_any")]
        version: Option<u32>,
    },
    CheckInOpened {
        round: RoundNumber,
    },
    CheckedIn {
        round: RoundNumber,
        delegate: DelegateNumber,
        present: u32,
        issued: u32,
    },
    CheckInUndone {
        round: RoundNumber,
        delegate: DelegateNumber,
        present: u32,
    },
    SlipExchanged {
        round: RoundNumber,
    },
    PollOpened {
        round: RoundNumber,
        present: u32,
    },
    Suspended {
        round: RoundNumber,
    },
    Resumed {
        round: RoundNumber,
        #[serde(default, deserialize_with = "if_object")]
        count: Option<Count>,
    },
    Interrupted {
        round: RoundNumber,
        turnout: u32,
    },
    Opened {
        round: RoundNumber,
    },
    PaperEntered {
        round: RoundNumber,
        valid: u32,
        void: Members<u32>,
    },
    BallotChallenged {
        round: RoundNumber,
        ballot: String,
        #[serde(default, deserialize_with = "if_any")]
        ciphertexts: Option<String>,
    },
    KioskProvisioned {
        round: RoundNumber,
        #[serde(default, deserialize_with = "if_any")]
        kiosk: Option<KioskNumber>,
    },
    BoxMerged {
        round: RoundNumber,
        kiosk: KioskNumber,
        challenged: Vec<String>,
        #[serde(default, deserialize_with = "if_any")]
        ciphertexts: Option<Vec<String>>,
        #[serde(default, deserialize_with = "if_objects")]
        resumed: Option<Vec<Count>>,
        #[serde(default, deserialize_with = "if_any")]
        recovered: Option<bool>,
        #[serde(default, deserialize_with = "if_any")]
        statement: Option<String>,
    },
    KioskLost {
        round: RoundNumber,
        kiosk: KioskNumber,
        tray: u32,
        #[serde(default, deserialize_with = "if_any")]
        statement: Option<String>,
    },
    DisputeDecided {
        round: RoundNumber,
        slip: String,
        kept: Option<KioskNumber>,
        #[serde(default, deserialize_with = "if_any")]
        statement: Option<String>,
    },
    SlipAnnulled {
        round: RoundNumber,
        slip: String,
        reason: String,
    },
    PollClosed {
        round: RoundNumber,
        issued: u32,
        collected: u32,
        #[serde(deserialize_with = "object")]
        tray: Tray,
        root: String,
        statement: Option<String>,
        #[serde(default)]
        missing: u32,
        #[serde(default, deserialize_with = "if_object")]
        piles: Option<Piles>,
        #[serde(default, deserialize_with = "if_any")]
        unchecked: Option<String>,
    },
    KeyBoxWritten {
        round: RoundNumber,
        #[serde(default, deserialize_with = "if_any")]
        root: Option<String>,
    },
    OpeningTaken {
        round: RoundNumber,
        #[serde(default, deserialize_with = "if_any")]
        holder: Option<u32>,
    },
    Counted {
        round: RoundNumber,
        cards: Vec<u32>,
    },
    FoundVoid {
        round: RoundNumber,
        reason: String,
    },
    EndedByDecision {
        round: RoundNumber,
        statement: String,
    },
    LotsDrawn {
        round: RoundNumber,
        drawn: Vec<CandidateNumber>,
    },
    Confirmed {
        round: RoundNumber,
    },
    Announced {
        round: RoundNumber,
    },
    /// An act that isn't of a round, or that this version doesn't know.
    #[serde(other)]
    Other,
}

/// A document that is made official.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Document {
    #[serde(default, deserialize_with = "if_any")]
    pub name: Option<String>,
    #[serde(default, deserialize_with = "if_any")]
    pub sha256: Option<String>,
    #[serde(default, deserialize_with = "if_any")]
    pub rests_on: Option<u32>,
}

/// What the tellers counted by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Tray {
    pub slips: u32,
    pub paper: u32,
}

/// What the check of the piles by code came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Piles {
    /// Slips that were handed out.
    pub handed: u32,
    /// Left-over slips that were scanned.
    pub left: u32,
    /// Slips that were spoiled in printing.
    pub spoiled: u32,
    /// Whether the tray's slips were scanned as well.
    pub tray_by_code: bool,
}

/// What two persons counted before a poll was resumed, beside what should be in the trays by the box.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Count {
    #[serde(deserialize_with = "object")]
    pub tray: Tray,
    #[serde(rename = "box", deserialize_with = "object")]
    pub in_box: Tray,
    pub statement: Option<String>,
}

impl Count {
    /// What is stated: where tray and box differ it must say why.
    fn statement(&self) -> Option<&str> {
        let statement = given(self.statement.as_deref());
        if self.tray == self.in_box { statement } else { Some(statement.unwrap_or_default()) }
    }
}

impl Event {
    /// What an act states that must state why, or that states something; what was stated at a remote kiosk isn't asked for again.
    pub fn statement(&self) -> Option<&str> {
        match self {
            Self::RoundsEnded { statement }
            | Self::KeysGivenUp { statement }
            | Self::KioskLost { statement, .. }
            | Self::DisputeDecided { statement, .. } => Some(statement.as_deref().unwrap_or_default()),
            Self::EndedByDecision { statement, .. } | Self::SlipAnnulled { reason: statement, .. } => {
                Some(statement)
            }
            Self::PollClosed { statement, .. } => given(statement.as_deref()),
            Self::Resumed { count, .. } => count.as_ref().and_then(Count::statement),
            Self::SessionCreated { .. }
            | Self::Restored { .. }
            | Self::DocumentIssued(_)
            | Self::DocumentAttached(_)
            | Self::CardsDestroyed { .. }
            | Self::KeysMade { .. }
            | Self::KeyBoxWritten { .. }
            | Self::OpeningTaken { .. }
            | Self::RoundBegun { .. }
            | Self::Adopted { .. }
            | Self::Sealed { .. }
            | Self::CheckInOpened { .. }
            | Self::CheckedIn { .. }
            | Self::CheckInUndone { .. }
            | Self::SlipExchanged { .. }
            | Self::PollOpened { .. }
            | Self::Suspended { .. }
            | Self::Interrupted { .. }
            | Self::Opened { .. }
            | Self::PaperEntered { .. }
            | Self::BallotChallenged { .. }
            | Self::KioskProvisioned { .. }
            | Self::BoxMerged { .. }
            | Self::Counted { .. }
            | Self::FoundVoid { .. }
            | Self::LotsDrawn { .. }
            | Self::Confirmed { .. }
            | Self::Announced { .. }
            | Self::Other => None,
        }
    }
}

/// A statement that says something.
pub fn given(statement: Option<&str>) -> Option<&str> {
    statement.filter(|statement| !statement.is_empty())
}

#[cfg(test)]
mod tests;
