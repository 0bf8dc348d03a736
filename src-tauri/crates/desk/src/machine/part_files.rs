//! What a key holder keeps on this computer, one sealed file a ceremony, for one program at a time.
//!
//! A box is counted once a round, and only what is kept knows which were: two programs with the same file would count two. So
//! a file beside it is locked while a part is open. What is kept is on the disk before anything of a step leaves this computer.

use crate::machine::{files::make_folder, folders::Folders};
use chrono::{DateTime, Utc};
use office::clock::{Clock, SystemClock};
use signed_file::private_file;
use std::{
    fs::{self, File},
    io::{self, ErrorKind, Read, Write},
    path::{Path, PathBuf},
    time::SystemTime,
};
use wire::{DeskError, KeptPart, Problem};

const ENDING: &str = "pjkey";
/// More than any holder keeps: the files of a whole ceremony.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// A part's file, locked until this is dropped.
pub(crate) struct PartFile {
    path: PathBuf,
    _lock: File,
}

impl PartFile {
    /// The place of a new part; fails where this computer keeps one of the ceremony.
    pub fn new(folders: &Folders, ceremony: &str) -> Result<Self, Problem> {
        make_folder(&folders.holders())?;
        let file = Self::lock(folders, ceremony)?;
        if file.path.exists() { Err(DeskError::PartThere.into()) } else { Ok(file) }
    }

    /// A part that is kept.
    pub fn open(folders: &Folders, ceremony: &str) -> Result<Self, Problem> {
        if path_of(folders, ceremony).is_file() {
            Self::lock(folders, ceremony)
        } else {
            Err(DeskError::PartUnknown.into())
        }
    }

    /// Refuses what isn't a ceremony's name: it becomes part of a path.
    fn lock(folders: &Folders, ceremony: &str) -> Result<Self, Problem> {
        if !is_name(ceremony) {
            return Err(DeskError::PartUnknown.into());
        }
        let path = path_of(folders, ceremony);
        let beside = path.with_extension("lock");
        let failed = |error: io::Error| DeskError::path(&beside, &error);
        let lock = File::options().write(true).create(true).truncate(false).open(&beside).map_err(failed)?;
        lock.try_lock().map_err(|_| DeskError::PartInUse)?;
        Ok(Self { path, _lock: lock })
    }

    pub fn read(&self) -> Result<Vec<u8>, Problem> {
        let read = regular_file::read_up_to(&self.path, MOST_BYTES);
        read.map_err(|error| DeskError::path(&self.path, &error).into())
    }

    /// Puts bytes in the place of what was kept. Once this returns they are on the disk, whatever happens to the computer.
    pub fn write(&self, bytes: &[u8]) -> Result<(), Problem> {
        self.write_durably(bytes).map_err(|error| DeskError::path(&self.path, &error).into())
    }

    fn write_durably(&self, bytes: &[u8]) -> io::Result<()> {
        let new = self.path.with_extension("new");
        remove(&new)?;
        let mut file = private_file().open(&new)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&new, &self.path)?;
        sync_name(&self.path)
    }

    /// Erases what is kept: overwrites it, as far as the disk does what it is told, and removes it.
    pub fn erase(self) -> Result<(), Problem> {
        let erased = remove(&self.path.with_extension("new")).and_then(|()| overwrite_and_remove(&self.path));
        erased.map_err(|error| DeskError::path(&self.path, &error).into())
    }
}

impl Folders {
    /// The parts that are kept on this computer, the one changed last first.
    pub(crate) fn parts(&self) -> Vec<KeptPart> {
        let entries = fs::read_dir(self.holders()).into_iter().flatten().flatten();
        let mut found: Vec<_> = entries
            .filter_map(|entry| {
                let path = entry.path();
                let id = path.file_stem()?.to_str()?.to_owned();
                let is_part = path.extension()? == ENDING && is_name(&id);
                let changed = entry.metadata().and_then(|file| file.modified()).ok();
                is_part.then_some((changed, id))
            })
            .collect();
        found.sort_by(|a, b| b.cmp(a));
        let kept =
            |(changed, id): (Option<SystemTime>, String)| KeptPart { id, changed: changed.map(local_time) };
        found.into_iter().map(kept).collect()
    }
}

/// A file's time as this computer's clock shows it.
fn local_time(time: SystemTime) -> String {
    let local = DateTime::<Utc>::from(time).with_timezone(SystemClock.now().offset());
    local.format("%Y-%m-%d %H:%M").to_string()
}

fn path_of(folders: &Folders, ceremony: &str) -> PathBuf {
    folders.holders().join(format!("{ceremony}.{ENDING}"))
}

/// Whether this is a ceremony's name: 32 bytes in hex.
fn is_name(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

fn overwrite_and_remove(path: &Path) -> io::Result<()> {
    let mut file = File::options().write(true).open(path)?;
    let length = file.metadata()?.len();
    io::copy(&mut io::repeat(0).take(length), &mut file)?;
    file.sync_all()?;
    drop(file);
    fs::remove_file(path)?;
    sync_folder_of(path)
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        Err(_) | Ok(()) => Ok(()),
    }
}

/// Makes a file's new name durable.
fn sync_name(path: &Path) -> io::Result<()> {
    // NTFS writes a name with the file's own metadata; elsewhere it belongs to the folder.
    if cfg!(windows) { File::options().write(true).open(path)?.sync_all() } else { sync_folder_of(path) }
}

fn sync_folder_of(path: &Path) -> io::Result<()> {
    // A folder can't be opened like a file on Windows.
    match path.parent() {
        Some(folder) if !cfg!(windows) => File::open(folder)?.sync_all(),
        Some(_) | None => Ok(()),
    }
}
