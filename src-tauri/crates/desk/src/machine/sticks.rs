//! Files that people carry on sticks between the station and its remote kiosks.

use crate::machine::files::{make_folder, typed_path};
use kiosk_files::Kind;
use std::path::{Path, PathBuf};
use wire::{DeskError, Problem};

/// Reads a file from a stick, no larger than any of its kind.
pub(crate) fn read(file: &str, kind: Kind) -> Result<(PathBuf, Vec<u8>), Problem> {
    let path = typed_path(file)?;
    let bytes = kiosk_files::read(&path, kind)?;
    Ok((path, bytes))
}

/// Reads a file that a person has looked at before; fails if it isn't the same any more.
pub(crate) fn read_seen(file: &str, kind: Kind, seen: &str) -> Result<(PathBuf, Vec<u8>), Problem> {
    let (path, bytes) = read(file, kind)?;
    if name_of(&bytes) == seen {
        Ok((path, bytes))
    } else {
        Err(DeskError::StickFileChanged { path: path.display().to_string() }.into())
    }
}

/// Names just this file: its hash, in hex.
pub(crate) fn name_of(bytes: &[u8]) -> String {
    ballot_box::hex(&kiosk_files::digest(bytes))
}

/// Writes a file for a stick. Its name carries the beginning of its hash, so that another file is never in its way.
pub(crate) fn write(folder: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<String, Problem> {
    make_folder(folder)?;
    let path = folder.join(format!("{stem}-{}.{ending}", &name_of(bytes)[..8]));
    kiosk_files::write(&path, bytes)?;
    Ok(path.display().to_string())
}
