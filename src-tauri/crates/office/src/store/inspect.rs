//! A look at a session's file that changes nothing and needs no key.

use super::{file::Session, people, rounds, session, slots, this_kiosk};
use crate::errors::{ContentError, StoreError};
use procedure::{
    number::RoundNumber,
    round::{Round, RoundState},
};
use session_model::{KnownPerson, Profile, Role, ThisKiosk};
use signed_file::{FileError, ReadOnly};
use std::path::Path;

/// The version of the schema that brought PINs.
const PEOPLE_SINCE: i32 = 2;
/// The version of the schema that brought remote kiosks.
const KIOSKS_SINCE: i32 = 3;

/// What a session's file is found to be.
pub struct Inspection {
    /// The version of its schema.
    pub version: i32,
    /// A write was interrupted: the file must be opened by the application, which undoes it, before it can be checked.
    pub interrupted: bool,
    /// What it holds; none where a write was interrupted.
    pub content: Option<Content>,
}

/// What a whole and unaltered session's file holds.
pub struct Content {
    /// The session.
    pub profile: Profile,
    /// The number and state of each round.
    pub rounds: Vec<(RoundNumber, RoundState)>,
    /// The hashes of the entries of its audit log, in order; all of them hold.
    pub log: Vec<[u8; 32]>,
    /// Everybody who can sign in, with the hashes of their PINs.
    pub people: Vec<KnownPerson>,
    /// The fingerprints of all keys that ballots were sealed to: none where nothing was sealed yet.
    pub keys: Vec<String>,
    /// The hash of the last entry, in hex: names the whole log.
    pub log_head: String,
    /// The public key that the log is signed with, in hex. It is in the file itself: whether it is the right one, only
    /// a comparison with the station's tells.
    pub station: String,
    /// A box is open, whose rows can't be checked without the station's key.
    pub box_is_open: bool,
}

/// Says what a session's file is, and checks its structure, its audit log and each part against the log. The rows of
/// an open box can't be checked without the station's key.
pub fn inspect(path: &Path) -> Result<Inspection, StoreError> {
    let file = ReadOnly::<Session>::open(path)?;
    let version = file.version();
    if file.is_interrupted()? {
        return Ok(Inspection { version, interrupted: true, content: None });
    }
    file.check_integrity()?;
    let content = read(&file).map_err(|error| error.at(path))?;
    Ok(Inspection { version, interrupted: false, content: Some(content) })
}

/// What a session's file says at a glance; nothing of it is checked.
pub struct Glance {
    /// The session.
    pub profile: Profile,
    /// The latest round.
    pub round: Option<Round>,
    /// Who can sign in as operator.
    pub operators: Vec<String>,
    /// The scrutineers who have a PIN.
    pub scrutineers: Vec<String>,
    /// Which remote kiosk it is of; none for a station's session.
    pub kiosk: Option<ThisKiosk>,
}

/// Looks at a session's file without checking it: for a list of sessions. An interrupted write must be undone first, by
/// opening it.
pub fn glance(path: &Path) -> Result<Glance, StoreError> {
    let file = ReadOnly::<Session>::open(path)?;
    let (connection, version) = (file.connection(), file.version());
    let kiosk = if version >= KIOSKS_SINCE { this_kiosk::find(connection)? } else { None };
    let names = |role| if version >= PEOPLE_SINCE { people::names(connection, role) } else { Ok(Vec::new()) };
    let round = rounds::latest(connection).map_err(|error| error.at(path))?;
    Ok(Glance {
        profile: session::profile(connection).map_err(|error| error.at(path))?,
        round,
        operators: names(Role::Operator)?,
        scrutineers: names(Role::Scrutineer)?,
        kiosk,
    })
}

fn read(file: &ReadOnly<Session>) -> Result<Content, StoreError> {
    let connection = file.connection();
    let station = session::station(connection)?.ok_or(ContentError::NoSession)?;
    let station = <[u8; 32]>::try_from(station).map_err(|_| FileError::OtherStation)?;
    let log = file.check_log(&station)?;
    let rounds = rounds::all(connection)?;
    Ok(Content {
        profile: session::profile(connection)?,
        rounds: rounds.iter().map(|round| (round.number(), round.state())).collect(),
        people: if file.version() >= PEOPLE_SINCE { people::all(connection)? } else { Vec::new() },
        keys: rounds::fingerprints(connection)?,
        log_head: log.last().map(|last| ballot_box::hex(&last.hash)).unwrap_or_default(),
        log: log.iter().map(|entry| entry.hash).collect(),
        station: ballot_box::hex(&station),
        box_is_open: slots::is_open(connection)?,
    })
}
