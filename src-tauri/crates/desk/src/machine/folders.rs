//! The folders of this computer that the program uses.

use crate::machine::{
    files::{free, make_folder},
    settings::Settings,
};
use rand::Rng;
use std::{
    fs,
    path::{Path, PathBuf},
};
use wire::Problem;

/// Where the program keeps its files on this computer.
#[derive(Debug, Clone)]
pub struct Folders {
    /// The program's own data: sessions, keys, settings, backups until another place is chosen.
    pub data: PathBuf,
    /// Where documents are saved unless a person says otherwise.
    pub documents: PathBuf,
}

impl Folders {
    pub(crate) fn sessions(&self) -> PathBuf {
        self.data.join("sessions")
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.data.join("keys")
    }

    /// The count of wrong PINs of a session, beside its station's key. Sessions that aren't on this computer have one together.
    pub(crate) fn wrong_pins(&self, id: &str) -> PathBuf {
        self.keys().join(format!("{id}.wrong"))
    }

    /// What this computer knows of a session, beside its station's key.
    pub(crate) fn known(&self, id: &str) -> PathBuf {
        self.keys().join(format!("{id}.known"))
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.data.join("settings.json")
    }

    /// The key of this computer as a remote kiosk; the keys of sessions have a folder of their own.
    pub(crate) fn kiosk_key(&self) -> PathBuf {
        self.data.join("kiosk.key")
    }

    /// What key holders keep on this computer, which need not have any session.
    pub(crate) fn holders(&self) -> PathBuf {
        self.data.join("holders")
    }

    pub(crate) fn backups(&self, settings: &Settings, id: &str) -> PathBuf {
        match settings.backup_folders.get(id) {
            Some(folder) => PathBuf::from(folder),
            None => self.data.join("backups").join(id),
        }
    }

    pub(crate) fn documents(&self, id: &str) -> PathBuf {
        self.documents.join(id)
    }

    /// Returns the folder for files that a person asked for, and makes it: the one that was typed, or the session's own.
    pub(crate) fn chosen(&self, id: &str, typed: &str) -> Result<PathBuf, Problem> {
        let folder = match typed.trim() {
            "" => self.documents(id),
            typed => PathBuf::from(typed),
        };
        make_folder(&folder)?;
        Ok(folder)
    }

    /// A name for a new session: its year, and characters that tell it from others of the year.
    pub(crate) fn new_id(&self, year: i32) -> String {
        let mut rng = rand::rngs::OsRng;
        loop {
            let id = format!("{year}-{:06x}", rng.gen_range(0..0x0100_0000));
            if !self.sessions().join(&id).exists() {
                return id;
            }
        }
    }

    /// Where a session is moved that a backup replaces. It isn't among the sessions, and nothing is overwritten.
    pub(crate) fn replaced(&self, session: &Path) -> PathBuf {
        let name = session.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let folder = self.data.join("replaced");
        let _ = fs::create_dir_all(&folder);
        free(|number| folder.join(format!("{name}-{number}")))
    }
}
