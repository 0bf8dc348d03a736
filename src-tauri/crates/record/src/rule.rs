//! What is asked of each act of a round: its stages, and who takes part.

use crate::{LATEST, Problem, entry::Event, json::parse, stage::Stage};
use procedure::number::RoundNumber;

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
/// While the file may be opened without interrupting the poll, and it is told.
const OPENED: &[Stage] = &[Stage::Sealed, Stage::CheckIn, Stage::Suspended];
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
            | Self::CardsDestroyed { .. }
            | Self::KeysMade { .. }
            | Self::KeysGivenUp { .. }
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
            Self::Resumed { round, .. } => {
                Rule::new("resumed", round, Witnessed, &[Suspended], Some(Polling))
            }
            Self::Interrupted { round, .. } => {
                Rule::new("interrupted", round, Operator, &[Polling], Some(Suspended))
            }
            Self::Opened { round, .. } => Rule::new("opened", round, Operator, OPENED, None),
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
            Self::SlipAnnulled { round, .. } => Rule::new("slip-annulled", round, Witnessed, OPEN, None),
            Self::PollClosed { round, .. } => Rule::new("poll-closed", round, Witnessed, OPEN, Some(Closed)),
            Self::KeyBoxWritten { round, .. } => {
                Rule::new("key-box-written", round, Witnessed, &[Closed], None)
            }
            Self::OpeningTaken { round, .. } => Rule::new("opening-taken", round, Operator, &[Closed], None),
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
            // No slip belongs to a paper ballot, so a scrutineer watches over its entry.
            Self::RoundsEnded { .. }
            | Self::DocumentAttached(_)
            | Self::CardsDestroyed { .. }
            | Self::KeysMade { .. }
            | Self::KeysGivenUp { .. }
            | Self::PaperEntered { .. }
                if version > 1 =>
            {
                Some(DoneBy::Witnessed)
            }
            Self::DocumentIssued(_) if version > 1 => Some(DoneBy::Operator),
            event => event.rule().map(|rule| rule.done_by),
        }
    }
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
