//! What acts of office say of themselves in the log.

use super::{
    box_merged::BoxMerged,
    keys::{KeyBoxWritten, KeyFileTaken, KeysInvited, KeysMade, OpeningTaken},
    poll_closed::PollClosed,
    unsaid::{first_version, is_first_version},
};
use crate::{OutputWay, Role, TrayCount, Zone};
use ballot_box::SlipTag;
use procedure::{
    count::{Ballots, Delegates, Issued},
    number::{CandidateNumber, DelegateNumber, KioskNumber, RoundNumber},
    outcome::VoidReason,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Event {
    /// The session was set up.
    SessionCreated {
        /// Whether for training, which never changes; none in a session of 0.1.0.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        training: Option<bool>,
    },
    /// The session's names were corrected.
    ProfileSet,
    /// What the session words itself in its documents was set.
    TextsSet,
    /// A person's first PIN was set.
    PinSet {
        /// The person's role.
        role: Role,
        /// The person.
        name: String,
    },
    /// A person's right PIN was hashed as this version does; the PIN is the same.
    PinHashRenewed {
        /// The person's role.
        role: Role,
        /// The person.
        name: String,
    },
    /// A PIN was set in place of an earlier one, by its person with another scrutineer.
    PinReplaced {
        /// The person's role.
        role: Role,
        /// The person.
        name: String,
    },
    /// The session was put back from a backup, or taken over from another computer.
    Restored {
        /// How many entries the file's log had.
        entries: u32,
        /// What was stated where the computer knew the session to go on after the file's end, or didn't know it.
        #[serde(default)]
        statement: Option<String>,
        /// Who of the people that the computer knew took part, where it knew the session.
        #[serde(default)]
        known: Option<String>,
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
        round: RoundNumber,
    },
    /// List and rules were adopted.
    Adopted {
        /// The round.
        round: RoundNumber,
        /// The hash of what was adopted.
        digest: String,
        /// What was warned of: codes with their facts.
        warnings: Vec<String>,
    },
    /// Holders were invited to make the key.
    KeysInvited(KeysInvited),
    /// A holder's file was taken.
    KeyFileTaken(KeyFileTaken),
    /// All holders have confirmed the key.
    KeysMade(KeysMade),
    /// The holders' key, or its making, was given up.
    KeysGivenUp {
        /// Why.
        statement: String,
    },
    /// A key card was given out of memory, to its holder, who had typed their PIN and witnesses it.
    CardOutput {
        /// The round whose ceremony it was.
        round: RoundNumber,
        /// The card's number.
        card: u32,
        /// Its holder.
        holder: String,
        /// The fingerprint of the key that the card belongs to: another than the sealed one's where the ceremony was given up.
        key: String,
        /// How it was given out.
        way: OutputWay,
        /// Why it was given out this way once more; none the first time.
        reason: Option<String>,
    },
    /// The slips of a ceremony were given out of memory.
    SlipsOutput {
        /// The round.
        round: RoundNumber,
        /// How many slips.
        slips: u32,
        /// The root over the tags of the ceremony's slips and paper ballots: another than the sealed one's where the ceremony was given up.
        root: String,
        /// How they were given out.
        way: OutputWay,
        /// Why they were given out once more; none the first time.
        reason: Option<String>,
    },
    /// The keys were dealt and the slips made.
    Sealed {
        /// The round.
        round: RoundNumber,
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
        /// The commitment to the list of slips, in hex; none where a session of 0.1.0 goes on, whose slips have no tokens.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        list: Option<String>,
        /// The digest over the holders of a distributed key, in hex; none where the key was dealt.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        holders: Option<String>,
        /// The version of the record that the session gives, from its first sealing on.
        #[serde(default = "first_version", skip_serializing_if = "is_first_version")]
        version: u32,
    },
    /// Check-in was opened.
    CheckInOpened {
        /// The round.
        round: RoundNumber,
    },
    /// A delegate checked in.
    CheckedIn {
        /// The round.
        round: RoundNumber,
        /// The delegate's number.
        delegate: DelegateNumber,
        /// How many are present now.
        present: Delegates,
        /// How many slips and paper ballots were handed out so far.
        issued: Issued,
    },
    /// A check-in was taken back.
    CheckInUndone {
        /// The round.
        round: RoundNumber,
        /// The delegate's number.
        delegate: DelegateNumber,
        /// How many are present now.
        present: Delegates,
    },
    /// A damaged slip was exchanged for another.
    SlipExchanged {
        /// The round.
        round: RoundNumber,
    },
    /// The poll was opened.
    PollOpened {
        /// The round.
        round: RoundNumber,
        /// How many were present.
        present: Delegates,
    },
    /// The poll was suspended.
    Suspended {
        /// The round.
        round: RoundNumber,
    },
    /// The poll was resumed.
    Resumed {
        /// The round.
        round: RoundNumber,
        /// What was counted, where the session's file had been opened again since the poll was open.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        count: Option<TrayCount>,
    },
    /// The program was ended while the poll was open. Found when the file was opened again, and the poll is suspended.
    Interrupted {
        /// The round.
        round: RoundNumber,
        /// The ballots that were found to be cast.
        turnout: Ballots,
    },
    /// The session's file was opened while a round's box was sealed and not closed.
    Opened {
        /// The round.
        round: RoundNumber,
        /// The ballots that were found to be cast; none before the poll is open.
        turnout: Option<Ballots>,
    },
    /// A batch of paper ballots was entered: read by two people, valid ones sealed into the box.
    #[serde(rename = "paper-entered")]
    PaperBallotsEntered {
        /// The round.
        round: RoundNumber,
        /// Who read it first.
        first: String,
        /// Who read it independently.
        second: String,
        /// How many ballots they read differently; decided on the paper.
        differed: u32,
        /// How many were sealed into the box.
        valid: Ballots,
        /// How many are void, by reason.
        void: BTreeMap<String, u32>,
    },
    /// A voter challenged a kiosk: a sealed ballot was opened instead of being cast, and is spoiled.
    BallotChallenged {
        /// The round.
        round: RoundNumber,
        /// The ballot's hash.
        ballot: String,
        /// The hash of its ciphertexts; empty in a log of 0.1.0.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        ciphertexts: String,
    },
    /// A slip of the left-over pile that a ballot was cast with: its slot was cancelled, and the slip is collected and void.
    SlipAnnulled {
        /// The round.
        round: RoundNumber,
        /// The slip, by its tag.
        slip: SlipTag,
        /// Why.
        reason: String,
    },
    /// The poll was closed and the box's root fixed.
    PollClosed(PollClosed),
    /// The station provisioned a remote kiosk.
    KioskProvisioned {
        /// The round.
        round: RoundNumber,
        /// The kiosk's number.
        kiosk: KioskNumber,
        /// What it is called.
        name: String,
        /// Its zone.
        zone: Zone,
        /// Its key, as it was compared with its screen.
        fingerprint: String,
        /// How many slips it can take.
        slips: usize,
        /// The hash of the provision's file.
        file: String,
    },
    /// On a remote kiosk: its provision was loaded and its poll opened.
    ProvisionLoaded {
        /// The round.
        round: RoundNumber,
        /// The kiosk's number.
        kiosk: KioskNumber,
        /// Its zone.
        zone: Zone,
        /// The station's key, as it was compared with the station's screen.
        station: String,
        /// How many slips it can take.
        slips: usize,
        /// The hash of the provision's file.
        file: String,
    },
    /// On a remote kiosk: it was closed for good.
    KioskClosed {
        /// The round.
        round: RoundNumber,
        /// Ballots in its box.
        collected: Ballots,
        /// The slips that two persons counted in its tray.
        tray: u32,
        /// What they stated where the tray and the box differ.
        statement: Option<String>,
    },
    /// A kiosk's box was merged into the station's.
    BoxMerged(BoxMerged),
    /// A kiosk was declared lost.
    KioskLost {
        /// The round.
        round: RoundNumber,
        /// The kiosk's number.
        kiosk: KioskNumber,
        /// The slips that stay in its tray: so many ballots are missing.
        tray: u32,
        /// What happened.
        statement: String,
    },
    /// The scrutineers decided about a slip that was spent at two kiosks.
    DisputeDecided {
        /// The round.
        round: RoundNumber,
        /// The slip, by its tag.
        slip: SlipTag,
        /// Where it was spent; 0 is the station's own kiosk.
        kiosks: Vec<KioskNumber>,
        /// The kiosk whose ballot counts; where none counts, the slip is collected and void.
        kept: Option<KioskNumber>,
        /// Why it is void, where it is: `spent-twice`.
        void: Option<String>,
        /// Why.
        statement: String,
    },
    /// The closed box was written for the holders of the key.
    KeyBoxWritten(KeyBoxWritten),
    /// A holder's share of the totals was taken.
    OpeningTaken(OpeningTaken),
    /// The totals were opened and decided upon.
    Counted {
        /// The round.
        round: RoundNumber,
        /// The cards that were presented.
        cards: Vec<u32>,
    },
    /// The round was found void.
    FoundVoid {
        /// The round.
        round: RoundNumber,
        /// Why.
        reason: VoidReason,
    },
    /// The presidium ended the round.
    EndedByDecision {
        /// The round.
        round: RoundNumber,
        /// Why, in its own words.
        statement: String,
    },
    /// Further rounds are called for, and none is held.
    RoundsEnded {
        /// Why, in the presidium's own words.
        statement: String,
    },
    /// A document was made official: printed, saved or signed, or put into the record.
    DocumentIssued {
        /// Its file's name.
        name: String,
        /// SHA-256 of the PDF before any signature is added, in hex.
        sha256: String,
        /// The number of the entry that it rests on.
        #[serde(rename = "rests_on")]
        rests_on: u32,
    },
    /// A text that the house set itself was put beside the documents.
    DocumentAttached {
        /// Its file's name.
        name: String,
        /// SHA-256 of the PDF, in hex.
        sha256: String,
    },
    /// Lots were drawn in public.
    LotsDrawn {
        /// The round.
        round: RoundNumber,
        /// Whom they adopt.
        drawn: Vec<CandidateNumber>,
    },
    /// The scrutineers and tellers signed.
    Confirmed {
        /// The round.
        round: RoundNumber,
    },
    /// The result was announced.
    Announced {
        /// The round.
        round: RoundNumber,
    },
    /// Key cards were destroyed, once nothing more is to be opened with them.
    CardsDestroyed {
        /// Their numbers, sorted.
        cards: Vec<u32>,
    },
}
