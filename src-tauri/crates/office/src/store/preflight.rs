//! A look at a file before the database opens it, so that what isn't ours is never touched.

use super::{APPLICATION_ID, SCHEMA_VERSION, StoreError};
use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

/// The header of an SQLite file (<https://www.sqlite.org/fileformat.html>).
const HEADER: usize = 100;

/// What the header says.
pub struct Header {
    /// The schema's version.
    pub version: i32,
}

/// Reads the header of a session's file. Nothing is changed.
pub fn look(path: &Path) -> Result<Header, StoreError> {
    let shown = path.display().to_string();
    let mut file = File::open(path).map_err(|error| StoreError::io(path, &error))?;
    let metadata = file.metadata().map_err(|error| StoreError::io(path, &error))?;
    if !metadata.is_file() {
        return Err(StoreError::Foreign { path: shown });
    }
    let length = metadata.len();
    let mut header = [0; HEADER];
    if file.read_exact(&mut header).is_err() {
        return Err(StoreError::Truncated { path: shown });
    }
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let application = number(68);
    if !header.starts_with(b"SQLite format 3\0") || application != APPLICATION_ID {
        return Err(StoreError::Foreign { path: shown });
    }
    let version = number(60).cast_signed();
    if version > SCHEMA_VERSION {
        return Err(StoreError::Newer { path: shown, found: version, known: SCHEMA_VERSION });
    }
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    // Where a write was interrupted, the journal puts the length right again when the file is opened.
    if length < page * u64::from(number(28)) && !is_hot(path)? {
        return Err(StoreError::Truncated { path: shown });
    }
    let known_formats = header[18] == 1 && header[19] == 1 && (1..=4).contains(&number(44));
    if !known_formats || version < 1 {
        return Err(StoreError::Damaged { path: shown, detail: "header".to_owned() });
    }
    // Never ours; the database would take what lies in it for the session's, and write it into the file.
    if beside(path, "-wal").exists() {
        return Err(StoreError::Damaged { path: shown, detail: "write-ahead log".to_owned() });
    }
    Ok(Header { version })
}

/// The journal beside a session's file.
#[must_use]
pub fn journal(path: &Path) -> PathBuf {
    beside(path, "-journal")
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Whether a write was interrupted: a journal that is overwritten with zeros has nothing to undo.
pub fn is_hot(path: &Path) -> Result<bool, StoreError> {
    let journal = journal(path);
    let mut first = [0; 8];
    match File::open(&journal) {
        Ok(mut file) => Ok(file.read_exact(&mut first).is_ok() && first != [0; 8]),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(StoreError::io(&journal, &error)),
    }
}
