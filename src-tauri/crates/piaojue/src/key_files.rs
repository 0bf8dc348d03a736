//! `piaojue inspect` on the files that travel between a station and its key holders.

use crate::report::{Answer, Failure};
use crate::wordings::{text, word};
use ballot_box::hex;
use key_holders::{BEGINNING, KeyFileError, MOST_BYTES, VERSION, check_file};
use messages::{Coded, Language};
use serde_json::json;
use std::path::Path;

/// Reads the file to which a path leads, where it begins as these do.
pub fn read(path: &Path) -> Option<Vec<u8>> {
    let beginning = regular_file::read_up_to(path, BEGINNING.len() as u64).ok()?;
    if !beginning.starts_with(BEGINNING) {
        return None;
    }
    regular_file::read_up_to(path, MOST_BYTES as u64).ok()
}

/// Checks such a file by itself, and says what it is. Whether its signer is who it should be, only the ceremony tells.
pub fn inspect(path: &Path, bytes: Vec<u8>, language: Language) -> Result<Answer, Failure> {
    let failed = |error: &KeyFileError| failure(path, error, language);
    let whole = String::from_utf8(bytes).map_err(|_| failed(&KeyFileError::Altered))?;
    let file = check_file(&whole).map_err(|error| failed(&error))?;
    let (signer, hash, version) = (hex(&file.signer), hex(&file.hash), VERSION.to_string());
    let facts = [("kind", file.kind.name()), ("version", &version)];
    let lines = [
        text(language, "cli.inspect-key-file", &facts),
        text(language, "cli.inspect-signer", &[("signer", &signer), ("file", &hash)]),
    ];
    let kind = format!("key-{}", file.kind.name());
    Ok(Answer {
        text: lines.join("\n"),
        json: json!({ "kind": kind, "version": VERSION, "signer": signer, "file": hash }),
    })
}

/// A file of ours that doesn't hold is an answer; one that only another version reads, or that is no such file, is none.
fn failure(path: &Path, error: &KeyFileError, language: Language) -> Failure {
    let words = format!("{}: {}", path.display(), word(language, error));
    match error {
        KeyFileError::OtherVersion { .. } | KeyFileError::TooLarge { .. } | KeyFileError::Foreign => {
            Failure::Unusable(vec![(error.code().to_owned(), words)])
        }
        KeyFileError::OtherKind { .. } | KeyFileError::Altered | KeyFileError::Malformed { .. } => {
            Failure::Fails(error.code().to_owned(), words)
        }
    }
}
