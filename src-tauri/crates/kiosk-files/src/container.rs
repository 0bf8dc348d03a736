//! What all files that travel have in common: a header, the content, a hash over both, a signature over all of it.
//!
//! ```text
//! at      bytes  what
//! 0       14     "piaojue kiosk\n"
//! 14      1      kind: 1 request, 2 provision, 3 box
//! 15      1      version of the form: 2, or 1 for a session that version 0.1.0 sealed
//! 16      32     public key (Ed25519) of whoever signs
//! 48      8      n, the length of the content, highest byte first
//! 56      n      the content: canonical JSON
//! 56+n    32     SHA-256 over all before
//! 88+n    64     Ed25519 signature over all before
//! ```

use crate::KioskFileError;
use ed25519_dalek::{Signature, VerifyingKey};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use signed_file::Station;

const MAGIC: &[u8; 14] = b"piaojue kiosk\n";
/// The latest version of the files' form, which this program reads as it reads those before it.
pub const VERSION: u8 = 2;
const VERSION_AT: usize = 15;
const KEY_AT: usize = 16;
const LENGTH_AT: usize = 48;
const CONTENT_AT: usize = 56;
const HASH: usize = 32;
const SIGNATURE: usize = 64;

/// What a file that travels is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A kiosk asks to be provisioned.
    Request = 1,
    /// The station provisions a kiosk.
    Provision = 2,
    /// What a kiosk collected.
    Box = 3,
}

impl Kind {
    /// The kind's name, as the catalogue words it under `kiosk-file-kind`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Request => "request",
            Self::Provision => "provision",
            Self::Box => "box",
        }
    }

    /// More bytes than any file of the kind has.
    #[must_use]
    pub const fn most_bytes(self) -> u64 {
        match self {
            Self::Request => 4 * 1024,
            Self::Provision => 16 * 1024 * 1024,
            Self::Box => 256 * 1024 * 1024,
        }
    }

    fn of(number: u8) -> Option<Self> {
        [Self::Request, Self::Provision, Self::Box].into_iter().find(|kind| *kind as u8 == number)
    }
}

/// What kind of file begins with these bytes; none where it isn't one that travels between stations and kiosks.
#[must_use]
pub fn kind_of(beginning: &[u8]) -> Option<Kind> {
    beginning.strip_prefix(MAGIC).and_then(|rest| rest.first()).and_then(|kind| Kind::of(*kind))
}

/// Whether a file that begins so calls itself one that travels, of whatever kind.
pub(crate) fn is_ours(beginning: &[u8]) -> bool {
    beginning.starts_with(MAGIC)
}

/// A file whose hash and signature hold.
pub(crate) struct Opened<T> {
    /// The version of its form.
    pub version: u8,
    /// Whose signature it has.
    pub signer: [u8; 32],
    /// What it says.
    pub content: T,
}

/// Writes a file in this version of the form.
pub(crate) fn seal(
    kind: Kind,
    version: u8,
    content: &impl Serialize,
    by: &Station,
) -> Result<Vec<u8>, KioskFileError> {
    let content = canonical(content)?;
    let mut file = Vec::with_capacity(CONTENT_AT + content.len() + HASH + SIGNATURE);
    file.extend(MAGIC);
    file.extend([kind as u8, version]);
    file.extend(by.public_key());
    file.extend((content.len() as u64).to_be_bytes());
    file.extend(content);
    let hash = Sha256::digest(&file);
    file.extend(hash);
    let signature = by.sign(&file);
    file.extend(signature);
    let (found, most) = (file.len() as u64, kind.most_bytes());
    if found > most { Err(KioskFileError::TooLarge { found, most }) } else { Ok(file) }
}

/// Opens a file of this kind: checks its length, hash and signature, then reads its content, which must be in its
/// canonical form.
pub(crate) fn open<T: Serialize + DeserializeOwned>(
    file: &[u8],
    kind: Kind,
) -> Result<Opened<T>, KioskFileError> {
    check_kind(file, kind)?;
    let content_end = check_length(file)?;
    let (hashed, rest) = file.split_at(content_end);
    let (hash, signature) = rest.split_at(HASH);
    if hash != &Sha256::digest(hashed)[..] {
        return Err(KioskFileError::Altered);
    }
    let signer = bytes_at(file, KEY_AT);
    let signature = Signature::from_slice(signature).map_err(|_| KioskFileError::SignatureWrong)?;
    VerifyingKey::from_bytes(&signer)
        .and_then(|key| key.verify_strict(&file[..content_end + HASH], &signature))
        .map_err(|_| KioskFileError::SignatureWrong)?;
    let content = parse(&hashed[CONTENT_AT..])?;
    Ok(Opened { version: file[VERSION_AT], signer, content })
}

fn check_kind(file: &[u8], kind: Kind) -> Result<(), KioskFileError> {
    let (found, most) = (file.len() as u64, kind.most_bytes());
    if !is_ours(file) {
        return Err(KioskFileError::Foreign);
    }
    if found > most {
        return Err(KioskFileError::TooLarge { found, most });
    }
    let expected = (CONTENT_AT + HASH + SIGNATURE) as u64;
    if found < expected {
        return Err(KioskFileError::Truncated { expected, found });
    }
    match kind_of(file) {
        None => Err(KioskFileError::Foreign),
        Some(other) if other != kind => {
            Err(KioskFileError::OtherKind { wanted: kind.name(), found: other.name() })
        }
        Some(_) if !(1..=VERSION).contains(&file[VERSION_AT]) => {
            Err(KioskFileError::Newer { found: file[VERSION_AT], known: VERSION })
        }
        Some(_) => Ok(()),
    }
}

/// Where the content ends in a file of at least the least length, which must be as long as it says.
fn check_length(file: &[u8]) -> Result<usize, KioskFileError> {
    let content = u64::from_be_bytes(bytes_at(file, LENGTH_AT));
    let frame = (CONTENT_AT + HASH + SIGNATURE) as u64;
    let (found, expected) = (file.len() as u64, content.saturating_add(frame));
    match found.cmp(&expected) {
        std::cmp::Ordering::Less => Err(KioskFileError::Truncated { expected, found }),
        std::cmp::Ordering::Greater => Err(KioskFileError::Altered),
        std::cmp::Ordering::Equal => Ok(file.len() - HASH - SIGNATURE),
    }
}

/// The bytes of a header's field; the file is longer than its header.
fn bytes_at<const N: usize>(file: &[u8], at: usize) -> [u8; N] {
    let mut bytes = [0; N];
    bytes.copy_from_slice(&file[at..at + N]);
    bytes
}

fn canonical(content: &impl Serialize) -> Result<Vec<u8>, KioskFileError> {
    serde_json::to_vec(content).map_err(|error| malformed(&error))
}

fn parse<T: Serialize + DeserializeOwned>(json: &[u8]) -> Result<T, KioskFileError> {
    let content: T = serde_json::from_slice(json).map_err(|error| malformed(&error))?;
    if canonical(&content)? == json {
        Ok(content)
    } else {
        Err(KioskFileError::Malformed { detail: "not canonical".to_owned() })
    }
}

pub(crate) fn malformed(error: &serde_json::Error) -> KioskFileError {
    KioskFileError::Malformed { detail: error.to_string() }
}
