//! Sessions from files: restoring a backup, and taking over a session from another computer. Both take the same persons.

use crate::{
    machine::{
        files::{make_folder, typed_path},
        known::Known,
        session_folder,
        unfinished::Unfinished,
    },
    open::{desk::Desk, session::refuse_open},
};
use office::{
    Randomness,
    act::Office,
    acts::{self, Restoring},
    clock::SystemClock,
    store::{Store, inspect},
};
use procedure::count::counted;
use session_model::Role as OfficeRole;
use signed_file::{Station, journal_of};
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::{BackupFile, BackupFound, DeskError, Problem, RestoreSession, conversions::stated};

/// Under what wrong PINs are counted of sessions that aren't on this computer.
const ELSEWHERE: &str = "elsewhere";

/// A file that was looked at: whose it is, with which key it opens, and what this computer knows of the session.
struct Backup {
    found: BackupFound,
    key: PathBuf,
    id: String,
    known: Option<Known>,
    /// Whether something was sealed in the file.
    sealed: bool,
    /// Under what wrong PINs are counted.
    tries: String,
}

/// Returns what a file holds that a person hands over; fails if a write into it was interrupted.
fn whole(file: &Path) -> Result<inspect::Content, Problem> {
    let interrupted = DeskError::Interrupted { path: file.display().to_string() };
    Ok(inspect::inspect(file)?.content.ok_or(interrupted)?)
}

fn look_at_backup(desk: &Desk, file: &str, key: &str) -> Result<Backup, Problem> {
    let file = typed_path(file)?;
    let content = whole(&file)?;
    let glance = inspect::glance(&file)?;
    if glance.kiosk.is_some() {
        return Err(DeskError::KioskNotCopied.into());
    }
    let there = desk.folders.session_of_station(&content.station);
    let key = match (key.trim(), &there) {
        ("", Some(id)) => desk.folders.session(id).key(),
        ("", None) => file.with_file_name("station.key"),
        (typed, _) => PathBuf::from(typed),
    };
    if !key.is_file() {
        return Err(DeskError::KeyMissing.into());
    }
    let id = there.clone().unwrap_or_else(|| desk.folders.new_id(content.profile.text().year));
    let replaced = Some(desk.folders.session(&id).database()).filter(|database| database.is_file());
    // A session that this version hasn't opened yet is known by its file.
    let by_its_file = || Some(Known::of_file(&inspect::inspect(replaced.as_ref()?).ok()?.content?));
    let known = Known::read(&desk.folders, &id).or_else(by_its_file);
    let found = BackupFound {
        summary: session_folder::summary(&glance),
        scrutineers: scrutineers(&content, known.as_ref()),
        known: known.as_ref().map(Known::witnesses).unwrap_or_default(),
        still_known: still_known(&content, known.as_ref()),
        to_be_stated: is_to_be_stated(&content, known.as_ref()),
        replaces: replaced.is_some().then(|| id.clone()),
        log_entries: counted(content.log.len()),
        replaced_log_entries: known.as_ref().map(|known| known.entries),
    };
    let tries = there.unwrap_or_else(|| ELSEWHERE.to_owned());
    Ok(Backup { found, key, id, known, sealed: !content.keys.is_empty(), tries })
}

/// Who of the file witnesses: its scrutineers. Nobody where nothing was sealed in it and this computer doesn't know the session.
fn scrutineers(content: &inspect::Content, known: Option<&Known>) -> Vec<String> {
    if known.is_none() && content.keys.is_empty() {
        return Vec::new();
    }
    let scrutineers = content.people.iter().filter(|person| person.role == OfficeRole::Scrutineer);
    scrutineers.map(|person| person.name.clone()).collect()
}

/// Who has the PIN in the file that this computer knows.
fn still_known(content: &inspect::Content, known: Option<&Known>) -> Vec<String> {
    let people = content.people.iter().filter(|person| known.is_some_and(|known| known.has(person)));
    people.map(|person| person.name.clone()).collect()
}

/// Whether somebody has to say why: the file ends before what this computer knows of the session, or it doesn't know a session in
/// which something was sealed.
fn is_to_be_stated(content: &inspect::Content, known: Option<&Known>) -> bool {
    known.map_or(!content.keys.is_empty(), |known| !known.is_in(&content.log))
}

pub(crate) fn inspect_backup(desk: &Desk, request: BackupFile) -> Result<BackupFound, Problem> {
    look_at_backup(desk, &request.file, &request.key).map(|backup| backup.found)
}

/// Takes over a session that isn't on this computer.
pub(crate) fn import_session(desk: &Desk, request: RestoreSession) -> Result<(), Problem> {
    let open = desk.open();
    refuse_open(open.as_ref())?;
    let backup = look_at_backup(desk, &request.file, &request.key)?;
    if let Some(there) = &backup.found.replaces {
        return Err(DeskError::SessionThere { id: there.clone() }.into());
    }
    restore(desk, &backup, &request)
}

/// Puts a backup in place.
pub(crate) fn restore_session(desk: &Desk, request: RestoreSession) -> Result<(), Problem> {
    let open = desk.open();
    refuse_open(open.as_ref())?;
    let backup = look_at_backup(desk, &request.file, &request.key)?;
    restore(desk, &backup, &request)
}

/// Works on a copy, which comes among the sessions when all is done.
fn restore(desk: &Desk, backup: &Backup, request: &RestoreSession) -> Result<(), Problem> {
    make_folder(&desk.folders.data)?;
    let trial = desk.folders.data.join("restore-trial.db");
    let _ = fs::remove_file(&trial);
    let file = typed_path(&request.file)?;
    fs::copy(&file, &trial).map_err(|error| DeskError::path(&file, &error))?;
    let restored = note_restored(desk, &trial, backup, request).and_then(|known| {
        put_in_place(desk, &trial, &backup.key, &backup.id)?;
        known.write(&desk.folders, &backup.id)
    });
    let _ = fs::remove_file(&trial);
    let _ = fs::remove_file(journal_of(&trial));
    restored
}

/// Opens the copy, checks all persons, and notes in its log that it was restored. Returns what is known of it then.
fn note_restored(
    desk: &Desk,
    trial: &Path,
    backup: &Backup,
    request: &RestoreSession,
) -> Result<Known, Problem> {
    let statement = stated(request.statement.clone());
    if backup.found.to_be_stated && statement.is_none() {
        return Err(DeskError::RestoreUnstated.into());
    }
    let mut office =
        Office::load(trial, Station::load(&backup.key)?, Box::new(SystemClock), Randomness::System)?;
    // A file in which something was sealed takes a scrutineer, even where none of them has a PIN in it.
    let needs_scrutineer = backup.sealed || !backup.found.scrutineers.is_empty();
    let scrutineer = needs_scrutineer.then_some(request.scrutineer.as_str());
    let witness = witness(request, scrutineer);
    desk.attempt(&backup.tries, || {
        acts::check_pin(&mut office, OfficeRole::Operator, &request.operator, &request.operator_pin)?;
        if let Some(name) = scrutineer {
            acts::check_pin(&mut office, OfficeRole::Scrutineer, name, &request.scrutineer_pin)?;
        }
        let known = backup.known.as_ref();
        known.map_or(Ok(()), |known| known.check_witness(witness.0, witness.1, office.store().station()))?;
        Ok::<_, Problem>(())
    })?;
    let restoring = Restoring {
        operator: &request.operator,
        scrutineer,
        known: backup.known.as_ref().map(|_| witness.0),
        entries: backup.found.log_entries,
        statement: statement.as_deref(),
    };
    acts::note_restored(&mut office, &restoring)?;
    Known::of(office.store())
}

/// Whom this computer is asked to know, with the PIN: the one who is named for it, or who takes part anyway.
fn witness<'a>(request: &'a RestoreSession, scrutineer: Option<&'a str>) -> (&'a str, &'a str) {
    match (request.known.as_str(), scrutineer) {
        ("", Some(scrutineer)) => (scrutineer, request.scrutineer_pin.as_str()),
        ("", None) => (request.operator.as_str(), request.operator_pin.as_str()),
        (known, _) => (known, request.known_pin.as_str()),
    }
}

/// Copies a session and its key, and opens the copy once to see that they fit before it comes among the sessions.
fn put_in_place(desk: &Desk, file: &Path, key: &Path, id: &str) -> Result<(), Problem> {
    let mut unfinished = Unfinished::begin(desk.folders.session(id))?;
    let copy = unfinished.database();
    fs::copy(file, &copy).map_err(|error| DeskError::path(file, &error))?;
    drop(Store::open(&copy, Station::load(key)?)?);
    unfinished.keep_key(key)?;
    unfinished.finish()
}
