//! The files that travel between the station and its kiosks apart: a kiosk's *request*, the station's *provision* for it,
//! the kiosk's *box*. Their form is described in `docs/kiosk-files.md`.
//!
//! Values in, bytes out, and back: nothing here knows a session's file. A file is hostile until it is parsed: its size is
//! limited before anything is reserved, its hash and signature are checked before its content is looked at, and content
//! in any other than its canonical form is refused.

mod container;
mod kiosk_box;
mod provision;
mod request;
mod stick;
mod text;
mod zone;

pub use container::{Kind, VERSION, kind_of};
pub use kiosk_box::{KioskBox, LONGEST_STATEMENT, Spent};
pub use provision::{KioskIdentity, Provision};
pub use request::Request;
pub use stick::{read, write};
pub(crate) use text::bytes_of_hex;
pub use zone::{MOST_ZONES, Zone, ZoneSlips};

use procedure::coded_errors;
use sha2::{Digest, Sha256};

/// More kiosks than any hall has.
pub const MOST_KIOSKS: u32 = 999;
/// A kiosk's name has at most so many characters.
pub const LONGEST_NAME: usize = 40;

coded_errors! {
    /// Why a file that came from a kiosk or a station is refused. Nothing was changed.
    pub enum KioskFileError {
        /// The file is none of those that travel between stations and kiosks.
        Foreign = "kiosk-file.foreign",
        /// The file is of another kind than was asked for.
        OtherKind { wanted: &'static str, found: &'static str } = "kiosk-file.other-kind",
        /// The file was made by a newer version of the program.
        Newer { found: u8, known: u8 } = "kiosk-file.newer",
        /// The file is larger than any of its kind, in bytes.
        TooLarge { found: u64, most: u64 } = "kiosk-file.too-large",
        /// The file is shorter than it says, in bytes.
        Truncated { expected: u64, found: u64 } = "kiosk-file.truncated",
        /// The file's hash doesn't fit it.
        Altered = "kiosk-file.altered",
        /// The file isn't signed with the key that it names.
        SignatureWrong = "kiosk-file.signature-wrong",
        /// The content isn't what a file of this kind holds, though it is signed: another program wrote it.
        Malformed { detail: String } = "kiosk-file.malformed",
        /// The file can't be read or written.
        Unreadable { path: String, detail: String } = "kiosk-file.unreadable",
        /// Another file of that name is there, and was left.
        Exists { path: String } = "kiosk-file.exists",
        /// A kiosk's name is empty or too long.
        KioskName { longest: usize } = "kiosk-file.kiosk-name",
        /// Zones are numbered from 1, and there are only so many colours.
        NoSuchZone { zone: u32, most: u32 } = "kiosk-file.no-such-zone",
    }
}

/// SHA-256 over a whole file: names it.
#[must_use]
pub fn digest(file: &[u8]) -> [u8; 32] {
    Sha256::digest(file).into()
}

/// A key as people compare it, screen against screen: 128 bits of its hash in groups of four hexadecimal digits.
#[must_use]
pub fn fingerprint(key: &[u8; 32]) -> String {
    let hash = ballot_box::hex(&Sha256::digest(key)[..16]);
    let groups: Vec<&str> = (0..8).map(|group| &hash[group * 4..group * 4 + 4]).collect();
    groups.join(" ")
}

/// A name without spaces at its ends, neither empty nor longer than fits a list.
fn checked_name(name: &str) -> Result<String, KioskFileError> {
    let name = name.trim();
    let fits =
        !name.is_empty() && name.chars().count() <= LONGEST_NAME && !name.chars().any(char::is_control);
    if fits { Ok(name.to_owned()) } else { Err(KioskFileError::KioskName { longest: LONGEST_NAME }) }
}
