//! Reading files from a stick, and writing them there.

use crate::{Kind, KioskFileError};
use signed_file::private_file;
use std::{
    fs::{self, File},
    io::{Read, Write},
    path::Path,
};

/// Reads a file of this kind, and no more of it than the largest of the kind has.
pub fn read(path: &Path, kind: Kind) -> Result<Vec<u8>, KioskFileError> {
    let failed = |error: std::io::Error| unreadable(path, error);
    // Opening what isn't a file may wait for ever.
    let metadata = fs::metadata(path).map_err(failed)?;
    if !metadata.is_file() {
        return Err(KioskFileError::Foreign);
    }
    let file = File::open(path).map_err(failed)?;
    let most = kind.most_bytes();
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(failed)?;
    let found = metadata.len().max(bytes.len() as u64);
    if found > most { Err(KioskFileError::TooLarge { found, most }) } else { Ok(bytes) }
}

/// Writes a file that is whole or not there. The same file may be there already; another one is left.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), KioskFileError> {
    let failed = |error: std::io::Error| unreadable(path, error);
    match regular_file::open(path) {
        Ok(there) => {
            let mut found = Vec::new();
            there.take(bytes.len() as u64 + 1).read_to_end(&mut found).map_err(failed)?;
            let exists = KioskFileError::Exists { path: path.display().to_string() };
            return if found == bytes { Ok(()) } else { Err(exists) };
        }
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        Err(error) => return Err(failed(error)),
    }
    let unfinished = path.with_extension("unfinished");
    match fs::remove_file(&unfinished) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(failed(error)),
        Err(_) | Ok(()) => {}
    }
    let mut file = private_file().open(&unfinished).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(failed)?;
    fs::rename(&unfinished, path).map_err(failed)
}

fn unreadable(path: &Path, error: std::io::Error) -> KioskFileError {
    KioskFileError::Unreadable { path: path.display().to_string(), detail: error.into() }
}
