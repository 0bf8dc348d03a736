//! What is true of each act, whoever does it: one row an act, so that whoever adds one says all of it.

use super::event::Event;
use procedure::number::RoundNumber;

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

/// Where an act may be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Done {
    /// At the station alone.
    AtStation,
    /// On a remote kiosk as well: one votes there and closes it, and everything else is the station's.
    Anywhere,
}

/// One row an act: its name in the log, whether it is the session's or a round's (which what it says within may name), how many
/// persons do it, and where.
macro_rules! acts {
    ($( $act:ident = $name:literal, $of:ident, $persons:ident, $done:ident; )*) => {
        impl Event {
            /// The names of all acts, as the log writes them.
            pub const NAMES: &[&str] = &[ $( $name ),* ];

            /// The act's name, as the log writes it.
            #[must_use]
            pub const fn name(&self) -> &'static str {
                match self { $( Self::$act { .. } => $name ),* }
            }

            /// The round that it is an act of; none for an act of the whole session.
            #[must_use]
            pub const fn round(&self) -> Option<RoundNumber> {
                match self { $( acts!(@pattern $of, $act, round) => acts!(@round $of, round) ),* }
            }

            /// How many persons do it.
            #[must_use]
            pub const fn persons(&self) -> Persons {
                match self { $( Self::$act { .. } => Persons::$persons ),* }
            }

            /// Whether it may be done on a remote kiosk.
            #[must_use]
            pub const fn is_done_at_a_kiosk(&self) -> bool {
                let done = match self { $( Self::$act { .. } => Done::$done ),* };
                matches!(done, Done::Anywhere)
            }
        }
    };
    (@pattern OfSession, $act:ident, $round:ident) => { Self::$act { .. } };
    (@pattern OfRound, $act:ident, $round:ident) => { Self::$act { $round, .. } };
    (@pattern OfRoundWithin, $act:ident, $round:ident) => { Self::$act($round) };
    (@round OfSession, $round:ident) => { None };
    (@round OfRound, $round:ident) => { Some(*$round) };
    (@round OfRoundWithin, $round:ident) => { Some($round.round) };
}

acts! {
    SessionCreated = "session-created", OfSession, One, AtStation;
    ProfileSet = "profile-set", OfSession, One, AtStation;
    TextsSet = "texts-set", OfSession, One, AtStation;
    PinSet = "pin-set", OfSession, One, Anywhere;
    PinHashRenewed = "pin-hash-renewed", OfSession, One, Anywhere;
    PinReplaced = "pin-replaced", OfSession, TwoOncePossible, Anywhere;
    Restored = "restored", OfSession, TwoOncePossible, AtStation;
    DelegatesSet = "delegates-set", OfSession, One, AtStation;
    CandidatesSet = "candidates-set", OfSession, One, AtStation;
    RulesSet = "rules-set", OfSession, One, AtStation;
    RoundBegun = "round-begun", OfRound, One, AtStation;
    Adopted = "adopted", OfRound, One, AtStation;
    KeysInvited = "keys-invited", OfSession, One, AtStation;
    KeyFileTaken = "key-file-taken", OfSession, One, AtStation;
    KeysMade = "keys-made", OfSession, Two, AtStation;
    KeysGivenUp = "keys-given-up", OfSession, Two, AtStation;
    CardOutput = "card-output", OfRound, Two, AtStation;
    SlipsOutput = "slips-output", OfRound, Two, AtStation;
    Sealed = "sealed", OfRound, Two, AtStation;
    CheckInOpened = "check-in-opened", OfRound, One, AtStation;
    CheckedIn = "checked-in", OfRound, One, AtStation;
    CheckInUndone = "check-in-undone", OfRound, One, AtStation;
    SlipExchanged = "slip-exchanged", OfRound, Two, AtStation;
    PollOpened = "poll-opened", OfRound, Two, AtStation;
    Suspended = "suspended", OfRound, Two, Anywhere;
    Resumed = "resumed", OfRound, Two, Anywhere;
    Interrupted = "interrupted", OfRound, One, Anywhere;
    Opened = "opened", OfRound, One, Anywhere;
    PaperBallotsEntered = "paper-entered", OfRound, Two, AtStation;
    BallotChallenged = "ballot-challenged", OfRound, One, Anywhere;
    SlipAnnulled = "slip-annulled", OfRound, Two, AtStation;
    PollClosed = "poll-closed", OfRoundWithin, Two, AtStation;
    KioskProvisioned = "kiosk-provisioned", OfRound, Two, AtStation;
    ProvisionLoaded = "provision-loaded", OfRound, Two, Anywhere;
    KioskClosed = "kiosk-closed", OfRound, Two, Anywhere;
    BoxMerged = "box-merged", OfRoundWithin, Two, AtStation;
    KioskLost = "kiosk-lost", OfRound, Two, AtStation;
    DisputeDecided = "dispute-decided", OfRound, Two, AtStation;
    KeyBoxWritten = "key-box-written", OfRoundWithin, Two, AtStation;
    OpeningTaken = "opening-taken", OfRoundWithin, One, AtStation;
    Counted = "counted", OfRound, Two, AtStation;
    FoundVoid = "found-void", OfRound, Two, AtStation;
    EndedByDecision = "ended-by-decision", OfRound, Two, AtStation;
    RoundsEnded = "rounds-ended", OfSession, Two, AtStation;
    DocumentIssued = "document-issued", OfSession, One, AtStation;
    DocumentAttached = "document-attached", OfSession, Two, AtStation;
    LotsDrawn = "lots-drawn", OfRound, Two, AtStation;
    Confirmed = "confirmed", OfRound, Two, AtStation;
    Announced = "announced", OfRound, One, AtStation;
    CardsDestroyed = "cards-destroyed", OfSession, Two, AtStation;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acts_are_named_as_they_are_written() {
        // Serde lists the names that it knows where it meets another.
        let refused = serde_json::from_str::<Event>(r#"{"act":""}"#).unwrap_err().to_string();
        let written: Vec<&str> = refused.split('`').skip(3).step_by(2).collect();
        assert_eq!(Event::NAMES, written);
    }
}
