//! The files that travel between the station and its remote kiosks: a kiosk's *request*, the station's *provision* for it,
//! the kiosk's *box*. Their form is described in `docs/kiosk-files.md`. And the file of a challenged ballot, which a voter takes
//! away from a kiosk (`docs/challenge.md`).
//!
//! Values in, bytes out, and back: nothing here knows a session's file. A file is hostile until it is parsed: its size is
//! limited before anything is reserved, its hash and signature are checked before its content is looked at, and content
//! in any other than its canonical form is refused.

pub mod challenge;
mod container;
mod error;
mod kiosk_box;
mod provision;
mod request;
mod stick;
mod text;

pub use container::{Kind, VERSION, kind_of};
pub use error::{CODES, KioskFileError, WORDS};
pub use kiosk_box::{KioskBox, LONGEST_STATEMENT, Spent};
pub use provision::Provision;
pub use request::Request;
pub use stick::{read, write};
pub use text::bytes_of_hex;

use sha2::{Digest, Sha256};

/// More kiosks than any hall has.
pub const MOST_KIOSKS: u32 = 999;
/// A kiosk's name has at most so many characters.
pub const LONGEST_NAME: usize = 40;

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
