//! An entry of the audit log as it is read: acts that this version knows, and the fact that there are others.

use crate::json::{Members, object};
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
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Event {
    SessionCreated,
    RoundBegun {
        round: u32,
    },
    Adopted {
        round: u32,
        digest: String,
    },
    Sealed {
        round: u32,
        key: String,
        threshold: u32,
        cards: u32,
        slips: u32,
        paper: u32,
    },
    CheckInOpened {
        round: u32,
    },
    CheckedIn {
        round: u32,
        delegate: String,
        present: u32,
        issued: u32,
    },
    CheckInUndone {
        round: u32,
        delegate: String,
        present: u32,
    },
    SlipExchanged {
        round: u32,
    },
    PollOpened {
        round: u32,
        present: u32,
    },
    Suspended {
        round: u32,
    },
    Resumed {
        round: u32,
    },
    PaperEntered {
        round: u32,
        valid: u32,
        void: Members<u32>,
    },
    BallotChallenged {
        round: u32,
        ballot: String,
    },
    KioskProvisioned {
        round: u32,
    },
    BoxMerged {
        round: u32,
        kiosk: u32,
        challenged: Vec<String>,
    },
    KioskLost {
        round: u32,
        kiosk: u32,
        tray: u32,
    },
    DisputeDecided {
        round: u32,
        slip: String,
        kept: Option<u32>,
    },
    PollClosed {
        round: u32,
        issued: u32,
        collected: u32,
        #[serde(deserialize_with = "object")]
        tray: Tray,
        root: String,
        statement: Option<String>,
        #[serde(default)]
        missing: u32,
    },
    Counted {
        round: u32,
        cards: Vec<u32>,
    },
    FoundVoid {
        round: u32,
        reason: String,
    },
    EndedByDecision {
        round: u32,
        statement: String,
    },
    LotsDrawn {
        round: u32,
        drawn: Vec<String>,
    },
    Confirmed {
        round: u32,
    },
    Announced {
        round: u32,
    },
    /// An act that isn't of a round, or that this version doesn't know.
    #[serde(other)]
    Other,
}

/// What the tellers counted by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Tray {
    pub slips: u32,
    pub paper: u32,
}

impl Event {
    /// The round that it is an act of.
    pub const fn round(&self) -> Option<u32> {
        match self {
            Self::SessionCreated | Self::Other => None,
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
            | Self::PaperEntered { round, .. }
            | Self::BallotChallenged { round, .. }
            | Self::KioskProvisioned { round }
            | Self::BoxMerged { round, .. }
            | Self::KioskLost { round, .. }
            | Self::DisputeDecided { round, .. }
            | Self::PollClosed { round, .. }
            | Self::Counted { round, .. }
            | Self::FoundVoid { round, .. }
            | Self::EndedByDecision { round, .. }
            | Self::LotsDrawn { round, .. }
            | Self::Confirmed { round }
            | Self::Announced { round } => Some(*round),
        }
    }

    /// Whether the act needs a scrutineer beside the operator.
    pub const fn needs_witness(&self) -> bool {
        matches!(
            self,
            Self::Sealed { .. }
                | Self::SlipExchanged { .. }
                | Self::PollOpened { .. }
                | Self::Suspended { .. }
                | Self::Resumed { .. }
                | Self::KioskProvisioned { .. }
                | Self::BoxMerged { .. }
                | Self::KioskLost { .. }
                | Self::DisputeDecided { .. }
                | Self::PollClosed { .. }
                | Self::Counted { .. }
                | Self::FoundVoid { .. }
                | Self::EndedByDecision { .. }
                | Self::LotsDrawn { .. }
                | Self::Confirmed { .. }
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::parse_once;

    fn event(event: &str) -> Option<Event> {
        let entry = format!(r#"{{"at":"","operator":"","witness":null,"event":{event},"parts":{{}}}}"#);
        parse_once::<Entry>("x", entry.as_bytes()).ok().map(|entry| entry.event)
    }

    #[test]
    fn an_entry_an_event_and_a_tray_are_objects() {
        assert!(parse_once::<Entry>("x", br#"["","",null,{"act":"session-created"},{}]"#).is_err());
        assert_eq!(event(r#"{"act":"suspended","round":1}"#), Some(Event::Suspended { round: 1 }));
        assert_eq!(event(r#"["suspended",1]"#), None);
        assert_eq!(event(r#"["any"]"#), None);
        let closed = |tray: &str| {
            let text = format!(
                r#"{{"act":"poll-closed","round":1,"issued":1,"collected":1,"tray":{tray},"root":""}}"#
            );
            event(&text)
        };
        assert!(matches!(closed(r#"{"slips":1,"paper":0}"#), Some(Event::PollClosed { missing: 0, .. })));
        assert_eq!(closed("[1,0]"), None);
    }

    #[test]
    fn what_is_not_known_of_an_event_is_not_looked_at() {
        assert_eq!(event(r#"{"act":"any","round":"x","note":[{}]}"#), Some(Event::Other));
        assert_eq!(event(r#"{"note":{"act":1},"act":"session-created"}"#), Some(Event::SessionCreated));
        assert_eq!(event(r#"{"round":1}"#), None);
        assert_eq!(event(r#"{"act":0}"#), None);
    }
}
