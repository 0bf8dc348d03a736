//! The audit log, and backups.

use crate::{
    Desk, DeskError, papers,
    session::{folder_of, view},
    shelf,
    state::{Open, State},
    types::*,
};
use chrono::{DateTime, FixedOffset};
use office::{
    acts,
    clock::{Clock, SystemClock},
    export::{Document, EXTENSION},
    log::Entry,
    model::Role as OfficeRole,
};
use procedure::count::counted;
use procedure::round::Round;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Automatic backups kept of a session; older ones are removed.
const KEPT: usize = 40;

pub(crate) fn record(desk: &Desk, _: Nothing) -> Result<RecordView, Problem> {
    desk.with(|open| view_of(open))
}

pub(crate) fn view_of(open: &Open) -> Result<RecordView, Problem> {
    let store = open.office.store();
    let mut log = Vec::new();
    let logged = store.audit_log()?;
    let head = logged.last().map(|last| ballot_box::hex(&last.hash)).unwrap_or_default();
    for (number, logged) in (1..).zip(logged) {
        let entry: Entry =
            serde_json::from_str(&logged.entry).map_err(|error| DeskError::unexpected(&error))?;
        log.push(log_row(number, &entry)?);
    }
    log.reverse();
    Ok(RecordView {
        station: ballot_box::hex(&store.station().public_key()),
        head,
        log,
        backups: backups(Path::new(&open.backup.folder), &open.id),
        operators: store.people(OfficeRole::Operator)?,
    })
}

/// An act with its facts as text.
fn log_row(number: u32, entry: &Entry) -> Result<LogRow, Problem> {
    let event = serde_json::to_value(&entry.event).map_err(|error| DeskError::unexpected(&error))?;
    let Value::Object(mut facts) = event else { return Err(DeskError::unexpected(&"an act").into()) };
    let act = facts.remove("act").and_then(|act| act.as_str().map(str::to_owned)).unwrap_or_default();
    Ok(LogRow {
        number,
        at: entry.at.to_rfc3339(),
        operator: entry.operator.clone(),
        witness: entry.witness.clone(),
        act,
        facts: facts.into_iter().map(|(name, value)| (name, shown(&value))).collect::<BTreeMap<_, _>>(),
    })
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join("、"),
        Value::Object(fields) => fields.values().map(shown).collect::<Vec<_>>().join(" + "),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// The latest act of the log.
pub(crate) fn latest_entry(open: &Open) -> Result<Option<Entry>, Problem> {
    let log = open.office.store().audit_log()?;
    let read = |text: &str| serde_json::from_str(text).map_err(|error| DeskError::unexpected(&error).into());
    log.last().map(|logged| read(&logged.entry)).transpose()
}

/// Backups of a session in a folder, the latest first: their names begin with the session's and carry their time.
fn backup_files(folder: &Path, id: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            name.starts_with(&format!("{id}_")) && path.extension().is_some_and(|ending| ending == "db")
        })
        .collect();
    files.sort();
    files.reverse();
    files
}

fn backups(folder: &Path, id: &str) -> Vec<BackupRow> {
    let row = |path: PathBuf| {
        let bytes = fs::metadata(&path).map(|file| file.len()).unwrap_or_default();
        BackupRow {
            at: made_at(&path).unwrap_or_default(),
            file: path.display().to_string(),
            kibibytes: counted(bytes.div_ceil(1024)),
        }
    };
    backup_files(folder, id).into_iter().map(row).collect()
}

/// The time in a backup's name.
fn made_at(path: &Path) -> Option<String> {
    let name = path.file_stem()?.to_str()?;
    let time = name.split('_').nth(1)?;
    let time = chrono::NaiveDateTime::parse_from_str(time, "%Y%m%d-%H%M%S").ok()?;
    Some(time.format("%Y-%m-%dT%H:%M:%S").to_string())
}

/// When the latest backup in a folder was made.
pub(crate) fn latest_backup(folder: &Path, id: &str) -> Option<String> {
    backup_files(folder, id).first().and_then(|path| made_at(path))
}

/// Where the next backup goes: the session, the time, how many acts the log has, the round's state.
fn next_backup(open: &Open, now: DateTime<FixedOffset>) -> Result<PathBuf, Problem> {
    let state = open.round()?.map_or("preparing", |round| round.state());
    let folder = PathBuf::from(&open.backup.folder);
    shelf::make_folder(&folder)?;
    let acts = open.office.store().audit_log()?.len();
    let stem = format!("{}_{}_{acts:06}_{state}", open.id, now.format("%Y%m%d-%H%M%S"));
    let name = |number: u32| match number {
        1 => folder.join(format!("{stem}.db")),
        _ => folder.join(format!("{stem}-{number}.db")),
    };
    Ok(shelf::free(name))
}

fn make_backup(open: &mut Open) -> Result<(), Problem> {
    let target = next_backup(open, SystemClock.now())?;
    acts::back_up(&open.office, &target)?;
    for old in backup_files(Path::new(&open.backup.folder), &open.id).into_iter().skip(KEPT) {
        // An old copy that can't be removed harms nothing.
        let _ = fs::remove_file(old);
    }
    Ok(())
}

/// Makes a backup; how it went is shown in the head of the window. While the poll is open none is made.
pub(crate) fn back_up_quietly(open: &mut Open) {
    // A kiosk apart has its ballots under their slips' tags until they are merged: the fewer copies, the better.
    if open.apart || matches!(open.round(), Ok(Some(Round::Polling(_) | Round::Suspended(_)))) {
        return;
    }
    match make_backup(open) {
        Ok(()) => {
            open.backup.latest = latest_backup(Path::new(&open.backup.folder), &open.id);
            open.backup.problem = None;
        }
        Err(problem) => open.backup.problem = Some(problem),
    }
}

pub(crate) fn back_up(desk: &Desk, _: Nothing) -> Result<Session, Problem> {
    desk.with(|open| {
        make_backup(open)?;
        open.backup.latest = latest_backup(Path::new(&open.backup.folder), &open.id);
        open.backup.problem = None;
        view(desk, open)
    })
}

pub(crate) fn set_backup_folder(desk: &Desk, request: SetBackupFolder) -> Result<Session, Problem> {
    let folder = shelf::typed_path(&request.folder)?;
    if folder.starts_with(desk.places.sessions()) {
        return Err(DeskError::BackupFolderInside.into());
    }
    shelf::make_folder(&folder)?;
    let mut state = desk.state();
    let State { settings, open, .. } = &mut *state;
    let open = open.as_mut().ok_or(DeskError::NoSessionOpen)?;
    let shown = folder.display().to_string();
    open.backup.folder.clone_from(&shown);
    open.backup.chosen = true;
    settings.backup_folders.insert(open.id.clone(), shown);
    shelf::write_settings(&desk.places, settings)?;
    back_up_quietly(open);
    view(desk, open)
}

/// Writes the record of the session into a folder, with every document that can be made now. It is anybody's to check.
pub(crate) fn export_record(desk: &Desk, request: SaveTo) -> Result<Written, Problem> {
    desk.with(|open| {
        let folder = folder_of(desk, open, &request.folder)?;
        let papers = papers::all(open, desk.fonts()?)?;
        let documents: Vec<Document<'_>> =
            papers.iter().map(|paper| Document { name: &paper.name, bytes: &paper.bytes }).collect();
        let target = shelf::free(|number| match number {
            1 => folder.join(format!("{}.{EXTENSION}", open.id)),
            _ => folder.join(format!("{}-{number}.{EXTENSION}", open.id)),
        });
        office::export::save(&open.office, &documents, &target)?;
        Ok(Written { paths: vec![target.display().to_string()] })
    })
}

pub(crate) fn save_station_key(desk: &Desk, request: SaveStationKey) -> Result<Written, Problem> {
    let folder = shelf::typed_path(&request.folder)?;
    let mut state = desk.state();
    let State { pins, open, .. } = &mut *state;
    let open = open.as_ref().ok_or(DeskError::NoSessionOpen)?;
    pins.attempt(|| acts::check_pin(&open.office, OfficeRole::Operator, &open.person.name, &request.pin))?;
    shelf::make_folder(&folder)?;
    let target = folder.join(format!("{}.key", open.id));
    if target.exists() {
        let there = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(DeskError::path(&target, &there).into());
    }
    fs::copy(desk.places.key(&open.id), &target).map_err(|error| DeskError::path(&target, &error))?;
    Ok(Written { paths: vec![target.display().to_string()] })
}
