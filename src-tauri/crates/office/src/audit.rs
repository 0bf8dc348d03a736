//! What the audit log says: acts of office, who did them, and what they changed. Never a cast.

use crate::{acts::Tray, people::Role};
use chrono::{DateTime, FixedOffset};
use procedure::{
    count::{Ballots, Delegates, Issued},
    outcome::VoidReason,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One act of office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// When.
    pub at: DateTime<FixedOffset>,
    /// Who did it.
    pub operator: String,
    /// The scrutineer who witnessed it, where two persons are asked for.
    pub witness: Option<String>,
    /// What was done.
    pub event: Event,
    /// The parts of the session that it changed, with their hashes afterwards.
    pub parts: BTreeMap<String, String>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Event {
    /// The session was set up.
    SessionCreated,
    /// The session's names were corrected.
    ProfileSet,
    /// What the session words itself in its documents was set.
    TextsSet,
    /// A person's PIN was set.
    PinSet {
        /// The person's role.
        role: Role,
        /// The person.
        name: String,
    },
    /// The session was put back from a backup.
    Restored {
        /// How many entries the backup's log had.
        entries: u32,
    },
    /// The roster was set.
    DelegatesSet {
        /// How many delegates.
        delegates: usize,
    },
    /// The candidate list was set.
    CandidatesSet {
        /// How many candidates.
        candidates: usize,
    },
    /// The rules were set.
    RulesSet,
    /// A round was begun.
    RoundBegun {
        /// Its number.
        round: u32,
    },
    /// List and rules were adopted.
    Adopted {
        /// The round.
        round: u32,
        /// The hash of what was adopted.
        digest: String,
        /// What was warned of: codes with their facts.
        warnings: Vec<String>,
    },
    /// The keys were dealt and the slips made.
    Sealed {
        /// The round.
        round: u32,
        /// Names the key.
        key: String,
        /// How many cards open totals.
        threshold: u32,
        /// How many cards there are.
        cards: u32,
        /// How many slips were made.
        slips: u32,
        /// How many paper ballots were made ready.
        paper: u32,
    },
    /// Check-in was opened.
    CheckInOpened {
        /// The round.
        round: u32,
    },
    /// A delegate checked in.
    CheckedIn {
        /// The round.
        round: u32,
        /// The delegate's number.
        delegate: String,
        /// How many are present now.
        present: Delegates,
        /// How many slips and paper ballots were handed out so far.
        issued: Issued,
    },
    /// A check-in was taken back.
    CheckInUndone {
        /// The round.
        round: u32,
        /// The delegate's number.
        delegate: String,
        /// How many are present now.
        present: Delegates,
    },
    /// A damaged slip was exchanged for another.
    SlipExchanged {
        /// The round.
        round: u32,
    },
    /// The poll was opened.
    PollOpened {
        /// The round.
        round: u32,
        /// How many were present.
        present: Delegates,
    },
    /// The poll was suspended.
    Suspended {
        /// The round.
        round: u32,
    },
    /// The poll was resumed.
    Resumed {
        /// The round.
        round: u32,
    },
    /// A paper ballot was found void.
    PaperVoid {
        /// The round.
        round: u32,
        /// Why.
        reason: String,
        /// How many paper ballots are void so far.
        void: Ballots,
    },
    /// The poll was closed and the box's root fixed.
    PollClosed {
        /// The round.
        round: u32,
        /// Slips and paper ballots handed out.
        issued: Issued,
        /// Ballots in the box.
        collected: Ballots,
        /// What the tellers counted by hand.
        tray: Tray,
        /// The root of the box.
        root: String,
        /// What the scrutineers stated where the tray and the box differ.
        statement: Option<String>,
    },
    /// The totals were opened and decided upon.
    Counted {
        /// The round.
        round: u32,
        /// The cards that were presented.
        cards: Vec<u32>,
    },
    /// The round was found void.
    FoundVoid {
        /// The round.
        round: u32,
        /// Why.
        reason: VoidReason,
    },
    /// The presidium ended the round.
    EndedByDecision {
        /// The round.
        round: u32,
        /// Why, in its own words.
        statement: String,
    },
    /// Lots were drawn in public.
    LotsDrawn {
        /// The round.
        round: u32,
        /// Whom they adopt.
        drawn: Vec<String>,
    },
    /// The scrutineers and tellers signed.
    Confirmed {
        /// The round.
        round: u32,
    },
    /// The result was announced.
    Announced {
        /// The round.
        round: u32,
    },
}
