//! Files and folders as a person names them. No file is ever overwritten.

use office::papers::MadeDocument;
use signed_file::private_file;
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};
use wire::{DeskError, Problem};

/// Makes a folder with those above it, where they aren't there yet.
pub(crate) fn make_folder(folder: &Path) -> Result<(), Problem> {
    fs::create_dir_all(folder).map_err(|error| DeskError::path(folder, &error).into())
}

/// Returns a path as a person typed it; fails if nothing was typed.
pub(crate) fn typed_path(text: &str) -> Result<PathBuf, Problem> {
    let text = text.trim();
    if text.is_empty() { Err(DeskError::PathMissing.into()) } else { Ok(PathBuf::from(text)) }
}

/// Returns the first of numbered paths, from 1, at which there is nothing.
pub(crate) fn free(numbered: impl Fn(u32) -> PathBuf) -> PathBuf {
    let mut number = 1;
    while numbered(number).exists() {
        number += 1;
    }
    numbered(number)
}

/// Writes a file that only its owner may read; fails if there is one at the path.
pub(crate) fn write_private(path: &Path, bytes: &[u8]) -> Result<String, Problem> {
    private_file()
        .open(path)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .map_err(|error| DeskError::path(path, &error))?;
    Ok(path.display().to_string())
}

/// Writes a file anew: first into another beside it, which is then moved into its place.
pub(crate) fn write_anew(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".new");
    let mut file = File::create(&name)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&name, path)
}

/// Saves a document under its name, or a numbered one where that is taken, and returns its path.
pub(crate) fn save(paper: &MadeDocument, folder: &Path) -> Result<String, Problem> {
    let (stem, ending) = paper.name.rsplit_once('.').unwrap_or((&paper.name, "pdf"));
    let numbered = |number: u32| match number {
        1 => folder.join(&paper.name),
        _ => folder.join(format!("{stem}-{number}.{ending}")),
    };
    write_private(&free(numbered), &paper.bytes)
}
