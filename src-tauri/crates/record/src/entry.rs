//! An entry of the audit log as it is read: acts that this version knows, and the fact that there are others.

use crate::{
    LATEST, Problem,
    json::{Members, if_any, object, parse},
    stage::Stage,
};
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

/// What is asked of an act of a round.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// The act's name, as the log writes it.
    pub act: &'static str,
    /// The round that it is an act of.
    pub round: RoundNumber,
    /// Who must have taken part.
    pub done_by: DoneBy,
    /// The stages in which a round may be when it is done.
    pub from: &'static [Stage],
    /// Where it takes the round; none where the round stays in its stage.
    pub to: Option<Stage>,
}

/// Who must take part in an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoneBy {
    /// The operator alone.
    Operator,
    /// The operator and a scrutineer.
    Witnessed,
}

/// While delegates can be checked in.
const ATTENDED: &[Stage] = &[Stage::CheckIn, Stage::Polling, Stage::Suspended];
/// While the box takes ballots.
const OPEN: &[Stage] = &[Stage::Polling, Stage::Suspended];
/// While slips are there that a kiosk could be given.
const PROVISIONED: &[Stage] = &[Stage::Sealed, Stage::CheckIn, Stage::Polling, Stage::Suspended];
/// While a round can still be ended by a decision.
const ONGOING: &[Stage] = &[
    Stage::Adopted,
    Stage::Sealed,
    Stage::CheckIn,
    Stage::Polling,
    Stage::Suspended,
    Stage::Closed,
    Stage::Counted,
];

impl Event {
    /// What is asked of this act, one row an act; none where it isn't an act of a round.
    ///
    /// Check 3.6 holds the acts to their stages, check 3.8 asks for the witness. What an act says is kept by
    /// [`Story`](crate::history::Story), and the check that it is kept for is named there.
    pub const fn rule(&self) -> Option<Rule> {
        use DoneBy::{Operator, Witnessed};
        use Stage::{
            Adopted, Announced, CheckIn, Closed, Confirmed, Counted, Draft, Polling, Sealed, Suspended, Void,
        };
        Some(match *self {
            Self::SessionCreated { .. }
            | Self::Restored { .. }
            | Self::RoundsEnded { .. }
            | Self::DocumentIssued(_)
            | Self::DocumentAttached(_)
            | Self::Other => return None,
            // Whether a round may begin depends on the rounds before it, which the history looks at.
            Self::RoundBegun { round } => Rule::new("round-begun", round, Operator, &[], Some(Draft)),
            Self::Adopted { round, .. } => Rule::new("adopted", round, Operator, &[Draft], Some(Adopted)),
            Self::Sealed { round, .. } => Rule::new("sealed", round, Witnessed, &[Adopted], Some(Sealed)),
            Self::CheckInOpened { round } => {
                Rule::new("check-in-opened", round, Operator, &[Sealed], Some(CheckIn))
            }
            Self::CheckedIn { round, .. } => Rule::new("checked-in", round, Operator, ATTENDED, None),
            Self::CheckInUndone { round, .. } => {
                Rule::new("check-in-undone", round, Operator, &[CheckIn], None)
            }
            Self::SlipExchanged { round } => Rule::new("slip-exchanged", round, Witnessed, ATTENDED, None),
            Self::PollOpened { round, .. } => {
                Rule::new("poll-opened", round, Witnessed, &[CheckIn], Some(Polling))
            }
            Self::Suspended { round } => {
                Rule::new("suspended", round, Witnessed, &[Polling], Some(Suspended))
            }
            Self::Resumed { round } => Rule::new("resumed", round, Witnessed, &[Suspended], Some(Polling)),
            Self::PaperEntered { round, .. } => Rule::new("paper-entered", round, Operator, OPEN, None),
            Self::BallotChallenged { round, .. } => {
                Rule::new("ballot-challenged", round, Operator, OPEN, None)
            }
            Self::KioskProvisioned { round, .. } => {
                Rule::new("kiosk-provisioned", round, Witnessed, PROVISIONED, None)
            }
            Self::BoxMerged { round, .. } => Rule::new("box-merged", round, Witnessed, OPEN, None),
            Self::KioskLost { round, .. } => Rule::new("kiosk-lost", round, Witnessed, OPEN, None),
            Self::DisputeDecided { round, .. } => Rule::new("dispute-decided", round, Witnessed, OPEN, None),
            Self::PollClosed { round, .. } => Rule::new("poll-closed", round, Witnessed, OPEN, Some(Closed)),
            Self::Counted { round, .. } => Rule::new("counted", round, Witnessed, &[Closed], Some(Counted)),
            Self::FoundVoid { round, .. } => {
                Rule::new("found-void", round, Witnessed, &[CheckIn, Closed], Some(Void))
            }
            Self::EndedByDecision { round, .. } => {
                Rule::new("ended-by-decision", round, Witnessed, ONGOING, Some(Void))
            }
            Self::LotsDrawn { round, .. } => Rule::new("lots-drawn", round, Witnessed, &[Counted], None),
            Self::Confirmed { round } => {
                Rule::new("confirmed", round, Witnessed, &[Counted], Some(Confirmed))
            }
            Self::Announced { round } => {
                Rule::new("announced", round, Operator, &[Confirmed], Some(Announced))
            }
        })
    }
}

impl Event {
    /// Who must take part in an act by this version of the format; none where it isn't held to anybody.
    pub fn done_by(&self, version: u32) -> Option<DoneBy> {
        match self {
            Self::RoundsEnded { .. } | Self::DocumentAttached(_) if version > 1 => Some(DoneBy::Witnessed),
            Self::DocumentIssued(_) if version > 1 => Some(DoneBy::Operator),
            event => event.rule().map(|rule| rule.done_by),
        }
    }

    /// What an act states that must state why, or that states something; what was stated at a remote kiosk isn't asked for again.
    pub fn statement(&self) -> Option<&str> {
        match self {
            Self::RoundsEnded { statement }
            | Self::KioskLost { statement, .. }
            | Self::DisputeDecided { statement, .. } => Some(statement.as_deref().unwrap_or_default()),
            Self::EndedByDecision { statement, .. } => Some(statement),
            Self::PollClosed { statement, .. } => given(statement.as_deref()),
            Self::SessionCreated { .. }
            | Self::Restored { .. }
            | Self::DocumentIssued(_)
            | Self::DocumentAttached(_)
            | Self::RoundBegun { .. }
            | Self::Adopted { .. }
            | Self::Sealed { .. }
            | Self::CheckInOpened { .. }
            | Self::CheckedIn { .. }
            | Self::CheckInUndone { .. }
            | Self::SlipExchanged { .. }
            | Self::PollOpened { .. }
            | Self::Suspended { .. }
            | Self::Resumed { .. }
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

impl Rule {
    const fn new(
        act: &'static str,
        round: RoundNumber,
        done_by: DoneBy,
        from: &'static [Stage],
        to: Option<Stage>,
    ) -> Self {
        Self { act, round, done_by, from, to }
    }
}

/// Who must take part in an act, given as the log writes it; none where the act isn't held to a round's history. Fails if
/// it isn't an act.
///
/// With this a test holds the rules here to the acts of the program that writes the log, which this crate doesn't know.
pub fn done_by(event: &str) -> Result<Option<DoneBy>, Problem> {
    let event: Event = parse("event", event.as_bytes())?;
    Ok(event.done_by(LATEST))
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
        assert_eq!(
            event(r#"{"act":"suspended","round":1}"#),
            Some(Event::Suspended { round: RoundNumber(1) })
        );
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
        let created = Some(Event::SessionCreated { training: None });
        assert_eq!(event(r#"{"note":{"act":1},"act":"session-created"}"#), created);
        assert_eq!(event(r#"{"act":"session-created","training":{"x":1}}"#), created);
        assert_eq!(event(r#"{"round":1}"#), None);
        assert_eq!(event(r#"{"act":0}"#), None);
    }
}
