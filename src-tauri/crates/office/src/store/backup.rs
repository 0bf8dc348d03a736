//! Backups: a whole copy, opened and checked before it counts.

use super::{Store, StoreError, audit, integrity, parts, private_file};
use procedure::round::Round;
use rusqlite::{Connection, OpenFlags, backup::Backup};
use std::{fs, path::Path, time::Duration};

/// Pages copied at once.
const PAGES: i32 = 256;

impl Store {
    /// Copies the session into a new file, opens the copy and checks it. Refused while the poll is open.
    ///
    /// The copy is written beside its place and named last: a file of that name is a whole backup.
    pub fn backup_to(&self, target: &Path) -> Result<(), StoreError> {
        if matches!(self.latest_round()?, Some(Round::Polling(_) | Round::Suspended(_))) {
            return Err(StoreError::PollOpen);
        }
        let unfinished = target.with_extension("unfinished");
        let failed = |error: std::io::Error| StoreError::io(target, &error);
        if target.exists() {
            return Err(StoreError::Exists { path: target.display().to_string() });
        }
        match fs::remove_file(&unfinished) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
            _ => {}
        }
        self.copy_to(&unfinished)?;
        self.check_copy(&unfinished)?;
        fs::File::open(&unfinished).and_then(|file| file.sync_all()).map_err(failed)?;
        fs::rename(&unfinished, target).map_err(failed)
    }

    fn copy_to(&self, target: &Path) -> Result<(), StoreError> {
        let located = |error: rusqlite::Error| StoreError::sqlite(target, &error);
        private_file().open(target).map_err(|error| StoreError::io(target, &error))?;
        let mut copy = Connection::open(target).map_err(located)?;
        copy.execute_batch("PRAGMA journal_mode = MEMORY; PRAGMA synchronous = FULL;").map_err(located)?;
        let backup = Backup::new(self.read(), &mut copy).map_err(located)?;
        backup.run_to_completion(PAGES, Duration::ZERO, None).map_err(located)
    }

    fn check_copy(&self, copy: &Path) -> Result<(), StoreError> {
        let located = |error: rusqlite::Error| StoreError::sqlite(copy, &error);
        let connection =
            Connection::open_with_flags(copy, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(located)?;
        integrity(&connection, copy)?;
        let entries = audit::verify(&connection, &self.station().public_key())?;
        audit::verify_head(&connection, self.station())?;
        parts::check(&connection, &entries)?;
        let same = audit::read(&connection)? == self.audit_log()?;
        if same {
            Ok(())
        } else {
            Err(StoreError::Damaged { path: copy.display().to_string(), detail: "copy differs".to_owned() })
        }
    }
}
