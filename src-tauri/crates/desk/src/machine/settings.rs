//! What this computer remembers from one start to the next.

use crate::machine::files::{make_folder, write_anew};
use serde::{Deserialize, Serialize};
use sheets::reading::Remembered;
use std::{collections::BTreeMap, fs, path::Path};
use wire::{DeskError, Language, Problem};

/// The settings, as they are kept in `settings.json`.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Settings {
    /// The interface's language.
    pub language: Language,
    /// Where a session's backups go, by session; absent, the usual place.
    pub backup_folders: BTreeMap<String, String>,
    /// What this computer is called as a remote kiosk; empty where it is none.
    pub kiosk_name: String,
    /// What was chosen for lists, by the secretariat's congress: a later list is read by it.
    pub lists: BTreeMap<String, Remembered>,
}

impl Settings {
    /// Returns the settings; the usual ones where there are none, or they can't be read.
    pub fn read(path: &Path) -> Self {
        let text = fs::read(path).unwrap_or_default();
        serde_json::from_slice(&text).unwrap_or_default()
    }

    /// Writes the settings into a file of their own, and then moves it into place.
    pub fn write(&self, path: &Path) -> Result<(), Problem> {
        let text = serde_json::to_vec_pretty(self).map_err(|error| DeskError::unexpected(&error))?;
        path.parent().map_or(Ok(()), make_folder)?;
        write_anew(path, &text).map_err(|error| DeskError::path(path, &error).into())
    }
}
