//! Backups of the open session.

use crate::{machine::backup_files, open::session::Open};
use office::{
    acts,
    clock::{Clock, SystemClock},
};
use procedure::round::Round;
use std::{fs, path::Path};
use wire::Problem;

/// Automatic backups kept of a session; older ones are removed.
const KEPT: usize = 40;

impl Open {
    /// Makes a backup after an act; how it went is shown in the head of the window. While the poll is open none is made.
    pub fn back_up_quietly(&mut self) {
        // A remote kiosk has its ballots under their slips' tags until they are merged: the fewer copies, the better.
        if self.is_remote_kiosk || matches!(self.round(), Ok(Some(Round::Polling(_) | Round::Suspended(_)))) {
            return;
        }
        if let Err(problem) = self.back_up() {
            self.backup.problem = Some(problem);
        }
    }

    /// Makes a backup; fails if it can't be made.
    pub fn back_up(&mut self) -> Result<(), Problem> {
        let folder = Path::new(&self.backup.folder);
        let state = self.round()?.map_or("preparing", |round| round.state().name());
        let log = self.office.store().log()?.len();
        let target = backup_files::next(folder, &self.id, SystemClock.now(), log, state)?;
        acts::back_up(&self.office, &target)?;
        for old in backup_files::files(folder, &self.id).into_iter().skip(KEPT) {
            // An old copy that can't be removed harms nothing.
            let _ = fs::remove_file(old);
        }
        self.backup.latest = backup_files::latest(folder, &self.id);
        self.backup.problem = None;
        Ok(())
    }
}
