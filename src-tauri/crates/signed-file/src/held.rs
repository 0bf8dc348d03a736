//! The files that this process has open.
//!
//! On POSIX systems a process that closes any handle of a file loses all its locks on it. So a file that is open here is
//! never opened a second time, not even to look at its header: another process could then write to it.

use crate::error::FileError;
use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

static HELD: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// A file that nobody else in this process opens, until this is dropped.
pub struct Held(PathBuf);

impl Held {
    /// Takes a file that is there; refused where it is taken.
    pub fn take(path: &Path) -> Result<Self, FileError> {
        let file = path.canonicalize().map_err(|error| FileError::io(path, error))?;
        if HELD.lock().unwrap_or_else(PoisonError::into_inner).insert(file.clone()) {
            Ok(Self(file))
        } else {
            Err(FileError::InUse { path: path.display().to_string() })
        }
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        HELD.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}
