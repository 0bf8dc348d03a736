//! A session at work, and what an act is: one change of its file with its entry in the log.

use crate::{
    clock::Clock,
    errors::{ActsError, KioskError, OfficeError, StoreError},
    log::{Entry, Event},
    model::Profile,
    randomness::Randomness,
    station::Station,
    store::{
        Store, audit,
        parts::{self, Part},
        rounds, session,
    },
};
use procedure::round::{ActError, Round};
use rusqlite::Transaction;
use std::path::Path;

/// The person who operates the program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Operator(pub String);

/// Two persons for what matters: the operator, and a scrutineer who witnesses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Witnessed {
    pub(crate) operator: String,
    pub(crate) scrutineer: String,
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
    pub(crate) store: Store,
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) randomness: Randomness,
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

    /// Whether this is a remote kiosk, where nothing is counted.
    pub fn is_remote_kiosk(&self) -> Result<bool, OfficeError> {
        Ok(self.store.this_kiosk()?.is_some())
    }

    pub(crate) fn refuse_at_a_kiosk(&self) -> Result<(), OfficeError> {
        if self.is_remote_kiosk()? { Err(KioskError::NotAtAKiosk.into()) } else { Ok(()) }
    }

    /// One act: what it changes and its entry in the log are one durable transaction.
    pub(crate) fn act<T>(
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
    pub(crate) fn move_round(
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
    pub(crate) fn round_in<S: TryFrom<Round, Error = ActError>>(&self) -> Result<S, OfficeError> {
        Ok(S::try_from(self.round()?)?)
    }
}

/// The number of a round.
pub(crate) fn number(round: &Round) -> u32 {
    round.contest().round()
}
