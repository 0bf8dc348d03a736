//! Where a rehearsal writes: a folder beside the one asked for, moved into it when everything is there.

use office::{acts::Paper, store::StoreError};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The name of the session's database.
pub const DATABASE: &str = "session.db";
/// The name of the station's key.
pub const STATION_KEY: &str = "station.key";

/// A folder that is being filled.
pub struct Output {
    target: PathBuf,
    unfinished: PathBuf,
    names: Vec<String>,
}

impl Output {
    /// Makes the unfinished folder. What an interrupted rehearsal left of it is removed.
    pub fn begin(target: &Path) -> Result<Self, StoreError> {
        let mut name = target.file_name().unwrap_or(target.as_os_str()).to_owned();
        name.push(".unfinished");
        let unfinished = target.with_file_name(name);
        match fs::remove_dir_all(&unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&unfinished, &error)),
            _ => {}
        }
        if target.join(DATABASE).exists() {
            return Err(StoreError::Exists { path: target.join(DATABASE).display().to_string() });
        }
        if target.exists() && !target.is_dir() {
            return Err(StoreError::Exists { path: target.display().to_string() });
        }
        fs::create_dir_all(&unfinished).map_err(|error| failed(&unfinished, &error))?;
        Ok(Self { target: target.to_owned(), unfinished, names: Vec::new() })
    }

    /// The place of a file while the rehearsal runs; it is listed among those written.
    pub fn place(&mut self, name: &str) -> PathBuf {
        self.names.push(name.to_owned());
        self.unfinished.join(name)
    }

    /// Writes a document.
    pub fn write(&mut self, paper: &Paper) -> Result<(), StoreError> {
        let path = self.place(&paper.name);
        fs::write(&path, &paper.bytes).map_err(|error| failed(&path, &error))
    }

    /// Moves everything into the folder asked for. Gives the paths.
    pub fn finish(mut self) -> Result<Vec<PathBuf>, StoreError> {
        fs::create_dir_all(&self.target).map_err(|error| failed(&self.target, &error))?;
        let mut written = Vec::new();
        for name in std::mem::take(&mut self.names) {
            let path = self.target.join(&name);
            fs::rename(self.unfinished.join(&name), &path).map_err(|error| failed(&path, &error))?;
            written.push(path);
        }
        Ok(written)
    }
}

impl Drop for Output {
    /// What is left over is of a rehearsal that failed, or the empty folder of one that didn't.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.unfinished);
    }
}

fn failed(path: &Path, error: &io::Error) -> StoreError {
    StoreError::Io { path: path.display().to_string(), detail: error.to_string() }
}
