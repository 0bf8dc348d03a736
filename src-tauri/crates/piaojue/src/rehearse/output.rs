//! Where a rehearsal writes: a folder beside the one asked for, moved into it when everything is there.

use office::papers::MadeDocument;
use signed_file::{FileError, journal_of};
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The name of the session's database.
pub const DATABASE: &str = "session.db";
/// The name of the station's key.
pub const STATION_KEY: &str = "station.key";
/// The name of the record.
pub const RECORD: &str = "session.pjrecord";

/// A folder that is being filled.
pub struct Output {
    target: PathBuf,
    unfinished: PathBuf,
    /// Folders above the target that weren't there, the deepest first.
    parents: Vec<PathBuf>,
    names: Vec<String>,
}

impl Output {
    /// Makes the unfinished folder. What an interrupted rehearsal left of it is removed.
    pub fn begin(target: &Path) -> Result<Self, FileError> {
        refuse_occupied(target)?;
        let mut name = target.file_name().unwrap_or(target.as_os_str()).to_owned();
        name.push(".unfinished");
        let unfinished = target.with_file_name(name);
        let above = target.ancestors().skip(1).filter(|above| !above.as_os_str().is_empty());
        let parents = above.take_while(|above| !above.exists()).map(Path::to_owned).collect();
        match fs::remove_dir_all(&unfinished) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&unfinished, error)),
            _ => {}
        }
        fs::create_dir_all(&unfinished).map_err(|error| failed(&unfinished, error))?;
        Ok(Self { target: target.to_owned(), unfinished, parents, names: Vec::new() })
    }

    /// The place of a file while the rehearsal runs; it is listed among those written.
    pub fn place(&mut self, name: &str) -> PathBuf {
        self.names.push(name.to_owned());
        self.unfinished.join(name)
    }

    /// Writes a document.
    pub fn write(&mut self, paper: &MadeDocument) -> Result<(), FileError> {
        let path = self.place(&paper.name);
        fs::write(&path, &paper.bytes).map_err(|error| failed(&path, error))
    }

    /// Moves everything to where it was asked for; returns the paths.
    ///
    /// A new or empty folder appears whole, in one step. Into a folder that has other files, the session's database
    /// comes last: where it is, all is.
    pub fn finish(mut self) -> Result<Vec<PathBuf>, FileError> {
        let names = std::mem::take(&mut self.names);
        // All zeros once the database is closed; it is made again when the session is opened.
        let journal = journal_of(&self.unfinished.join(DATABASE));
        match fs::remove_file(&journal) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(&journal, error)),
            _ => {}
        }
        match fs::remove_dir(&self.target) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => self.move_each(&names)?,
            _ => {
                fs::rename(&self.unfinished, &self.target).map_err(|error| failed(&self.target, error))?;
            }
        }
        Ok(names.iter().map(|name| self.target.join(name)).collect())
    }

    fn move_each(&self, names: &[String]) -> Result<(), FileError> {
        let occupied = names.iter().map(|name| self.target.join(name)).find(|path| path.exists());
        if let Some(path) = occupied {
            return Err(FileError::Exists { path: path.display().to_string() });
        }
        let others = names.iter().map(String::as_str).filter(|name| *name != DATABASE);
        for name in others.chain([DATABASE]) {
            let (from, to) = (self.unfinished.join(name), self.target.join(name));
            // Where the folder is a disk of its own, files can only be copied into it.
            let moved = fs::rename(&from, &to).or_else(|_| fs::copy(&from, &to).map(drop));
            moved.map_err(|error| failed(&to, error))?;
        }
        Ok(())
    }
}

impl Drop for Output {
    /// What is left over is of a rehearsal that failed, or the emptied folder of one that didn't. A parent that isn't
    /// empty stays.
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.unfinished);
        for parent in &self.parents {
            let _ = fs::remove_dir(parent);
        }
    }
}

/// Nothing that lies there is overwritten.
fn refuse_occupied(target: &Path) -> Result<(), FileError> {
    let exists = |path: &Path| FileError::Exists { path: path.display().to_string() };
    let database = target.join(DATABASE);
    if database.exists() {
        return Err(exists(&database));
    }
    if target.exists() && !target.is_dir() { Err(exists(target)) } else { Ok(()) }
}

fn failed(path: &Path, error: io::Error) -> FileError {
    FileError::Io { path: path.display().to_string(), detail: error.into() }
}
