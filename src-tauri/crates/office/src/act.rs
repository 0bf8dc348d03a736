//! A session at work, and what an act is: one change of its file with its entry in the log.

use crate::{
    clock::Clock,
    errors::{ActsError, KioskError, OfficeError, StoreError},
    log::{Entry, Event, Persons},
    randomness::Randomness,
    store::{Section, Store, rounds, session, slip_list},
};
use ballot_box::Election;
use procedure::{
    contest::Contest,
    count::Ballots,
    number::RoundNumber,
    round::{ActError, Round},
    statement::{FEWEST, says_why},
};
use rusqlite::Transaction;
use session_model::{Profile, contest_digest};
use signed_file::{Actors, Station};
pub use signed_file::{Operator, Witnessed};
use std::path::Path;

/// Returns the operator with a scrutineer of this session as witness. Fails where the witness isn't one, or is the operator.
pub fn with_scrutineer(profile: &Profile, operator: &str, scrutineer: &str) -> Result<Witnessed, ActsError> {
    check_scrutineer(profile, scrutineer)?;
    Witnessed::new(operator, scrutineer).ok_or_else(|| ActsError::OnePersonOnly { name: operator.to_owned() })
}

/// Fails if what is stated says too little to be a reason.
pub(crate) fn check_statement(statement: &str) -> Result<(), ActsError> {
    if says_why(statement) { Ok(()) } else { Err(ActsError::StatementShort { letters: FEWEST }) }
}

/// Fails where this isn't a scrutineer of the session.
pub(crate) fn check_scrutineer(profile: &Profile, name: &str) -> Result<(), ActsError> {
    if profile.card_holders().contains(&name) {
        Ok(())
    } else {
        Err(ActsError::NotAScrutineer { name: name.to_owned() })
    }
}

/// A session at work: its file, and what acts need from outside.
pub struct Office {
    pub(crate) store: Store,
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) randomness: Randomness,
    /// The round that can only be ended; see [`Office::can_only_be_ended`].
    pub(crate) only_ended: Option<RoundNumber>,
    /// Whether the poll was suspended when the file was opened, and hasn't been resumed since.
    pub(crate) was_suspended: bool,
}

/// Who acts in the log where nobody does: the program, by itself.
const PROGRAM: &str = "program";

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
        profile.refuse_one_card()?;
        let store = Store::create(path, station)?;
        let mut office = Self { store, clock, randomness, only_ended: None, was_suspended: false };
        let created = Event::SessionCreated { training: Some(profile.text().training) };
        office.act(by, &[Section::Session], created, |transaction, station| {
            session::insert(transaction, profile, &station.public_key())
        })?;
        Ok(office)
    }

    /// Opens a session where it was left. While a round's box is sealed the log tells of it, and a poll that was open is
    /// suspended: whoever resumes it counts the slips in the tray first.
    pub fn open(
        path: &Path,
        station: Station,
        clock: Box<dyn Clock>,
        randomness: Randomness,
    ) -> Result<Self, OfficeError> {
        let mut office = Self::load(path, station, clock, randomness)?;
        office.note_opened()?;
        Ok(office)
    }

    /// Opens a session's file that was made just now, a copy that is only looked at, or one whose opener is still to show who they
    /// are and then [notes it](Self::note_opened).
    pub fn load(
        path: &Path,
        station: Station,
        clock: Box<dyn Clock>,
        randomness: Randomness,
    ) -> Result<Self, OfficeError> {
        let store = Store::open(path, station)?;
        store.profile()?;
        let only_ended = round_restored_while_sealed(&store)?;
        Ok(Self { store, clock, randomness, only_ended, was_suspended: false })
    }

    /// Notes in the log that the file was opened while a round's box is sealed, and suspends a poll that was open. A round that
    /// can only be ended takes no more ballots, and nothing is noted.
    pub fn note_opened(&mut self) -> Result<(), OfficeError> {
        // A session that 0.1.0 sealed goes on by its rules, and its log knows no such acts.
        let is_noted = self.only_ended.is_none() && self.store.record_version()? > 1;
        let Some(round) = self.store.latest_round()?.filter(|_| is_noted) else { return Ok(()) };
        let number = round.number();
        let by = Operator(PROGRAM.to_owned());
        let turnout = match round {
            Round::Sealed(_) | Round::CheckIn(_) => None,
            Round::Suspended(_) => Some(self.ballots_cast(number)?),
            Round::Polling(polling) => {
                let turnout = self.ballots_cast(number)?;
                let interrupted = Event::Interrupted { round: number, turnout };
                self.move_round(&by, polling.suspend(), interrupted)?;
                Some(turnout)
            }
            Round::Draft(_)
            | Round::Adopted(_)
            | Round::Closed(_)
            | Round::Counted(_)
            | Round::Confirmed(_)
            | Round::Announced(_)
            | Round::Void(_) => return Ok(()),
        };
        self.was_suspended = turnout.is_some();
        self.act(&by, &[], Event::Opened { round: number, turnout }, |_, _| Ok(()))
    }

    /// Whether the poll goes on only once two persons have counted the trays. Until then nothing tells how many ballots were
    /// cast.
    #[must_use]
    pub const fn trays_are_to_be_counted(&self) -> bool {
        self.was_suspended
    }

    /// Ballots that were cast in a round, void ones among them.
    pub(crate) fn ballots_cast(&self, round: RoundNumber) -> Result<Ballots, StoreError> {
        let void = self.store.void_paper(round)?.0 + self.store.void_slips(round)?.0;
        Ok(Ballots(self.store.ballots_in_box()?.0 + void))
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

    /// How the ballots of a sealed round are sealed.
    pub(crate) fn election(&self, contest: &Contest) -> Result<Election, OfficeError> {
        let round = contest.round();
        let keys = self.store.keys(round)?.ok_or(ActsError::NoRound)?;
        let version = slip_list::ballot_version(self.store.read(), round)?;
        Ok(Election::new(&keys.election, &contest.form()?, contest_digest(contest), version)?)
    }

    /// Whether this is a remote kiosk, where nothing is counted.
    pub fn is_remote_kiosk(&self) -> Result<bool, OfficeError> {
        Ok(self.store.this_kiosk()?.is_some())
    }

    /// Returns the round that can only be ended by decision, where there is one: the session was put back while its box was
    /// sealed and not closed, so slips that were used since would work again.
    #[must_use]
    pub const fn can_only_be_ended(&self) -> Option<RoundNumber> {
        self.only_ended
    }

    pub(crate) fn refuse_at_a_kiosk(&self) -> Result<(), OfficeError> {
        if self.is_remote_kiosk()? { Err(KioskError::NotAtAKiosk.into()) } else { Ok(()) }
    }

    /// Does one act: what it changes and its entry in the log are one durable transaction. Fails where the act takes a witness
    /// and there is none, or where it isn't one of a remote kiosk and this is one.
    pub(crate) fn act<T>(
        &mut self,
        by: &impl Actors,
        sections: &[Section],
        event: Event,
        change: impl FnOnce(&Transaction<'_>, &Station) -> Result<T, StoreError>,
    ) -> Result<T, OfficeError> {
        if !event.is_done_at_a_kiosk() {
            self.refuse_at_a_kiosk()?;
        }
        if event.persons() == Persons::Two && by.witness().is_none() {
            return Err(ActsError::NotAScrutineer { name: by.operator().to_owned() }.into());
        }
        if event.round().is_some()
            && event.round() == self.only_ended
            && !matches!(event, Event::EndedByDecision { .. })
        {
            return Err(ActsError::RestoredWhileSealed.into());
        }
        let ends_interruption = matches!(
            event,
            Event::Resumed { .. }
                | Event::PollClosed { .. }
                | Event::KioskClosed { .. }
                | Event::EndedByDecision { .. }
        );
        let at = self.clock.now();
        let done = self.store.act(at, by, event, sections, change)?;
        self.was_suspended &= !ends_interruption;
        Ok(done)
    }

    /// An act that only moves the round to its next state.
    pub(crate) fn move_round(
        &mut self,
        by: &impl Actors,
        round: impl Into<Round>,
        event: Event,
    ) -> Result<(), OfficeError> {
        let round = round.into();
        let section = Section::Round(round.number());
        self.act(by, &[section], event, |transaction, _| rounds::put(transaction, &round))
    }

    /// The latest round in the state that an act needs.
    pub(crate) fn round_in<S: TryFrom<Round, Error = ActError>>(&self) -> Result<S, OfficeError> {
        Ok(S::try_from(self.round()?)?)
    }
}

/// The latest round, if its box was sealed and not closed when the session was put back. Such a session's log has the entry of
/// the restoring after that of the sealing.
pub(crate) fn round_restored_while_sealed(store: &Store) -> Result<Option<RoundNumber>, OfficeError> {
    let round = match store.latest_round()? {
        Some(round @ (Round::Sealed(_) | Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_))) => {
            round.number()
        }
        Some(
            Round::Draft(_)
            | Round::Adopted(_)
            | Round::Closed(_)
            | Round::Counted(_)
            | Round::Confirmed(_)
            | Round::Announced(_)
            | Round::Void(_),
        )
        | None => return Ok(None),
    };
    for logged in store.log()?.iter().rev() {
        let entry: Entry = serde_json::from_str(&logged.entry).map_err(StoreError::from)?;
        if matches!(entry.event, Event::Restored { .. }) {
            return Ok(Some(round));
        }
        if matches!(entry.event, Event::Sealed { round: sealed, .. } if sealed == round) {
            return Ok(None);
        }
    }
    Ok(None)
}
