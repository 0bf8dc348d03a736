//! A session that is being made or copied. It comes among the sessions only when it is whole: a crash or an error leaves
//! nothing that nobody can open.

use crate::machine::{
    files::make_folder,
    session_folder::{DATABASE, SessionFolder},
};
use office::Randomness;
use signed_file::Station;
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::{DeskError, Problem};

/// A folder that becomes a session's. Dropped before that, it is removed, with the key if the key was made for it.
pub(crate) struct Unfinished<'a> {
    session: SessionFolder<'a>,
    path: PathBuf,
    made_key: bool,
}

impl<'a> Unfinished<'a> {
    /// Begins with an empty folder; what an earlier crash has left in it is removed.
    pub fn begin(session: SessionFolder<'a>) -> Result<Self, Problem> {
        let path = session.folders().data.join("unfinished");
        let _ = fs::remove_dir_all(&path);
        make_folder(&path)?;
        Ok(Self { session, path, made_key: false })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    pub fn database(&self) -> PathBuf {
        self.path.join(DATABASE)
    }

    /// Makes the key of a new session.
    pub fn new_station(&mut self) -> Result<Station, Problem> {
        make_folder(&self.session.folders().keys())?;
        self.made_key = true;
        Ok(Station::load_or_create(&self.session.key(), &mut Randomness::System)?)
    }

    /// Copies the key that belongs to the session to its place, unless it is the one that is there.
    pub fn keep_key(&mut self, key: &Path) -> Result<(), Problem> {
        let kept = self.session.key();
        if kept != key {
            make_folder(&self.session.folders().keys())?;
            self.made_key = !kept.exists();
            fs::copy(key, &kept).map_err(|error| DeskError::path(&kept, &error))?;
        }
        Ok(())
    }

    /// Moves the folder among the sessions. A session that it replaces is moved aside first.
    pub fn finish(mut self) -> Result<(), Problem> {
        let place = self.session.path();
        make_folder(&self.session.folders().sessions())?;
        if place.exists() {
            let replaced = self.session.folders().replaced(&place);
            fs::rename(&place, &replaced).map_err(|error| DeskError::path(&replaced, &error))?;
        }
        fs::rename(&self.path, &place).map_err(|error| DeskError::path(&place, &error))?;
        self.made_key = false;
        Ok(())
    }
}

impl Drop for Unfinished<'_> {
    fn drop(&mut self) {
        // After `finish` there is no such folder any more. What can't be removed now is removed when the next one begins.
        let _ = fs::remove_dir_all(&self.path);
        if self.made_key {
            let _ = fs::remove_file(self.session.key());
        }
    }
}
