//! The rollback journal beside a file: it is kept, and overwritten with zeros after each commit.

use crate::error::FileError;
use std::{
    fs::{File, OpenOptions},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

/// How many zeros are written at once, in bytes.
const ZEROS: usize = 8 * 1024;
/// How much of the journal is kept, in bytes. A transaction that needs less doesn't change the journal's length, so that its
/// length says nothing of such transactions.
const KEPT: u64 = 64 * 1024;

/// The journal beside a file.
#[must_use]
pub fn journal_of(path: &Path) -> PathBuf {
    beside(path, "-journal")
}

/// The path with this text added to its name.
pub fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

/// Whether a write to the file was interrupted: a journal that is overwritten with zeros has nothing to undo.
pub fn is_interrupted(path: &Path) -> Result<bool, FileError> {
    let journal = journal_of(path);
    let mut first = [0; 8];
    match regular_file::open(&journal) {
        Ok(mut file) => Ok(file.read_exact(&mut first).is_ok() && first != [0; 8]),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(FileError::io(&journal, error)),
    }
}

/// Overwrites the journal with zeros, so that no page is left on the disk as it was before.
///
/// Only after a commit, or after the database has undone an interrupted write: never before. A journal that a large
/// transaction left is cut once it is all zeros; otherwise each later transaction would overwrite it whole.
pub fn zero(path: &Path) -> Result<(), FileError> {
    let journal = journal_of(path);
    let failed = |error: io::Error| FileError::io(&journal, error);
    let mut file = match OpenOptions::new().write(true).open(&journal) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(failed(error)),
    };
    overwrite(&mut file).map_err(failed)
}

fn overwrite(file: &mut File) -> io::Result<()> {
    let zeros = [0; ZEROS];
    let mut left = usize::try_from(file.metadata()?.len()).unwrap_or(usize::MAX);
    file.seek(SeekFrom::Start(0))?;
    while left > 0 {
        let now = left.min(ZEROS);
        file.write_all(&zeros[..now])?;
        left -= now;
    }
    file.sync_data()?;
    if file.metadata()?.len() > KEPT {
        file.set_len(KEPT)?;
        file.sync_all()?;
    }
    Ok(())
}
