//! What each role can do, one function each: check authority and stage, one transaction, one audit event.

mod backup;
mod ceremony;
mod count;
mod hall;
mod kiosk;
mod kiosks;
mod people;
mod prepare;

pub use backup::{back_up, note_restored};
pub use ceremony::{Ceremony, prepare_sealing, reuse_cards, seal};
pub(crate) use count::pending_after;
pub use count::{Tray, announce, close_poll, confirm, count, draw_lots, end_by_decision, pending_contests};
pub use hall::{
    check_in, exchange_slip, open_check_in, open_poll, resume, suspend, undo_check_in, void_for_quorum,
};
pub use kiosk::{ChallengedBallot, PaperEntered, PaperFigures, Poll, ProvenBallot, SlipStanding};
pub use kiosks::{
    KioskDisk, KioskError, KioskPlace, KioskStatus, Merging, SlipsAccount, ZoneAccount, close_kiosk,
    decide_dispute, declare_lost, disputes, export_box, kiosks, load_provision, merge_box, provision_kiosk,
    recover_box, slips_account,
};
pub use people::{check_any_operator, check_pin, set_pin, set_profile, set_texts};
pub use prepare::{adopt, begin, begin_next, set_candidates, set_delegates, set_rules, warnings};

use crate::{
    audit::{Entry, Event},
    clock::Clock,
    error::OfficeError,
    randomness::Randomness,
    session::Profile,
    station::Station,
    store::{Store, StoreError, audit, parts, parts::Part, rounds, session},
};
use procedure::{
    coded_errors,
    count::Ballots,
    round::{ActError, Round},
};
use rusqlite::Transaction;
use std::path::Path;

coded_errors! {
    /// Why an act of office is refused.
    pub enum ActsError {
        /// The act needs a scrutineer of this session beside the operator.
        NotAScrutineer { name: String } = "acts.not-a-scrutineer",
        /// Two persons are needed, and one was named twice.
        OnePersonOnly { name: String } = "acts.one-person-only",
        /// Delegates, candidates and rules are set before the first round is begun.
        RoundBegun = "acts.round-begun",
        /// No round has been begun.
        NoRound = "acts.no-round",
        /// No rules have been set.
        NoRules = "acts.no-rules",
        /// The latest round isn't finished.
        RoundUnfinished { state: &'static str } = "acts.round-unfinished",
        /// No further round is called for.
        NothingToVote = "acts.nothing-to-vote",
        /// No delegate has this number.
        DelegateUnknown { number: String } = "acts.delegate-unknown",
        /// The delegate is not in office.
        DelegateNotInOffice { number: String } = "acts.delegate-not-in-office",
        /// The delegate is checked in already.
        AlreadyPresent { number: String } = "acts.already-present",
        /// The delegate is not checked in.
        NotPresent { number: String } = "acts.not-present",
        /// By the rules nobody is checked in once the poll is open.
        NoLateArrivals = "acts.no-late-arrivals",
        /// All slips are handed out.
        NoSlipLeft = "acts.no-slip-left",
        /// All paper ballots are handed out.
        NoPaperLeft = "acts.no-paper-left",
        /// A check-in is taken back only before the poll is open: the slip may have been used.
        TooLateToUndo = "acts.too-late-to-undo",
        /// No slip has this code.
        SlipUnknown = "acts.slip-unknown",
        /// The slip's vote has been counted.
        SlipSpent = "acts.slip-spent",
        /// The slip was exchanged for another.
        SlipCancelled = "acts.slip-cancelled",
        /// This kiosk takes the slips of another zone.
        SlipOfAnotherZone { zone: u32, colour: &'static str } = "acts.slip-of-another-zone",
        /// The ballots in the box are not as many as the slips in the tray and the paper ballots.
        BoxDiffersFromTray { in_box: Ballots, in_tray: Ballots } = "acts.box-differs-from-tray",
        /// More ballots of a kind lie in the box than were handed out.
        MoreThanHandedOut { in_box: Ballots, handed: Ballots } = "acts.more-than-handed-out",
        /// Lots have been drawn already.
        LotsDrawn = "acts.lots-drawn",
        /// The person is not appointed to sign in this session.
        NotAppointed { name: String } = "acts.not-appointed",
        /// What the law says against the rules must be acknowledged before they are adopted.
        WarningsNotAcknowledged { warnings: usize } = "acts.warnings-not-acknowledged",
        /// The first round's keys are not those of this session.
        NoKeysToReuse = "acts.no-keys-to-reuse",
        /// An operator has no name.
        OperatorUnnamed = "acts.operator-unnamed",
        /// Whether a session is for training never changes.
        TrainingFixed = "acts.training-fixed",
        /// More ballots than the program counts.
        TooManySlips { slips: u32 } = "acts.too-many-slips",
    }
}

/// The person who operates the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator(pub String);

/// Two persons for what matters: the operator, and a scrutineer who witnesses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    operator: String,
    scrutineer: String,
}

impl Witnessed {
    /// The operator with a scrutineer of this session.
    pub fn new(profile: &Profile, operator: &str, scrutineer: &str) -> Result<Self, ActsError> {
        if !profile.card_holders().contains(&scrutineer) {
            return Err(ActsError::NotAScrutineer { name: scrutineer.to_owned() });
        }
        if operator == scrutineer {
            return Err(ActsError::OnePersonOnly { name: operator.to_owned() });
        }
        Ok(Self { operator: operator.to_owned(), scrutineer: scrutineer.to_owned() })
    }
}

/// Who does an act.
pub(crate) trait Actors {
    fn operator(&self) -> &str;
    fn witness(&self) -> Option<&str>;
}

impl Actors for Operator {
    fn operator(&self) -> &str {
        &self.0
    }

    fn witness(&self) -> Option<&str> {
        None
    }
}

impl Actors for Witnessed {
    fn operator(&self) -> &str {
        &self.operator
    }

    fn witness(&self) -> Option<&str> {
        Some(&self.scrutineer)
    }
}

/// A session at work: its file, and what acts need from outside.
pub struct Office {
    store: Store,
    clock: Box<dyn Clock>,
    randomness: Randomness,
}

impl Office {
    /// Makes a new session.
    pub fn create(
        path: &Path,
        station: Station,
        clock: Box<dyn Clock>,
        randomness: Randomness,
        profile: &Profile,
        by: &Operator,
    ) -> Result<Self, OfficeError> {
        let mut office = Self { store: Store::create(path, station)?, clock, randomness };
        office.act(by, &[Part::Session], Event::SessionCreated, |transaction, station| {
            session::insert(transaction, profile, &station.public_key())
        })?;
        Ok(office)
    }

    /// Opens a session where it was left.
    pub fn open(
        path: &Path,
        station: Station,
        clock: Box<dyn Clock>,
        randomness: Randomness,
    ) -> Result<Self, OfficeError> {
        let store = Store::open(path, station)?;
        store.profile()?;
        Ok(Self { store, clock, randomness })
    }

    /// The session's file, for reading.
    #[must_use]
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// The latest round.
    pub fn round(&self) -> Result<Round, OfficeError> {
        Ok(self.store.latest_round()?.ok_or(ActsError::NoRound)?)
    }

    /// One act: what it changes and its entry in the log are one durable transaction.
    fn act<T>(
        &mut self,
        by: &impl Actors,
        parts: &[Part],
        event: Event,
        change: impl FnOnce(&Transaction<'_>, &Station) -> Result<T, StoreError>,
    ) -> Result<T, OfficeError> {
        if !event.is_done_at_a_kiosk() {
            self.refuse_at_a_kiosk()?;
        }
        let at = self.clock.now();
        self.store.transaction(|transaction, station| {
            let changed = change(transaction, station)?;
            let entry = Entry {
                at,
                operator: by.operator().to_owned(),
                witness: by.witness().map(str::to_owned),
                event,
                parts: parts::digests(transaction, parts)?,
            };
            audit::append(transaction, station, &entry)?;
            Ok(changed)
        })
    }

    /// An act that only moves the round to its next state.
    fn move_round(
        &mut self,
        by: &impl Actors,
        round: impl Into<Round>,
        event: Event,
    ) -> Result<(), OfficeError> {
        let round = round.into();
        let part = Part::Round(number(&round));
        self.act(by, &[part], event, |transaction, _| rounds::put(transaction, &round))
    }

    /// The latest round in the state that an act needs.
    fn round_in<S: TryFrom<Round, Error = ActError>>(&self) -> Result<S, OfficeError> {
        Ok(S::try_from(self.round()?)?)
    }
}

/// The number of a round.
pub(crate) fn number(round: &Round) -> u32 {
    round.contest().round()
}
