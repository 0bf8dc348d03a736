//! Backups of a session in a folder: their names begin with the session's and carry their time.

use crate::machine::files::{free, make_folder};
use chrono::{DateTime, FixedOffset};
use procedure::count::counted;
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::{BackupRow, Problem};

/// Returns the backups' files, the latest first.
pub(crate) fn files(folder: &Path, id: &str) -> Vec<PathBuf> {
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

/// Returns the backups as the interface lists them, the latest first.
pub(crate) fn rows(folder: &Path, id: &str) -> Result<Vec<BackupRow>, Problem> {
    let row = |path: PathBuf| {
        let bytes = fs::metadata(&path).map(|file| file.len()).unwrap_or_default();
        Ok(BackupRow {
            at: made_at(&path).unwrap_or_default(),
            file: path.display().to_string(),
            kibibytes: counted(bytes.div_ceil(1024)),
        })
    };
    files(folder, id).into_iter().map(row).collect()
}

/// Returns the time in a backup's name.
fn made_at(path: &Path) -> Option<String> {
    let name = path.file_stem()?.to_str()?;
    let time = name.split('_').nth(1)?;
    let time = chrono::NaiveDateTime::parse_from_str(time, "%Y%m%d-%H%M%S").ok()?;
    Some(time.format("%Y-%m-%dT%H:%M:%S").to_string())
}

/// Returns when the latest backup in a folder was made.
pub(crate) fn latest(folder: &Path, id: &str) -> Option<String> {
    files(folder, id).first().and_then(|path| made_at(path))
}

/// Returns the path of the next backup: the session, the time, how many acts the log has, the round's state.
pub(crate) fn next(
    folder: &Path,
    id: &str,
    now: DateTime<FixedOffset>,
    acts: usize,
    state: &str,
) -> Result<PathBuf, Problem> {
    make_folder(folder)?;
    let stem = format!("{id}_{}_{acts:06}_{state}", now.format("%Y%m%d-%H%M%S"));
    Ok(free(|number| match number {
        1 => folder.join(format!("{stem}.db")),
        _ => folder.join(format!("{stem}-{number}.db")),
    }))
}
