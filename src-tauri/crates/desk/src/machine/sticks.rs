//! Files that people carry on sticks between the station, its remote kiosks and its key holders.

use crate::machine::files::{make_folder, typed_path};
use key_holders::{KeyFileError, MOST_BYTES};
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
    if name_of(&bytes) == seen { Ok((path, bytes)) } else { Err(changed(&path)) }
}

/// Reads a file of a station or of a key holder, no larger than the largest of them.
pub(crate) fn read_key_file(file: &str) -> Result<(PathBuf, String), Problem> {
    let path = typed_path(file)?;
    let read = regular_file::read_up_to(&path, MOST_BYTES as u64);
    let bytes = read.map_err(|error| DeskError::path(&path, &error))?;
    if bytes.len() > MOST_BYTES {
        return Err(KeyFileError::TooLarge { found: bytes.len(), most: MOST_BYTES }.into());
    }
    let text = String::from_utf8(bytes).map_err(|_| KeyFileError::Foreign)?;
    Ok((path, text))
}

/// Reads such a file that a person has looked at before; fails if it isn't the same any more.
pub(crate) fn read_key_file_seen(file: &str, seen: &str) -> Result<(PathBuf, String), Problem> {
    let (path, text) = read_key_file(file)?;
    if name_of(text.as_bytes()) == seen { Ok((path, text)) } else { Err(changed(&path)) }
}

fn changed(path: &Path) -> Problem {
    DeskError::StickFileChanged { path: path.display().to_string() }.into()
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
