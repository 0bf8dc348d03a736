//! A disk of one's own: an ext4 file system in an image file, so that the raw blocks below the files can be read.

use crate::session::quick_folder;
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// A file system in an image file. Taken down when dropped, also by a failing test.
pub struct Disk {
    folder: TempDir,
    mounted: bool,
}

impl Disk {
    /// A new, mounted disk of this size. None where the test may not mount: it needs root and loop devices.
    #[must_use]
    pub fn new(megabytes: u64) -> Option<Self> {
        let folder = quick_folder();
        let mut disk = Self { folder, mounted: false };
        let image = fs::File::create(disk.image_path()).expect("an image");
        image.set_len(megabytes << 20).expect("its size");
        fs::create_dir(disk.path()).expect("a mount point");
        let made = run(Command::new("mkfs.ext4").arg("-q").arg(disk.image_path()));
        if let Err(why) = made.and_then(|()| disk.mount()) {
            eprintln!("skipped, the raw disk can't be looked at here: {why}");
            return None;
        }
        Some(disk)
    }

    /// Where the file system is mounted.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.folder.path().join("mounted")
    }

    fn image_path(&self) -> PathBuf {
        self.folder.path().join("image")
    }

    fn mount(&mut self) -> Result<(), String> {
        run(Command::new("mount").args(["-o", "loop"]).arg(self.image_path()).arg(self.path()))?;
        self.mounted = true;
        Ok(())
    }

    /// Every byte of the disk: takes it down, reads the image, mounts it again. No file on it may be open.
    #[must_use]
    pub fn raw(&mut self) -> Vec<u8> {
        run(Command::new("umount").arg(self.path())).expect("unmounted");
        self.mounted = false;
        let image = fs::read(self.image_path()).expect("the image");
        self.mount().expect("mounted again");
        image
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if self.mounted && run(Command::new("umount").arg(self.path())).is_err() {
            // A failing test may still hold a file open; the loop device goes with its last user.
            let lazily = run(Command::new("umount").arg("--lazy").arg(self.path()));
            eprintln!("unmounted late: {lazily:?}");
        }
    }
}

/// How often each pattern, of at least 8 bytes, occurs anywhere in these bytes.
#[must_use]
pub fn occurrences(bytes: &[u8], patterns: &[&[u8]]) -> Vec<usize> {
    let mut counts = vec![0; patterns.len()];
    let mut by_start: Vec<Vec<usize>> = vec![Vec::new(); 1 << 16];
    for (index, pattern) in patterns.iter().enumerate() {
        by_start[start(pattern)].push(index);
    }
    for at in 0..bytes.len().saturating_sub(1) {
        for index in &by_start[start(&bytes[at..])] {
            counts[*index] += usize::from(bytes[at..].starts_with(patterns[*index]));
        }
    }
    counts
}

fn start(bytes: &[u8]) -> usize {
    usize::from(u16::from_be_bytes([bytes[0], bytes[1]]))
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    if output.status.success() {
        Ok(())
    } else {
        Err(format!("{command:?}: {}", String::from_utf8_lossy(&output.stderr).trim()))
    }
}

/// The bytes of all files directly in a folder, by name.
#[must_use]
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
    let mut names: Vec<String> = entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
