//! A look at a file before the database opens it, so that what isn't the owner's is never touched.

use crate::{
    error::FileError,
    journal,
    owner::{Owner, schema_version},
};
use std::{
    io::{ErrorKind, Read},
    path::Path,
};

/// The length of the header of an `SQLite` file (<https://www.sqlite.org/fileformat.html>).
const HEADER: usize = 100;

/// Returns the version of the schema that the file's header says. Fails where the file isn't one of the owner's, is of a
/// newer version, or is too short. Nothing is changed.
pub fn version_of<O: Owner>(path: &Path) -> Result<i32, FileError> {
    let shown = path.display().to_string();
    let mut file = regular_file::open(path).map_err(|error| match error.kind() {
        ErrorKind::InvalidInput | ErrorKind::IsADirectory => FileError::Foreign { path: shown.clone() },
        _ => FileError::io(path, error),
    })?;
    let length = file.metadata().map_err(|error| FileError::io(path, error))?.len();
    let mut header = [0; HEADER];
    if file.read_exact(&mut header).is_err() {
        return Err(FileError::Truncated { path: shown });
    }
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let application = number(68);
    if !header.starts_with(b"SQLite format 3\0") || application != O::APPLICATION_ID {
        return Err(FileError::Foreign { path: shown });
    }
    let (version, known) = (number(60).cast_signed(), schema_version::<O>());
    if version > known {
        return Err(FileError::Newer { path: shown, found: version, known });
    }
    let page = match u16::from_be_bytes([header[16], header[17]]) {
        1 => 65_536,
        size => u64::from(size),
    };
    // Where a write was interrupted, the journal puts the length right again when the file is opened.
    if length < page * u64::from(number(28)) && !journal::is_interrupted(path)? {
        return Err(FileError::Truncated { path: shown });
    }
    let known_formats = header[18] == 1 && header[19] == 1 && (1..=4).contains(&number(44));
    if !known_formats || version < 1 {
        return Err(FileError::Damaged { path: shown, detail: "header".to_owned() });
    }
    // Never ours; the database would take what is in it for the file's content, and write it into the file.
    if journal::beside(path, "-wal").exists() {
        return Err(FileError::Damaged { path: shown, detail: "write-ahead log".to_owned() });
    }
    Ok(version)
}
