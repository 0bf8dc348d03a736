//! Sessions from elsewhere: importing one with its key, and restoring a backup.

use crate::{
    machine::{
        files::{make_folder, typed_path},
        session_folder,
        unfinished::Unfinished,
    },
    open::{desk::Desk, session::refuse_open},
};
use office::{
    Randomness,
    act::{Office, Operator},
    acts,
    clock::SystemClock,
    model::Role as OfficeRole,
    store::{Store, inspect},
};
use procedure::count::counted;
use signed_file::{Station, journal_of};
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::{BackupFile, BackupFound, DeskError, ImportSession, Problem, RestoreSession};

pub(crate) fn import_session(desk: &Desk, request: ImportSession) -> Result<(), Problem> {
    refuse_open(desk.open().as_ref())?;
    let file = typed_path(&request.file)?;
    let key = match request.key.trim() {
        "" => file.with_file_name("station.key"),
        typed => PathBuf::from(typed),
    };
    let year = whole(&file)?.profile.text().year;
    let id = desk.folders.new_id(year);
    if !key.is_file() {
        return Err(DeskError::KeyMissing.into());
    }
    let station = ballot_box::hex(&Station::load(&key)?.public_key());
    if let Some(there) = desk.folders.session_of_station(&station) {
        return Err(DeskError::SessionThere { id: there }.into());
    }
    put_in_place(desk, &file, &key, &id)
}

/// Copies a session and its key, and opens the copy once to see that they fit before it comes among the sessions.
fn put_in_place(desk: &Desk, file: &Path, key: &Path, id: &str) -> Result<(), Problem> {
    let mut unfinished = Unfinished::begin(desk.folders.session(id))?;
    let copy = unfinished.database();
    fs::copy(file, &copy).map_err(|error| DeskError::path(file, &error))?;
    let store = Store::open(&copy, Station::load(key)?)?;
    if store.this_kiosk()?.is_some() {
        return Err(DeskError::KioskNotCopied.into());
    }
    drop(store);
    unfinished.keep_key(key)?;
    unfinished.finish()
}

/// Returns what a file holds that a person hands over; fails if a write into it was interrupted.
fn whole(file: &Path) -> Result<inspect::Content, Problem> {
    let interrupted = DeskError::Interrupted { path: file.display().to_string() };
    Ok(inspect::inspect(file)?.content.ok_or(interrupted)?)
}

/// A backup that was looked at: whose it is, and with which key it opens.
struct Backup {
    found: BackupFound,
    key: PathBuf,
    id: String,
}

fn look_at_backup(desk: &Desk, file: &str, key: &str) -> Result<Backup, Problem> {
    let file = typed_path(file)?;
    let content = whole(&file)?;
    let glance = inspect::glance(&file)?;
    let there = desk.folders.session_of_station(&content.station);
    let key = match (key.trim(), &there) {
        ("", Some(id)) => desk.folders.session(id).key(),
        ("", None) => return Err(DeskError::KeyMissing.into()),
        (typed, _) => PathBuf::from(typed),
    };
    let id = there.unwrap_or_else(|| desk.folders.new_id(content.profile.text().year));
    let replaced = Some(desk.folders.session(&id).database()).filter(|database| database.is_file());
    let replaced_log = replaced.as_ref().and_then(|database| inspect::inspect(database).ok()?.content);
    let found = BackupFound {
        summary: session_folder::summary(&glance),
        scrutineers: glance.scrutineers,
        replaces: replaced.map(|_| id.clone()),
        log_entries: counted(content.log_entries),
        replaced_log_entries: replaced_log.map(|content| counted(content.log_entries)),
    };
    Ok(Backup { found, key, id })
}

pub(crate) fn inspect_backup(desk: &Desk, request: BackupFile) -> Result<BackupFound, Problem> {
    look_at_backup(desk, &request.file, &request.key).map(|backup| backup.found)
}

pub(crate) fn restore_session(desk: &Desk, request: RestoreSession) -> Result<(), Problem> {
    let open = desk.open();
    refuse_open(open.as_ref())?;
    let backup = look_at_backup(desk, &request.file, &request.key)?;
    make_folder(&desk.folders.data)?;
    let trial = desk.folders.data.join("restore-trial.db");
    let _ = fs::remove_file(&trial);
    let file = typed_path(&request.file)?;
    fs::copy(&file, &trial).map_err(|error| DeskError::path(&file, &error))?;
    let restored = note_restored(desk, &trial, &backup, &request)
        .and_then(|()| put_in_place(desk, &trial, &backup.key, &backup.id));
    let _ = fs::remove_file(&trial);
    let _ = fs::remove_file(journal_of(&trial));
    drop(open);
    restored
}

/// Opens the copy, checks both persons against it, and notes in its log that it was restored.
fn note_restored(
    desk: &Desk,
    trial: &Path,
    backup: &Backup,
    request: &RestoreSession,
) -> Result<(), Problem> {
    let scrutineer = (!backup.found.scrutineers.is_empty()).then_some(request.scrutineer.as_str());
    let station = Station::load(&backup.key)?;
    let mut office = Office::open(trial, station, Box::new(SystemClock), Randomness::System)?;
    desk.attempt(|| {
        acts::check_pin(&office, OfficeRole::Operator, &request.operator, &request.operator_pin)?;
        scrutineer.map_or(Ok(()), |name| {
            acts::check_pin(&office, OfficeRole::Scrutineer, name, &request.scrutineer_pin)
        })
    })?;
    let operator = Operator(request.operator.clone());
    Ok(acts::note_restored(&mut office, &operator, scrutineer, backup.found.log_entries)?)
}
