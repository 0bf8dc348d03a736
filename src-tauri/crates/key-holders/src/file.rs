//! What all files that travel between a station and its key holders have in common: one line of JSON, signed.
//!
//! ```text
//! {"format":"piaojue-keys","version":1,"kind":KIND,"content":TEXT,"signer":HEX,"signature":HEX}
//! ```
//!
//! `content` is a text that is itself JSON, so that what is signed are just its bytes. Whoever reads a file writes it once
//! more and refuses it where a byte differs: there is one way to write each.

use crate::{bytes::Hex, error::KeyFileError};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

const FORMAT: &str = "piaojue-keys";
/// How every one of these files begins.
pub const BEGINNING: &[u8] = br#"{"format":"piaojue-keys","version":"#;
/// The usual ending of their names.
pub const EXTENSION: &str = "pjkeys";
/// The most bytes of any of them.
pub const MOST_BYTES: usize = 256 * MIB;
/// The version of the files' form that this program reads and writes.
pub const VERSION: u32 = 1;

/// Kinds of files with their names and the most bytes that one has.
macro_rules! kinds {
    ($( $(#[$meta:meta])* $kind:ident = $name:literal, $most:expr; )*) => {
        /// What a file is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Kind { $( $(#[$meta])* $kind ),* }

        impl Kind {
            const ALL: &'static [Self] = &[ $( Self::$kind ),* ];

            /// The kind's name, as the catalogue words it under `key-file-kind`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$kind => $name ),* }
            }

            /// More bytes than any file of the kind has.
            #[must_use]
            pub const fn most_bytes(self) -> usize {
                match self { $( Self::$kind => $most ),* }
            }
        }
    };
}

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

kinds! {
    /// A station invites holders.
    Invitation = "invitation", 16 * KIB;
    /// A holder joins: their keys and their commitment.
    Joining = "joining", 4 * KIB;
    /// All who have joined.
    Roster = "roster", 256 * KIB;
    /// What a holder committed to.
    Contribution = "contribution", 64 * KIB;
    /// What all committed to.
    Contributions = "contributions", 4 * MIB;
    /// A holder's shares for all others, sealed.
    Shares = "shares", 64 * KIB;
    /// All sealed shares.
    AllShares = "all-shares", 4 * MIB;
    /// A holder has the key, and signs its fingerprint.
    Confirmation = "confirmation", 4 * KIB;
    /// A round's box for the holders to count.
    ClosedBox = "closed-box", MOST_BYTES;
    /// A holder's share of the totals.
    Opening = "opening", 4 * MIB;
}

impl Kind {
    /// What a file of this kind is called on a stick, without its ending: by its kind, and by the number of its holder where it is
    /// one's.
    #[must_use]
    pub fn file_name(self, holder: Option<u32>) -> String {
        match holder {
            Some(holder) => format!("{}-{holder}", self.name()),
            None => self.name().to_owned(),
        }
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    version: u32,
    kind: String,
    content: String,
    signer: Hex<32>,
    signature: Hex<64>,
}

/// The beginning of a file, by which others than ours are told before the rest is looked at.
#[derive(Deserialize)]
struct Beginning {
    format: String,
    version: u32,
    kind: String,
}

/// A file whose signature holds.
#[derive(Debug, Clone)]
pub struct Signed<T> {
    /// Whose signature it has.
    pub signer: [u8; 32],
    /// What it says.
    pub content: T,
    /// SHA-256 over the whole file, which names it.
    pub hash: [u8; 32],
}

/// What a file of ours is, by its own words; nothing of it is checked.
pub(crate) fn kind_of(text: &str) -> Result<Kind, KeyFileError> {
    let beginning: Beginning = serde_json::from_str(text).map_err(|_| KeyFileError::Foreign)?;
    if beginning.format != FORMAT {
        return Err(KeyFileError::Foreign);
    }
    if beginning.version != VERSION {
        return Err(KeyFileError::OtherVersion { found: beginning.version, known: VERSION });
    }
    Kind::ALL.iter().copied().find(|kind| kind.name() == beginning.kind).ok_or(KeyFileError::Foreign)
}

/// Writes a file.
pub(crate) fn write(kind: Kind, content: &impl Serialize, by: &SigningKey) -> Result<String, KeyFileError> {
    let content = serde_json::to_string(content).map_err(|error| malformed(&error))?;
    let signature = by.sign(&signed_bytes(kind, &content));
    let written = Written {
        format: FORMAT.to_owned(),
        version: VERSION,
        kind: kind.name().to_owned(),
        content,
        signer: Hex(by.verifying_key().to_bytes()),
        signature: Hex(signature.to_bytes()),
    };
    let text = serde_json::to_string(&written).map_err(|error| malformed(&error))?;
    check_size(kind, &text)?;
    Ok(text)
}

/// Reads a file of this kind: checks its length and signature, then reads its content, which is written in one way.
pub(crate) fn read<T: Serialize + DeserializeOwned>(
    kind: Kind,
    text: &str,
) -> Result<Signed<T>, KeyFileError> {
    let found = kind_of(text)?;
    if found != kind {
        return Err(KeyFileError::OtherKind { wanted: kind.name(), found: found.name() });
    }
    check_size(kind, text)?;
    let written: Written = serde_json::from_str(text).map_err(|error| malformed(&error))?;
    let signature = Signature::from_bytes(&written.signature.0);
    VerifyingKey::from_bytes(&written.signer.0)
        .and_then(|key| key.verify_strict(&signed_bytes(kind, &written.content), &signature))
        .map_err(|_| KeyFileError::Altered)?;
    let content: T = serde_json::from_str(&written.content).map_err(|error| malformed(&error))?;
    refuse_rewritten(&content, &written.content)?;
    refuse_rewritten(&written, text)?;
    Ok(Signed { signer: written.signer.0, content, hash: Sha256::digest(text).into() })
}

fn signed_bytes(kind: Kind, content: &str) -> Vec<u8> {
    format!("piaojue keys v{VERSION}\n{}\n{content}", kind.name()).into_bytes()
}

fn check_size(kind: Kind, text: &str) -> Result<(), KeyFileError> {
    let (found, most) = (text.len(), kind.most_bytes());
    if found > most { Err(KeyFileError::TooLarge { found, most }) } else { Ok(()) }
}

fn refuse_rewritten(content: &impl Serialize, text: &str) -> Result<(), KeyFileError> {
    match serde_json::to_string(content) {
        Ok(written) if written == text => Ok(()),
        Ok(_) => Err(KeyFileError::Malformed { detail: "not written in the one way".to_owned() }),
        Err(error) => Err(malformed(&error)),
    }
}

fn malformed(error: &serde_json::Error) -> KeyFileError {
    KeyFileError::Malformed { detail: error.to_string() }
}
