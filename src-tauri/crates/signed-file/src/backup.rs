//! Backups: a whole copy, opened and checked before it counts.

use crate::{
    connection,
    error::FileError,
    file::{SignedFile, check_content},
    log,
    owner::Owner,
    private_file::private_file,
};
use rusqlite::{Connection, backup::Backup};
use std::{fs, io, path::Path, time::Duration};

/// How many pages are copied at once.
const PAGES: i32 = 256;

impl<O: Owner> SignedFile<O> {
    /// Copies the file into a new one, opens the copy and checks it. Fails where the owner allows no copy now, or where the
    /// target exists.
    ///
    /// The copy is written beside its place and named last: a file of that name is a whole backup.
    pub fn backup_to(&self, target: &Path) -> Result<(), O::Error> {
        O::check_may_be_copied(self.connection())?;
        Ok(self.copy(target)?)
    }

    fn copy(&self, target: &Path) -> Result<(), FileError> {
        let unfinished = target.with_extension("unfinished");
        let failed = |error: io::Error| FileError::io(target, error);
        if target.exists() {
            return Err(FileError::Exists { path: target.display().to_string() });
        }
        match fs::remove_file(&unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
            Err(_) | Ok(()) => {}
        }
        self.copy_to(&unfinished)?;
        self.check_copy(&unfinished)?;
        fs::File::open(&unfinished).and_then(|file| file.sync_all()).map_err(failed)?;
        fs::rename(&unfinished, target).map_err(failed)
    }

    fn copy_to(&self, target: &Path) -> Result<(), FileError> {
        let located = |error: rusqlite::Error| FileError::sqlite(target, error);
        private_file().open(target).map_err(|error| FileError::io(target, error))?;
        let mut copy = Connection::open(target).map_err(located)?;
        copy.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL;").map_err(located)?;
        let backup = Backup::new(self.connection(), &mut copy).map_err(located)?;
        backup.run_to_completion(PAGES, Duration::ZERO, None).map_err(located)
    }

    fn check_copy(&self, path: &Path) -> Result<(), FileError> {
        let copy = connection::read_only(path)?;
        connection::check_integrity(&copy, O::MIGRATIONS, path)?;
        check_content::<O>(&copy, self.station())?;
        if log::read(&copy)? == self.log()? {
            Ok(())
        } else {
            Err(FileError::Damaged { path: path.display().to_string(), detail: "copy differs".to_owned() })
        }
    }
}
