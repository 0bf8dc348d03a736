//! One session's files: looking at them without opening them, and opening them.
//!
//! A session's file is `sessions/<id>/session.db`. Its station's key is in another folder, `keys/<id>.key`, so that whoever
//! has a copy of the session's folder alone can't alter it unseen.

use crate::machine::folders::Folders;
use office::{
    Randomness,
    act::Office,
    clock::SystemClock,
    store::{
        Store,
        inspect::{self, Glance},
    },
};
use signed_file::{Station, is_interrupted};
use std::{fs, path::PathBuf};
use wire::{DeskError, Problem, SessionCard, SessionSummary, conversions};

pub(crate) const DATABASE: &str = "session.db";

/// Where the files of one session are.
pub(crate) struct SessionFolder<'a> {
    folders: &'a Folders,
    id: String,
}

impl<'a> SessionFolder<'a> {
    pub fn new(folders: &'a Folders, id: &str) -> Self {
        Self { folders, id: id.to_owned() }
    }

    pub const fn folders(&self) -> &'a Folders {
        self.folders
    }

    pub fn path(&self) -> PathBuf {
        self.folders.sessions().join(&self.id)
    }

    pub fn database(&self) -> PathBuf {
        self.path().join(DATABASE)
    }

    pub fn key(&self) -> PathBuf {
        self.folders.keys().join(format!("{}.key", self.id))
    }

    /// Returns the station's key; fails if this computer doesn't have it.
    pub fn station(&self) -> Result<Station, Problem> {
        let path = self.key();
        if path.is_file() { Ok(Station::load(&path)?) } else { Err(DeskError::KeyMissing.into()) }
    }

    /// Opens the session's file; that it was opened is noted once it is known by whom.
    pub fn load(&self) -> Result<Office, Problem> {
        let clock = Box::new(SystemClock);
        Ok(Office::load(&self.database(), self.station()?, clock, Randomness::System)?)
    }

    /// Looks at the session. If a write was interrupted, the session is opened once, which undoes it.
    pub fn glance(&self) -> Result<Glance, Problem> {
        let database = self.database();
        if is_interrupted(&database)? {
            Store::open(&database, self.station()?)?;
        }
        Ok(inspect::glance(&database)?)
    }

    /// The session on the start page. The file of an open session isn't read a second time.
    pub fn card(&self, is_open: bool) -> SessionCard {
        let id = self.id.clone();
        if is_open {
            return SessionCard { id, summary: None, problem: None };
        }
        match self.glance() {
            Ok(glance) => SessionCard { id, summary: Some(summary(&glance)), problem: None },
            Err(problem) => SessionCard { id, summary: None, problem: Some(problem) },
        }
    }
}

/// What the start page shows of a session's file.
pub(crate) fn summary(glance: &Glance) -> SessionSummary {
    let text = glance.profile.text();
    SessionSummary {
        congress: text.congress.clone(),
        session: text.session.clone(),
        year: text.year,
        training: text.training,
        round: glance.round.as_ref().map(conversions::round_of_session),
        operators: glance.operators.clone(),
        kiosk: glance.kiosk.as_ref().map(conversions::remote_kiosk),
    }
}

impl Folders {
    /// The folder of a session, whether or not there is one of this name.
    pub(crate) fn session(&self, id: &str) -> SessionFolder<'_> {
        SessionFolder::new(self, id)
    }

    /// The folder of a session on this computer. Refuses what isn't a session's name: it becomes part of a path.
    pub(crate) fn known_session(&self, id: &str) -> Result<SessionFolder<'_>, Problem> {
        let plain = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        let session = self.session(id);
        if plain && session.database().is_file() {
            Ok(session)
        } else {
            Err(DeskError::SessionUnknown { id: id.to_owned() }.into())
        }
    }

    /// Every session, the one changed last first.
    pub(crate) fn cards(&self, open: Option<&str>) -> Vec<SessionCard> {
        let entries = fs::read_dir(self.sessions()).into_iter().flatten().flatten();
        let mut found: Vec<_> = entries
            .filter_map(|entry| {
                let id = entry.file_name().into_string().ok()?;
                let database = self.session(&id).database();
                let changed = fs::metadata(database).and_then(|file| file.modified()).ok()?;
                Some((changed, id))
            })
            .collect();
        found.sort_by(|a, b| b.cmp(a));
        found.into_iter().map(|(_, id)| self.session(&id).card(open == Some(id.as_str()))).collect()
    }

    /// The session on this computer whose key has this public key, in hex.
    pub(crate) fn session_of_station(&self, public_key: &str) -> Option<String> {
        let entries = fs::read_dir(self.keys()).into_iter().flatten().flatten();
        entries
            .filter_map(|entry| entry.file_name().into_string().ok()?.strip_suffix(".key").map(str::to_owned))
            .find(|id| {
                let station = self.session(id).station();
                station.is_ok_and(|station| ballot_box::hex(&station.public_key()) == public_key)
            })
    }
}
