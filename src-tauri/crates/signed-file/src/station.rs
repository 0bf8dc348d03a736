//! The station's key: it signs the log, and authenticates rows that the log doesn't cover.
//!
//! It is in a key file of its own, so that a copy of the signed file alone can't be altered unseen.

use crate::{error::FileError, private_file::private_file};
use ed25519_dalek::{Signature, Signer, SigningKey, Verifier, VerifyingKey};
use hmac::{Hmac, Mac};
use rand::{CryptoRng, RngCore};
use sha2::Sha256;
use std::{io::Write, path::Path};
use zeroize::{Zeroize, Zeroizing};

/// The first bytes of a key file.
const MAGIC: &[u8; 16] = b"piaojue station\n";
/// The length of a key file: the first bytes, and the secret.
const LENGTH: u64 = 16 + 32;

/// A station's secret key; overwritten in memory when it is dropped.
pub struct Station {
    signing: SigningKey,
    row_key: Zeroizing<[u8; 32]>,
    pepper: Zeroizing<[u8; 32]>,
}

impl Station {
    /// A station of this secret.
    #[must_use]
    pub fn from_secret(secret: &[u8; 32]) -> Self {
        let derived = |what: &[u8]| Zeroizing::new(keyed_hash(secret, &[what]));
        Self {
            signing: SigningKey::from_bytes(secret),
            row_key: derived(b"piaojue box rows v1"),
            pepper: derived(b"piaojue pins v1"),
        }
    }

    /// Reads the key file, or makes one, readable for its owner only, where there is none.
    pub fn load_or_create(path: &Path, rng: &mut (impl RngCore + CryptoRng)) -> Result<Self, FileError> {
        match regular_file::read_up_to(path, LENGTH) {
            Ok(bytes) => Self::parse(bytes, path),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Self::create(path, rng),
            Err(error) => Err(FileError::io(path, error)),
        }
    }

    /// Reads a key file that must be there.
    pub fn load(path: &Path) -> Result<Self, FileError> {
        let bytes = regular_file::read_up_to(path, LENGTH).map_err(|error| FileError::io(path, error))?;
        Self::parse(bytes, path)
    }

    fn parse(mut bytes: Vec<u8>, path: &Path) -> Result<Self, FileError> {
        let secret = bytes.strip_prefix(MAGIC).and_then(|secret| <[u8; 32]>::try_from(secret).ok());
        let station = secret.map(|secret| Self::from_secret(&Zeroizing::new(secret)));
        bytes.zeroize();
        station.ok_or_else(|| FileError::StationKeyMalformed { path: path.display().to_string() })
    }

    fn create(path: &Path, rng: &mut (impl RngCore + CryptoRng)) -> Result<Self, FileError> {
        let mut secret = Zeroizing::new([0; 32]);
        rng.fill_bytes(secret.as_mut());
        let mut file = private_file().open(path).map_err(|error| FileError::io(path, error))?;
        let written = file.write_all(MAGIC).and_then(|()| file.write_all(secret.as_ref()));
        written.and_then(|()| file.sync_all()).map_err(|error| FileError::io(path, error))?;
        Ok(Self::from_secret(&secret))
    }

    /// The public key that the log is checked with.
    #[must_use]
    pub fn public_key(&self) -> [u8; 32] {
        self.signing.verifying_key().to_bytes()
    }

    /// Signs a message.
    #[must_use]
    pub fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.signing.sign(message).to_bytes()
    }

    /// The key that signs, for whoever signs a finished file in the station's name.
    #[must_use]
    pub const fn signing_key(&self) -> &SigningKey {
        &self.signing
    }

    /// What hashes of PINs take beside the PIN, so that they can't be tried without the key file.
    pub(crate) fn pepper(&self) -> &[u8] {
        self.pepper.as_ref()
    }

    /// Authenticates what only this station may write; the first part says what it is.
    #[must_use]
    pub fn authenticate(&self, parts: &[&[u8]]) -> [u8; 32] {
        keyed_hash(self.row_key.as_ref(), parts)
    }
}

/// Whether a signature is this public key's.
#[must_use]
pub fn signature_holds(public_key: &[u8; 32], message: &[u8], signature: &[u8; 64]) -> bool {
    VerifyingKey::from_bytes(public_key)
        .is_ok_and(|key| key.verify(message, &Signature::from_bytes(signature)).is_ok())
}

/// HMAC-SHA-256 over parts, each preceded by its length.
#[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "HMAC takes a key of any length")]
#[must_use]
pub fn keyed_hash(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}
