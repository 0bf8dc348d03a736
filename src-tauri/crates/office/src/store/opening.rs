//! Making and opening a session's file.

use super::{
    file::Store,
    open_box, rounds,
    slots::{self, OpenBox},
    this_kiosk,
};
use crate::errors::{ContentError, StoreError};
use procedure::round::Round;
use rusqlite::Connection;
use signed_file::{SignedFile, Station};
use std::path::Path;

impl Store {
    /// Makes a new session file.
    pub fn create(path: &Path, station: Station) -> Result<Self, StoreError> {
        Ok(Self { file: SignedFile::create(path, station)? })
    }

    /// Opens a session file and checks all of it: the file, its log, its sections, and the open box if there is one.
    pub fn open(path: &Path, station: Station) -> Result<Self, StoreError> {
        let store = Self { file: SignedFile::open(path, station)? };
        store.check_box().map_err(|error| error.at(path))?;
        Ok(store)
    }

    /// Checks the rows of the open box, which no section covers since a cast is never logged. Where no box may be open, no
    /// ballot may be in one.
    fn check_box(&self) -> Result<(), StoreError> {
        let connection = self.read();
        let open = match rounds::latest(connection)? {
            Some(round) if has_open_box(connection, &round)? => Some(round.number()),
            Some(_) | None => None,
        };
        match open {
            Some(round) => {
                let keys = rounds::keys(connection, round)?.ok_or(ContentError::NoSession)?;
                open_box::verified(connection, OpenBox { station: self.station(), round }, &keys).map(drop)
            }
            None if slots::filled(connection)?.0 > 0 => Err(ContentError::SlipsAltered.into()),
            None => Ok(()),
        }
    }
}

/// Whether a round in this state has its box laid out.
fn has_open_box(connection: &Connection, round: &Round) -> Result<bool, StoreError> {
    match round {
        Round::Sealed(_) | Round::CheckIn(_) | Round::Polling(_) | Round::Suspended(_) => Ok(true),
        // The outer envelopes of a remote kiosk's box come off at the station.
        Round::Closed(_) => Ok(this_kiosk::find(connection)?.is_some()),
        Round::Draft(_)
        | Round::Adopted(_)
        | Round::Counted(_)
        | Round::Confirmed(_)
        | Round::Announced(_)
        | Round::Void(_) => Ok(false),
    }
}
