//! The station's signature beside a file.

use crate::{
    DetachedError,
    hex::{from_hex, hex},
};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// The form that is written.
const FORMAT: u32 = 1;

/// What is written beside a signed file: JSON, with each value as text.
///
/// The signature is Ed25519 (RFC 8032) over three lines of UTF-8, each ended by a line feed. The second is what
/// `sha256sum` prints, with two spaces between; the third says `none` where the file belongs to no record:
///
/// ```text
/// piaojue detached signature 1
/// 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08  resolution.pdf
/// record 2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sidecar {
    /// The form of the sidecar and of what is signed; 1 for the one described here.
    pub format: u32,
    /// The name that the file had when it was signed. Another name now is no fault of the file.
    pub file: String,
    /// SHA-256 of the file, in lower-case hexadecimal digits.
    pub sha256: String,
    /// The hash of the record that the document was made from, as the document's foot shows it.
    pub record: Option<String>,
    /// The public key, in hexadecimal digits. Whoever checks compares it with the station's.
    pub public_key: String,
    /// The signature, in hexadecimal digits.
    pub signature: String,
}

impl Sidecar {
    fn signed_text(&self) -> String {
        let record = self.record.as_deref().unwrap_or("none");
        format!(
            "piaojue detached signature {}\n{}  {}\nrecord {record}\n",
            self.format, self.sha256, self.file
        )
    }
}

/// The name of the file with the signature of this one.
#[must_use]
pub fn sidecar_name(file: &str) -> String {
    format!("{file}.sig.json")
}

/// Signs a file with the station's key; returns the JSON to be written beside it. The same input results in the same text.
pub fn detached(
    file: &str,
    bytes: &[u8],
    record: Option<&[u8; 32]>,
    station_key: &SigningKey,
) -> Result<String, DetachedError> {
    check_name(file)?;
    let mut sidecar = Sidecar {
        format: FORMAT,
        file: file.to_owned(),
        sha256: hex(&Sha256::digest(bytes)),
        record: record.map(|hash| hex(hash)),
        public_key: hex(station_key.verifying_key().as_bytes()),
        signature: String::new(),
    };
    sidecar.signature = hex(&station_key.sign(sidecar.signed_text().as_bytes()).to_bytes());
    let json = serde_json::to_string_pretty(&sidecar).map_err(unreadable)?;
    Ok(json + "\n")
}

/// Checks a file against the JSON beside it; returns what was signed, fails if the file isn't what was signed.
///
/// That the key is the station's is not known from the file: the caller compares [`Sidecar::public_key`].
pub fn check_detached(bytes: &[u8], sidecar: &str) -> Result<Sidecar, DetachedError> {
    /// Only the form: a later one may have other fields.
    #[derive(Deserialize)]
    struct Form {
        format: u32,
    }
    let Form { format } = serde_json::from_str(sidecar).map_err(unreadable)?;
    if format != FORMAT {
        return Err(DetachedError::UnknownFormat { format });
    }
    let sidecar: Sidecar = serde_json::from_str(sidecar).map_err(unreadable)?;
    check_name(&sidecar.file)?;
    check_signature(&sidecar)?;
    let actual_sha256 = hex(&Sha256::digest(bytes));
    if actual_sha256 != sidecar.sha256 {
        return Err(DetachedError::FileChanged { signed_sha256: sidecar.sha256, actual_sha256 });
    }
    Ok(sidecar)
}

fn check_signature(sidecar: &Sidecar) -> Result<(), DetachedError> {
    let not_hex = || unreadable("a key, signature or record that is not in hexadecimal digits");
    // Only one set of values may give a signed text.
    if sidecar.record.as_deref().is_some_and(|record| from_hex::<32>(record).is_none()) {
        return Err(not_hex());
    }
    let key = from_hex(&sidecar.public_key).ok_or_else(not_hex)?;
    let key = VerifyingKey::from_bytes(&key).map_err(unreadable)?;
    let signature = Signature::from_bytes(&from_hex(&sidecar.signature).ok_or_else(not_hex)?);
    // Strict: keys and signatures for which several messages would hold are refused.
    key.verify_strict(sidecar.signed_text().as_bytes(), &signature)
        .map_err(|_| DetachedError::SignatureInvalid)
}

/// A name that would break the signed text's lines, or that `sha256sum` would write otherwise, is refused.
fn check_name(name: &str) -> Result<(), DetachedError> {
    let unusable = |char: char| char.is_control() || matches!(char, '/' | '\\' | '\u{2028}' | '\u{2029}');
    if name.is_empty() || name.contains(unusable) {
        return Err(DetachedError::UnusableName { name: name.to_owned() });
    }
    Ok(())
}

fn unreadable(reason: impl std::fmt::Display) -> DetachedError {
    DetachedError::Unreadable { reason: reason.to_string() }
}
