//! The sessions on this computer: where their files lie, and looking at them without opening them.
//!
//! A session's file lies in `sessions/<id>/session.db`; its station's key apart from it in `keys/<id>.key`, so that a copy of
//! the session alone can't be altered unseen.

use crate::{
    DeskError, Places,
    state::Settings,
    types::{Problem, SessionCard, SessionSummary},
};
use office::{
    Randomness,
    act::Office,
    clock::SystemClock,
    store::{
        Store,
        inspect::{self, Glance},
    },
};
use rand::Rng;
use signed_file::{Station, is_interrupted};
use std::{
    fs,
    path::{Path, PathBuf},
};

pub(crate) const DATABASE: &str = "session.db";

impl Places {
    pub(crate) fn sessions(&self) -> PathBuf {
        self.data.join("sessions")
    }

    pub(crate) fn database(&self, id: &str) -> PathBuf {
        self.sessions().join(id).join(DATABASE)
    }

    fn keys(&self) -> PathBuf {
        self.data.join("keys")
    }

    pub(crate) fn key(&self, id: &str) -> PathBuf {
        self.keys().join(format!("{id}.key"))
    }

    pub(crate) fn backups(&self, settings: &Settings, id: &str) -> PathBuf {
        match settings.backup_folders.get(id) {
            Some(folder) => PathBuf::from(folder),
            None => self.data.join("backups").join(id),
        }
    }

    pub(crate) fn documents(&self, id: &str) -> PathBuf {
        self.documents.join(id)
    }

    fn settings(&self) -> PathBuf {
        self.data.join("settings.json")
    }
}

/// The settings; the usual ones where there are none, or they can't be read.
pub(crate) fn read_settings(places: &Places) -> Settings {
    let text = fs::read(places.settings()).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Writes the settings beside their place and moves them there.
pub(crate) fn write_settings(places: &Places, settings: &Settings) -> Result<(), Problem> {
    let text = serde_json::to_vec_pretty(settings).map_err(|error| DeskError::unexpected(&error))?;
    let beside = places.settings().with_extension("new");
    make_folder(&places.data)?;
    fs::write(&beside, text)
        .and_then(|()| fs::rename(&beside, places.settings()))
        .map_err(|error| DeskError::path(&beside, &error).into())
}

pub(crate) fn make_folder(folder: &Path) -> Result<(), Problem> {
    fs::create_dir_all(folder).map_err(|error| DeskError::path(folder, &error).into())
}

/// A name for a new session: its year, and characters that tell it from others of the year.
pub(crate) fn new_id(places: &Places, year: i32) -> String {
    let mut rng = rand::rngs::OsRng;
    loop {
        let id = format!("{year}-{:06x}", rng.gen_range(0..0x0100_0000));
        if !places.sessions().join(&id).exists() {
            return id;
        }
    }
}

/// Refuses what isn't a session's name: it becomes part of a path.
pub(crate) fn check_id(places: &Places, id: &str) -> Result<(), Problem> {
    let plain = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    if plain && places.database(id).is_file() {
        Ok(())
    } else {
        Err(DeskError::SessionUnknown { id: id.to_owned() }.into())
    }
}

/// Every session, the one changed last first.
pub(crate) fn cards(places: &Places, open: Option<&str>) -> Vec<SessionCard> {
    let entries = fs::read_dir(places.sessions()).into_iter().flatten().flatten();
    let mut found: Vec<_> = entries
        .filter_map(|entry| {
            let id = entry.file_name().into_string().ok()?;
            let changed = fs::metadata(places.database(&id)).and_then(|file| file.modified()).ok()?;
            Some((changed, id))
        })
        .collect();
    found.sort_by(|a, b| b.cmp(a));
    found.into_iter().map(|(_, id)| card(places, id, open)).collect()
}

fn card(places: &Places, id: String, open: Option<&str>) -> SessionCard {
    if open == Some(id.as_str()) {
        return SessionCard { id, summary: None, problem: None };
    }
    match glance(places, &id) {
        Ok(glance) => SessionCard { id, summary: Some(summary(&glance)), problem: None },
        Err(problem) => SessionCard { id, summary: None, problem: Some(problem) },
    }
}

/// Looks at a session; an interrupted write is undone first, by opening it.
pub(crate) fn glance(places: &Places, id: &str) -> Result<Glance, Problem> {
    let database = places.database(id);
    if is_interrupted(&database)? {
        Store::open(&database, station(places, id)?)?;
    }
    Ok(inspect::glance(&database)?)
}

pub(crate) fn summary(glance: &Glance) -> SessionSummary {
    let text = glance.profile.text();
    SessionSummary {
        congress: text.congress.clone(),
        session: text.session.clone(),
        year: text.year,
        training: text.training,
        round: glance.round.map(|(number, _)| number),
        state: glance.round.map_or("preparing", |(_, state)| state).to_owned(),
        operators: glance.operators.clone(),
        kiosk: glance.kiosk.as_ref().map(crate::apart::described_apart),
    }
}

/// The station's key of a session on this computer.
pub(crate) fn station(places: &Places, id: &str) -> Result<Station, Problem> {
    let path = places.key(id);
    if path.is_file() {
        Ok(Station::load_or_create(&path, &mut Randomness::System)?)
    } else {
        Err(DeskError::KeyMissing.into())
    }
}

/// Copies the key of a session to its place.
pub(crate) fn keep_key(places: &Places, key: &Path, id: &str) -> Result<(), Problem> {
    let kept = places.key(id);
    if kept != key {
        make_folder(&places.keys())?;
        fs::copy(key, &kept).map_err(|error| DeskError::path(&kept, &error))?;
    }
    Ok(())
}

/// Makes the key of a new session.
pub(crate) fn new_station(places: &Places, id: &str) -> Result<Station, Problem> {
    make_folder(&places.keys())?;
    Ok(Station::load_or_create(&places.key(id), &mut Randomness::System)?)
}

/// The session on this computer whose key has this public key, in hex.
pub(crate) fn session_of_station(places: &Places, public_key: &str) -> Option<String> {
    let entries = fs::read_dir(places.keys()).into_iter().flatten().flatten();
    entries
        .filter_map(|entry| entry.file_name().into_string().ok()?.strip_suffix(".key").map(str::to_owned))
        .find(|id| {
            station(places, id).is_ok_and(|station| ballot_box::hex(&station.public_key()) == public_key)
        })
}

/// Opens a session's office.
pub(crate) fn open(places: &Places, id: &str) -> Result<Office, Problem> {
    let station = station(places, id)?;
    Ok(Office::open(&places.database(id), station, Box::new(SystemClock), Randomness::System)?)
}

/// The first of numbered paths, from 1, at which nothing lies: nothing is ever overwritten.
pub(crate) fn free(numbered: impl Fn(u32) -> PathBuf) -> PathBuf {
    let mut number = 1;
    while numbered(number).exists() {
        number += 1;
    }
    numbered(number)
}

/// A path as a person typed it.
pub(crate) fn typed_path(text: &str) -> Result<PathBuf, Problem> {
    let text = text.trim();
    if text.is_empty() { Err(DeskError::PathMissing.into()) } else { Ok(PathBuf::from(text)) }
}
